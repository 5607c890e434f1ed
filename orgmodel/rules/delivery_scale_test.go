package rules_test

import (
	"context"
	"strconv"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// The halves and single records of a quay: see newPile.
const (
	thePM = iota
	theSponsor
	theOffice
	theBoard
	theProgramme
	theBenefit
	theOutcome
	thePost
	firstRole
)

var pileRoles = []string{"project-manager", "programme-manager", "sponsor", "budget-holder", "executive", "benefit-owner"}

// pile is an organisation in the making: a few single records, the roles, then n projects and n posts.
type pile struct {
	orgmodel.Builder
	n, projects, seats int
	rels               map[orgmodel.Rel]orgmodel.RelCode
}

func newPile(n int) *pile {
	b := &pile{n: n, rels: map[orgmodel.Rel]orgmodel.RelCode{}}
	for i, k := range []orgmodel.Kind{
		orgmodel.Person, orgmodel.Person, orgmodel.PMO, orgmodel.Board, orgmodel.Programme, orgmodel.Benefit, orgmodel.Outcome, orgmodel.Post,
	} {
		b.AddNode("x"+strconv.Itoa(i), b.KindCode(k), "", 0, orgmodel.Place{})
	}
	for _, r := range pileRoles {
		b.AddNode(r, b.KindCode(orgmodel.Role), "", 0, orgmodel.Place{})
	}
	b.projects = b.Len()
	for i := range n {
		b.AddNode("p"+strconv.Itoa(i), b.KindCode(orgmodel.Project), "", b.AttrCode(orgmodel.Budget, "100", orgmodel.Tags, "it"), orgmodel.Place{})
	}
	b.seats = b.Len()
	for i := range n {
		b.AddNode("s"+strconv.Itoa(i), b.KindCode(orgmodel.Post), "", 0, orgmodel.Place{})
	}
	return b
}

func (b *pile) line(from int, rel orgmodel.Rel, to int) int {
	return b.AddLine(orgmodel.Ref(from), b.rel(rel), orgmodel.Ref(to), orgmodel.Place{})
}

func (b *pile) rel(rel orgmodel.Rel) orgmodel.RelCode {
	code, known := b.rels[rel]
	if !known {
		code = b.RelCode(rel)
		b.rels[rel] = code
	}
	return code
}

func (b *pile) role(who, role, scope int) {
	b.SetLineScope(b.AddLine(orgmodel.Ref(who), b.rel(orgmodel.HasRole), orgmodel.Ref(firstRole+role), orgmodel.Place{}), orgmodel.Ref(scope))
}

// piled are shapes on which whatever looks at each pair of something never ends.
var piled = []struct {
	name string
	fill func(b *pile)
}{
	{"one manager of all", func(b *pile) {
		b.role(thePM, 1, theProgramme)
		for i := range b.n {
			b.role(thePM, 0, b.projects+i)
			b.role(theSponsor, 2, b.projects+i)
			b.line(b.projects+i, orgmodel.PartOf, theProgramme)
			b.line(thePM, orgmodel.Holds, b.seats+i)
			b.line(b.seats+i, orgmodel.ReportsTo, b.seats+i/2)
		}
	}},
	{"one project of all", func(b *pile) {
		for i := range b.n {
			for role := range pileRoles {
				b.role(b.seats+i, role, b.projects)
			}
			b.line(b.seats+i, orgmodel.WorksOn, b.projects)
			b.line(b.projects, orgmodel.OverseenBy, b.seats+i)
			b.line(b.projects, orgmodel.DirectedBy, b.seats+i)
			b.line(b.projects, orgmodel.SponsoredBy, b.seats+i)
			b.line(b.seats+i, orgmodel.Owns, theBenefit)
		}
	}},
	{"a chain of projects", func(b *pile) {
		b.line(b.projects, orgmodel.PartOf, theProgramme)
		b.role(theSponsor, 2, theProgramme)
		b.role(thePost, 1, theProgramme)
		for i := 1; i < b.n; i++ {
			b.line(b.projects+i, orgmodel.PartOf, b.projects+i-1)
			b.line(b.seats+i, orgmodel.ReportsTo, b.seats+i-1)
			b.role(b.seats+i, 0, b.projects+i)
		}
	}},
	{"a loop of projects", func(b *pile) {
		for i := range b.n {
			b.line(b.projects+i, orgmodel.PartOf, b.projects+(i+1)%b.n)
			b.line(b.seats+i, orgmodel.ReportsTo, b.seats+(i+1)%b.n)
			b.line(b.seats+i, orgmodel.WorksOn, b.projects+i)
		}
	}},
	{"a project in all", func(b *pile) {
		for i := 1; i < b.n; i++ {
			b.line(b.projects, orgmodel.PartOf, b.projects+i)
			b.line(b.projects+i, orgmodel.PartOf, theProgramme)
			b.line(b.projects+i, orgmodel.PartOf, theOffice)
			b.line(b.projects+i, orgmodel.Realises, theBenefit)
			b.line(b.projects+i, orgmodel.SponsoredBy, theBoard)
			b.line(b.seats+i, orgmodel.PartOf, theBoard)
			b.line(b.seats+i, orgmodel.PartOf, theOffice)
			b.role(b.seats, 0, b.projects+i)
			b.line(b.seats, orgmodel.ReportsTo, b.seats+i)
		}
	}},
	{"one post of all", func(b *pile) {
		person := b.Len()
		for i := range b.n {
			b.AddNode("h"+strconv.Itoa(i), b.KindCode(orgmodel.Person), "", 0, orgmodel.Place{})
			b.line(person+i, orgmodel.Holds, thePost)
			b.role(thePost, 0, b.projects+i)
			b.role(person+i, 2, b.projects+i)
			b.line(b.projects+i, orgmodel.OverseenBy, thePost)
			b.line(b.projects+i, orgmodel.DirectedBy, theBoard)
			b.line(person+i, orgmodel.PartOf, theBoard)
		}
	}},
	{"ended", func(b *pile) {
		over := orgmodel.Interval{Until: orgmodel.NewDate(2026, time.January, 1)}
		for i := range b.n {
			b.SetLive(orgmodel.Ref(b.projects+i), over)
			b.role(b.seats+i, 0, b.projects+i)
			b.line(thePM, orgmodel.WorksOn, b.projects+i)
		}
	}},
}

// TestDeliveryScale runs both packs over piles of many.
func TestDeliveryScale(t *testing.T) {
	n := 20_000
	if testing.Short() {
		n = 3_000
	}
	all := append(rules.Delivery(), rules.Value()...)
	all = append(all, rules.PMOPlacement{Mode: rules.Central}.Rule(), rules.PMOPlacement{Mode: rules.HubSpoke}.Rule(), rules.PMOMarksOwnHomework{Within: rules.SameUnit}.Rule())
	for _, h := range piled {
		t.Run(h.name, func(t *testing.T) {
			b := newPile(n)
			h.fill(b)
			fs, err := orgmodel.Checker{Workers: 1}.Check(context.Background(), b.Org().At(orgmodel.NewDate(2026, time.April, 1)), all...)
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
