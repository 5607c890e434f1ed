package orgtest_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// sounds are organisations of many sizes, odd ones among them.
func sounds() []orgtest.Sound {
	all := []orgtest.Sound{{}, {Posts: -3}, {Posts: 1}, {Posts: 33}, {Posts: 34}, {Posts: 35}, {Posts: 600}}
	rounds := 300
	if testing.Short() {
		rounds = 40
	}
	for seed := range rounds {
		all = append(all, orgtest.Sound{Seed: uint64(seed), Posts: 33 + seed*7%180})
	}
	return all
}

// No rule finds anything in a Sound organisation, nor that it has nothing to look at; and it is of the
// size asked for.
func TestSoundIsSound(t *testing.T) {
	for _, s := range sounds() {
		o := s.Org()
		found, err := orgmodel.Check(context.Background(), o, orgtest.SoundRules()...)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			t.Errorf("%+v: %s", s, f)
		}
		posts := 0
		for r := range o.OfKind(orgmodel.Post) {
			if !o.IsRepeat(r) {
				posts++
			}
		}
		want := max(s.Posts, 33)
		if s.Posts == 0 {
			want = 60
		}
		if posts != want {
			t.Errorf("%+v: %d posts, want %d", s, posts, want)
		}
		if t.Failed() {
			return
		}
	}
}

// SoundRules are the catalogue, each rule once.
func TestSoundRules(t *testing.T) {
	var got, want []string
	for _, r := range orgtest.SoundRules() {
		got = append(got, r.Name)
	}
	for _, r := range append(rules.All(), rules.Made()...) {
		want = append(want, r.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// The same Sound is the same organisation, another seed another one, and together they hold every
// kind and relation that the library gives a meaning, and what is legal and looks odd.
func TestSoundIsRich(t *testing.T) {
	met := map[string]bool{}
	for seed := range uint64(40) {
		s := orgtest.Sound{Seed: seed, Posts: 80}
		o := s.Org()
		if text := orgtest.Written(o.Spec()); text != orgtest.Written(s.Spec()) || text == orgtest.Written(orgtest.Sound{Seed: seed + 1, Posts: 80}.Spec()) {
			t.Fatalf("seed %d: not the same twice, or the same as the next", seed)
		}
		for r := range o.Nodes() {
			met[string(o.Kind(r))] = true
			met["vacant"] = met["vacant"] || o.Occupancy(r) == orgmodel.Vacant
			posts := 0
			for range o.Posts(r) {
				posts++
			}
			met["two posts"] = met["two posts"] || posts > 1
			met["two rows"] = met["two rows"] || o.IsRepeat(r)
		}
		for e := range o.Edges() {
			met[string(e.Rel)] = true
			met[o.LineAttrs(e).Get(orgmodel.Mode)] = true
			met["untitled"] = met["untitled"] || e.Rel == orgmodel.HasRole && o.Kind(e.From) == orgmodel.Person
		}
	}
	for _, want := range []any{
		orgmodel.Person, orgmodel.Post, orgmodel.Role, orgmodel.Unit, orgmodel.PMO, orgmodel.Board, orgmodel.Portfolio, orgmodel.Programme,
		orgmodel.Project, orgmodel.Service, orgmodel.Process, orgmodel.Need, orgmodel.BusinessCase, orgmodel.Benefit, orgmodel.Outcome, orgmodel.Duty,
		orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo, orgmodel.OverseenBy, orgmodel.SponsoredBy,
		orgmodel.Represents, orgmodel.SupportedBy, orgmodel.Holds, orgmodel.HasRole, orgmodel.IsA, orgmodel.PartOf, orgmodel.WorksOn,
		orgmodel.JustifiedBy, orgmodel.Answers, orgmodel.Realises, orgmodel.ContributesTo, orgmodel.Owns,
		orgmodel.ResponsibleFor, orgmodel.AccountableFor, orgmodel.ConsultedOn, orgmodel.InformedOf,
		"vacant", "two posts", "two rows", "untitled", "job-share", "interim",
	} {
		if !met[fmt.Sprint(want)] {
			t.Errorf("no Sound organisation has %s", want)
		}
	}
}
