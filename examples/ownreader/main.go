// Command ownreader reads an organisation from two files, one of them in a format of its own: the
// package outline beside it is a whole reader, and naming its Format in the call of Load is all that
// adds it. The people of the table report to those of the outline.
package main

import (
	"context"
	"embed"
	"fmt"
	"log"

	"example.com/orgchart/examples/ownreader/outline"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/table"
)

//go:embed secretariat.outline people.csv
var files embed.FS

func main() {
	ctx := context.Background()
	formats := []source.Format{table.Format(), outline.Format()}
	org, notes, err := source.Load(ctx, formats, source.Limits{Bytes: 1 << 20}, source.FromFS(files, "secretariat.outline", "people.csv")...)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(notes.Rows, "rows")
	for _, n := range notes.List {
		fmt.Printf("note: %s: %s\n", n.Pos, n.Text)
	}
	bo, _ := org.Find("E2")
	for _, boss := range org.Chain(bo) {
		fmt.Printf("above %s: %s (%s)\n", org.Label(bo), org.Label(boss), org.Pos(boss))
	}
	findings, _ := orgmodel.Check(ctx, org, rules.Core()...)
	for _, f := range findings {
		fmt.Println(f)
	}
}
