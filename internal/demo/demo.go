// Package demo is a small organisation with a few faults: what the command works on when no
// file is given, and what the examples show. It is written down in demo.yaml, an example of
// the native format. Its people are made up.
package demo

import (
	"bytes"
	_ "embed"
	"io"
	"io/fs"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/native"
)

//go:embed demo.yaml
var text []byte

// Org is Harbour Digital: an IT department, a PMO, a programme with its projects, and faults
// of the kinds that real organisations have. Positions are those of demo.yaml.
func Org() *orgmodel.Org {
	o, _, err := native.Read("demo.yaml", bytes.NewReader(text))
	if err != nil {
		panic(err) // a test reads the file
	}
	return o
}

// Open opens demo.yaml, the file that the positions of Org name.
func Open(file string) (io.ReadCloser, error) {
	if file != "demo.yaml" {
		return nil, fs.ErrNotExist
	}
	return io.NopCloser(bytes.NewReader(text)), nil
}
