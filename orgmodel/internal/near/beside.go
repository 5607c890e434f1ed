package near

import "example.com/orgchart/orgmodel"

// letters are those that a slip of the finger adds to an id or puts in the place of another.
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_."

// longestID is the length in bytes from which an id is not looked for by what is a letter away.
const longestID = 40

// besideID is the record whose id is a word but for one letter that is no digit: gone, too many,
// another, or swapped with the next. It takes some hundred look-ups, however many records there
// are.
func besideID(o *orgmodel.Org, word string) Suggestion {
	best := Suggestion{Ref: orgmodel.None}
	if len(word) < shortest || len(word) > longestID || 2*len(digitsOf(word)) > len(word) {
		return best
	}
	met := map[orgmodel.Ref]bool{}
	try := func(b []byte) {
		r, ok := o.Find(orgmodel.ID(b))
		if !ok || met[r] {
			return
		}
		met[r] = true
		if best.Ref == orgmodel.None || o.ID(r) < o.ID(best.Ref) {
			best.Ref = r
		}
		best.More = len(met) - 1
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	buf := make([]byte, 0, len(word)+1)
	for i := 0; i <= len(word); i++ {
		head, tail := word[:i], word[i:]
		buf = append(append(append(buf[:0], head...), ' '), tail...)
		for _, c := range []byte(letters) {
			buf[i] = c
			try(buf)
		}
		if tail == "" || digit(tail[0]) {
			continue
		}
		try(append(append(buf[:0], head...), tail[1:]...))
		buf = append(append(buf[:0], head...), tail...)
		for _, c := range []byte(letters) {
			buf[i] = c
			try(buf)
		}
		if len(tail) > 1 {
			buf[i], buf[i+1] = tail[1], tail[0]
			try(buf)
		}
	}
	return best
}
