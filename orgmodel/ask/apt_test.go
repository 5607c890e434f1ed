package ask_test

import (
	"fmt"
	"math/rand/v2"

	"example.com/orgchart/orgmodel"
)

// apt makes small organisations whose lines mostly join what they are meant for, so that work, roles
// and duties hang together; loops and ends in time are not ruled out.
func apt(seed uint64) orgmodel.Spec {
	r := random{rand.New(rand.NewPCG(seed, 77))}
	s := orgmodel.Spec{Name: "Apt"}
	of := map[orgmodel.Kind][]orgmodel.ID{}
	add := func(kind orgmodel.Kind, n int) {
		for range n {
			id := orgmodel.ID(fmt.Sprintf("%s-%d", kind, len(of[kind])))
			if kind == orgmodel.Role {
				id = []orgmodel.ID{"project-manager", "budget-holder", "it-project-manager"}[len(of[kind])]
			}
			of[kind] = append(of[kind], id)
			node := orgmodel.Node{ID: id, Kind: kind}
			if r.IntN(8) == 0 {
				node.Live = r.interval()
			}
			s.Nodes = append(s.Nodes, node)
		}
	}
	for _, k := range []orgmodel.Kind{orgmodel.Person, orgmodel.Post, orgmodel.Programme, orgmodel.Project, orgmodel.Service, orgmodel.Benefit,
		orgmodel.Outcome, orgmodel.BusinessCase, orgmodel.Need, orgmodel.Role, orgmodel.Duty} {
		add(k, 1+r.IntN(3))
	}
	from := func(kinds ...orgmodel.Kind) orgmodel.ID { return pick(r, of[pick(r, kinds...)]...) }
	seat := []orgmodel.Kind{orgmodel.Person, orgmodel.Post}
	work := []orgmodel.Kind{orgmodel.Programme, orgmodel.Project, orgmodel.Service}
	for range 6 + r.IntN(18) {
		l := orgmodel.Line{}
		switch r.IntN(13) {
		case 0:
			l = orgmodel.Line{From: from(seat...), Rel: orgmodel.WorksOn, To: from(work...)}
		case 1:
			l = orgmodel.Line{From: from(seat...), Rel: orgmodel.HasRole, To: from(orgmodel.Role), Scope: from(work...)}
		case 2:
			l = orgmodel.Line{From: from(orgmodel.Person), Rel: orgmodel.Holds, To: from(orgmodel.Post)}
		case 3, 10, 11, 12:
			l = orgmodel.Line{From: from(work...), Rel: orgmodel.PartOf, To: from(work...)}
		case 4:
			l = orgmodel.Line{From: from(work...), Rel: orgmodel.Realises, To: from(orgmodel.Benefit)}
		case 5:
			l = orgmodel.Line{From: from(orgmodel.Benefit), Rel: orgmodel.ContributesTo, To: from(orgmodel.Outcome)}
		case 6:
			l = orgmodel.Line{From: from(work...), Rel: orgmodel.JustifiedBy, To: from(orgmodel.BusinessCase)}
		case 7:
			l = orgmodel.Line{From: from(orgmodel.BusinessCase), Rel: orgmodel.Answers, To: from(orgmodel.Need)}
		case 8:
			l = orgmodel.Line{From: from(orgmodel.Role), Rel: orgmodel.IsA, To: from(orgmodel.Role)}
		case 9:
			l = orgmodel.Line{From: from(orgmodel.Role), Rel: pick(r, orgmodel.ResponsibleFor, orgmodel.ConsultedOn), To: from(orgmodel.Duty)}
		}
		if r.IntN(10) == 0 {
			l.Live = r.interval()
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}
