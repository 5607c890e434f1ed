package rules_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

var (
	chargeKinds = []orgmodel.Kind{
		orgmodel.Duty, orgmodel.Duty, orgmodel.Duty, orgmodel.Service, orgmodel.Process, orgmodel.Project, orgmodel.Project, orgmodel.Unit,
		orgmodel.Post, orgmodel.Post, orgmodel.Post, orgmodel.Person, orgmodel.Person, orgmodel.Person,
	}
	chargeRoles = []orgmodel.ID{"project-manager", "executive", "developer", "production-administrator", "service-owner", "it-manager"}
	chargeRels  = []orgmodel.Rel{
		orgmodel.AccountableFor, orgmodel.AccountableFor, orgmodel.ResponsibleFor, orgmodel.ResponsibleFor, orgmodel.ConsultedOn, orgmodel.InformedOf,
		orgmodel.HasRole, orgmodel.HasRole, orgmodel.HasRole, orgmodel.Holds, orgmodel.Holds, orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.DirectedBy,
		orgmodel.WorksOn, orgmodel.WorksOn, orgmodel.Owns, orgmodel.PartOf, rules.HandsOverTo, orgmodel.IsA,
	}
	chargeAttrs = [][]string{
		nil, nil, nil, nil, {"state", "abolished"}, {"state", "inactive"}, {"occupancy", "vacant"}, {"mode", "job-share"}, {"fte", "0.5"}, {"fte", "0.3"},
		{"control", "four eyes"}, {"tags", "process"}, {"run-as", "project"}, {"run-as", "operation"}, {"review", "2025-01-01"}, {"engagement", "external"},
	}
)

// charged is a small organisation of duties, services and projects, in which anything may be said of anything.
func charged(rnd *rand.Rand) orgmodel.Spec {
	var s orgmodel.Spec
	n := 3 + rnd.IntN(12)
	live := func() (iv orgmodel.Interval) {
		if rnd.IntN(6) == 0 {
			iv.From = orgmodel.NewDate(2025, time.Month(rnd.IntN(18)), 1)
		}
		if rnd.IntN(6) == 0 {
			iv.Until = orgmodel.NewDate(2025, time.Month(8+rnd.IntN(12)), 1)
		}
		return iv
	}
	attrs := func() orgmodel.Attrs { return orgmodel.NewAttrs(chargeAttrs[rnd.IntN(len(chargeAttrs))]...) }
	of := map[orgmodel.Kind][]orgmodel.ID{orgmodel.Role: chargeRoles}
	for _, r := range chargeRoles[1:] {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: r, Kind: orgmodel.Role})
	}
	s.Nodes = append(s.Nodes, orgmodel.Node{ID: "write-code", Kind: orgmodel.Duty})
	of[orgmodel.Duty] = append(of[orgmodel.Duty], "write-code", "write-code")
	for i := range n {
		kind, id := chargeKinds[rnd.IntN(len(chargeKinds))], orgmodel.ID(fmt.Sprintf("n%d", i))
		of[kind] = append(of[kind], id)
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: id, Kind: kind, Live: live(), Attrs: attrs()})
	}
	one := func(kinds ...orgmodel.Kind) orgmodel.ID {
		if ids := of[kinds[rnd.IntN(len(kinds))]]; len(ids) > 0 && rnd.IntN(12) > 0 {
			return ids[rnd.IntN(len(ids))]
		}
		return orgmodel.ID(fmt.Sprintf("n%d", rnd.IntN(n+1)))
	}
	for range rnd.IntN(6 * n) {
		l := orgmodel.Line{From: one(orgmodel.Post, orgmodel.Person), Rel: chargeRels[rnd.IntN(len(chargeRels))], Live: live(), Attrs: attrs()}
		switch l.Rel {
		case orgmodel.HasRole:
			l.To = one(orgmodel.Role)
		case orgmodel.IsA:
			l.From, l.To = one(orgmodel.Role), one(orgmodel.Role)
		case orgmodel.AccountableFor, orgmodel.ResponsibleFor, orgmodel.ConsultedOn, orgmodel.InformedOf:
			l.From, l.To = one(orgmodel.Post, orgmodel.Person, orgmodel.Role), one(orgmodel.Duty)
		case orgmodel.Holds:
			l.From, l.To = one(orgmodel.Person), one(orgmodel.Post)
		case orgmodel.ReportsTo, orgmodel.DirectedBy:
			l.To = one(orgmodel.Post, orgmodel.Person)
		case rules.HandsOverTo:
			l.From, l.To = one(orgmodel.Project), one(orgmodel.Service, orgmodel.Unit, orgmodel.Post)
		default:
			l.To = one(orgmodel.Service, orgmodel.Process, orgmodel.Project, orgmodel.Project)
		}
		if rnd.IntN(2) == 0 {
			l.Scope = one(orgmodel.Project, orgmodel.Service)
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}

// TestDutyShuffle: no order of records changes a fingerprint or a severity of these packs, whatever their
// parameters, and every rule finds something in some of the organisations.
func TestDutyShuffle(t *testing.T) {
	all := append(rules.Duty(), rules.Ops()...)
	met := map[string]bool{}
	all = append(all, rules.IncompatibleRoles{Scope: rules.MeetingScopes}.Rule(), rules.IncompatibleRoles{Scope: rules.AnyScope}.Rule(),
		rules.AccountableOutOfReach{PeersOK: true}.Rule(), rules.DutyNotForRole{AllowIfAlso: []orgmodel.ID{"developer"}}.Rule())
	for seed := range rounds() {
		rnd := rand.New(rand.NewPCG(seed, 21))
		s := charged(rnd)
		for _, day := range []orgmodel.Date{{}, orgmodel.NewDate(2026, time.January, 15)} {
			for _, r := range all {
				want := found(t, s, day, r)
				for _, f := range want {
					if met[f.Rule] = true; f.Key == "panic" || !strings.HasSuffix(f.Message, ".") || !strings.HasSuffix(f.Fix, ".") {
						t.Fatalf("seed %d: %s\n%s\n%s", seed, f, f.Fix, orgtest.Written(s))
					}
				}
				again := shuffled(rnd, s)
				if got := prints(found(t, again, day, r)); !slices.Equal(got, prints(want)) {
					t.Fatalf("seed %d, day %q, %s\n%s\nfinds\n%s\nand shuffled\n%s\nfinds\n%s", seed, day, r.Name,
						orgtest.Written(s), less(prints(want), got), orgtest.Written(again), less(got, prints(want)))
				}
			}
		}
	}
	for _, r := range all {
		if !met[r.Name] {
			t.Errorf("%s finds nothing in any of the organisations", r.Name)
		}
	}
}

// heapedDuties are shapes of n records on which whatever looks at each pair of something never ends.
func heapedDuties(shape string, n int) *orgmodel.Org {
	var s orgmodel.Spec
	num := func(prefix string, i int) orgmodel.ID { return orgmodel.ID(prefix + strconv.Itoa(i)) }
	line := func(from orgmodel.ID, rel orgmodel.Rel, to, scope orgmodel.ID) {
		s.Lines = append(s.Lines, orgmodel.Line{From: from, Rel: rel, To: to, Scope: scope})
	}
	for _, r := range chargeRoles {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: r, Kind: orgmodel.Role})
	}
	process := orgmodel.NewAttrs(orgmodel.Tags, "process")
	soon := orgmodel.Interval{Until: orgmodel.NewDate(2026, time.May, 1)}
	for i := range n {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: num("d", i), Kind: orgmodel.Duty, Attrs: process}, orgmodel.Node{ID: num("p", i), Kind: orgmodel.Post},
			orgmodel.Node{ID: num("j", i), Kind: orgmodel.Project, Live: soon}, orgmodel.Node{ID: num("s", i), Kind: orgmodel.Service})
	}
	for i := range n {
		switch shape {
		case "a chain": // of seats, each accountable for what the lowest does
			line(num("p", i), orgmodel.ReportsTo, num("p", i+1), "")
			line(num("p", n-1-i), orgmodel.AccountableFor, num("d", i), "")
			line(num("p", i/2), orgmodel.ResponsibleFor, num("d", i), "")
			line(num("j", i), orgmodel.PartOf, num("j", i+1), "")
			line(num("p", i), orgmodel.PartOf, num("j", i), "")
		case "one role": // has every duty and every holder
			line("developer", orgmodel.ResponsibleFor, num("d", i), "")
			line("developer", orgmodel.AccountableFor, num("d", i), num("j", i))
			line(num("p", i), orgmodel.HasRole, "developer", "")
			line(num("p", i), orgmodel.HasRole, "project-manager", "")
			line(num("p", i), orgmodel.HasRole, "executive", num("j", i))
		case "one post": // has every duty, role, work and service
			for _, rel := range []orgmodel.Rel{orgmodel.ResponsibleFor, orgmodel.AccountableFor, orgmodel.InformedOf} {
				line("p0", rel, num("d", i), num("j", i))
				line(num("p", i), rel, "d0", "")
			}
			for _, role := range chargeRoles {
				line("p0", orgmodel.HasRole, role, num("j", i))
			}
			line("p0", orgmodel.WorksOn, num("j", i), "")
			line("p0", orgmodel.WorksOn, num("s", i), "")
			line(num("p", i), orgmodel.Owns, "s0", "")
			line("j0", rules.HandsOverTo, num("s", i), "")
			line(num("j", i), rules.HandsOverTo, "s1", "")
			line(num("p", i), orgmodel.ReportsTo, "p0", "")
		}
	}
	return orgmodel.New(s).At(orgmodel.NewDate(2026, time.April, 1))
}

// TestDutyScale runs both packs over heaps of many; it ends in seconds, or not at all.
func TestDutyScale(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 3_000
	}
	all := append(rules.Duty(), rules.Ops()...)
	for _, shape := range []string{"a chain", "one role", "one post"} {
		t.Run(shape, func(t *testing.T) {
			fs, err := orgmodel.Check(context.Background(), heapedDuties(shape, n), all...)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range fs {
				if f.Key == "panic" {
					t.Error(f)
				}
			}
		})
	}
}
