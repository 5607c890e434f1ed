package rules_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// furnished is the organisation of the core benchmark with what the other packs look at: grades that
// fall with the depth, a project for every hundred people, with a manager, members and directions, and a dotted line
// for every tenth.
func furnished(n int) *orgmodel.Org {
	s := faulty(n).Spec()
	grades := []string{"SCS4", "SCS3", "SCS2", "SCS1", "G6", "G7", "SEO", "HEO", "EO", "AO"}
	index := func(id orgmodel.ID) (i int) {
		_, _ = fmt.Sscanf(string(id), "E%d", &i)
		return i
	}
	s.Nodes = append(s.Nodes, orgmodel.Node{ID: "project-manager", Kind: orgmodel.Role})
	for k := range n / 100 {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprintf("project:%d", k)), Kind: orgmodel.Project})
	}
	for k := range s.Nodes {
		person := &s.Nodes[k]
		if person.Kind != orgmodel.Person {
			continue
		}
		i, depth := index(person.ID), 0
		for b := i; b > 0; b = (b - 1) / 8 {
			depth++
		}
		title := "Engineer"
		if i%100 == 50 {
			title = "Project manager"
		}
		person.Attrs = orgmodel.NewAttrs(orgmodel.Grade, grades[depth], orgmodel.Title, title)
		line := func(rel orgmodel.Rel, to string, scope string) {
			s.Lines = append(s.Lines, orgmodel.Line{From: person.ID, Rel: rel, To: orgmodel.ID(to), Scope: orgmodel.ID(scope)})
		}
		project := fmt.Sprintf("project:%d", i/100)
		switch i % 100 {
		case 50:
			line(orgmodel.HasRole, "project-manager", project)
		case 10, 20, 30, 40, 60, 70, 80, 90:
			line(orgmodel.WorksOn, project, "")
			line(orgmodel.DirectedBy, fmt.Sprintf("E%07d", i/100*100+50), project)
			line(orgmodel.DottedTo, fmt.Sprintf("E%07d", i/100*100+50), "")
		}
	}
	return orgmodel.New(s)
}

// benchPack runs a pack, each round on another day.
func benchPack(b *testing.B, o *orgmodel.Org, pack []orgmodel.Rule) {
	day := orgmodel.NewDate(2026, time.April, 1)
	n := 0
	for b.Loop() {
		n++
		found, err := orgmodel.Check(context.Background(), o.At(day.AddDays(n%2)), pack...)
		if err != nil {
			b.Fatal(err)
		}
		if n == 1 {
			b.ReportMetric(float64(len(found)), "findings")
		}
	}
}

func BenchmarkPolicy(b *testing.B) { benchPack(b, furnished(100_000), rules.Policy()) }

func BenchmarkShape(b *testing.B) { benchPack(b, furnished(100_000), rules.Shape()) }

// BenchmarkPackRule is each rule of these packs alone, after one that has built the tree.
func BenchmarkPackRule(b *testing.B) {
	o := furnished(100_000)
	o.Tops()
	all := append(rules.Policy(), rules.Shape()...)
	for _, r := range append(all, rules.PMLoad{Max: 1}.Rule(), rules.MatrixMode{Mode: rules.Strong}.Rule()) {
		b.Run(r.Name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				found, err := orgmodel.Check(context.Background(), o, r)
				if err != nil {
					b.Fatal(err)
				}
				n = len(found)
			}
			b.ReportMetric(float64(n), "findings")
		})
	}
}

// manned is the furnished organisation with a service and a duty for every hundred people.
func manned(n int) *orgmodel.Org {
	s := furnished(n).Spec()
	for k := range n / 100 {
		who, head := orgmodel.ID(fmt.Sprintf("E%07d", k*100+10)), orgmodel.ID(fmt.Sprintf("E%07d", k))
		service, duty := orgmodel.ID(fmt.Sprintf("service:%d", k)), orgmodel.ID(fmt.Sprintf("duty:%d", k))
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: service, Kind: orgmodel.Service}, orgmodel.Node{ID: duty, Kind: orgmodel.Duty})
		s.Lines = append(s.Lines, orgmodel.Line{From: head, Rel: orgmodel.Owns, To: service}, orgmodel.Line{From: who, Rel: orgmodel.WorksOn, To: service},
			orgmodel.Line{From: head, Rel: orgmodel.AccountableFor, To: duty}, orgmodel.Line{From: who, Rel: orgmodel.ResponsibleFor, To: duty})
	}
	return orgmodel.New(s)
}

func BenchmarkDuty(b *testing.B) { benchPack(b, manned(100_000), rules.Duty()) }

func BenchmarkOps(b *testing.B) { benchPack(b, manned(100_000), rules.Ops()) }
