package source

import (
	"bytes"

	"example.com/orgchart/orgmodel/source/internal/decode"
)

// NotText says, from the beginning of a file, what it is where it is no text: a workbook, a picture,
// an archive, bytes of a program, and where text is to be had. It is empty for text, in any
// encoding.
func NotText(head []byte) string {
	text, _, err := decode.UTF8(head[:min(len(head), 512)])
	switch {
	case err != nil:
		return err.Error()
	case bytes.IndexByte(text, 0) >= 0:
		return "this is no text: it has NUL bytes"
	}
	return ""
}
