package ask_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

// Questions about somebody's work, put to a thing, say that it is one; put to somebody without any, which lines there might be.
func TestWorkOfThings(t *testing.T) {
	q := ask.Asker{Org: orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{
		{ID: "alpha", Kind: orgmodel.Project}, {ID: "project-manager", Kind: orgmodel.Role}, {ID: "bo", Kind: orgmodel.Person},
	}})}
	at := func(id orgmodel.ID) orgmodel.Ref { r, _ := q.Org.Find(id); return r }
	const thing = ", and neither a person nor a post."
	for _, c := range []struct {
		answer ask.Answer
		says   string
		is     bool
	}{
		{q.ProjectsOf(at("alpha"), ""), "alpha is a project" + thing, true},
		{q.ClassifyPM(at("alpha")), "alpha is a project" + thing, true},
		{q.WhyAmIHere(at("project-manager")), "project-manager is a role" + thing, true},
		{q.ProjectsOf(at("bo"), ""), "No line puts bo at a project: a role in it, works-on, owns, or sponsored-by.", false},
		{q.WhyAmIHere(at("bo")), "No line puts bo at any work", false},
		{q.ClassifyPM(at("bo")), "Whoever runs a project", false},
	} {
		var why []string
		for _, r := range c.answer.Why {
			why = append(why, r.Text)
		}
		all := strings.Join(why, " ")
		if !strings.Contains(all, c.says) || strings.Contains(all, thing) != c.is {
			t.Errorf("%s %s", c.answer.Sentence, all)
		}
	}
}

// A gap that has begun is since a day, one that is to come from a day on.
func TestGapToCome(t *testing.T) {
	end := orgmodel.NewDate(2026, 6, 1)
	o := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "p", Kind: orgmodel.Post}, {ID: "bo", Kind: orgmodel.Person}},
		Lines: []orgmodel.Line{{From: "bo", Rel: orgmodel.Holds, To: "p", Live: orgmodel.Interval{Until: end}}},
	})
	for _, c := range []struct {
		day  orgmodel.Date
		want string
	}{
		{orgmodel.NewDate(2026, 5, 31), "Nobody holds p from 2026-06-01 on."}, {end, "Nobody holds p since 2026-06-01."}, {orgmodel.Date{}, "Nobody holds p since 2026-06-01."},
	} {
		view := o.At(c.day)
		p, _ := view.Find("p")
		a := ask.Asker{Org: view}.History(p)
		if len(a.Why) != 1 || a.Why[0].Text != c.want {
			t.Errorf("on %s: %v", c.day, a.Why)
		}
	}
}
