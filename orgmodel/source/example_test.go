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
