package native

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// A remark is a comment where it stands in the text.
type remark struct {
	comment
	at, end int
	line    int
	column  int  // in runes from 1
	own     bool // nothing but dashes stands before it on its line
}

// remarks finds every comment of the text: a # that follows a space or begins a line, outside
// scalars in quotation marks and blocks. The parser's own account of comments is not used,
// since it drops some.
func (s *sheet) remarks() []remark {
	var found []remark
	next := 0
	for i := 0; i < len(s.src); {
		switch {
		case next < len(s.quoted) && s.quoted[next].at <= i:
			q := s.quoted[next]
			next++
			switch q.style {
			case yaml.DoubleQuotedStyle:
				i = max(i, endOfDouble(s.src, q.at))
			case yaml.SingleQuotedStyle:
				i = max(i, endOfSingle(s.src, q.at))
			default:
				body := s.endOfLine(q.at)
				for j := q.at; j < body; j++ {
					if s.begins(j) {
						found = append(found, s.remark(j))
						break
					}
				}
				i = max(i, s.endOfBlock(q))
			}
		case s.begins(i):
			found = append(found, s.remark(i))
			i = found[len(found)-1].end
		default:
			i++
		}
	}
	return found
}

// begins says that a # at i begins a comment, outside scalars.
func (s *sheet) begins(i int) bool {
	if s.src[i] != '#' {
		return false
	}
	return i == 0 || s.src[i-1] == ' ' || s.src[i-1] == '\t' || s.lines[yamltext.LineOf(s.lines, i)-1] == i
}

// endOfLine is the offset of the end of the line of i, before what ends it.
func (s *sheet) endOfLine(i int) int {
	for ; i < len(s.src) && yamltext.BreakAt(s.src, i) == 0; i++ {
	}
	return i
}

func (s *sheet) remark(i int) remark {
	r := remark{at: i, end: s.endOfLine(i), line: yamltext.LineOf(s.lines, i)}
	start := s.lines[r.line-1]
	before := string(s.src[start:i])
	r.text = strings.TrimRight(string(s.src[i:r.end]), " \t")
	r.column = utf8.RuneCountInString(before) + 1
	r.own = strings.Trim(before, "-? \t") == ""
	r.blank = s.isBlank(r.line - 1)
	return r
}

// isBlank says that a line, counted from 1, is empty and has something above it.
func (s *sheet) isBlank(line int) bool {
	if line < 2 || line > len(s.lines) {
		return false
	}
	from := s.lines[line-1]
	return from > s.begin && len(bytes.Trim(s.src[from:s.endOfLine(from)], " \t")) == 0
}

// endOfDouble is the offset behind the scalar in double quotation marks that begins at i.
func endOfDouble(b []byte, i int) int {
	for i++; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

func endOfSingle(b []byte, i int) int {
	for i++; i < len(b); i++ {
		if b[i] != '\'' {
			continue
		}
		if i+1 < len(b) && b[i+1] == '\'' {
			i++
			continue
		}
		return i + 1
	}
	return len(b)
}

// endOfBlock is the offset behind a literal or folded scalar: the first line that is indented
// less than its text, which is indented more than the entry it belongs to.
func (s *sheet) endOfBlock(q scalar) int {
	indent := 0
	for i := q.at + 1; i < len(s.src) && strings.IndexByte("+-0123456789", s.src[i]) >= 0; i++ {
		if c := s.src[i]; c >= '1' && c <= '9' {
			indent = q.indent + int(c-'0')
		}
	}
	for line := yamltext.LineOf(s.lines, q.at) + 1; line <= len(s.lines); line++ {
		from := s.lines[line-1]
		if s.isBlank(line) {
			continue
		}
		n := 0
		for from+n < len(s.src) && s.src[from+n] == ' ' {
			n++
		}
		if indent == 0 {
			indent = max(n, q.indent+1)
		}
		if n < indent {
			return from
		}
	}
	return len(s.src)
}
