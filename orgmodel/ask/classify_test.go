package ask_test

import (
	"fmt"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/orgtest"
)

// TestClassify: each sign by itself, signs that disagree, and a role that settles it.
func TestClassify(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string
		it, bus    float64
	}{
		{"nothing known", "", ask.CannotBeTold, 0, 0},
		{"a unit of IT", "+unit it tags=it\npm part-of it\n", ask.ITPM, 1, 0},
		{"a team in a unit of IT", "+unit it tags=it\n+unit team\nteam part-of it\npm part-of team\n", ask.ITPM, 1, 0},
		{"a unit, where another is IT", "+unit it tags=it\n+unit docks\npm part-of docks\n", ask.BusinessPM, 0, 1},
		{"a unit, where none is known as IT", "+unit docks\npm part-of docks\n", ask.CannotBeTold, 0, 0},
		{"a PMO", "+unit it tags=it\n+pmo office\npm part-of office\n", ask.CannotBeTold, 0, 0},
		{"the unit of the person", "+unit it tags=it\n+person ann\nann holds pm\nann part-of it\n", ask.ITPM, 1, 0},
		{"a unit that was left", "as-of 2026-04-01\n+unit it tags=it\npm part-of it until 2026-01-01\n", ask.CannotBeTold, 0, 0},
		{"the budget", "+role budget-holder\npm has-role budget-holder in p\n", ask.BusinessPM, 0, 1},
		{"another budget", "+role budget-holder\n+project q\npm has-role budget-holder in q\n", ask.CannotBeTold, 0, 0},
		{"the sponsor's voice, near the sponsor", "+post boss\np sponsored-by boss\npm represents boss\n", ask.BusinessPM, 0, 2},
		{"near a sponsor in IT", "+unit it tags=it\n+post boss\nboss part-of it\np sponsored-by boss\npm reports-to boss\n", ask.CannotBeTold, 0, 0},
		{"near the sponsor of the programme", "+post boss\n+programme g\np part-of g\ng sponsored-by boss\npm reports-to boss\n", ask.BusinessPM, 0, 1},
		{"near by a role", "+post boss\n+role sponsor\nboss has-role sponsor in p\npm reports-to boss\n", ask.BusinessPM, 0, 1},
		{"neither near nor far", "+post a\n+post boss\np sponsored-by boss\npm reports-to a\na reports-to boss\n", ask.CannotBeTold, 0, 0},
		{"far", "+post a\n+post b\n+post c\n+post boss\np sponsored-by boss\npm reports-to a\na reports-to b\nb reports-to c\nc reports-to boss\n", ask.ITPM, 1, 0},
		{"signs disagree", "+unit it tags=it\n+role budget-holder\npm part-of it\npm has-role budget-holder in p\n", ask.CannotBeTold, 1, 1},
		{"a role settles it", "+unit it tags=it\n+role business-project-manager\npm part-of it\npm has-role business-project-manager in p\n", ask.BusinessPM, 1, 1},
		{"both roles", "+role business-project-manager\n+role it-project-manager\npm has-role business-project-manager in p\npm has-role it-project-manager in p\n", ask.CannotBeTold, 1, 1},
	} {
		k, err := orgtest.Case{Text: "+role project-manager\n+project p\n+post pm\npm has-role project-manager in p\n" + c.text}.Parse()
		if err != nil {
			t.Fatal(err)
		}
		o := k.Org()
		pm, _ := o.Find("pm")
		a := ask.Asker{Org: o}.ClassifyPM(pm)
		if a.Label != c.want || a.Counts.Of("it") != c.it || a.Counts.Of("business") != c.bus {
			t.Errorf("%s: %s with %v, want %s: %v", c.name, a.Label, a.Counts, c.want, a.Why)
		}
	}
}

// TestClassifyAnywhere: a label rests on its signs, and only who runs a project has one.
func TestClassifyAnywhere(t *testing.T) {
	labels := map[string]int{}
	eachOdd(t, 200, func(t *testing.T, o *orgmodel.Org) {
		for _, r := range everyone(o) {
			a := ask.Asker{Org: o}.ClassifyPM(r)
			bus, it := a.Counts.Of("business"), a.Counts.Of("it")
			stated := slices.ContainsFunc(a.Why, func(w ask.Reason) bool { return w.Code == ask.StatedRole })
			want := map[bool]string{true: ask.CannotBeTold}[a.Total > 0]
			switch {
			case a.Total == 0 || stated:
			case bus > 0 && it == 0:
				want = ask.BusinessPM
			case it > 0 && bus == 0:
				want = ask.ITPM
			}
			if labels[a.Label]++; a.Label != want && !stated {
				t.Errorf("%d is %q by %v, want %q", r, a.Label, a.Counts, want)
			}
		}
	})
	if labels[ask.BusinessPM]+labels[ask.ITPM] == 0 || labels[ask.CannotBeTold] == 0 {
		t.Errorf("labels %v: the test no longer tests", labels)
	}
}

// TestLongAndWide: chains of programmes and crowds of holders cost a walk each, and no sentence grows with them.
func TestLongAndWide(t *testing.T) {
	n := 30_000
	if testing.Short() {
		n = 20_000
	}
	s := orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "pm", Kind: orgmodel.Post}, {ID: "end", Kind: orgmodel.Outcome}, {ID: "b", Kind: orgmodel.Benefit}, {ID: "project-manager", Kind: orgmodel.Role}}}
	id := func(i int) orgmodel.ID { return orgmodel.ID(fmt.Sprintf("g%d", i)) }
	for i := range n {
		who := orgmodel.ID(fmt.Sprintf("p%d", i))
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: id(i), Kind: orgmodel.Project}, orgmodel.Node{ID: who, Kind: orgmodel.Person})
		s.Lines = append(s.Lines, orgmodel.Line{From: id(i), Rel: orgmodel.PartOf, To: id(i + 1)}, orgmodel.Line{From: who, Rel: orgmodel.Holds, To: "pm"},
			orgmodel.Line{From: "pm", Rel: orgmodel.HasRole, To: "project-manager", Scope: id(i)})
	}
	s.Lines = append(s.Lines, orgmodel.Line{From: id(n - 1), Rel: orgmodel.Realises, To: "b"}, orgmodel.Line{From: "b", Rel: orgmodel.ContributesTo, To: "end"})
	o := orgmodel.New(s)
	q := ask.Asker{Org: o}
	find := func(id orgmodel.ID) orgmodel.Ref { r, _ := o.Find(id); return r }
	for _, a := range []ask.Answer{
		q.WhyAmIHere(find(id(0))), q.WhyAmIHere(find("pm")), q.ScopeOf(find("pm")), q.ScopeOf(find("p7")), q.FacetsOf(find("pm")), q.History(find("pm")), q.ClassifyPM(find("pm")),
		q.ProjectsOf(find("pm"), ""), q.LineOfSight(), q.RoleOverlap(find("project-manager"), find("project-manager")), q.Members(find(id(n)), 0),
	} {
		if a.None() && a.Question != "members" || len(a.Sentence) > 5000 || len(a.Why) > 31 {
			t.Errorf("%s: %d items, a sentence of %d bytes, %d reasons", a.Question, a.Total, len(a.Sentence), len(a.Why))
		}
	}
}
