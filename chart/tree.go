package chart

import (
	"iter"

	"example.com/orgchart/orgmodel"
)

// tree is what shapes a picture.
type tree struct {
	// nodes yields every node with the one it hangs under, uppers first; None at a root and
	// where a loop is taken apart.
	nodes iter.Seq2[orgmodel.Ref, orgmodel.Ref]
	node  func(orgmodel.Ref) orgmodel.Ref // what stands for a record in the tree
	line  func(orgmodel.Ref) (orgmodel.Edge, bool)
	extra bool // lines of the relation may exist that do not shape the tree
}

// seatTree is the solid reporting lines.
func seatTree(o *orgmodel.Org) tree {
	extra := o.ManyLines()
	for range o.Cuts() {
		extra = true
	}
	for range o.SelfLines() {
		extra = true
		break
	}
	return tree{o.Forest(), o.SeatOf, o.BossLine, extra}
}

// relTree is the tree of another relation: the first live line of each node that does not
// close a loop. It holds every node such a line touches.
func relTree(o *orgmodel.Org, rel orgmodel.Rel) tree {
	by := map[orgmodel.Ref]orgmodel.Edge{}
	touched := map[orgmodel.Ref]bool{}
	for e := range o.Edges() {
		if e.Rel != rel || !o.LiveLine(e) {
			continue
		}
		touched[e.From], touched[e.To] = true, true
		if _, has := by[e.From]; !has && !above(by, e.To, e.From) {
			by[e.From] = e
		}
	}
	return tree{
		nodes: levels(o, touched, by),
		node:  func(r orgmodel.Ref) orgmodel.Ref { return r },
		line:  func(r orgmodel.Ref) (orgmodel.Edge, bool) { e, ok := by[r]; return e, ok },
		extra: true,
	}
}

// above says that what is r or lies above it.
func above(by map[orgmodel.Ref]orgmodel.Edge, r, what orgmodel.Ref) bool {
	for {
		if r == what {
			return true
		}
		e, ok := by[r]
		if !ok {
			return false
		}
		r = e.To
	}
}

// levels yields the touched nodes level by level.
func levels(o *orgmodel.Org, touched map[orgmodel.Ref]bool, by map[orgmodel.Ref]orgmodel.Edge) iter.Seq2[orgmodel.Ref, orgmodel.Ref] {
	under := map[orgmodel.Ref][]orgmodel.Ref{}
	var order []orgmodel.Ref
	each := func(r orgmodel.Ref) {
		if !touched[r] {
			return
		}
		if e, ok := by[r]; ok {
			under[e.To] = append(under[e.To], r)
		} else {
			order = append(order, r)
		}
	}
	for r := range o.Nodes() {
		each(r)
	}
	for r := range o.Ghosts() {
		each(r)
	}
	for i := 0; i < len(order); i++ {
		order = append(order, under[order[i]]...)
	}
	return func(yield func(_, up orgmodel.Ref) bool) {
		for _, r := range order {
			up := orgmodel.None
			if e, ok := by[r]; ok {
				up = e.To
			}
			if !yield(r, up) {
				return
			}
		}
	}
}
