package layouttest

import (
	"fmt"
	"math/rand/v2"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// Random returns an organisation of n boxes with some of everything: wide teams and chains,
// several tops, loose edges, a tray, a legend. Its tree edges hold; for ones that do not, see
// Odd.
func Random(seed uint64, n int) layout.Graph {
	r := rand.New(rand.NewPCG(seed, uint64(n)))
	g := layout.Graph{Title: "Organisation", Subtitle: fmt.Sprint("seed ", seed), Tray: "Reports to nobody"}
	g.Legend = []layout.Key{{Text: "reports to", Count: n}, {Text: "dotted line", Stroke: layout.Dotted}}
	reach := []int{1, 3, 12, n}[r.IntN(4)] // how far back a boss may be: chains, or bushes
	for i := range n {
		b := layout.Box{ID: fmt.Sprint("b", i), W: 120 + 4*int32(r.IntN(26)), H: 40 + int32(r.IntN(3))*14, First: int32(len(g.Lines)), Count: 1}
		g.Lines = append(g.Lines, layout.Line{S: b.ID, Style: text.Strong})
		b.Tray = n > 3 && r.IntN(20) == 0
		g.Boxes = append(g.Boxes, b)
		if i > 0 && !b.Tray && r.IntN(50) > 0 {
			if boss := i - 1 - r.IntN(min(i, reach)); !g.Boxes[boss].Tray {
				g.Edges = append(g.Edges, layout.Edge{From: int32(boss), To: int32(i), Tree: true})
			}
		}
	}
	if n > 0 {
		for range r.IntN(2 + min(n, 200)/4) {
			g.Edges = append(g.Edges, layout.Edge{From: int32(r.IntN(n)), To: int32(r.IntN(n)), Stroke: layout.Dotted, Arrow: true})
		}
	}
	r.Shuffle(len(g.Edges), func(i, j int) { g.Edges[i], g.Edges[j] = g.Edges[j], g.Edges[i] })
	return g
}

// Chain returns n boxes, each the boss of the next.
func Chain(n int) layout.Graph {
	return graph(n, func(i int) int { return i - 1 })
}

// Star returns n boxes, the first the boss of all others.
func Star(n int) layout.Graph {
	return graph(n, func(int) int { return 0 })
}

func graph(n int, boss func(int) int) layout.Graph {
	g := layout.Graph{Boxes: make([]layout.Box, n)}
	for i := range g.Boxes {
		g.Boxes[i] = layout.Box{W: 168, H: 46}
		if i > 0 {
			g.Edges = append(g.Edges, layout.Edge{From: int32(boss(i)), To: int32(i), Tree: true})
		}
	}
	return g
}

// Odd returns graphs such as broken tables yield, by what is odd about them.
func Odd() map[string]layout.Graph {
	tree := func(n int, pairs ...int32) layout.Graph {
		g := layout.Graph{Boxes: make([]layout.Box, n)}
		for i := range g.Boxes {
			g.Boxes[i] = layout.Box{W: 100, H: 40}
		}
		for i := 0; i+1 < len(pairs); i += 2 {
			g.Edges = append(g.Edges, layout.Edge{From: pairs[i], To: pairs[i+1], Tree: true})
		}
		return g
	}
	size := func(g layout.Graph, w, h int32) layout.Graph {
		for i := range g.Boxes {
			g.Boxes[i].W, g.Boxes[i].H = w, h
		}
		return g
	}
	words := tree(1)
	words.Title = string([]byte{0xff, 0, 'x'})
	words.Legend = make([]layout.Key, 40)
	tray := tree(4, 0, 1, 1, 2, 2, 3)
	tray.Boxes[1].Tray, tray.Boxes[2].Tray = true, true
	allTray := tree(3)
	for i := range allTray.Boxes {
		allTray.Boxes[i].Tray = true
	}
	return map[string]layout.Graph{
		"no boxes":          {},
		"no boxes, words":   {Title: "Nobody", Subtitle: "today", Legend: []layout.Key{{Text: "x"}}},
		"one box":           tree(1),
		"edges, no boxes":   {Edges: []layout.Edge{{From: 0, To: 0, Tree: true}, {From: 0, To: 1}}},
		"no size":           size(tree(5, 0, 1, 0, 2, 2, 3), 0, 0),
		"negative size":     size(tree(5, 0, 1, 0, 2, 2, 3), -7, -1),
		"own boss":          tree(3, 0, 0, 0, 1, 1, 1, 2, 2),
		"loop of two":       tree(3, 0, 1, 1, 0, 1, 2),
		"only a loop":       tree(4, 0, 1, 1, 2, 2, 3, 3, 0),
		"loop with a tail":  tree(6, 1, 2, 2, 1, 2, 3, 3, 4, 5, 0),
		"loop, second boss": tree(4, 1, 0, 0, 1, 2, 0, 3, 2),
		"two bosses":        tree(4, 0, 2, 1, 2, 2, 3, 0, 3),
		"repeated edges":    tree(3, 0, 1, 0, 1, 0, 1, 1, 2, 1, 2),
		"edges to nowhere":  tree(2, 0, 1, 0, 2, 7, 0, -1, 1, 0, -5, 1<<30, -1<<31),
		"reversed order":    tree(4, 0, 3, 0, 2, 0, 1),
		"boss in the tray":  tray,
		"only a tray":       allTray,
		"bad text":          words,
		"many tops":         tree(60),
	}
}
