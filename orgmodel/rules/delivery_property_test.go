package rules_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

var (
	workKinds = []orgmodel.Kind{
		orgmodel.Project, orgmodel.Project, orgmodel.Project, orgmodel.Programme, orgmodel.Portfolio, orgmodel.PMO, orgmodel.PMO, orgmodel.Board, orgmodel.Unit,
		orgmodel.Post, orgmodel.Post, orgmodel.Post, orgmodel.Person, orgmodel.Person, orgmodel.Person, orgmodel.Service,
		orgmodel.BusinessCase, orgmodel.Need, orgmodel.Benefit, orgmodel.Outcome, "agent",
	}
	workRoles = []orgmodel.ID{"project-manager", "project-manager", "programme-manager", "sponsor", "executive", "budget-holder", "benefit-owner", "it-project-manager", "business-project-manager"}
	workRels  = []orgmodel.Rel{
		orgmodel.HasRole, orgmodel.HasRole, orgmodel.HasRole, orgmodel.HasRole, orgmodel.PartOf, orgmodel.PartOf, orgmodel.PartOf, orgmodel.Holds, orgmodel.Holds,
		orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.DirectedBy, orgmodel.OverseenBy, orgmodel.OverseenBy, orgmodel.SponsoredBy,
		orgmodel.SupportedBy, orgmodel.FunctionalTo, orgmodel.Represents, orgmodel.WorksOn, orgmodel.WorksOn, orgmodel.Owns,
		orgmodel.JustifiedBy, orgmodel.Answers, orgmodel.Realises, orgmodel.ContributesTo,
	}
	workAttrs = [][]string{
		nil, nil, nil, nil, nil, nil, {"state", "abolished"}, {"state", "inactive"}, {"occupancy", "vacant"}, {"mode", "job-share"}, {"fte", "0.5"},
		{"mode", "central"}, {"mode", "embedded"}, {"mode", "hub-spoke"}, {"mode", "hub"}, {"tags", "it, temporary"}, {"tags", "prioritise it"}, {"budget", "1000"}, {"budget", "NaN"},
	}
)

// works is a small organisation of deliveries, in which anything may be said of anything.
func works(rnd *rand.Rand) orgmodel.Spec {
	var s orgmodel.Spec
	n := 3 + rnd.IntN(14)
	id := func() orgmodel.ID { return orgmodel.ID(fmt.Sprintf("n%d", rnd.IntN(n+1))) }
	live := func() (iv orgmodel.Interval) {
		if rnd.IntN(6) == 0 {
			iv.From = orgmodel.NewDate(2026, time.Month(rnd.IntN(6)), 1)
		}
		if rnd.IntN(6) == 0 {
			iv.Until = orgmodel.NewDate(2025, time.Month(8+rnd.IntN(12)), 1)
		}
		return iv
	}
	attrs := func() orgmodel.Attrs { return orgmodel.NewAttrs(workAttrs[rnd.IntN(len(workAttrs))]...) }
	for _, r := range workRoles[1:] {
		if rnd.IntN(6) > 0 {
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: r, Kind: orgmodel.Role})
		}
	}
	of := map[orgmodel.Kind][]orgmodel.ID{}
	for i := range n {
		kind, id := workKinds[rnd.IntN(len(workKinds))], orgmodel.ID(fmt.Sprintf("n%d", i))
		of[kind] = append(of[kind], id)
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: id, Kind: kind, Live: live(), Attrs: attrs()})
	}
	pick := func(kinds ...orgmodel.Kind) orgmodel.ID { // mostly one of these kinds
		for range 4 {
			if ids := of[kinds[rnd.IntN(len(kinds))]]; len(ids) > 0 {
				return ids[rnd.IntN(len(ids))]
			}
		}
		return id()
	}
	for range 2*n + rnd.IntN(3*n) {
		l := orgmodel.Line{From: id(), Rel: workRels[rnd.IntN(len(workRels))], To: id(), Live: live(), Attrs: attrs()}
		switch {
		case l.Rel == orgmodel.HasRole:
			l.From, l.To, l.Scope = pick(orgmodel.Post, orgmodel.Person), workRoles[rnd.IntN(len(workRoles))], pick(orgmodel.Project, orgmodel.Programme)
		case l.Rel == orgmodel.PartOf && rnd.IntN(2) == 0:
			l.From, l.To = pick(orgmodel.Project), pick(orgmodel.Programme, orgmodel.PMO)
		case l.Rel == orgmodel.ReportsTo:
			l.From, l.To = pick(orgmodel.Post, orgmodel.Person), pick(orgmodel.Post)
		}
		if l.Rel != orgmodel.HasRole && rnd.IntN(8) == 0 {
			l.Scope = id()
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}

// onDelivery are the rules of both packs, as they come and with what a house may set.
func onDelivery() map[string]orgmodel.Rule {
	all := map[string]orgmodel.Rule{}
	for _, r := range slices.Concat(rules.Delivery(), rules.Value()) {
		all[r.Name] = r
	}
	for dir, r := range cases {
		name, _, _ := strings.Cut(dir, ".")
		if _, is := all[name]; is {
			all[dir] = r
		}
	}
	return all
}

// TestDeliveryProperties: on organisations of deliveries no rule panics or names nothing, no two findings
// have one fingerprint, and no order of records and lines and no other ids change any but in name.
func TestDeliveryProperties(t *testing.T) {
	all, fired := onDelivery(), map[string]int{}
	for seed := range rounds() / 2 {
		rnd := rand.New(rand.NewPCG(seed, 12))
		s := works(rnd)
		again, other := shuffled(rnd, s), renamedWorks(s)
		var day orgmodel.Date
		if seed%2 == 1 {
			day = orgmodel.NewDate(2026, time.January, 15)
		}
		for dir, r := range all {
			fs := found(t, s, day, r)
			want := prints(fs)
			fired[r.Name] += len(fs)
			if got := prints(found(t, again, day, r)); !slices.Equal(got, want) {
				t.Fatalf("seed %d, %s on %q\n%s\nfinds\n%s\nand shuffled\n%s", seed, dir, day, orgtest.Written(s), less(want, got), less(got, want))
			}
			if len(slices.Compact(slices.Clone(want))) < len(want) {
				t.Fatalf("seed %d, %s: two findings have one fingerprint\n%s\n%s", seed, dir, orgtest.Written(s), strings.Join(want, "\n"))
			}
			for _, f := range fs {
				if f.Key == "panic" || !strings.Contains(f.Message, string(f.Subject)) || !strings.HasSuffix(f.Message, ".") || !strings.HasSuffix(f.Fix, ".") ||
					f.RelatedTotal < len(f.Related) || f.PathTotal < len(f.Path) {
					t.Fatalf("seed %d, %s: %+v\n%s", seed, dir, f, orgtest.Written(s))
				}
			}
			if got := found(t, other, day, r); !slices.EqualFunc(fs, got, func(f, g orgmodel.Finding) bool {
				return f.Severity == g.Severity && strings.TrimPrefix(string(g.Subject), "q") == string(f.Subject) && len(f.Path) == len(g.Path) && len(f.Related) == len(g.Related)
			}) {
				t.Fatalf("seed %d, %s\n%s\nfinds\n%v\nand renamed\n%v", seed, dir, orgtest.Written(s), fs, got)
			}
		}
	}
	for _, r := range slices.Concat(rules.Delivery(), rules.Value()) {
		if fired[r.Name] == 0 && !testing.Short() {
			t.Errorf("%s never fired: the organisations do not reach it", r.Name)
		}
	}
}

// renamedWorks is renamed for all but the roles, which rules know by name.
func renamedWorks(s orgmodel.Spec) orgmodel.Spec {
	out := renamed(s)
	for i, n := range s.Nodes {
		if n.Kind == orgmodel.Role {
			out.Nodes[i].ID = n.ID
		}
	}
	for i, l := range s.Lines {
		if l.Rel == orgmodel.HasRole {
			out.Lines[i].To = l.To
		}
	}
	return out
}

// TestDeliverySilence: an organisation without deliveries, offices, boards and benefits hears nothing, and
// is not told that a rule looked at nothing.
func TestDeliverySilence(t *testing.T) {
	o := faulty(500)
	fs, err := orgmodel.Check(context.Background(), o, slices.Concat(rules.Delivery(), rules.Value())...)
	if err != nil || len(fs) > 0 {
		t.Errorf("found %v, %v", fs, err)
	}
}
