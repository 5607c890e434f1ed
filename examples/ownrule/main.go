// Command ownrule checks an organisation by two rules of its own beside the core pack: a literal,
// and a struct whose field is the rule's parameter. Nothing is registered: a rule is a value, and
// naming it in the call of Check is all that adds it.
package main

import (
	"context"
	"fmt"
	"log"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source/table"
)

const people = `id,name,title,manager,engagement
E1,Ada Okafor,Chief executive,,employee
E2,Hiro Tanaka,Head of IT,E1,employee
X3,Rui Costa,Interim delivery lead,E2,contractor
E4,Bo Larsen,Network engineer,X3,employee
E5,Lea Dubois,Platform engineer,E2,employee
E6,Noor Haddad,Test engineer,E2,employee
E7,Tom Ito,Service desk,E9,employee
`

var noContractorBoss = orgmodel.Rule{
	Name: "no-contractor-boss", Severity: orgmodel.Error, Doc: "No employee reports to a contractor.",
	Check: func(p *orgmodel.Pass) {
		for r := range p.Seats() {
			if line, ok := p.BossLine(r); ok && engaged(p, r) == "employee" && engaged(p, line.To) == "contractor" {
				p.Report(orgmodel.Finding{
					Subject: p.ID(r), Path: p.Records(line), Pos: p.LinePos(line),
					Message: fmt.Sprintf("%s reports to %s, a contractor.", p.Label(r), p.Label(line.To)),
					Fix:     fmt.Sprintf("Lead the line to the boss of %s.", p.Label(line.To)),
				})
			}
		}
	},
}

func engaged(p *orgmodel.Pass, r orgmodel.Ref) string { return p.Attrs(r).Get(orgmodel.Engagement) }

func main() {
	org, _, err := table.Read("people.csv", strings.NewReader(people))
	if err != nil {
		log.Fatal(err)
	}
	policy := append(rules.Core(), noContractorBoss, MaxSpan{Reports: 2}.Rule())
	findings, _ := orgmodel.Check(context.Background(), org, policy...)
	for _, f := range findings {
		fmt.Println(f)
		fmt.Println("  fix:", f.Fix)
	}
	fmt.Printf("%d rules, %d findings\n", len(policy), len(findings))
}
