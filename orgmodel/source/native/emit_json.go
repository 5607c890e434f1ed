package native

import "unicode/utf8"

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
