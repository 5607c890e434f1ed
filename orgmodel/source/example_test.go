package source_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"example.com/orgchart/orgmodel/source"
)

func ExampleLoad() {
	files := fstest.MapFS{"notes.txt": {Data: []byte("hello")}}
	outline := source.Format{Name: "outline", Match: func(name string, head []byte) int { return 0 }}
	_, _, err := source.Load(context.Background(), []source.Format{outline}, source.Limits{}, source.FromFS(files, "notes.txt")...)
	fmt.Println(err)
	_, _, err = source.Load(context.Background(), nil, source.Limits{}, source.FromFS(files, "notes.txt")...)
	fmt.Println(err)
	// Output:
	// notes.txt: no format fits the file's name and content. If it has one of these nevertheless, name it (--from): outline.
	// notes.txt: there is no format to read it with. Give Load the formats that it may have.
}

func ExampleNotText() {
	fmt.Println(source.NotText([]byte("PK\x03\x04...")))
	fmt.Println(source.NotText([]byte("\x7fELF\x00\x01\x02")))
	fmt.Printf("%q %q\n", source.NotText([]byte("id,name\n")), source.NotText([]byte("i\x00d\x00,\x00n\x00a\x00m\x00e\x00\n\x00")))
	// Output:
	// this is a ZIP archive or a workbook (xlsx, ods), not text: save its sheet as CSV
	// this is no text: it has NUL bytes
	// "" ""
}
