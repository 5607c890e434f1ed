package main

import "example.com/orgchart/orgmodel"

// agents is the platform's organisation. Its agents are of a kind the library does not know, and
// are seats because reporting lines touch them; the one at the top reports to a person.
func agents() *orgmodel.Org {
	agent := func(id orgmodel.ID, attrs ...string) orgmodel.Node {
		return orgmodel.Node{ID: id, Kind: "agent", Attrs: orgmodel.NewAttrs(attrs...)}
	}
	line := func(from, to orgmodel.ID) orgmodel.Line {
		return orgmodel.Line{From: from, Rel: orgmodel.ReportsTo, To: to}
	}
	return orgmodel.New(orgmodel.Spec{
		Name: "Agents of Harbour Digital",
		Nodes: []orgmodel.Node{
			{ID: "ada", Kind: orgmodel.Person, Name: "Ada Okafor"},
			agent("planner"), agent("builder"), agent("coder"), agent("tester"), agent("archivist", orgmodel.State, "ended"),
			{ID: "payments", Kind: orgmodel.Project, Name: "Payments renewal"},
		},
		Lines: []orgmodel.Line{
			line("planner", "ada"), line("builder", "planner"), line("coder", "builder"), line("tester", "builder"), line("archivist", "planner"),
		},
	})
}
