package yamltext

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// habit explains what hands get wrong by habit, whatever the parser made of it: a quotation mark
// that is closed by the next, a colon that is left out before a brace, a colon within a sentence.
func (f *syntaxFault) habit() (found, fix string) {
	if line, column, ok := f.openedAbove(); ok {
		closed := f.line
		f.line, f.column = line, column
		return fmt.Sprintf("the quotation mark that opens this text is closed by the next one only, in line %d", closed), "Close it where the text ends, or write '' for one within single quotes."
	}
	if m := noColonBefore.FindStringSubmatch(f.text(f.line)); m != nil && strings.Contains(f.message, "mapping values") {
		f.column = 1 + utf8.RuneCountInString(m[1]+m[2])
		return fmt.Sprintf("a colon is missing after %s", Cut(m[2])), fmt.Sprintf("Write %s: %s...", Cut(m[2]), m[3])
	}
	if before := f.braceAbove(); before != "" {
		return fmt.Sprintf("a colon is missing after %s", Cut(before)), fmt.Sprintf("Write %s: {...", Cut(before))
	}
	return f.colonWithin()
}

// noColonBefore is a line that begins with a word and a brace or bracket without a colon between.
var noColonBefore = regexp.MustCompile(`^( *)([^\s:{}\[\]"'#,&*!|>%@-][^\s:{}\[\]"'#,]*) ?([{\[])`)

// braceAbove is the word that begins a text of several lines with a brace behind it, which goes on in
// the line of the fault; the fault is moved there.
func (f *syntaxFault) braceAbove() string {
	if !strings.Contains(f.message, "mapping values") {
		return ""
	}
	line := f.above(f.line)
	m := noColonBefore.FindStringSubmatch(f.text(line))
	if m == nil || strings.ContainsAny(f.text(line), "}]") {
		return ""
	}
	f.line, f.column = line, 1+utf8.RuneCountInString(m[1]+m[2])
	return m[2]
}

// above is the number of the next line up that is not empty and no comment, 0 where there is none.
func (f *syntaxFault) above(line int) int {
	for line--; line > 0; line-- {
		if s := strings.TrimSpace(f.text(line)); s != "" && s[0] != '#' {
			break
		}
	}
	return line
}

// openedAbove finds where the text in quotation marks that ends before the fault was opened, if
// that was in an earlier line.
func (f *syntaxFault) openedAbove() (line, column int, ok bool) {
	if f.line < 2 || f.line > len(f.lines) || !f.closedQuote() {
		return 0, 0, false
	}
	before, _ := f.parted()
	before = strings.TrimRight(before, " \t")
	end := f.lines[f.line-1] + len(before) - 1 // of the mark that closes
	mark := f.src[end]
	for i := end - 1; i >= 0; i-- {
		switch {
		case f.src[i] != mark:
		case mark == '\'' && i > 0 && f.src[i-1] == mark:
			i--
		case mark == '"' && escaped(f.src, i):
		default:
			line = LineOf(f.lines, i)
			return line, 1 + utf8.RuneCount(f.src[f.lines[line-1]:i]), line < f.line
		}
	}
	return 0, 0, false
}

// escaped says that an odd number of backslashes stands before i.
func escaped(b []byte, i int) bool {
	n := 0
	for i--; i >= 0 && b[i] == '\\'; i-- {
		n++
	}
	return n%2 == 1
}

// colonWithin explains a colon after since or another word of a sentence.
func (f *syntaxFault) colonWithin() (found, fix string) {
	before, after := f.parted()
	head, word, ok := CutLast(strings.TrimRight(before, " "))
	if !ok || !slices.Contains(f.form.Joints, word) || !strings.HasPrefix(after, ":") {
		return "", ""
	}
	id := head[strings.LastIndexAny(head, ",[{:")+1:]
	id = strings.TrimPrefix(strings.TrimSpace(id), "- ")
	rest := strings.TrimSpace(after[1:])
	if i := strings.IndexAny(rest, ",]} #"); i >= 0 {
		rest = rest[:i]
	}
	if id == "" {
		return "", ""
	}
	return "a colon stands within a sentence", fmt.Sprintf("Write %s %s %s, without a colon.", Cut(id), word, Cut(rest))
}

var keyAfterComma = regexp.MustCompile(`, *([a-z-]+): `)

// inBraces is a text that holds keys of a node as the mapping that was probably meant; empty where
// it holds none.
func (f *syntaxFault) inBraces(s string) string {
	at := keyAfterComma.FindStringSubmatchIndex(s)
	if at == nil || len(s) > 2*Longest || strings.ContainsAny(s, `"\#{`) {
		return ""
	}
	if !f.form.has(s[at[2]:at[3]]) {
		return ""
	}
	return "{name: " + s + "}"
}

// outdented says that the line above the fault is indented less than its neighbours, though its
// key is one of a node, and moves the fault there.
func (f *syntaxFault) outdented() bool {
	line := f.above(f.line)
	s := f.text(line)
	key, _, _ := strings.Cut(strings.TrimSpace(s), ":")
	if !f.form.has(key) || indentOf(f.text(f.above(line))) != indentOf(f.text(f.line)) || indentOf(s) >= indentOf(f.text(f.line)) {
		return false
	}
	f.line, f.column = line, 1+indentOf(s)
	return true
}

func indentOf(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }
