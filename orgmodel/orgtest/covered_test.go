package orgtest_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

func TestCovered(t *testing.T) {
	org := orgmodel.New(orgmodel.Spec{
		Name: "Harbour",
		Nodes: []orgmodel.Node{
			{ID: "pay", Kind: orgmodel.Project}, {ID: "portal", Kind: orgmodel.Project, Name: "Portal", Pos: orgmodel.Pos{File: "o.yaml", Line: 7}}, {ID: "pm", Kind: orgmodel.Role},
			{ID: "a", Kind: orgmodel.Post}, {ID: "ann", Kind: orgmodel.Person},
		},
		Lines: []orgmodel.Line{{From: "ann", Rel: orgmodel.Holds, To: "a"}, {From: "a", Rel: orgmodel.HasRole, To: "pm", Scope: "pay"}},
	})
	needs := rules.ProjectNeedsManager{}.Rule()
	only := orgmodel.Rule{Name: "only-pay", Check: func(p *orgmodel.Pass) {
		for r := range p.OfKind(orgmodel.Project) {
			if p.ID(r) == "pay" {
				p.Judge(r)
			}
		}
	}}
	pms := rules.RequiresLine{For: "pm", Rel: orgmodel.ReportsTo}.Rule()
	silent(t, func(t testing.TB) { orgtest.Covered(t, org, orgmodel.Project, needs) })
	silent(t, func(t testing.TB) { orgtest.Covered(t, org, orgmodel.Project, only, needs) })
	silent(t, func(t testing.TB) { orgtest.Covered(t, org, orgmodel.Person, pms) })
	fails(t, func(t testing.TB) { orgtest.Covered(t, org, orgmodel.Project, only) }, "1 of 2 live records of the kind project in Harbour", "are covered by no rule of only-pay", `o.yaml:7: portal "Portal"`)
	fails(t, func(t testing.TB) { orgtest.Covered(t, org, orgmodel.Project, rules.Core()...) }, "2 of 2 live records", "21 rules")
	fails(t, func(t testing.TB) { orgtest.Covered(t, org, orgmodel.Programme, needs) }, "there is no live programme in Harbour")
	fails(t, func(t testing.TB) { orgtest.Covered(t, org, orgmodel.Project) }, "no rule is checked")
	var many orgmodel.Spec
	for i := range 50 {
		many.Nodes = append(many.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("p\n", i)), Kind: orgmodel.Project})
	}
	fails(t, func(t testing.TB) { orgtest.Covered(t, orgmodel.New(many), orgmodel.Project, only) }, "50 of 50 live", "and 30 more")
}

func ExampleCovered() {
	test := func(t *testing.T) { // TestEveryProjectIsCovered
		org := orgtest.Load(t, "testdata/org.yaml")
		orgtest.Covered(t, org, orgmodel.Project, orgtest.LoadPolicy(t, "testdata/policy.yaml").Rules()...)
	}
	_ = test // go test runs it
}
