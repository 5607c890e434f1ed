package native

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/internal/decode"
)

// Format is the format "native" for source.Load. It matches a file by its ending, .yaml, .yml
// or .json, and better by its format key; a file without an ending it knows, by that key.
func Format() source.Format {
	return source.Format{
		Name:  "native",
		Doc:   "An organisation as a file in git: YAML or JSON with the key format.",
		Match: match,
		Read:  read,
	}
}

var (
	formatYAML = regexp.MustCompile(`(?m)^["']?format["']?[ \t]*:[ \t]+["']?[0-9]`)
	formatJSON = regexp.MustCompile(`["']?format["']?[ \t\r\n]*:[ \t\r\n]*["']?[0-9]`)
)

func match(name string, head []byte) int {
	text, _, err := decode.UTF8(head)
	if err != nil {
		return 0
	}
	says := formatYAML.Match(text)
	if trim := bytes.TrimLeft(text, " \t\r\n"); len(trim) > 0 && trim[0] == '{' {
		says = formatJSON.Match(text)
	}
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".csv" || ext == ".tsv" || ext == ".tab":
		return 0
	case ext == ".yaml" || ext == ".yml" || ext == ".json":
		if says {
			return 10
		}
		return 6
	case says:
		return 9
	}
	return 0
}

// Read reads one file into an organisation of its own. Name is for positions and messages, and
// says by its ending whether the file is YAML or JSON. A file that includes others is an error
// here, as there is no folder to find them in: give Format to source.Load for those, and for
// other limits.
func Read(name string, r io.Reader) (*orgmodel.Org, source.Notes, error) {
	var b orgmodel.Builder
	notes, err := read(context.Background(), &b, source.Input{Name: name, Reader: r, Size: size(r)})
	if err != nil {
		return nil, notes, err
	}
	return b.Org(), notes, nil
}

// size is how many bytes r has, as far as it says.
func size(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if st, err := r.Stat(); err == nil {
			return st.Size()
		}
	}
	return 0
}
