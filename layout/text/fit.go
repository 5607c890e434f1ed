package text

import "unicode/utf8"

// Ellipsis is what follows a text that was cut.
const Ellipsis = "…"

// Width is how wide s is drawn in st, px, rounded up.
func Width(s string, st Style) int {
	return (units(s, st.weight())*st.Size() + em - 1) / em
}

// units is the width of s in 1/em.
func units(s string, weight int) int {
	t := &ascii[weight]
	w := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			if i > 0 { // the character before may be one with this
				i--
				w -= int(t[s[i]])
			}
			return w + slowUnits(s[i:], weight)
		}
		w += int(t[c])
	}
	return w
}

// slowUnits is units for any text. Only what has three bytes or more changes the width of the
// character before it, so a short character before another is looked up on its own.
func slowUnits(s string, weight int) int {
	w := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < 0xe0):
			w += int(ascii[weight][c])
			i++
		case 0xc2 <= c && c < 0xe0 && i+1 < len(s) && s[i+1]&0xc0 == 0x80 && (i+2 == len(s) || s[i+2] < 0xe0):
			w += runeWidth(rune(c&0x1f)<<6|rune(s[i+1]&0x3f), weight)
			i += 2
		default:
			end, cw := cluster(s, i, weight)
			w += cw
			i = end
		}
	}
	return w
}

// usual is the length, in bytes, up to which a text is worth measuring whole before it is cut.
const usual = 256

// limit is the greatest width in 1/em that is still drawn within max px.
func limit(st Style, max int) int {
	if max <= 0 {
		return 0
	}
	return min(max, 1<<40) * em / st.Size()
}

// Fit cuts s so that it is drawn in st within max px: s itself where it fits, otherwise the
// longest beginning of s that leaves room for an [Ellipsis], and cut is true. The beginning
// ends with a whole character and without spaces; it is empty where max is too small for one.
func Fit(s string, st Style, max int) (prefix string, cut bool) {
	weight, lim := st.weight(), limit(st, max)
	if len(s) <= usual && units(s, weight) <= lim {
		return s, false
	}
	room := lim - runeWidth('…', weight)
	w, best := 0, 0
	for i := 0; i < len(s); {
		end, cw := cluster(s, i, weight)
		w += cw
		if w <= room {
			best = end
		}
		if w > lim {
			return trimRight(s[:best]), true
		}
		i = end
	}
	return s, false
}

// Wrap breaks s into at most the given number of lines, each drawn in st within max px, and
// appends them to dst. Lines break at spaces (which are dropped), after hyphens and slashes,
// between Chinese, Japanese and Korean characters, and in a word only where it alone is wider
// than a line. If s needs more lines the last one is cut as by [Fit], cut is true, and an
// [Ellipsis] belongs after it. An empty or blank s has no lines.
func Wrap(dst []string, s string, st Style, max, lines int) (_ []string, cut bool) {
	weight, lim := st.weight(), limit(st, max)
	if len(s) <= usual && lines > 0 && units(s, weight) <= lim {
		if s = trimRight(trimLeft(s)); s != "" {
			dst = append(dst, s)
		}
		return dst, false
	}
	for s = trimLeft(s); s != ""; s = trimLeft(s) {
		switch {
		case lines <= 0:
			return dst, true
		case lines == 1:
			last, cut := Fit(trimRight(s), st, max)
			return append(dst, last), cut
		}
		n, next := breakLine(s, weight, lim)
		if n == 0 {
			return append(dst, ""), true // not even one character fits
		}
		dst, s = append(dst, s[:n]), s[next:]
		lines--
	}
	return dst, false
}

// breakLine finds the end of the first line of s, which starts with no space, and where the
// next line starts. n is 0 if the first character is wider than lim.
func breakLine(s string, weight, lim int) (n, next int) {
	w, fits := 0, 0              // width so far; end of the last character that fits
	breakEnd, breakNext := 0, 0  // the last place to break: the line's end, the next line's start
	prev, solid := rune(0), true // the character before i; no space since the last one shown
	for i := 0; i < len(s); {
		if c := s[i]; solid && isWord(c) && i+1 < len(s) && isWord(s[i+1]) && prev < utf8.RuneSelf && isWord(byte(prev)) {
			if w += int(ascii[weight][c]); w > lim { // within a word
				return breakOr(fits, breakEnd, breakNext)
			}
			fits, prev = i+1, rune(c)
			i++
			continue
		}
		end, cw := cluster(s, i, weight)
		r, size := utf8.DecodeRuneInString(s[i:])
		if end == i+size && isSpace(r) { // and no mark on it
			if solid {
				breakEnd = i
			}
			breakNext, solid = end, false
			w += cw
			prev, i = r, end
			continue
		}
		if solid && i > 0 && breakAfter(prev, r) {
			breakEnd, breakNext = i, i
		}
		w += cw
		if w > lim {
			return breakOr(fits, breakEnd, breakNext)
		}
		fits, solid = end, true
		prev, i = r, end
	}
	return len(trimRight(s)), len(s)
}

// breakOr is the break between words where there is one, otherwise the one within the word.
func breakOr(fits, breakEnd, breakNext int) (n, next int) {
	if breakEnd > 0 {
		return breakEnd, breakNext
	}
	return fits, fits
}

// isWord reports whether c is a letter or digit of ASCII.
func isWord(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// trimLeft drops the spaces at the start of s.
func trimLeft(s string) string {
	for i, r := range s {
		if !isSpace(r) {
			return s[i:]
		}
	}
	return ""
}

// trimRight drops the spaces at the end of s.
func trimRight(s string) string {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if !isSpace(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}
