package ask_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

// dated is an organisation in which everything changes hands on 2 April and again on 3 April.
func dated() *orgmodel.Org {
	first, second := orgmodel.Interval{Until: day(1)}, orgmodel.Interval{From: day(1), Until: day(2)}
	post := func(id orgmodel.ID) orgmodel.Node { return orgmodel.Node{ID: id, Kind: orgmodel.Post} }
	line := func(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID, live orgmodel.Interval) orgmodel.Line {
		return orgmodel.Line{From: from, Rel: rel, To: to, Live: live}
	}
	in := func(l orgmodel.Line, scope orgmodel.ID) orgmodel.Line { l.Scope = scope; return l }
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			post("top"), {ID: "mid", Kind: orgmodel.Post, Live: orgmodel.Interval{Until: day(2)}}, post("pm"), post("old"),
			{ID: "ada", Kind: orgmodel.Person}, {ID: "bo", Kind: orgmodel.Person}, {ID: "cy", Kind: orgmodel.Person, Live: orgmodel.Interval{Until: day(2)}},
			{ID: "manager", Kind: orgmodel.Role}, {ID: "project", Kind: orgmodel.Project}, {ID: "unit", Kind: orgmodel.Unit},
		},
		Lines: []orgmodel.Line{
			line("ada", orgmodel.Holds, "top", orgmodel.Interval{}), line("ada", orgmodel.Holds, "old", orgmodel.Interval{}),
			line("bo", orgmodel.Holds, "pm", first), line("cy", orgmodel.Holds, "pm", second), line("cy", orgmodel.Holds, "mid", orgmodel.Interval{}),
			line("pm", orgmodel.ReportsTo, "old", first), line("pm", orgmodel.ReportsTo, "mid", orgmodel.Interval{From: day(1)}), line("mid", orgmodel.ReportsTo, "top", orgmodel.Interval{}),
			line("old", orgmodel.ReportsTo, "pm", second), line("pm", orgmodel.ReportsTo, "old", second),
			in(line("bo", orgmodel.HasRole, "manager", first), "project"), in(line("cy", orgmodel.HasRole, "manager", orgmodel.Interval{From: day(1)}), "project"),
			line("pm", orgmodel.PartOf, "unit", second), line("bo", orgmodel.WorksOn, "project", first),
		},
	})
}

// said is who is in an answer, with distances where they tell.
func said(a ask.Answer) string {
	var s []string
	for _, it := range a.Items {
		s = append(s, string(it.ID))
	}
	return strings.Join(s, " ")
}

// TestDays asks every question that a day can change on three days, and on none.
func TestDays(t *testing.T) {
	o := dated()
	for _, c := range []struct {
		question string
		ask      func(q ask.Asker, find func(string) orgmodel.Ref) ask.Answer
		want     [3]string // on 1, 2 and 3 April
	}{
		{"manager", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Manager(f("pm")) }, [3]string{"old", "mid", "top"}},
		{"chain", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Chain(f("pm")) }, [3]string{"old", "mid top", "mid top"}},
		{"reports", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Reports(f("mid"), 1) }, [3]string{"", "pm", "pm"}},
		{"below", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Reports(f("top"), 0) }, [3]string{"mid", "mid pm old", "mid pm"}},
		{"common", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.CommonManager(f("pm"), f("mid")) }, [3]string{"", "mid", "top"}},
		{"tops", func(q ask.Asker, _ func(string) orgmodel.Ref) ask.Answer { return q.Tops() }, [3]string{"top old", "top", "top"}},
		{"holders", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Holders(f("pm")) }, [3]string{"bo", "cy", ""}},
		{"roles in", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.RolesIn(f("project")) }, [3]string{"bo", "cy", ""}},
		{"role", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer {
			return q.RoleHolders(f("manager"), f("project"))
		}, [3]string{"bo", "cy", ""}},
		{"role anywhere", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer {
			return q.RoleHolders(f("manager"), orgmodel.None)
		}, [3]string{"bo", "cy", ""}},
		{"roles of pm", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Roles(f("pm"), f("project")) }, [3]string{"manager", "manager", ""}},
		{"members", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Members(f("unit"), 0) }, [3]string{"", "pm", ""}},
		{"team", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Members(f("project"), 0) }, [3]string{"bo", "", ""}},
		{"path", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer {
			return q.Path(f("pm"), f("project"), orgmodel.Holds, orgmodel.WorksOn)
		}, [3]string{"pm bo project", "", ""}},
		{"loop", func(q ask.Asker, f func(string) orgmodel.Ref) ask.Answer { return q.Loop(f("pm")) }, [3]string{"", "old pm", ""}},
		{"loops", func(q ask.Asker, _ func(string) orgmodel.Ref) ask.Answer { return q.Loops() }, [3]string{"", "old", ""}},
	} {
		for d, want := range c.want {
			q := ask.Asker{Org: o.At(day(d))}
			a := c.ask(q, func(id string) orgmodel.Ref {
				r, err := q.Find(id)
				if err != nil {
					t.Fatal(err)
				}
				return r
			})
			if got := said(a); got != want || a.AsOf != day(d) {
				t.Errorf("%s on %s is %q, want %q: %s %+v", c.question, day(d), got, want, a.Sentence, a.Why)
			}
		}
	}
	for d, want := range []float64{0, 1, 0} {
		q := ask.Asker{Org: o.At(day(d))}
		mid, _ := q.Find("mid")
		if got := q.Span(mid).Counts.Of("filled"); got != want {
			t.Errorf("on %s %v filled posts report to mid, want %v", day(d), got, want)
		}
		if got, want := q.Headcount(mid).Counts.Of("people"), []float64{1, 3, 0}[d]; got != want {
			t.Errorf("on %s the people at and below mid are %v, want %v", day(d), got, want)
		}
	}
}

// TestReasons: answers say why.
func TestReasons(t *testing.T) {
	o := dated()
	for _, c := range []struct {
		day  int
		ask  func(q ask.Asker, r orgmodel.Ref) ask.Answer
		of   orgmodel.ID
		code ask.Code
		text string
	}{
		{2, ask.Asker.Manager, "pm", ask.IsEnded, "mid ended on 2026-04-03, so it is passed over"},
		{0, ask.Asker.Manager, "ada", ask.SeveralPosts, "holds 2 posts, so which is meant is open: top and old"},
		{0, ask.Asker.Manager, "bo", ask.Lifted, "bo stands for the post held, pm"},
		{0, ask.Asker.Manager, "top", ask.IsTop, "top is a top"},
		{1, ask.Asker.Chain, "pm", ask.SeveralBosses, "pm also reports to old"},
		{2, ask.Asker.Holders, "pm", ask.OtherHolder, "bo held it until 2026-04-02"},
		{0, ask.Asker.Holders, "pm", ask.OtherHolder, "cy will hold it from 2026-04-02"},
		{2, ask.Asker.Holders, "pm", ask.IsVacant, "pm is vacant: no holding is live"},
		{2, ask.Asker.Manager, "old", ask.PastLine, "old reports to pm 2026-04-02 to 2026-04-03, which does not hold on this day"},
		{2, ask.Asker.RolesIn, "project", ask.NotCounted, "cy has the role manager by the line, but ended on 2026-04-03"},
		{2, ask.Asker.Span, "mid", ask.IsEnded, "mid ended on 2026-04-03"},
		{0, ask.Asker.Manager, "project", ask.NoSeat, "project is a project, and takes no part in reporting lines"},
	} {
		q := ask.Asker{Org: o.At(day(c.day))}
		r, _ := o.Find(c.of)
		a := c.ask(q, r)
		found := false
		for _, w := range a.Why {
			found = found || w.Code == c.code && strings.Contains(w.Text, c.text)
		}
		if !found {
			t.Errorf("%s of %s on %s lacks the reason %s %q: %+v", a.Question, c.of, day(c.day), c.code, c.text, a.Why)
		}
	}
}
