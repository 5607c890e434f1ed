package rules_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// governed is the furnished organisation with what these packs look at: a programme and a PMO for every
// ten projects, a manager of the programme and a sponsor, and a benefit of every other project.
func governed(n int) *orgmodel.Org {
	s := furnished(n).Spec()
	for _, r := range []orgmodel.ID{"programme-manager", "sponsor"} {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: r, Kind: orgmodel.Role})
	}
	s.Nodes = append(s.Nodes, orgmodel.Node{ID: "outcome", Kind: orgmodel.Outcome})
	line := func(from string, rel orgmodel.Rel, to, scope string) {
		s.Lines = append(s.Lines, orgmodel.Line{From: orgmodel.ID(from), Rel: rel, To: orgmodel.ID(to), Scope: orgmodel.ID(scope)})
	}
	for k := range n / 100 {
		project, programme, office := fmt.Sprintf("project:%d", k), fmt.Sprintf("programme:%d", k/10), fmt.Sprintf("pmo:%d", k/10)
		line(project, orgmodel.PartOf, programme, "")
		if k%2 == 0 {
			benefit := fmt.Sprintf("benefit:%d", k)
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(benefit), Kind: orgmodel.Benefit})
			line(project, orgmodel.Realises, benefit, "")
			line(benefit, orgmodel.ContributesTo, "outcome", "")
		}
		if k%10 == 0 {
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(programme), Kind: orgmodel.Programme}, orgmodel.Node{ID: orgmodel.ID(office), Kind: orgmodel.PMO})
			line(programme, orgmodel.SupportedBy, office, "")
			line(fmt.Sprintf("E%07d", k*100+51), orgmodel.HasRole, "programme-manager", programme)
			line(fmt.Sprintf("E%07d", k/80), orgmodel.HasRole, "sponsor", programme)
		}
	}
	return orgmodel.New(s)
}

func BenchmarkDelivery(b *testing.B) { benchPack(b, governed(100_000), rules.Delivery()) }

func BenchmarkValue(b *testing.B) { benchPack(b, governed(100_000), rules.Value()) }
