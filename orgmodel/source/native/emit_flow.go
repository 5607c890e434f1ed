package native

import "unicode/utf8"

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
		if len(x.key)+len(x.value.text) > 4*wide {
			return b, false
		}
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
