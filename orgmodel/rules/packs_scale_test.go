package rules_test

import (
	"context"
	"math/rand/v2"
	"strconv"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// heaped are shapes of n posts, persons or both on which whatever looks at each pair of something
// never ends.
var heaped = []struct {
	name string
	fill func(b *heap, n int)
}{
	{"chain", func(b *heap, n int) {
		for i := 1; i < n; i++ {
			b.line(i, orgmodel.ReportsTo, i-1)
			b.line(i, orgmodel.DottedTo, 0)
		}
	}},
	{"loop", func(b *heap, n int) {
		for i := range n {
			b.line(i, orgmodel.ReportsTo, (i+1)%n)
			b.line(i, orgmodel.DirectedBy, n/2)
			b.line(i, orgmodel.DottedTo, i/2)
		}
	}},
	{"star", func(b *heap, n int) {
		for i := 1; i < n; i++ {
			b.line(i, orgmodel.ReportsTo, 0)
			b.line(i, orgmodel.DottedTo, 0)
			b.line(i, orgmodel.WorksOn, 0)
		}
	}},
	{"one report of all", func(b *heap, n int) {
		for i := 1; i < n; i++ {
			b.line(0, orgmodel.ReportsTo, i)
			b.line(0, orgmodel.DottedTo, i)
			b.line(0, orgmodel.DirectedBy, i)
		}
	}},
	{"ladder", func(b *heap, n int) {
		for i := 2; i < n; i++ {
			b.line(i, orgmodel.ReportsTo, i-1)
			b.line(i, orgmodel.ReportsTo, i-2)
			b.line(i, orgmodel.DottedTo, i-2)
		}
	}},
	{"random", func(b *heap, n int) {
		rnd := rand.New(rand.NewPCG(1, 2))
		rels := []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.DottedTo, orgmodel.Holds, orgmodel.PartOf, orgmodel.HasRole, orgmodel.Owns}
		for range 3 * n {
			b.line(rnd.IntN(n), rels[rnd.IntN(len(rels))], rnd.IntN(n))
		}
	}},
	{"holder of all", func(b *heap, n int) {
		for i := 1; i < n/2; i++ {
			b.line(n-1, orgmodel.Holds, i)
			b.line(i, orgmodel.ReportsTo, i/2)
			b.line(i, orgmodel.WorksOn, 0)
			b.line(n-1, orgmodel.HasRole, n-2)
			b.line(n-1, orgmodel.Owns, i)
		}
	}},
	{"held by all", func(b *heap, n int) {
		for i := n / 2; i < n-1; i++ {
			b.line(i, orgmodel.Holds, 0)
			b.line(i, orgmodel.HasRole, n-1)
			b.line(i, orgmodel.PartOf, i+1)
			b.line(0, orgmodel.PartOf, i)
			b.line(0, orgmodel.HasRole, n-1)
		}
	}},
}

// heap is an organisation in the making: posts, from the middle on persons, each with a grade and a title, of
// which every ninth is a role or a unit.
type heap struct {
	orgmodel.Builder
	rels map[orgmodel.Rel]orgmodel.RelCode
}

func newHeap(n int) *heap {
	b := &heap{rels: map[orgmodel.Rel]orgmodel.RelCode{}}
	kinds := []orgmodel.Kind{orgmodel.Post, orgmodel.Person}
	for i := range n {
		kind := kinds[i*2/n]
		switch {
		case i%9 == 7 && i < n/2:
			kind = orgmodel.Unit
		case i%9 == 8 && i < n/2, i == n-2:
			kind = orgmodel.Role
		}
		b.AddNode(strconv.Itoa(i), b.KindCode(kind), "", b.AttrCode(orgmodel.Grade, []string{"G6", "G7"}[i%2], orgmodel.Title, "PM, Project manager"), orgmodel.Place{})
	}
	return b
}

func (b *heap) line(from int, rel orgmodel.Rel, to int) {
	code, known := b.rels[rel]
	if !known {
		code = b.RelCode(rel)
		b.rels[rel] = code
	}
	b.AddLine(orgmodel.Ref(from), code, orgmodel.Ref(to), orgmodel.Place{})
}

// TestPacksScale runs what the packs hold, and what no pack holds, over heaps of many.
func TestPacksScale(t *testing.T) {
	n := 50_000
	if testing.Short() {
		n = 5_000
	}
	all := append(rules.Policy(), rules.Shape()...)
	all = append(all, rules.PMLoad{Max: 1, Role: orgmodel.ID(strconv.Itoa(n - 2))}.Rule(), rules.MatrixMode{Mode: rules.Strong, Role: orgmodel.ID(strconv.Itoa(n - 2))}.Rule(),
		rules.LayersDeep{PerUnit: []orgmodel.ID{"7", "16"}}.Rule(), rules.Chokepoint{Fraction: 1e-9, MinSeats: 1}.Rule())
	for _, h := range heaped {
		t.Run(h.name, func(t *testing.T) {
			b := newHeap(n)
			h.fill(b, n)
			o := b.Org()
			found, err := orgmodel.Check(context.Background(), o, all...)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if f.Key == "panic" {
					t.Error(f)
				}
			}
		})
	}
}
