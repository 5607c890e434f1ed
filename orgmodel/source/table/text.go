package table

import (
	"bytes"
	"fmt"
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/internal/decode"
)

// Encodings are the values of Reader.Encoding.
func Encodings() []string { return decode.Names() }

// text is the file as UTF-8 with line feeds.
func (rd Reader) text(file string, raw []byte, notes *source.Notes) ([]byte, error) {
	at := orgmodel.Pos{File: file}
	if len(raw) == 0 {
		return nil, &source.Error{Pos: at, Found: "the file is empty", Fix: "Give a table whose first row names its columns"}
	}
	text, name, err := raw, "", error(nil)
	if rd.Encoding != "" {
		if !slices.Contains(Encodings(), rd.Encoding) {
			return nil, fmt.Errorf("encoding %q: want one of %s", rd.Encoding, list(Encodings()))
		}
		text, name = decode.As(raw, rd.Encoding), rd.Encoding
	} else if text, name, err = decode.UTF8(raw); err != nil {
		return nil, &source.Error{Pos: at, Found: err.Error()}
	}
	if name != decode.Plain && name != "utf-8" {
		notes.Add(at, "Read as %s.", name)
	}
	if bytes.IndexByte(text, '\n') < 0 && bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte{'\r'}, []byte{'\n'})
		notes.Add(at, "Lines end with a carriage return alone.")
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, &source.Error{Pos: at, Found: "the file has no text in it", Fix: "Give a table whose first row names its columns"}
	}
	return text, nil
}
