package graphviz

import (
	"strconv"

	"example.com/orgchart/layout"
)

// curvedBoxes is up to how many boxes the layouts other than Dot look for a way round boxes for
// each edge, which takes time by the square of their number; above, edges are straight.
const curvedBoxes = 100

// skeleton is the DOT of g without a word of it: nodes of the sizes of its boxes, 72 px an
// inch, and its edges by number. What touches the tray is left
// out; nil where nothing else is there.
func skeleton(g *layout.Graph, e Engine) []byte {
	b := make([]byte, 0, 300+40*len(g.Boxes)+40*len(g.Edges))
	rank, splines := "TB", "true"
	if e.Direction == layout.LeftRight {
		rank = "LR"
	}
	if e.Layout != Dot && len(g.Boxes) > curvedBoxes {
		splines = "line"
	}
	b = append(b, "digraph orgchart {\n\tgraph [rankdir="+rank+", ordering=out, nodesep=0.333, ranksep=0.556, overlap="+overlap(e.Layout)+", sep=\"+8\", splines="+splines+"]\n"...)
	b = append(b, "\tnode [shape=box, fixedsize=true, label=\"\"]\n\tedge [dir=none]\n"...)
	number, n := numbers(g)
	for i := range g.Boxes {
		if number[i] >= 0 {
			b = strconv.AppendInt(append(b, "\tn"...), int64(number[i]), 10)
			b = appendInches(append(b, " [width="...), g.Boxes[i].W)
			b = append(appendInches(append(b, ", height="...), g.Boxes[i].H), "]\n"...)
		}
	}
	for i, x := range g.Edges {
		if uint(x.From) >= uint(len(number)) || uint(x.To) >= uint(len(number)) || number[x.From] < 0 || number[x.To] < 0 {
			continue
		}
		b = strconv.AppendInt(append(b, "\tn"...), int64(number[x.From]), 10)
		b = strconv.AppendInt(append(b, " -> n"...), int64(number[x.To]), 10)
		b = strconv.AppendInt(append(b, " [id=\"e"...), int64(i), 10)
		b = append(b, '"')
		if !x.Tree {
			b = append(b, ", constraint=false"...)
		}
		b = append(b, "]\n"...)
	}
	if n == 0 {
		return nil
	}
	return append(b, "}\n"...)
}

// overlap is how a layout moves boxes apart. The way that makes the smaller picture loses boxes
// of Sfdp's that stand on one line.
func overlap(l Layout) string {
	if l == Sfdp {
		return "scale"
	}
	return "false"
}

// numbers gives the boxes outside the tray a number each, in order, and others -1.
func numbers(g *layout.Graph) (number []int32, n int32) {
	number = make([]int32, len(g.Boxes))
	for i := range g.Boxes {
		number[i] = -1
		if !g.Boxes[i].Tray {
			number[i] = n
			n++
		}
	}
	return number, n
}

// appendInches appends px in inches, at least the least that Graphviz knows.
func appendInches(b []byte, px int32) []byte {
	n := (int64(max(px, 2))*1000 + 36) / 72
	b = append(strconv.AppendInt(b, n/1000, 10), '.')
	n %= 1000
	return append(b, byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
}
