package layout

import "context"

// A forest is the tree that a Graph's edges make of its boxes, in breadth-first numbers.
type forest struct {
	nodes []node  // w and low are width and height
	box   []int32 // node -> box; box[0] is -1
	up    []int32 // box -> the edge that holds it in the tree, -1 for none
	tray  []int32 // boxes that stand apart
}

// size of a box as the tree sees it.
type sizer func(*Box) (w, h int32)

// grow makes the forest of g. The first tree edge to a box wins; an edge from or to the
// tray, and one that would close a loop, holds nothing.
func grow(ctx context.Context, g *Graph, size sizer) (*forest, error) {
	f := &forest{up: make([]int32, len(g.Boxes))}
	for i := range g.Boxes {
		f.up[i] = -1
		if g.Boxes[i].Tray {
			f.tray = append(f.tray, int32(i))
		}
	}
	sorted, last := len(f.tray) == 0, int32(-1)
	for i := range g.Edges {
		if e := &g.Edges[i]; mayHold(g, e) && f.up[e.To] < 0 {
			f.up[e.To] = int32(i)
			sorted, last = sorted && e.To > last, e.To
		}
		if i%patience == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	ok, err := f.number(ctx, g, size, sorted)
	if !ok && err == nil {
		if err = f.untangle(ctx, g); err == nil {
			_, err = f.number(ctx, g, size, false)
		}
	}
	return f, err
}

// mayHold tells whether an edge can shape the tree at all.
func mayHold(g *Graph, e *Edge) bool {
	n := uint32(len(g.Boxes))
	return e.Tree && uint32(e.From) < n && uint32(e.To) < n && e.From != e.To && !g.Boxes[e.From].Tray && !g.Boxes[e.To].Tray
}

// number puts the boxes outside the tray into breadth-first order, siblings in the order of
// their edges; sorted says that the boxes stand in that order. It is false where there are
// loops.
func (f *forest) number(ctx context.Context, g *Graph, size sizer, sorted bool) (bool, error) {
	n := len(g.Boxes) - len(f.tray)
	t := Tree{make([]int32, n), make([]int32, n), make([]int32, n)}
	var rows, row []int32 // row -> box, box -> row
	if !sorted {
		var err error
		if rows, row, err = f.rows(ctx, g); err != nil {
			return false, err
		}
	}
	for r := range n {
		if r%patience == 0 && ctx.Err() != nil {
			return false, ctx.Err()
		}
		b := int32(r)
		if !sorted {
			b = rows[r]
		}
		t.W[r], t.H[r] = size(&g.Boxes[b])
		t.Parent[r] = -1
		if e := f.up[b]; e >= 0 {
			p := g.Edges[e].From
			if !sorted {
				p = row[p]
			}
			t.Parent[r] = p
		}
	}
	var b numbering
	nodes, found, err := b.try(ctx, t, nil)
	f.nodes, f.box = nodes, b.row
	for i := 1; rows != nil && i <= found; i++ {
		f.box[i] = rows[f.box[i]]
	}
	return found == n, err
}

// rows lists the roots in the order of boxes, then what has a boss in the order of edges; row
// is where in the list a box stands.
func (f *forest) rows(ctx context.Context, g *Graph) (rows, row []int32, err error) {
	rows, row = make([]int32, 0, len(g.Boxes)-len(f.tray)), make([]int32, len(g.Boxes))
	list := func(b int32) {
		row[b] = int32(len(rows))
		rows = append(rows, b)
	}
	for b := range g.Boxes {
		if f.up[b] < 0 && !g.Boxes[b].Tray {
			list(int32(b))
		}
	}
	for i := range g.Edges {
		if i%patience == 0 && ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		if e := &g.Edges[i]; mayHold(g, e) && f.up[e.To] == int32(i) {
			list(e.To)
		}
	}
	return rows, row, nil
}

// untangle chooses the edges again, one after the other, keeping for each tree its root, so
// that none closes a loop.
func (f *forest) untangle(ctx context.Context, g *Graph) error {
	root := make([]int32, len(g.Boxes))
	for b := range root {
		root[b], f.up[b] = int32(b), -1
	}
	find := func(b int32) int32 {
		for root[b] != b {
			root[b] = root[root[b]]
			b = root[b]
		}
		return b
	}
	for i := range g.Edges {
		if i%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		e := &g.Edges[i]
		if mayHold(g, e) && f.up[e.To] < 0 && find(e.From) != e.To {
			f.up[e.To], root[e.To] = int32(i), e.From
		}
	}
	return nil
}
