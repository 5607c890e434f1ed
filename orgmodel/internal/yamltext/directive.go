package yamltext

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

var version = regexp.MustCompile(`^%YAML[ \t]+1\.[12][ \t]*(#|$)`)

// directives holds the directives above a document to the only one that says something here: %YAML
// with version 1.1 or 1.2, which mean the same for texts. The parser knows 1.1 alone, so what it is
// given has that, in a copy whose every other character is at its place.
func directives(name string, text []byte) ([]byte, error) {
	fault := func(at int, found, fix string) error {
		line := LineOf(LineStarts(text[:at+1]), at)
		return &source.Error{Pos: orgmodel.Pos{File: name, Line: line, Column: 1}, Found: found, Fix: fix}
	}
	if at := tagDirective(text); at >= 0 {
		return nil, fault(at, "the directive %TAG says nothing here", "Leave it out: every value is text.")
	}
	met := false
	for at := 0; at < len(text); {
		end := at
		for end < len(text) && BreakAt(text, end) == 0 {
			end++
		}
		line := text[at:end]
		switch c := bytes.TrimLeft(line, " \t"); {
		case len(c) == 0 || c[0] == '#':
		case line[0] != '%':
			return text, nil
		case met:
			return nil, fault(at, "a second directive", "Leave one out.")
		case version.Match(line):
			met = true
			text = bytes.Clone(text)
			dot := at + bytes.IndexByte(line, '.')
			text[dot+1] = '1'
		case bytes.HasPrefix(line, []byte("%YAML")):
			return nil, fault(at, "the directive "+Shown(string(line))+" names no version of YAML that is read here", "Write %YAML 1.2, or leave it out.")
		default:
			word, _, _ := strings.Cut(string(line), " ")
			return nil, fault(at, fmt.Sprintf("the directive %s says nothing here", Cut(word)), "Leave it out; quote a text that begins with %.")
		}
		if at = end; at < len(text) {
			at += BreakAt(text, at)
		}
	}
	return text, nil
}

// tagDirective is where a line begins with %TAG, -1 where none does. Tags are not read, and of
// many directives the parser compares each with every other.
func tagDirective(text []byte) int {
	for at := 0; ; at += len("%TAG") {
		i := bytes.Index(text[at:], []byte("%TAG"))
		if i < 0 {
			return -1
		}
		at += i
		before, _ := utf8.DecodeLastRune(text[:at])
		if at == 0 || strings.ContainsRune("\n\r\u0085\u2028\u2029", before) {
			return at
		}
	}
}
