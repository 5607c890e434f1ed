package orgtest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word of the language of cases: bare, "quoted", or key=value, either half of which may be
// quoted.
type word struct {
	text   string
	quoted bool   // as a whole: never a keyword
	attr   bool   // key=value; text is the key
	value  string // of an attribute
}

// is says that a word is a keyword.
func (w word) is(keyword string) bool { return !w.quoted && !w.attr && w.text == keyword }

// split gives the words of a row up to a comment.
func split(row string) ([]word, error) {
	var words []word
	for {
		row = strings.TrimLeft(row, " \t\r")
		if row == "" || row[0] == '#' {
			return words, nil
		}
		var w word
		var err error
		if w.text, w.quoted, row, err = side(row, " \t\r\"="); err != nil {
			return nil, err
		}
		if strings.HasPrefix(row, "=") {
			w.attr = true
			if w.value, _, row, err = side(row[1:], " \t\r\""); err != nil {
				return nil, err
			}
		}
		words = append(words, w)
	}
}

// side takes a word, or one side of an attribute: bare text up to one of ends, and after that
// what stands in quotes, if anything does.
func side(row, ends string) (text string, quoted bool, rest string, err error) {
	i := strings.IndexAny(row, ends)
	if i < 0 {
		i = len(row)
	}
	text, rest = row[:i], row[i:]
	if rest == "" || rest[0] != '"' {
		return text, false, rest, nil
	}
	q, err := strconv.QuotedPrefix(rest)
	if err == nil {
		var s string
		s, err = strconv.Unquote(q)
		text, quoted = text+s, i == 0
	}
	if err != nil {
		return "", false, "", fmt.Errorf("the quote before %.20q is not closed, or holds what Go does not allow: write it as a Go string", rest)
	}
	return text, quoted, rest[len(q):], nil
}

// keywords are words that must be quoted to be taken for an id.
var keywords = []string{"in", "since", "until", "as-of", "want", "organisation"}

// bare says that a text needs no quotes to be read as the same word.
func bare(s string) bool {
	if s == "" || s[0] == '#' || s[0] == '+' || !utf8.ValidString(s) {
		return false
	}
	for _, k := range keywords {
		if s == k {
			return false
		}
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return r == '"' || r == '=' || r == ' ' || r == utf8.RuneError || !unicode.IsPrint(r)
	}) < 0
}

// quote writes a text as a word.
func quote(s string) string {
	if bare(s) {
		return s
	}
	return strconv.Quote(s)
}
