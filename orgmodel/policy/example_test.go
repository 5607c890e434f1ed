package policy_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/rules"
)

const house = `policy: orgpolicy/v1
title: Harbour Digital
rules:
  - id: pm-boss
    check: reports-to-role
    for: {role: project-manager}
    to: {any-role: [programme-manager, it-manager]}
    because: delivery board, March 2026
off:
  multiple-tops: two chairs share the top
waivers:
  - {rule: pm-boss, subject: pm-2, reason: acting head, owner: it-1, expires: 2026-09-30}
`

var harbour = orgmodel.New(orgmodel.Spec{
	Nodes: []orgmodel.Node{
		{ID: "project-manager", Kind: orgmodel.Role}, {ID: "it-manager", Kind: orgmodel.Role}, {ID: "programme-manager", Kind: orgmodel.Role},
		{ID: "ceo", Kind: orgmodel.Post}, {ID: "it-1", Kind: orgmodel.Post}, {ID: "pm-1", Kind: orgmodel.Post}, {ID: "pm-2", Kind: orgmodel.Post},
	},
	Lines: []orgmodel.Line{
		{From: "it-1", Rel: orgmodel.HasRole, To: "it-manager"},
		{From: "pm-1", Rel: orgmodel.HasRole, To: "project-manager"}, {From: "pm-2", Rel: orgmodel.HasRole, To: "project-manager"},
		{From: "it-1", Rel: orgmodel.ReportsTo, To: "ceo"}, {From: "pm-1", Rel: orgmodel.ReportsTo, To: "ceo"}, {From: "pm-2", Rel: orgmodel.ReportsTo, To: "ceo"},
	},
})

func ExampleLoad() {
	p, err := policy.Load("policy.yaml", strings.NewReader(house))
	if err != nil {
		fmt.Println(err)
		return
	}
	out, _ := p.Check(context.Background(), harbour.At(orgmodel.NewDate(2026, 6, 1)))
	for _, f := range out.Findings {
		fmt.Println(f)
	}
	fmt.Println(len(out.Waived), "waived, by", out.Waived[0].By.Owner)
	_, err = policy.Load("policy.yaml", strings.NewReader("policy: orgpolicy/v1\nrules: [{check: span-wide, maximum: 8}]\n"))
	fmt.Println(err)
	// Output:
	// error pm-boss: pm-1 reports to ceo, who is no programme-manager or it-manager (delivery board, March 2026).
	// 1 waived, by it-1
	// policy.yaml:2:28: "maximum" is no parameter of span-wide. It has by-archetype, count and default.
}

func ExampleOpen() {
	files := fstest.MapFS{
		"policy.yaml": {Data: []byte("policy: orgpolicy/v1\ninclude: house.yaml\nrules: [{check: span-wide, default: 5}]\n")},
		"house.yaml":  {Data: []byte(house)},
	}
	p, err := policy.Open(files, "policy.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	rules := p.Rules()
	fmt.Println(len(rules), "rules, the last are", rules[len(rules)-2].Name, "and", rules[len(rules)-1].Name)
	// Output: 22 rules, the last are pm-boss and span-wide
}

func ExamplePolicy_Describe() {
	p, err := policy.Load("policy.yaml", strings.NewReader("policy: orgpolicy/v1\npacks: []\n"+house[strings.Index(house, "title"):]))
	if err != nil {
		fmt.Println(err)
		return
	}
	p.Describe(os.Stdout)
	// Output:
	// Harbour Digital holds an organisation to 1 rule:
	//
	// pm-boss (error)
	//     A project-manager reports to a programme-manager or it-manager.
	//     Set by policy.yaml:5:5: for {role: project-manager}, to {any-role: [programme-manager, it-manager]}.
	//     Because: delivery board, March 2026.
	//
	// It does without:
	//
	// multiple-tops
	//     Because: two chairs share the top.
	//
	// It lets stand:
	//
	// pm-boss of pm-2, until 2026-09-30
	//     Because: acting head.
	//     Answered for by it-1.
}

func ExampleBaseline() {
	p, _ := policy.Load("policy.yaml", strings.NewReader(house))
	then, _ := p.Check(context.Background(), harbour)
	known := policy.NewBaseline(then.Findings)
	known.Encode(os.Stdout)
	now, _ := policy.Checker{Baseline: known}.Check(context.Background(), harbour, p)
	fmt.Println(len(now.Findings), "new")
	// Output:
	// # Findings that are known: fingerprint, severity, rule, subject, message. Compared by the first two.
	// d88e508f4254882c error pm-boss "pm-1": pm-1 reports to ceo, who is no programme-manager or it-manager (delivery board, March 2026).
	// 0 new
}

// A rule of the house's own, as an expression.
func ExampleLoad_expression() {
	p, err := policy.Load("policy.yaml", strings.NewReader(`policy: orgpolicy/v1
packs: []
rules:
  - id: it-manager-leads
    for: posts
    when: '"it-manager" in roles && span == 0'
    message: nobody reports to the IT manager
    severity: warning
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	out, _ := p.Check(context.Background(), harbour)
	fmt.Println(out.Findings[0])
	// Output: warning it-manager-leads: it-1: nobody reports to the IT manager
}

func ExampleOf() {
	p := policy.Of(rules.NoTop{}.Rule(), rules.RequiresLine{For: "project-manager", Rel: orgmodel.DirectedBy}.Rule())
	out, _ := p.Check(context.Background(), harbour)
	for _, f := range out.Findings {
		fmt.Println(f.Rule, f.Subject)
	}
	// Output:
	// requires-line pm-1
	// requires-line pm-2
}

func ExampleParameters() {
	fmt.Println(policy.Parameters("vacant-manager"))
	// Output: [max-days require-acting]
}

func ExamplePacks() {
	for _, p := range policy.Packs()[:2] {
		fmt.Println(p.Name, p.About)
	}
	// Output:
	// core what every organisation should pass
	// policy who reports to whom
}

func ExampleReadBaseline() {
	_, err := policy.ReadBaseline("known.txt", strings.NewReader("d88e508f4254882c pm-boss pm-1\n"))
	fmt.Println(err)
	// Output: known.txt:1:1: "d88e508f4254882c pm-boss pm-1" is no known finding. Begin the line with fingerprint, severity and rule, or write the file anew (--write-baseline).
}
