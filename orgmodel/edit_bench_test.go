package orgmodel_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
)

// crew are n people, eight to a boss, in no order, named, with one of a hundred titles.
func crew(n int) *orgmodel.Org {
	var b orgmodel.Builder
	person, reports := b.KindCode(orgmodel.Person), b.RelCode(orgmodel.ReportsTo)
	for k := range n {
		i := k * 7919 % n
		title := b.AttrCode(orgmodel.Title, fmt.Sprint("Title ", i%100))
		r := b.AddNode(fmt.Sprintf("E%07d", i), person, "Somebody of some name", title, orgmodel.Place{Line: int32(k + 1), Column: 1})
		if i > 0 {
			b.AddLine(r, reports, b.Refer(fmt.Sprintf("E%07d", (i-1)/8)), orgmodel.Place{Line: int32(k + 1), Column: 9})
		}
	}
	return b.Org()
}

// changes are what a service does in one request.
var changes = []struct {
	name string
	do   func(e *orgmodel.Edit, who, boss orgmodel.Ref)
}{
	{"Reline", func(e *orgmodel.Edit, who, boss orgmodel.Ref) { e.SetBoss(who, boss) }},
	{"End", func(e *orgmodel.Edit, who, _ orgmodel.Ref) {
		at, _ := e.BossLine(who)
		l := e.Line(at)
		l.Live.Until = day(1)
		e.SetLine(at, l)
	}},
	{"Drop", func(e *orgmodel.Edit, who, _ orgmodel.Ref) {
		at, _ := e.BossLine(who)
		e.DropLine(at)
	}},
	{"AddLine", func(e *orgmodel.Edit, who, boss orgmodel.Ref) {
		e.AddLine(orgmodel.Line{From: e.Node(who).ID, Rel: orgmodel.DottedTo, To: e.Node(boss).ID})
	}},
	{"Retitle", func(e *orgmodel.Edit, who, _ orgmodel.Ref) {
		n := e.Node(who)
		n.Attrs = orgmodel.NewAttrs(orgmodel.Title, "Another title")
		e.SetNode(who, n)
	}},
	{"Rename", func(e *orgmodel.Edit, who, _ orgmodel.Ref) {
		n := e.Node(who)
		n.Name = "Somebody of another name"
		e.SetNode(who, n)
	}},
	{"Hire", func(e *orgmodel.Edit, _, boss orgmodel.Ref) {
		e.AddNode(orgmodel.Node{ID: "E9999999", Kind: orgmodel.Person, Name: "New"})
		e.AddLine(orgmodel.Line{From: "E9999999", Rel: orgmodel.ReportsTo, To: e.Node(boss).ID})
	}},
}

// sizes are small, large and very large.
func sizes(b *testing.B, test func(b *testing.B, o *orgmodel.Org, who, boss orgmodel.Ref)) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		o := crew(n)
		who, _ := o.Find(orgmodel.ID(fmt.Sprintf("E%07d", n/2)))
		boss, _ := o.Find(orgmodel.ID(fmt.Sprintf("E%07d", n/3)))
		b.Run(fmt.Sprint(n), func(b *testing.B) { test(b, o, who, boss) })
	}
}

// BenchmarkEdit makes one change in a fresh Edit, asks whether it closes a loop, and leaves it: what
// a service pays that turns the change down.
func BenchmarkEdit(b *testing.B) {
	sizes(b, func(b *testing.B, o *orgmodel.Org, who, boss orgmodel.Ref) {
		for _, c := range changes {
			b.Run(c.name, func(b *testing.B) {
				b.ReportAllocs()
				for range b.N {
					e := o.Edit()
					if e.WouldLoop(who, boss) {
						b.Fatal("a loop")
					}
					c.do(e, who, boss)
				}
			})
		}
	})
}

// BenchmarkEditOrg makes one change and finishes the organisation; New makes it from a Spec.
func BenchmarkEditOrg(b *testing.B) {
	sizes(b, func(b *testing.B, o *orgmodel.Org, who, boss orgmodel.Ref) {
		for _, c := range changes {
			b.Run(c.name, func(b *testing.B) {
				b.ReportAllocs()
				for range b.N {
					e := o.Edit()
					c.do(e, who, boss)
					if e.Org() == o {
						b.Fatal("nothing changed")
					}
				}
			})
		}
		b.Run("SpecAndNew", func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				s := o.Spec()
				s.Lines[0].To = "E0000000"
				orgmodel.New(s)
			}
		})
	})
}
