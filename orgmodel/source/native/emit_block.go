package native

import (
	"strings"
	"unicode/utf8"
)

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
