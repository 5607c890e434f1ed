package svg

import "io"

// room is how full the buffer gets before it is written out.
const room = 64 << 10

// A buffer gathers output for w and keeps the first error of it. Writers append to b and call
// spill between elements.
type buffer struct {
	w   io.Writer
	b   []byte
	err error
}

// spill writes the gathered bytes out once there are many. It reports whether writing is
// still worth while.
func (o *buffer) spill() bool {
	if len(o.b) < room {
		return o.err == nil
	}
	return o.flush()
}

// flush writes the gathered bytes out.
func (o *buffer) flush() bool {
	if o.err == nil && len(o.b) > 0 {
		n, err := o.w.Write(o.b)
		if err == nil && n < len(o.b) {
			err = io.ErrShortWrite
		}
		o.err = err
	}
	o.b = o.b[:0]
	return o.err == nil
}

// pairs holds the digits of 0 to 99, two each.
const pairs = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"

// appendInt appends n in decimal. Most numbers in a picture have three or four digits.
func appendInt(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	switch u := uint(n); {
	case u < 10:
		return append(b, byte('0'+u))
	case u < 100:
		return append(b, pairs[2*u], pairs[2*u+1])
	case u < 1000:
		h, r := u/100, u%100
		return append(b, byte('0'+h), pairs[2*r], pairs[2*r+1])
	case u < 10_000:
		h, r := u/100, u%100
		return append(b, pairs[2*h], pairs[2*h+1], pairs[2*r], pairs[2*r+1])
	default:
		b = appendInt(b, int(u/10_000))
		u %= 10_000
		h, r := u/100, u%100
		return append(b, pairs[2*h], pairs[2*h+1], pairs[2*r], pairs[2*r+1])
	}
}

// appendPair appends two numbers of a path, apart by a space or the second one's sign.
func appendPair(b []byte, x, y int) []byte {
	b = appendInt(b, x)
	if y >= 0 {
		b = append(b, ' ')
	}
	return appendInt(b, y)
}
