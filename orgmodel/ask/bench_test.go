package ask_test

import (
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

const million = 1_000_000

// company is an organisation of a million people on half a million posts that hang eight to a
// boss, every tenth vacant; 20,000 projects have a project manager each, who is one of five kinds
// of them, and 1,000 posts are project managers without a project.
func company() *orgmodel.Org {
	var b orgmodel.Builder
	post, person, project, role := b.KindCode(orgmodel.Post), b.KindCode(orgmodel.Person), b.KindCode(orgmodel.Project), b.KindCode(orgmodel.Role)
	reports, holds := b.RelCode(orgmodel.ReportsTo), b.RelCode(orgmodel.Holds)
	const posts = million / 2
	id := func(kind string, i int) string { return kind + strconv.Itoa(i) }
	for k := range posts {
		i := k * 7919 % posts
		p := b.AddNode(id("P", i), post, "Post "+strconv.Itoa(i), 0, orgmodel.Place{})
		if i > 0 {
			b.AddLine(p, reports, b.Refer(id("P", (i-1)/8)), orgmodel.Place{})
		}
	}
	for i := range posts {
		h := b.AddNode(id("H", i), person, "Person "+strconv.Itoa(i), 0, orgmodel.Place{})
		if i%10 != 3 {
			b.AddLine(h, holds, b.Refer(id("P", i)), orgmodel.Place{})
		}
	}
	for i := range 5 {
		b.AddNode(id("project-manager-", i), role, "", 0, orgmodel.Place{})
		b.Line(orgmodel.Line{From: orgmodel.ID(id("project-manager-", i)), Rel: orgmodel.IsA, To: "project-manager"})
	}
	b.AddNode("project-manager", role, "Project manager", 0, orgmodel.Place{})
	for i := range 20_000 {
		b.AddNode(id("J", i), project, "", 0, orgmodel.Place{})
		b.Line(orgmodel.Line{From: orgmodel.ID(id("P", i*13)), Rel: orgmodel.HasRole, To: orgmodel.ID(id("project-manager-", i%5)), Scope: orgmodel.ID(id("J", i))})
	}
	for i := range 1000 {
		b.Line(orgmodel.Line{From: orgmodel.ID(id("P", i*29)), Rel: orgmodel.HasRole, To: "project-manager"})
	}
	return b.Org()
}

// BenchmarkAsk asks common questions of a million people, about seats and projects at random, once
// the tree of bosses is known.
func BenchmarkAsk(b *testing.B) {
	o := company()
	q := ask.Asker{Org: o}
	find := func(id string) orgmodel.Ref {
		r, err := q.Find(id)
		if err != nil {
			b.Fatal(err)
		}
		return r
	}
	rnd := rand.New(rand.NewPCG(1, 1))
	posts, bosses, projects := make([]orgmodel.Ref, 4096), make([]orgmodel.Ref, 4096), make([]orgmodel.Ref, 4096)
	ids := make([]string, len(posts))
	for i := range posts {
		ids[i] = "P" + strconv.Itoa(rnd.IntN(million/2))
		posts[i] = find(ids[i])
		bosses[i] = find("P" + strconv.Itoa(rnd.IntN(million/20)))
		projects[i] = find("J" + strconv.Itoa(rnd.IntN(20_000)))
	}
	role := find("project-manager")
	for _, c := range []struct {
		name string
		ask  func(i int) ask.Answer
	}{
		{"Manager", func(i int) ask.Answer { return q.Manager(posts[i]) }},
		{"Chain", func(i int) ask.Answer { return q.Chain(posts[i]) }},
		{"Reports", func(i int) ask.Answer { return q.Reports(bosses[i], 1) }},
		{"ReportsAllOfTop", func(int) ask.Answer { return q.Reports(find("P0"), 0) }},
		{"Common", func(i int) ask.Answer { return q.CommonManager(posts[i], posts[(i+1)%len(posts)]) }},
		{"Span", func(i int) ask.Answer { return q.Span(bosses[i]) }},
		{"Layers", func(i int) ask.Answer { return q.Layers(bosses[i]) }},
		{"Headcount", func(i int) ask.Answer { return q.Headcount(bosses[i]) }},
		{"Holders", func(i int) ask.Answer { return q.Holders(posts[i]) }},
		{"Roles", func(i int) ask.Answer { return q.Roles(posts[i], orgmodel.None) }},
		{"RolesIn", func(i int) ask.Answer { return q.RolesIn(projects[i]) }},
		{"RoleHoldersInScope", func(i int) ask.Answer { return q.RoleHolders(role, projects[i]) }},
		{"RoleHoldersEverywhere", func(int) ask.Answer { return q.RoleHolders(role, orgmodel.None) }},
		{"PathLocal", func(i int) ask.Answer { return q.Path(posts[i], o.Boss(o.Boss(posts[i]))) }},
		{"PathAcross", func(i int) ask.Answer { return q.Path(posts[i], posts[(i+7)%len(posts)]) }},
		{"Loop", func(i int) ask.Answer { return q.Loop(posts[i]) }},
		{"Loops", func(int) ask.Answer { return q.Loops() }},
		{"FindByID", func(i int) ask.Answer { find(ids[i]); return ask.Answer{} }},
		{"FindByName", func(int) ask.Answer { find("person 499999"); return ask.Answer{} }},
		{"FindNothing", func(int) ask.Answer { _, _ = q.Find("Persn 49999x"); return ask.Answer{} }},
	} {
		b.Run(c.name, func(b *testing.B) {
			c.ask(0) // what is worked out once
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				c.ask(i & 4095)
			}
		})
	}
}

// TestScale asks about chains and loops a million deep.
func TestScale(t *testing.T) {
	if testing.Short() {
		t.Skip("builds organisations of a million")
	}
	for name, last := range map[string]int{"chain": -1, "loop": 0} {
		var b orgmodel.Builder
		post, reports := b.KindCode(orgmodel.Post), b.RelCode(orgmodel.ReportsTo)
		for i := range million {
			p := b.AddNode(strconv.Itoa(i), post, "", 0, orgmodel.Place{})
			to := i + 1
			if to == million {
				to = last
			}
			if to >= 0 {
				b.AddLine(p, reports, b.Refer(strconv.Itoa(to)), orgmodel.Place{})
			}
		}
		o := b.Org()
		q := ask.Asker{Org: o, Limit: 3}
		a := q.Chain(0)
		var s strings.Builder
		if err := ask.Text(&s, a); err != nil || a.Total != million-1 || len(a.Items) != 3 || !strings.Contains(s.String(), "999999 in all, 999996 more") {
			t.Errorf("the chain of the first of a %s has %d seats and reads\n%s", name, a.Total, s.String())
		}
		loop := q.Loop(500_000)
		if want := map[string]int{"chain": 0, "loop": million}[name]; loop.Total != want || q.Loops().Total != min(want, 1) {
			t.Errorf("in a %s a loop of %d is found, want %d", name, loop.Total, want)
		}
		if p := q.Path(0, 1000); p.Total != 1001 {
			t.Errorf("in a %s the way has %d records", name, p.Total)
		}
		for _, a := range answers(q, million-10, million-500) {
			if err := ask.JSON(io.Discard, a); err != nil || a.Sentence == "" {
				t.Error(name, a.Question, err)
			}
		}
	}
}
