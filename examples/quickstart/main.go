// Command quickstart reads a table, says what is wrong in it, and draws it.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"example.com/orgchart/chart"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source/table"
)

const people = `id,name,title,manager
E1,Ada Okafor,Chief executive,
E2,Hiro Tanaka,Head of IT,E1
E3,Zoë Novak,Payments project manager,E2
E4,Bo Larsen,Network engineer,E5
E5,Lea Dubois,Platform engineer,E4
`

func main() {
	ctx := context.Background()
	org, _, err := table.Read("people.csv", strings.NewReader(people))
	if err != nil {
		log.Fatal(err)
	}
	findings, _ := orgmodel.Check(ctx, org, rules.Core()...)
	for _, f := range findings {
		fmt.Println(f)
		fmt.Println("  fix:", f.Fix)
	}
	out, err := os.Create("org.svg")
	if err != nil {
		log.Fatal(err)
	}
	defer out.Close()
	if err := chart.SVG(ctx, out, org, findings...); err != nil {
		log.Fatal(err)
	}
}
