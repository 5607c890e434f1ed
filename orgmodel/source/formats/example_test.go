package formats_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/formats"
	"example.com/orgchart/orgmodel/source/table"
)

var folder = fstest.MapFS{
	"org.yaml":   {Data: []byte("format: 1\norganisation: Harbour Digital\nposts:\n  it-1: Head of IT\n")},
	"people.csv": {Data: []byte("id,name,manager\nE1,Ada,it-1\n")},
}

func ExampleLoad() {
	org, _, err := formats.Load(context.Background(), source.FromFS(folder, "org.yaml", "people.csv")...)
	if err != nil {
		fmt.Println(err)
		return
	}
	ada, _ := org.Find("E1")
	fmt.Println(org.Name(), org.NameOf(org.Manager(ada).Seat))
	// Output: Harbour Digital Head of IT
}

func ExampleAll() {
	for _, f := range formats.All() {
		fmt.Println(f.Name, f.Match("people.csv", []byte("id,name,manager\n")), f.Match("org.yaml", []byte("format: 1\n")))
	}
	// Output:
	// native 0 10
	// organogram 0 0
	// table 8 0
}

func ExampleWith() {
	all := formats.With(table.Reader{Mapping: table.Mapping{"Chef": table.Manager}})
	org, _, err := source.Load(context.Background(), all, source.Limits{}, source.FromFS(fstest.MapFS{
		"leute.csv": {Data: []byte("id,name,Chef\n1,Ada,\n2,Bo,1\n")},
	}, "leute.csv")...)
	fmt.Println(org.Lines(), err)
	// Output: 1 <nil>
}
