// Command analysis asks of an organisation what a chart does not show, with the algorithms of gonum:
// without whom others are cut off from the top, through whom most ways go, and by whom one person
// reaches another. gonumview shows the organisation to gonum as a graph; nothing of it is copied.
//
// Not here: communities. In an organisation of this size they change with the seed of the search.
package main

import (
	"context"
	"embed"
	"fmt"
	"log"
	"os"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/gonumview"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/formats"
)

//go:embed org.yaml
var files embed.FS

func main() {
	org, _, err := formats.Load(context.Background(), source.FromFS(files, "org.yaml")...)
	if err != nil {
		log.Fatal(err)
	}
	// Lines of every relation between seats count: who appraises, who directs, who is asked.
	down := gonumview.View{Seats: true, Rels: reporting, Reverse: true}.Graph(org)
	ties := undirected(gonumview.View{Seats: true, Rels: reporting}.Graph(org))

	fmt.Println("Without whom others are cut off from the top")
	chokepoints(os.Stdout, org, down, org.Tops()[0])
	fmt.Println("\nThrough whom the shortest ways between others go, as a share of all")
	brokers(os.Stdout, org, ties, 5)
	fmt.Println("\nHow Bram de Wit reaches Lotte Berg, a dotted line counting for three")
	way(os.Stdout, org, "bram-de-wit", "lotte-berg")
}

var reporting = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo}
