// Command measures asks an organisation how wide and deep it is, how its projects stand to the line
// organisation and its project office to them, and on whom others depend; and draws the spans. Each
// report is data with figures in it, and an answer in words for whoever reads it.
package main

import (
	"context"
	"embed"
	"fmt"
	"log"
	"os"

	"example.com/orgchart/chart"
	"example.com/orgchart/layout/bars"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/formats"
)

//go:embed org.yaml
var files embed.FS

func main() {
	ctx := context.Background()
	org, _, err := formats.Load(ctx, source.FromFS(files, "org.yaml")...)
	check(err)

	spans, err := analysis.Spans{}.Report(ctx, org)
	check(err)
	fmt.Println("median span", spans.Spans.Median, "widest", spans.Spans.Max, "layers", len(spans.Layers))
	structure, err := analysis.Structure{}.Report(ctx, org)
	check(err)
	placement, err := analysis.Placement{}.Report(ctx, org)
	check(err)
	chokepoints, err := analysis.Chokepoints{}.Report(ctx, org)
	check(err)

	q := ask.Asker{Org: org}
	for _, a := range []ask.Answer{spans.Answer(q), structure.Answer(q), placement.Answer(q), chokepoints.Answer(q)} {
		fmt.Println(a.Sentence)
	}

	f, err := os.Create("spans.svg")
	check(err)
	check(bars.Encode(f, chart.Distribution(org, spans)))
	check(f.Close())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
