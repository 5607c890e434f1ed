package ask

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// JSONVersion is the version that JSON writes: it changes when a field changes its meaning or
// goes. New fields do not change it.
const JSONVersion = 1

// JSON writes an answer as one JSON object: version, and the fields of Answer under the names in
// their tags. Lists are never null. Characters that act on a terminal rather than show are
// escaped, which changes no text; bytes that are no UTF-8 become U+FFFD, as JSON has no others.
func JSON(w io.Writer, a Answer) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	if err := enc.Encode(struct {
		Version int `json:"version"`
		Answer
	}{JSONVersion, a}); err != nil {
		return err
	}
	_, err := w.Write(visible(b.Bytes()))
	return err
}

// visible escapes what does not show as itself; outside of JSON strings there is no such thing
// but line breaks.
func visible(b []byte) []byte {
	acts := func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }
	if bytes.IndexFunc(b, acts) < 0 {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case !acts(r):
			out = append(out, b[:size]...)
		case r > 0xFFFF:
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		b = b[size:]
	}
	return out
}
