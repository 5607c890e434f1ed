package chart

import (
	"iter"

	"example.com/orgchart/orgmodel"
)

// tree is what shapes a picture: nodes, uppers before lowers, with at most one node above
// each.
type tree struct {
	nodes iter.Seq[orgmodel.Ref]
	up    func(orgmodel.Ref) orgmodel.Ref
	hangs func(orgmodel.Ref) bool // false where a loop is cut
	node  func(orgmodel.Ref) orgmodel.Ref
	line  func(orgmodel.Ref) (orgmodel.Edge, bool)
}

// seatTree is the solid reporting lines.
func seatTree(o *orgmodel.Org) tree {
	return tree{o.Seats(), o.Boss, func(r orgmodel.Ref) bool { return !o.IsCut(r) }, o.SeatOf, o.BossLine}
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
	up := func(r orgmodel.Ref) orgmodel.Ref {
		if e, ok := by[r]; ok {
			return e.To
		}
		return orgmodel.None
	}
	return tree{
		nodes: levels(o, touched, by),
		up:    up,
		hangs: func(r orgmodel.Ref) bool { return up(r) != orgmodel.None },
		node:  func(r orgmodel.Ref) orgmodel.Ref { return r },
		line:  func(r orgmodel.Ref) (orgmodel.Edge, bool) { e, ok := by[r]; return e, ok },
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
func levels(o *orgmodel.Org, touched map[orgmodel.Ref]bool, by map[orgmodel.Ref]orgmodel.Edge) iter.Seq[orgmodel.Ref] {
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
	return func(yield func(orgmodel.Ref) bool) {
		for _, r := range order {
			if !yield(r) {
				return
			}
		}
	}
}
