package table

import (
	"context"
	"path"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/internal/decode"
)

// Format is this package's way in for source.Load, with the zero Reader.
func Format() source.Format { return Reader{}.Format() }

// Format is the same with the Reader's options.
func (rd Reader) Format() source.Format {
	return source.Format{
		Name: "table",
		Doc:  "A table with a row for each person or post, as CSV, TSV or with semicolons, as HR systems export it.",
		Match: func(name string, head []byte) int {
			mapping, _ := rd.Mapping.folded()
			return match(name, head, mapping)
		},
		Read: func(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
			return rd.Read(ctx, b, in)
		},
	}
}

func match(name string, head []byte, mapping map[string]Field) int {
	ext := 0
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".tab":
		ext = 3
	case ".txt":
		ext = 1
	}
	text, _, err := decode.UTF8(head)
	if err != nil {
		return 1 // Read says what it is instead and what to do, unless another format knows it
	}
	trim := strings.TrimLeft(string(text[:min(len(text), 512)]), " \t\r\n")
	if trim == "" || trim[0] == '{' || trim[0] == '[' || trim[0] == '<' {
		return min(ext, 1)
	}
	s := newScanner(name, text, separator(name, text, mapping), len(text))
	at, best := header(s, mapping)
	for s.row.start < at || len(s.row.cells) == 0 {
		if ok, err := s.next(); !ok || err != nil {
			break
		}
	}
	if len(s.row.cells) < 2 || best < 2 {
		return ext
	}
	for _, c := range s.row.cells {
		switch fold(c.text) {
		case "postuniquereference", "reportstoseniorpost", "reportingseniorpost":
			return 3 // the reader of organograms knows these better
		}
	}
	return 5 + ext
}
