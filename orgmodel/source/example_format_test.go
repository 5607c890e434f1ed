package source_test

import (
	"context"
	"fmt"
	"strings"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// outline is a reader of one's own: a person a line, indented by a tab under the boss.
var outline = source.Format{
	Name: "outline", Doc: "A person a line, indented by tabs under the boss.",
	Match: func(name string, head []byte) int {
		if strings.HasSuffix(name, ".outline") {
			return 10
		}
		return 0
	},
	Read: func(ctx context.Context, b *orgmodel.Builder, in source.Input) (source.Notes, error) {
		var notes source.Notes
		data, err := in.ReadAll()
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return notes, err
		}
		var above []orgmodel.ID
		for i, row := range strings.Split(string(data), "\n") {
			name := strings.TrimLeft(row, "\t")
			if name == "" {
				continue
			}
			notes.Rows++
			depth := len(row) - len(name)
			pos := orgmodel.Pos{File: in.Name, Line: i + 1, Column: depth + 1}
			if depth > len(above) {
				return notes, &source.Error{Pos: pos, Found: "the row is indented too far", Fix: "Indent it one tab more than its boss."}
			}
			b.Node(orgmodel.Node{ID: orgmodel.ID(name), Kind: orgmodel.Person, Name: name, Pos: pos})
			if depth > 0 {
				b.Line(orgmodel.Line{From: orgmodel.ID(name), Rel: orgmodel.ReportsTo, To: above[depth-1], Pos: pos})
			}
			above = append(above[:depth], orgmodel.ID(name))
		}
		if notes.Rows == 0 {
			return notes, &source.Error{Pos: orgmodel.Pos{File: in.Name}, Found: "nobody is in the file", Fix: "Write a person a line."}
		}
		return notes, nil
	},
}

func ExampleFormat() {
	files := fstest.MapFS{"team.outline": {Data: []byte("Ada\n\tBo\n\t\tCy\n\tDi\n")}}
	org, notes, err := source.Load(context.Background(), []source.Format{outline}, source.Limits{}, source.FromFS(files, "team.outline")...)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(notes.Rows, "rows")
	for e := range org.Edges() {
		fmt.Println(org.Line(e), "at", org.LinePos(e))
	}
	// Output:
	// 4 rows
	// Bo reports-to Ada at team.outline:2:2
	// Cy reports-to Bo at team.outline:3:3
	// Di reports-to Ada at team.outline:4:2
}
