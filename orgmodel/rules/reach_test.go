package rules_test

import (
	"context"
	"strconv"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// TestReach: a way up of five hundred and twelve seats is followed to its end, and of a longer one nothing is said, be
// it a chain or a loop.
func TestReach(t *testing.T) {
	for _, c := range []struct {
		name        string
		above       int // seats above the one that does the work
		loop, found bool
	}{
		{"chain", 512, false, true}, {"long chain", 513, false, false}, {"very long chain", 2000, false, false},
		{"loop, which leads to no top", 511, true, false}, {"long loop", 2000, true, false}, {"no boss", 0, false, true},
	} {
		s := orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "duty", Kind: orgmodel.Duty}, {ID: "head", Kind: orgmodel.Post}}}
		line := func(from string, rel orgmodel.Rel, to string) {
			s.Lines = append(s.Lines, orgmodel.Line{From: orgmodel.ID(from), Rel: rel, To: orgmodel.ID(to)})
		}
		for i := range c.above + 1 {
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(strconv.Itoa(i)), Kind: orgmodel.Post})
			if i > 0 {
				line(strconv.Itoa(i-1), orgmodel.ReportsTo, strconv.Itoa(i))
			}
		}
		if c.loop {
			line(strconv.Itoa(c.above), orgmodel.ReportsTo, "0")
		}
		line("0", orgmodel.ResponsibleFor, "duty")
		line("head", orgmodel.AccountableFor, "duty")
		found, err := orgmodel.Check(context.Background(), orgmodel.New(s), rules.AccountableOutOfReach{}.Rule())
		if err != nil {
			t.Fatal(err)
		}
		if (len(found) == 1) != c.found {
			t.Errorf("%s: found %v, want some: %v", c.name, found, c.found)
		}
	}
}
