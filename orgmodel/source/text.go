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

// Text is the text of a file as the readers see it, so that the lines and columns of a Pos can be
// counted in it: UTF-8 without a byte order mark, whatever the file's encoding, and lines that end
// with a line feed, after a carriage return or not. It may share memory with raw. The error says that this is
// no text at all.
func Text(raw []byte) ([]byte, error) {
	text, _, err := decode.UTF8(raw)
	if err != nil {
		return nil, err
	}
	if bytes.IndexByte(text, '\n') < 0 && bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte{'\r'}, []byte{'\n'})
	}
	return text, nil
}
