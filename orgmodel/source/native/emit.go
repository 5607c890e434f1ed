package native

import (
	"bufio"
	"io"
)

// wide is how many columns a record in flow style may take.
const wide = 120

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
