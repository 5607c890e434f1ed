package native

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// wide is how many columns a record in flow style may take.
const wide = 100

// longKey is how many bytes a written key may take: a YAML reader need not find the colon after
// 1,024 characters.
const longKey = 1000

// A shape is what a value is.
type shape uint8

const (
	aNothing shape = iota // no value at all: null
	aText
	aMapping
	aList
)

// A value is part of a document as it is to be written. The zero value is nothing.
type value struct {
	shape shape
	text  string
	bare  bool    // a text that may stand as a number, a boolean or a day
	items []entry // of a mapping or a list
	block bool    // never in flow style
}

// An entry is a key of a mapping with its value, or an item of a list, and the comments that
// belong to it.
type entry struct {
	key        string // empty in a list
	value      value
	head, foot []comment
	line       string // a comment behind the entry, without the space before it
	blank      bool   // an empty line stands before it
}

// A comment is one line of its own, from its # on.
type comment struct {
	text  string
	blank bool // an empty line stands before it
}

func textOf(s string) value { return value{shape: aText, text: s} }

func bareText(s string) value { return value{shape: aText, text: s, bare: true} }

// commented says that a comment stands somewhere in v, which then cannot be in flow style.
// Values are a few levels deep: what is read is held to a depth, what is written has three.
func (v *value) commented() bool {
	for i := range v.items {
		if e := &v.items[i]; len(e.head) > 0 || len(e.foot) > 0 || e.line != "" || e.value.commented() {
			return true
		}
	}
	return false
}

// An emitter writes a document piece by piece, so that no document is ever whole in memory. It
// keeps the first error of its writer.
type emitter struct {
	w     *bufio.Writer
	json  bool
	after bool   // JSON: an entry has been written at this level
	flow  []byte // a value in flow style, before it is known to fit
}

func newEmitter(w io.Writer, json bool) *emitter {
	return &emitter{w: bufio.NewWriterSize(w, 64<<10), json: json}
}

// begin and end stand around a document.
func (e *emitter) begin() {
	if e.json {
		e.w.WriteString("{")
	}
}

func (e *emitter) end() error {
	if e.json {
		e.w.WriteString("\n}\n")
	}
	return e.w.Flush()
}

// open begins a key of the document whose entries follow one by one; x has no items yet.
func (e *emitter) open(x *entry) {
	if e.json {
		e.before(0)
		e.w.Write(appendJSON(e.w.AvailableBuffer(), x.key))
		e.w.WriteString(map[shape]string{aMapping: ": {", aList: ": ["}[x.value.shape])
		e.after = false
		return
	}
	e.heads(x, 0)
	e.key(x.key, 0)
	e.lineEnd(x)
}

// close ends what open began.
func (e *emitter) close(x *entry) {
	if e.json {
		e.w.WriteString("\n  ")
		e.w.WriteString(map[shape]string{aMapping: "}", aList: "]"}[x.value.shape])
		e.after = true
		return
	}
	e.comments(x.foot, 0)
}

// entry writes one entry of a mapping or of a list, indented by so many spaces.
func (e *emitter) entry(x *entry, inList bool, indent int) {
	if e.json {
		e.jsonEntry(x, inList, indent)
		return
	}
	if inList {
		e.item(x, indent)
		return
	}
	e.heads(x, indent)
	e.key(x.key, indent)
	e.rest(x, indent)
}

// item writes an entry of a list. A comment that would stand behind its dash stands above it; the
// first key of a mapping in block style has none above it.
func (e *emitter) item(x *entry, indent int) {
	v := &x.value
	if flow, ok := e.inFlow(v, indent+2, false); ok {
		e.heads(x, indent)
		e.indent(indent)
		e.w.WriteString("- ")
		e.w.Write(flow)
		e.lineEnd(x)
		e.comments(x.foot, indent)
		return
	}
	heads := x.head
	if x.line != "" {
		heads = append(heads[:len(heads):len(heads)], comment{text: x.line})
	}
	e.heads(&entry{head: heads, blank: x.blank}, indent)
	e.indent(indent)
	e.w.WriteString("-")
	for i := range v.items {
		switch {
		case v.shape == aList && i == 0:
			e.w.WriteString("\n")
			fallthrough
		case v.shape == aList || i > 0:
			e.entry(&v.items[i], v.shape == aList, indent+2)
		default:
			e.w.WriteString(" ")
			e.key(v.items[i].key, -1-indent-2)
			e.rest(&v.items[i], indent+2)
		}
	}
	e.comments(x.foot, indent)
}

// rest writes what comes behind a key, with the end of the line.
func (e *emitter) rest(x *entry, indent int) {
	v := &x.value
	if flow, ok := e.inFlow(v, indent+utf8.RuneCountInString(x.key)+2, false); ok {
		if len(flow) > 0 {
			e.w.WriteString(" ")
			e.w.Write(flow)
		}
		e.lineEnd(x)
	} else {
		e.lineEnd(x)
		for i := range v.items {
			e.entry(&v.items[i], v.shape == aList, indent+2)
		}
	}
	e.comments(x.foot, indent)
}

// key writes a key and its colon. A negative indent -1-n says that n columns are taken already.
func (e *emitter) key(key string, indent int) {
	e.indent(indent)
	b := appendYAML(e.w.AvailableBuffer(), key, false)
	if len(b) > longKey {
		e.w.WriteString("? ")
		e.w.Write(b)
		e.w.WriteString("\n")
		e.indent(max(indent, -1-indent))
	} else {
		e.w.Write(b)
	}
	e.w.WriteString(":")
}

func (e *emitter) heads(x *entry, indent int) {
	e.comments(x.head, indent)
	if x.blank {
		e.w.WriteString("\n")
	}
}

func (e *emitter) comments(cs []comment, indent int) {
	for _, c := range cs {
		if c.blank {
			e.w.WriteString("\n")
		}
		e.indent(indent)
		e.w.WriteString(c.text)
		e.w.WriteString("\n")
	}
}

func (e *emitter) lineEnd(x *entry) {
	if x.line != "" {
		e.w.WriteString("  ")
		e.w.WriteString(x.line)
	}
	e.w.WriteString("\n")
}

const spaces = "                                                                "

func (e *emitter) indent(n int) {
	for ; n > 0; n -= len(spaces) {
		e.w.WriteString(spaces[:min(n, len(spaces))])
	}
}

// inFlow gives v on one line, and whether it may stand so from this column on: a text always, a
// mapping or a list where it fits and nothing in it has a comment.
func (e *emitter) inFlow(v *value, column int, inside bool) ([]byte, bool) {
	if v.shape == aMapping || v.shape == aList {
		if len(v.items) > 0 && (v.block || v.commented()) {
			return nil, false
		}
	}
	b, ok := e.appendFlow(e.flow[:0], v, inside)
	e.flow = b[:0]
	if v.shape == aText || v.shape == aNothing || len(v.items) == 0 {
		return b, ok
	}
	return b, ok && column+utf8.RuneCount(b) <= wide
}

// appendFlow appends v in flow style; false is for what is too long by far.
func (e *emitter) appendFlow(b []byte, v *value, inside bool) (_ []byte, ok bool) {
	switch v.shape {
	case aNothing:
		switch {
		case e.json:
			return append(b, "null"...), true
		case inside:
			return append(b, '~'), true
		}
		return b, true
	case aText:
		return e.appendText(b, v, inside), true
	}
	ends := "{}"
	if v.shape == aList {
		ends = "[]"
	}
	b = append(b, ends[0])
	for i := range v.items {
		x := &v.items[i]
		if i > 0 {
			b = append(b, ", "...)
		}
		if v.shape == aMapping {
			at := len(b)
			if b = e.appendKey(b, x.key); len(b)-at > longKey {
				return b, false
			}
			b = append(b, ": "...)
		}
		if b, ok = e.appendFlow(b, &x.value, true); !ok || len(b) > 4*wide {
			return b, false
		}
	}
	return append(b, ends[1]), true
}

func (e *emitter) appendKey(b []byte, key string) []byte {
	if e.json {
		return appendJSON(b, key)
	}
	return appendYAML(b, key, true)
}

// appendText appends a text; inside is within a mapping or a list in flow style.
func (e *emitter) appendText(b []byte, v *value, inside bool) []byte {
	switch {
	case v.bare && (isNumber(v.text) || v.text == "true" || v.text == "false"), v.bare && !e.json && isDay(v.text):
		return append(b, v.text...)
	case e.json:
		return appendJSON(b, v.text)
	}
	return appendYAML(b, v.text, inside)
}

// before ends the entry before in JSON and begins a line.
func (e *emitter) before(indent int) {
	if e.after {
		e.w.WriteString(",")
	}
	e.w.WriteString("\n")
	e.indent(indent + 2)
	e.after = true
}

func (e *emitter) jsonEntry(x *entry, inList bool, indent int) {
	e.before(indent)
	column := indent + 3
	if !inList {
		key := appendJSON(e.w.AvailableBuffer(), x.key)
		column += utf8.RuneCount(key) + 2
		e.w.Write(key)
		e.w.WriteString(": ")
	}
	v := &x.value
	if flow, ok := e.inFlow(v, column, true); ok {
		e.w.Write(flow)
		return
	}
	ends := "{}"
	if v.shape == aList {
		ends = "[]"
	}
	e.w.WriteString(ends[:1])
	e.after = false
	for i := range v.items {
		e.jsonEntry(&v.items[i], v.shape == aList, indent+2)
	}
	e.w.WriteString("\n")
	e.indent(indent + 2)
	e.w.WriteString(ends[1:])
	e.after = true
}

// commentOf cuts a text into comments, each with its # before it.
func commentOf(s string) []comment {
	if s == "" {
		return nil
	}
	var cs []comment
	for line := range strings.SplitSeq(s, "\n") {
		cs = append(cs, comment{text: strings.TrimRight("# "+visible(line), " ")})
	}
	return cs
}
