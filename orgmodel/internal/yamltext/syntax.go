package yamltext

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// syntaxOf turns an error of the YAML parser into one that says what an author may have done
// and how to put it right.
func syntaxOf(name string, form Form, text []byte, depth int, err error) error {
	var bad *yaml.LoadError
	if !errors.As(err, &bad) {
		return &source.Error{Pos: orgmodel.Pos{File: name}, Found: "this is no YAML: " + err.Error()}
	}
	f := syntaxFault{form: form, src: text, lines: LineStarts(text), message: bad.Message, within: bad.ContextMsg, line: bad.Mark.Line, column: bad.Mark.Column, openLine: bad.ContextMark.Line, openColumn: bad.ContextMark.Column}
	if bad.Message == errDepth.Error() {
		return &source.LimitError{Pos: orgmodel.Pos{File: name, Line: f.line, Column: f.column}, Limit: "Depth", Max: int64(depth), Option: "--max-depth"}
	}
	found, fix := f.explain()
	if found == "" {
		found = "this is no YAML: " + bad.Message
		if f.within != "" {
			found += " " + f.within
		}
	}
	return &source.Error{Pos: orgmodel.Pos{File: name, Line: f.line, Column: f.column}, Found: found, Fix: fix}
}

// A syntaxFault is an error of the parser: where it noticed, and where what it was in began.
type syntaxFault struct {
	form                 Form
	src                  []byte
	lines                []int // where each begins
	message, within      string
	line, column         int
	openLine, openColumn int
}

const quoteIt = `Quote a text that holds a colon and a space, or begins with one of @ % & * ! | > { [ or a quotation mark: name: "Ports: entry".`

// explain gives what was found and how to put it right, and moves the fault to where it lies
// where the parser noticed too late.
func (f *syntaxFault) explain() (found, fix string) {
	if found, fix = f.habit(); found != "" {
		return found, fix
	}
	switch m := f.message; {
	case strings.Contains(m, "tab"), strings.Contains(m, "cannot start any token") && f.tabbed():
		return "a tab where spaces are due", "Indent with spaces alone: two for each level."
	case strings.Contains(m, "cannot start any token"):
		return fmt.Sprintf("a text cannot begin with %s", Shown(f.rest(1))), quoteIt
	case strings.HasPrefix(m, "control characters"), f.line == 0:
		return f.control()
	case m == "mapping values are not allowed in this context":
		return f.colon()
	case m == "could not find expected ':'":
		f.line, f.column = f.openLine, f.openColumn
		return f.noColon()
	case m == "did not find expected key":
		return f.noKey()
	case m == "did not find expected '-' indicator":
		if f.closedQuote() {
			return f.afterQuote()
		}
		return fmt.Sprintf("this is no item of the list that begins in line %d", f.openLine), "Begin each item with a hyphen and a space, all in the same column."
	case strings.HasPrefix(m, "did not find expected ','"):
		closing := m[len(m)-2 : len(m)-1]
		return fmt.Sprintf("a comma or %s is missing: the bracket stands in line %d, column %d", closing, f.openLine, f.openColumn), "Put it in; quote a text that holds a comma, a bracket or a colon and a space."
	case m == "block sequence entries are not allowed in this context":
		return "a list begins where none may", "Begin a list in a line of its own; quote a text that begins with a hyphen and a space."
	case strings.HasPrefix(m, "unknown anchor"):
		return "the alias " + Shown(f.rest(20)) + " names no anchor (&) before it", quoteIt
	case f.within == "while scanning an anchor", f.within == "while scanning an alias", strings.Contains(f.within, "tag"), strings.Contains(m, "tag"):
		return "a text cannot begin with " + Shown(f.rest(1)) + " here", quoteIt
	case f.within == "while scanning a quoted scalar":
		return f.quoted()
	}
	return "", ""
}

// text is the line of this number, from 1.
func (f *syntaxFault) text(line int) string { return lineText(f.src, f.lines, line) }

// parted is the line of the fault before its column and from there on.
func (f *syntaxFault) parted() (before, after string) {
	s := f.text(f.line)
	for i := 1; i < f.column && len(after) < len(s); i++ {
		_, n := utf8.DecodeRuneInString(s[len(before):])
		before = s[:len(before)+n]
		if n == 0 {
			break
		}
	}
	return before, s[len(before):]
}

// rest is up to n characters from the fault on, up to a space.
func (f *syntaxFault) rest(n int) string {
	_, s := f.parted()
	s, _, _ = strings.Cut(s, " ")
	if utf8.RuneCountInString(s) > n {
		s = string([]rune(s)[:n])
	}
	return s
}

func (f *syntaxFault) tabbed() bool {
	_, s := f.parted()
	return strings.HasPrefix(s, "\t")
}

// control finds the character that may not stand in YAML: the parser's reader gives no place.
func (f *syntaxFault) control() (found, fix string) {
	for i := 0; i < len(f.src); {
		r, n := utf8.DecodeRune(f.src[i:])
		if r < ' ' && r != '\t' && r != '\r' && r != '\n' || r == 0x7f || r > 0x7f && r < 0xa0 && r != 0x85 || r == 0xfffe || r == 0xffff {
			f.line = LineOf(f.lines, i)
			f.column = 1 + utf8.RuneCount(f.src[f.lines[f.line-1]:i])
			return fmt.Sprintf("a control character (U+%04X)", r), fmt.Sprintf(`Leave it out, or write it as "\u%04x" in double quotes.`, r)
		}
		i += n
	}
	f.line, f.column = 0, 0
	return "", ""
}

// colon explains a colon where none may be.
func (f *syntaxFault) colon() (found, fix string) {
	before, _ := f.parted()
	if key, value, ok := strings.Cut(strings.TrimSpace(f.text(f.line)), ": "); ok && strings.Contains(before, ": ") {
		if braced := f.inBraces(value); braced != "" {
			return "a second colon in the text after a key", fmt.Sprintf("Put the keys of a node in braces: %s: %s. Or quote the text, if it is one.", Cut(key), braced)
		}
		if strings.ContainsAny(value, `"\#{[`) || TooLong(key+value) {
			return "a second colon in the text after a key", quoteIt
		}
		return "a second colon in the text after a key", fmt.Sprintf("Quote the text: %s: %q.", key, value)
	}
	for line := f.line - 1; line > 0; line-- {
		above := strings.TrimSpace(f.text(line))
		if above == "" || above[0] == '#' {
			continue
		}
		if !strings.Contains(above, ": ") && !strings.HasSuffix(above, ":") {
			f.line, f.column = line, 1+len(f.text(line))-len(strings.TrimLeft(f.text(line), " "))
			return f.noColon()
		}
		break
	}
	if f.outdented() {
		return "this line is indented less than those above and below it", "Indent keys of one level alike: as far as the line below."
	}
	return "this line is indented more than the one before, which has a text already", "One of the two is wrong. Indent keys of one level alike; a key that has others under it has no text behind its colon."
}

// noColon explains a line that should have had a key.
func (f *syntaxFault) noColon() (found, fix string) {
	_, s := f.parted()
	s = strings.TrimSpace(s)
	if key, rest, ok := strings.Cut(s, ":"); ok && rest != "" && rest[0] != ' ' {
		return fmt.Sprintf("a space is missing after the colon of %s", Shown(key)), fmt.Sprintf("Write %s: %s.", Cut(key), Cut(strings.TrimSpace(rest)))
	}
	return fmt.Sprintf("%s has no colon", Shown(s)), "Write a key, a colon, a space and the value: " + f.form.example() + "."
}

// noKey explains a line that does not fit into its mapping.
func (f *syntaxFault) noKey() (found, fix string) {
	before, after := f.parted()
	switch {
	case f.closedQuote():
		return f.afterQuote()
	case after != "" && (after[0] == '}' || after[0] == ']'):
		return "a closing bracket too many", "Leave it out."
	case strings.TrimSpace(before) == "" && strings.HasPrefix(after, "- "):
		return "a list item stands among keys", "Indent it under the key to which it belongs, or give it a key."
	case strings.TrimSpace(before) == "":
		return fmt.Sprintf("the indentation of this line fits no line above (the mapping it ends began in line %d)", f.openLine), "Indent keys of one level alike, with spaces."
	}
	return "a key was expected here", "Write a key, a colon, a space and the value; quote a text that holds a quotation mark at its beginning."
}

// closedQuote says that a closing quotation mark stands before the fault.
func (f *syntaxFault) closedQuote() bool {
	before, after := f.parted()
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	return after != "" && after[0] != '#' && (strings.HasSuffix(before, `"`) || strings.HasSuffix(before, "'"))
}

func (f *syntaxFault) afterQuote() (found, fix string) {
	if before, _ := f.parted(); strings.HasSuffix(strings.TrimRight(before, " "), "'") {
		return "there is more after a closing quotation mark", "Write '' for a quotation mark within single quotes: 'Bao O''Brien'. Quote the whole text, not a part of it."
	}
	return "there is more after a closing quotation mark", `Quote the whole text once more, in single quotes: '"Ada Okafor" holds pm-1'.`
}

// quoted explains a text in quotation marks.
func (f *syntaxFault) quoted() (found, fix string) {
	switch f.message {
	case "found unknown escape character":
		return "a backslash that begins no escape in a text in double quotes", `Write \\ for a backslash, or quote with single quotes.`
	case "found invalid Unicode character escape code":
		return "an escape that stands for no character", `Write the character itself, or \U and eight hexadecimal digits (\U0001F600).`
	case "found unexpected end of stream", "found unexpected document indicator":
		f.line, f.column = f.openLine, f.openColumn
		return "the quotation mark that opens this text is never closed", "Close it, or write '' for one within single quotes."
	}
	return "", ""
}
