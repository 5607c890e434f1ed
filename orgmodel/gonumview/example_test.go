package gonumview_test

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/flow"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/topo"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/gonumview"
)

// harbour is a small matrix: pm-1 has a second way to the top, pm-2 has none.
func harbour() *orgmodel.Org {
	s := orgmodel.Spec{}
	for _, id := range []orgmodel.ID{"ceo", "it-1", "prg-1", "pm-1", "pm-2", "dev-1", "dev-2"} {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: id, Kind: orgmodel.Post})
	}
	for _, l := range [][2]orgmodel.ID{{"it-1", "ceo"}, {"prg-1", "ceo"}, {"pm-1", "it-1"}, {"pm-2", "it-1"}, {"dev-1", "pm-1"}, {"dev-2", "pm-2"}} {
		s.Lines = append(s.Lines, orgmodel.Line{From: l[0], Rel: orgmodel.ReportsTo, To: l[1]})
	}
	s.Lines = append(s.Lines,
		orgmodel.Line{From: "pm-1", Rel: orgmodel.DirectedBy, To: "prg-1"},
		orgmodel.Line{From: "dev-2", Rel: orgmodel.DottedTo, To: "pm-1"})
	return orgmodel.New(s)
}

// Whose absence cuts whom off from the top, when every kind of reporting line counts: it-1 alone
// stands between pm-2 and the top, while pm-1 has another way through prg-1.
func Example_dominators() {
	org := harbour()
	top := gonumview.View{Reverse: true}.Graph(org)
	ceo, _ := org.Find("ceo")
	tree := flow.Dominators(gonumview.Node(ceo), top)
	for r := range org.Nodes() {
		cut := tree.DominatedBy(int64(r)) // in no order
		slices.SortFunc(cut, func(a, b graph.Node) int { return cmp.Compare(a.ID(), b.ID()) })
		for _, n := range cut {
			fmt.Println("without", org.ID(r), "no way from the top to", org.ID(gonumview.Ref(n)))
		}
	}
	// Output:
	// without ceo no way from the top to it-1
	// without ceo no way from the top to prg-1
	// without ceo no way from the top to pm-1
	// without ceo no way from the top to dev-2
	// without it-1 no way from the top to pm-2
	// without pm-1 no way from the top to dev-1
}

// The way a decision takes where a dotted line is slow: each edge says which line it went by.
func ExampleView_Graph() {
	org := harbour()
	slow := func(e orgmodel.Edge) float64 {
		if e.Rel == orgmodel.DottedTo {
			return 5
		}
		return 1
	}
	g := gonumview.View{Weight: slow}.Graph(org)
	dev, _ := org.Find("dev-2")
	ceo, _ := org.Find("ceo")
	way, weight := path.DijkstraFrom(gonumview.Node(dev), g).To(int64(ceo))
	fmt.Println("weight", weight)
	for i := range way[1:] {
		e := g.Edge(way[i].ID(), way[i+1].ID()).(gonumview.Edge)
		fmt.Println(org.Line(e.Line))
	}
	// Output:
	// weight 3
	// dev-2 reports-to pm-2
	// pm-2 reports-to it-1
	// it-1 reports-to ceo
}

// Who matters by who answers to them. gonum begins PageRank at random and stops within a
// tolerance: print fewer digits than that.
func Example_pageRank() {
	org := harbour()
	rank := network.PageRank(gonumview.View{}.Graph(org), 0.85, 1e-8)
	for r := range org.Nodes() {
		fmt.Printf("%-5s %.3f\n", org.ID(r), rank[int64(r)])
	}
	// Output:
	// ceo   0.331
	// it-1  0.196
	// prg-1 0.121
	// pm-1  0.140
	// pm-2  0.088
	// dev-1 0.062
	// dev-2 0.062
}

// The seats, each boss before its reports.
func ExampleView_Forest() {
	org := harbour()
	order, err := topo.Sort(gonumview.View{Reverse: true}.Forest(org))
	fmt.Println(len(order), "seats", err)
	fmt.Println("first", org.ID(gonumview.Ref(order[0])))
	// Output:
	// 7 seats <nil>
	// first ceo
}

// Two lines between one pair stay two.
func ExampleView_Multigraph() {
	org := orgmodel.New(orgmodel.Spec{Lines: []orgmodel.Line{
		{From: "a", Rel: orgmodel.ReportsTo, To: "b"},
		{From: "a", Rel: orgmodel.DirectedBy, To: "b"},
		{From: "a", Rel: orgmodel.DottedTo, To: "a"},
	}})
	m := gonumview.View{}.Multigraph(org)
	for nodes := m.Nodes(); nodes.Next(); {
		u := nodes.Node().ID()
		for to := m.From(u); to.Next(); {
			for lines := m.Lines(u, to.Node().ID()); lines.Next(); {
				fmt.Println(org.Line(lines.Line().(gonumview.Edge).Line))
			}
		}
	}
	// Output:
	// a dotted-to a
	// a reports-to b
	// a directed-by b
}

// A node that an algorithm gives back is a record again by its Ref.
func ExampleRef() {
	org := harbour()
	pm, _ := org.Find("pm-1")
	var n graph.Node = gonumview.Node(pm)
	fmt.Println(n.ID(), org.ID(gonumview.Ref(n)))
	// Output: 3 pm-1
}
