package native_test

import (
	"context"
	"fmt"
	"strings"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
)

func ExampleRead() {
	const text = `
format: 1
organisation: Harbour Digital
posts:
  it-1: {name: Head of IT, top: true}
  pm-1: {name: Payments project manager, reports-to: it-1}
lines:
  - p-17 holds pm-1 since 2026-01-05
`
	org, _, err := native.Read("org.yaml", strings.NewReader(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	for e := range org.Edges() {
		fmt.Println(org.LinePos(e), org.Line(e))
	}
	// Output:
	// org.yaml:6:54 [reports-to] pm-1 reports-to it-1
	// org.yaml:8:5 p-17 holds pm-1 since 2026-01-05
}

func ExampleErrors() {
	const text = `
format: 1
posts:
  it-1: {name: Head of IT, gade: G6}
lines:
  - pm-1 reprots-to it-1
  - p-17 holds pm-1 since 05/01/2026
`
	_, _, err := native.Read("org.yaml", strings.NewReader(text))
	fmt.Println(err)
	// Output:
	// org.yaml:4:28: "gade" is no key of a node. Did you mean grade? An attribute of your own stands under attrs: {attrs: {gade: ...}}.
	// org.yaml:6:10: "reprots-to" is no relation. Did you mean reports-to? Write: pm-1 reports-to it-1. A relation of your own that is meant so is written {from: pm-1, rel: reprots-to, to: it-1}.
	// org.yaml:7:27: since: "05/01/2026" is no day. Write a day that exists as YYYY-MM-DD: 2026-01-05 or 2026-05-01.
}

// Files that include others are read from a folder.
func ExampleFormat() {
	folder := fstest.MapFS{
		"org.yaml":      {Data: []byte("format: 1\ninclude: teams/it.yaml\nposts: {ceo: Chief executive}\n")},
		"teams/it.yaml": {Data: []byte("format: 1\nposts: {it-1: {name: Head of IT, reports-to: ceo}}\n")},
	}
	org, _, err := source.Load(context.Background(), []source.Format{native.Format()}, source.Limits{}, source.FromFS(folder, "org.yaml")...)
	if err != nil {
		fmt.Println(err)
		return
	}
	it, _ := org.Find("it-1")
	fmt.Println(org.Pos(it), org.NameOf(org.Manager(it).Seat))
	fmt.Println(org.Kind(it) == orgmodel.Post)
	// Output:
	// teams/it.yaml:2:9 Chief executive
	// true
}

func ExampleComments() {
	fmt.Printf("%q\n", native.Comments([]byte("format: 1 # the first\nposts: {a: &x \"# none\", b: *x}\n# the end\n")))
	// Output: ["# the first" "# the end"]
}
