package orgtest_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

var founding = rules.ReportsToRole{For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"}}.Rule()

// shapes are the zero Random, odd ones, and many by chance.
func shapes() []orgtest.Random {
	all := []orgtest.Random{
		{}, {Posts: 1}, {Posts: 1, Projects: 5, Programmes: 2}, {Posts: 2, Projects: 9}, {Posts: 50, Span: 1}, {Posts: 40, Layers: 1, Projects: 10},
		{Posts: 300, Layers: 3, Span: 2, Units: 999, Projects: 30}, {Posts: 30, Vacant: 1}, {Posts: 30, JobShare: 1, Dotted: 1, Units: -1, Roles: -1},
		{Posts: -4, Span: -1, Layers: -3, Units: -9, Vacant: -1, Projects: -3, Programmes: -2}, {Posts: 9, Span: 1 << 62, Roles: 99},
		{Posts: 2, Dotted: 1, Vacant: 1},
	}
	rounds := 400
	if testing.Short() {
		rounds = 60
	}
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 1))
		all = append(all, orgtest.Random{
			Seed: seed, Posts: 1 + r.IntN(250), Span: r.IntN(12), Layers: r.IntN(9), Units: r.IntN(30) - 1, Roles: r.IntN(18) - 1,
			Vacant: r.Float64(), JobShare: r.Float64(), Dotted: r.Float64(), Programmes: r.IntN(6), Projects: r.IntN(30),
		})
	}
	return all
}

// Nothing is wrong with any Random organisation, on no day and on one; and it is the one asked for.
func TestRandomIsValid(t *testing.T) {
	day := orgmodel.NewDate(2026, 4, 1)
	for _, r := range shapes() {
		o := r.Org()
		for _, o := range []*orgmodel.Org{o, o.At(day)} {
			found, err := orgmodel.Check(context.Background(), o, append(rules.Core(), founding)...)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if f.Rule != orgmodel.MatchesNothing {
					t.Fatalf("%+v%v: %s\n%s", r, o.AsOf(), f, orgtest.Written(r.Spec()))
				}
			}
		}
		if orgtest.Written(o.Spec()) != orgtest.Written(r.Spec()) {
			t.Fatalf("%+v: Org and Spec differ", r)
		}
	}
}

func TestRandomShape(t *testing.T) {
	for _, r := range shapes() {
		o, c := r.Org(), r.Cast()
		top, ok := o.Find(c.Top)
		if !ok || len(o.Tops()) != 1 || o.Tops()[0] != top {
			t.Fatalf("%+v: the top is %s, of %v", r, c.Top, o.Tops())
		}
		want := max(r.Posts, 1)
		if r.Posts == 0 {
			want = 100
		}
		counts := map[orgmodel.Kind]int{orgmodel.Post: want, orgmodel.Person: len(c.Holders), orgmodel.Unit: len(c.Units), orgmodel.Role: len(c.Roles),
			orgmodel.Programme: len(c.Programmes), orgmodel.Project: len(c.Projects)}
		for kind, want := range counts {
			n := 0
			for range o.OfKind(kind) {
				n++
			}
			if n != want {
				t.Errorf("%+v: %d of kind %s, %d in the cast", r, n, kind, want)
			}
		}
		if r.Layers > 1 && o.Layers(top) > r.Layers {
			t.Errorf("%+v: %d layers", r, o.Layers(top))
		}
		if r.Projects > 0 && len(c.Projects) != min(r.Projects, want-1) {
			t.Errorf("%+v: %d projects", r, len(c.Projects))
		}
		castFits(t, r, o, c)
		if t.Failed() {
			return
		}
	}
}

// castFits asks the organisation whether those of the cast are what they are said to be.
func castFits(t *testing.T, r orgtest.Random, o *orgmodel.Org, c orgtest.Cast) {
	t.Helper()
	each := func(what string, ids []orgmodel.ID, is func(orgmodel.Ref) bool) {
		t.Helper()
		for _, id := range ids {
			if ref, ok := o.Find(id); !ok || !is(ref) {
				t.Errorf("%+v: %s is not one of the %s", r, id, what)
			}
		}
	}
	role := func(id orgmodel.ID) func(orgmodel.Ref) bool {
		return func(ref orgmodel.Ref) bool { return o.HasRole(ref, id, orgmodel.None) }
	}
	holders := func(n int) func(orgmodel.Ref) bool {
		return func(ref orgmodel.Ref) bool {
			k := 0
			for range o.Holders(ref) {
				k++
			}
			return k == n
		}
	}
	each("managers", c.Managers, func(ref orgmodel.Ref) bool { return o.Span(ref, false) > 0 })
	each("vacant", c.Vacant, holders(0))
	each("shared", c.Shared, holders(2))
	if r.Programmes > 0 || r.Projects > 0 && len(c.Projects) > 0 {
		each("programme managers", c.ProgrammeManagers, role("programme-manager"))
		each("IT managers", c.ITManagers, role("it-manager"))
	}
	for i, id := range c.ProjectManagers {
		pm, _ := o.Find(id)
		project, _ := o.Find(c.Projects[i])
		if !o.HasRole(pm, "project-manager", project) {
			t.Errorf("%+v: %s is not the project manager of %s", r, id, c.Projects[i])
		}
	}
}

// What is asked for in parts comes out in about these parts.
func TestRandomShares(t *testing.T) {
	r := orgtest.Random{Posts: 20_000, Span: 8, Vacant: 0.2, JobShare: 0.1, Dotted: 0.3, Projects: 500}
	o, c := r.Org(), r.Cast()
	dotted := 0
	for range o.Edges(orgmodel.DottedTo) {
		dotted++
	}
	leaves := len(c.Posts) - len(c.Managers)
	for what, got := range map[string][2]float64{
		"vacant": {float64(len(c.Vacant)) / float64(leaves), 0.2},
		"shared": {float64(len(c.Shared)) / float64(len(c.Posts)-len(c.Vacant)), 0.1},
		"dotted": {float64(dotted) / float64(len(c.Posts)), 0.3},
		"span":   {float64(len(c.Posts)-1) / float64(len(c.Managers)), 8},
	} {
		if got[0] < 0.85*got[1] || got[0] > 1.15*got[1] {
			t.Errorf("%s: %.3f, want about %.3f", what, got[0], got[1])
		}
	}
	if reflect.DeepEqual(orgtest.Random{Seed: 1}.Spec(), orgtest.Random{Seed: 2}.Spec()) {
		t.Error("two seeds give one organisation")
	}
}

// Whatever a hostile organisation is made of comes, and comes again for the same seed.
func TestHostile(t *testing.T) {
	rules := append(rules.Core(), founding)
	fired := map[string]bool{}
	for seed := range uint64(300) {
		s := orgtest.Hostile(seed, int(seed%40))
		if !reflect.DeepEqual(s, orgtest.Hostile(seed, int(seed%40))) {
			t.Fatalf("seed %d: two organisations", seed)
		}
		found, err := orgmodel.Check(context.Background(), orgmodel.New(s), rules...)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if f.Key == "panic" {
				t.Fatal(f)
			}
			fired[f.Rule] = true
		}
	}
	for _, r := range rules {
		if !fired[r.Name] {
			t.Errorf("no hostile organisation breaks %s", r.Name)
		}
	}
}

func BenchmarkRandom(b *testing.B) {
	for _, posts := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint(posts), func(b *testing.B) {
			for b.Loop() {
				orgtest.Random{Posts: posts, Projects: posts / 50, Dotted: 0.1, JobShare: 0.02, Vacant: 0.05}.Org()
			}
		})
	}
}
