package svg

import "encoding/binary"

// short holds the digits of 0 to 999, first digit in the lowest byte, and how many they are in
// the highest; whole the same with leading zeros. So most numbers are one or two stores.
var short, whole = func() (s, w [1000]uint32) {
	for n := range uint32(1000) {
		w[n] = '0' + n/100 | ('0'+n/10%10)<<8 | ('0'+n%10)<<16 | 3<<24
		switch {
		case n < 10:
			s[n] = w[n]>>16&0xff | 1<<24
		case n < 100:
			s[n] = w[n]>>8&0xffff | 2<<24
		default:
			s[n] = w[n]
		}
	}
	return s, w
}()

// appendInt appends n in decimal.
func appendInt(b []byte, n int) []byte {
	u := uint(n)
	if u >= 1000_000 {
		return appendLong(b, n)
	}
	if u < 1000 {
		d := short[u]
		l := len(b) + int(d>>24)
		return binary.LittleEndian.AppendUint32(b, d)[:l]
	}
	d := short[u/1000]
	size := d >> 24
	l := len(b) + int(size) + 3
	return binary.LittleEndian.AppendUint64(b, uint64(d&0xffffff)|uint64(whole[u%1000])<<(8*size&63))[:l]
}

// appendLong is appendInt for negative and long numbers.
func appendLong(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	u := uint(n)
	var groups [7]uint // of three digits, the lowest first
	i := 0
	for ; u >= 1000; i++ {
		groups[i], u = u%1000, u/1000
	}
	d := short[u]
	b = binary.LittleEndian.AppendUint32(b, d)[:len(b)+int(d>>24)]
	for i--; i >= 0; i-- {
		b = binary.LittleEndian.AppendUint32(b, whole[groups[i]])[:len(b)+3]
	}
	return b
}

// appendPair appends two numbers of a path, apart by a space or the second one's sign.
func appendPair(b []byte, x, y int) []byte {
	b = appendInt(b, x)
	if y >= 0 {
		b = append(b, ' ')
	}
	return appendInt(b, y)
}
