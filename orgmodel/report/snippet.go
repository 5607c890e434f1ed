package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A snippet is a row cut to what fits on a line, and where its cell stands in it, in columns of
// a terminal.
type snippet struct {
	text    string
	at, len int
}

// Runes of a long row that are shown: its beginning, which is mostly its id, and what stands
// before the cell.
const (
	rowHead = 24
	rowLead = 16
)

// snip cuts a row to width columns around the cell that begins at a column counted in runes from
// 1; a column of 0 or beyond the row marks its beginning or its end.
func snip(row string, column, width int) snippet {
	lead := len(row) - len(strings.TrimLeft(row, " \t"))
	at := max(offset(row, column), lead)
	end := at + cellLen(row[at:])
	head, tail := row[lead:at], row[end:]
	cell := row[at:end]
	var s snippet
	if columns(head)+columns(cell) > width {
		if utf8.RuneCountInString(head) > rowHead+rowLead+3 {
			head = head[:offset(head, rowHead+1)] + " … " + lastRunes(head, rowLead)
		}
	}
	before := clean(head)
	s.at = columns(before)
	cell = fit(clean(cell), max(width-s.at, 8))
	s.len = max(columns(cell), 1)
	s.text = before + cell
	if room := width - s.at - s.len; room > 1 {
		s.text += fit(clean(firstBytes(tail, 4*room+8)), room)
	} else if tail != "" && !strings.HasSuffix(s.text, "…") {
		s.text += "…"
	}
	s.text = strings.TrimRight(s.text, " ")
	return s
}

// offset is where the rune of a column begins, counted from 1; a byte that is no UTF-8 is a rune.
func offset(s string, column int) int {
	at := 0
	for ; column > 1 && at < len(s); column-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}

func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

func firstBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}

// fit cuts clean text to so many columns, the last of them an ellipsis where it does not fit.
func fit(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	used := 0
	for i, r := range s {
		if used += runeColumns(r); used > width-1 {
			return s[:i] + "…"
		}
	}
	return s
}

// cellLen is how many bytes the cell at the beginning of s takes, as far as can be told without
// knowing the format: to the closing quote, or to the next comma, semicolon, tab, bar, closing
// bracket, colon and space, or comment.
func cellLen(s string) int {
	if s == "" {
		return 0
	}
	if q := s[0]; q == '"' || q == '\'' {
		if n := quotedLen(s, q); n > 0 {
			return n
		}
	}
	end := strings.IndexAny(s, ",;\t|}]")
	if end < 0 {
		end = len(s)
	}
	for _, stop := range []string{": ", " #"} {
		if i := strings.Index(s[:end], stop); i > 0 {
			end = i
		}
	}
	return len(strings.TrimRight(strings.TrimSuffix(s[:end], ":"), " "))
}

// quotedLen is the length of a quoted text, 0 where the quote is not closed. A quote within is
// doubled, or has a backslash before it.
func quotedLen(s string, q byte) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && q == '"':
			i++
		case s[i] == q && i+1 < len(s) && s[i+1] == q:
			i++
		case s[i] == q:
			return i + 1
		}
	}
	return 0
}

// columns is how many columns of a terminal clean text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

// runeColumns is 0 for marks and what is not seen, 2 for the scripts and signs of East Asia that
// fill a square (Unicode, UAX 11, wide and fullwidth), else 1.
func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case 0x1100 <= r && r <= 0x115f, 0x2e80 <= r && r <= 0xa4cf && r != 0x303f, 0xac00 <= r && r <= 0xd7a3,
		0xf900 <= r && r <= 0xfaff, 0xfe30 <= r && r <= 0xfe6f, 0xff00 <= r && r <= 0xff60, 0xffe0 <= r && r <= 0xffe6,
		0x1f300 <= r && r <= 0x1f64f, 0x1f900 <= r && r <= 0x1f9ff, 0x20000 <= r && r <= 0x3fffd:
		return 2
	}
	return 1
}
