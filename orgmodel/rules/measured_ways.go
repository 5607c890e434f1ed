package rules

import (
	"context"
	"math"

	"example.com/orgchart/orgmodel"
)

// A WayUp is a seat below the top that others need to reach it.
type WayUp struct {
	Seat     orgmodel.Ref
	Below    int          // seats whose every way up passes it, itself left out
	Next     orgmodel.Ref // the nearest seat on every way up of its own; None where that is a top, or each way is another
	Deputy   bool         // a second holder, or a filled report marked as its deputy, can stand in
	TooLarge bool         // Below is at least the rule's Fraction of all seats
}

// WaysUp are the ways up of an organisation.
type WaysUp struct {
	Seats int     // how many hang under a top, tops included
	Tops  int     // of these
	Need  int     // how many seats must hang on one for the rule to speak of it
	Of    []WayUp // those on which others hang, by Ref
}

// Ways measures on whom how many depend, by the relations of the rule, in time near linear in the
// lines (the rule's dominators). MinSeats is not looked at.
func (c Chokepoint) Ways(ctx context.Context, o *orgmodel.Org) (WaysUp, error) {
	p := look(ctx, o)
	c = c.filled()
	tops, _ := survey(p)
	tops = liveOnes(p, tops)
	w := newWeb(p, c.Rels...)
	if w == nil || len(tops) == 0 {
		return WaysUp{}, ctx.Err()
	}
	d := walkDown(p, w, tops)
	if d == nil || !d.solve(p) {
		return WaysUp{}, ctx.Err()
	}
	all := len(d.vertex) - 1
	weight := d.weights()
	u := WaysUp{Seats: all, Need: int(math.Ceil(min(c.Fraction, 2)*float64(all) - 1e-9))}
	u.Need = max(1, u.Need)
	for r := range p.Nodes() {
		v := d.num[r]
		switch {
		case r&4095 == 0 && p.Stopped():
			return WaysUp{}, ctx.Err()
		case v == 0:
		case d.isTop[v]:
			u.Tops++
		case weight[v] > 1:
			up := WayUp{Seat: r, Below: int(weight[v] - 1), Next: orgmodel.None, Deputy: hasDeputy(p, w, r)}
			up.TooLarge = up.Below >= u.Need
			if n := d.idom[v]; n != 0 && !d.isTop[n] {
				up.Next = d.vertex[n]
			}
			u.Of = append(u.Of, up)
		}
	}
	return u, ctx.Err()
}
