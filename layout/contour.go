package layout

import (
	"context"
	"math/bits"
)

// contours moves subtrees together. It works on nodes from the last to the first, so that
// every subtree is finished before its parent is looked at, and compares the right contour
// of the siblings placed so far with the left contour of the next one. Contours are linked
// as the paper has it: by first and last children and, where a subtree ends above its
// neighbour, by threads.
//
// The paper starts a subtree at its own first position and only ever pushes it to the right;
// here it starts beside its neighbour's root, which may lie further left.
type contours struct {
	nodes []node
	ends  []ends
	gap   int32
	fine  uint  // binary places of pos and of node widths
	w, h  int32 // of the whole, px

	lows  []low   // siblings that can still be met from the right, the deepest first
	ramps []ramp  // pushes to be shared among the siblings between
	shift []int64 // a team's shares of them, 16 binary places
}

// ends says how contours go on at a node. At a leaf, left and right are threads: the next
// node of that contour, 0 for none, and its left edge after the leaf's. At any other node
// kids is where the first child begins after the node's own left edge; left and right are
// the lowest nodes of the subtree's contours and their left edges after the node's.
type ends struct{ kids, left, leftX, right, rightX int32 }

// A low is a sibling and where its right contour ends.
type low struct{ at, sibling int32 }

// A ramp says that by px came between two siblings.
type ramp struct{ from, to, by int32 }

// solve fills in pos, relative to the first sibling's, and low, and finds the size of the
// whole. Node 0's kids is such that adding up from it leaves no coordinate below 0.
//
// A parent's middle and a sibling's share of a push are fractions. Rounding each would add
// up to a wider picture, so positions carry binary places, as many as room (no sum of widths
// and gaps is larger) leaves free, up to 8. Rounding down once at the end keeps every gap,
// since gaps and widths are integers.
func (c *contours) solve(ctx context.Context, nodes []node, sibling, level int32, room int64) error {
	c.fine = uint(min(8, bits.LeadingZeros32(uint32(max(room, 1)))-1))
	c.nodes, c.ends, c.gap, c.h = nodes, resize(c.ends, len(nodes)), sibling<<c.fine, 0
	n := int32(len(nodes)) - 2
	for v := int32(0); v <= n; v++ {
		y := nodes[v].low + level
		if v == 0 {
			y = 0
		}
		nodes[v].low = y
		nodes[v].w <<= c.fine
		for k := nodes[v].kid; k < nodes[v+1].kid; k++ {
			nodes[k].low += y
			c.h = max(c.h, nodes[k].low)
		}
		if v%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	for v := n; v >= 0; v-- {
		if lo, hi := nodes[v].kid, nodes[v+1].kid; lo < hi {
			c.team(v, lo, hi)
		} else {
			c.ends[v] = ends{}
		}
		if v%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	c.measure()
	return nil
}

// team places the children lo to hi of v beside each other and v above them.
func (c *contours) team(v, lo, hi int32) {
	nodes := c.nodes
	nodes[lo].pos = 0
	l, lx, r, rx := c.lowest(lo)
	c.lows = append(c.lows[:0], low{nodes[l].low, lo})
	for k := lo + 1; k < hi; k++ {
		from, fromX, to, toX, x := c.separate(k)
		nodes[k].pos = x
		kl, klx, kr, krx := c.lowest(k)
		deep := nodes[kr].low
		switch {
		case to != 0: // k reaches below all before it: their left contour goes on in k
			c.ends[l].left, c.ends[l].leftX = to, toX-lx
			l, lx = kl, klx+x
			r, rx = kr, krx+x
		case from != 0: // k ends above one before it: its right contour goes on in that one
			c.ends[kr].right, c.ends[kr].rightX = from, fromX-krx-x
		default:
			r, rx = kr, krx+x
		}
		for len(c.lows) > 0 && c.lows[len(c.lows)-1].at <= deep {
			c.lows = c.lows[:len(c.lows)-1]
		}
		c.lows = append(c.lows, low{deep, k})
	}
	if len(c.ramps) > 0 {
		c.share(lo, hi)
	}
	last := nodes[hi-1]
	left := (last.pos + last.w - nodes[v].w) >> 1
	c.ends[v] = ends{-left, l, lx - left, r, rx - left}
}

// lowest returns where the contours of v's subtree end and their left edges after v's.
func (c *contours) lowest(v int32) (l, lx, r, rx int32) {
	if c.nodes[v].kid == c.nodes[v+1].kid {
		return v, 0, v, 0
	}
	e := &c.ends[v]
	return e.left, e.leftX, e.right, e.rightX
}

// separate finds the place x of sibling k right of all siblings before it. It also returns
// the node at which the comparison ended on either contour, 0 where that had no more, and
// its left edge.
func (c *contours) separate(k int32) (r, rx, l, lx, x int32) {
	nodes, ends := c.nodes, c.ends
	met := len(c.lows) - 1
	r, rx = k-1, nodes[k-1].pos
	x = rx + nodes[r].w + c.gap
	l, lx = k, x
	for {
		rLow, lLow := nodes[r].low, nodes[l].low
		if rLow <= lLow {
			if nodes[r].kid < nodes[r+1].kid {
				rx += ends[r].kids
				r = nodes[r+1].kid - 1
				rx += nodes[r].pos
			} else {
				rx += ends[r].rightX
				r = ends[r].right
			}
		}
		if rLow >= lLow {
			if nodes[l].kid < nodes[l+1].kid {
				lx += ends[l].kids
				l = nodes[l].kid
			} else {
				lx += ends[l].leftX
				l = ends[l].left
			}
		}
		if r == 0 || l == 0 {
			return r, rx, l, lx, x
		}
		if by := rx + nodes[r].w + c.gap - lx; by > 0 {
			for nodes[r].low > c.lows[met].at {
				met--
			}
			x, lx = x+by, lx+by
			if from := c.lows[met].sibling; from < k-1 {
				c.ramps = append(c.ramps, ramp{from, k, by})
			}
		}
	}
}

// share moves the siblings between two that were pushed apart by their part of the push, so
// that the gaps between them come out even.
func (c *contours) share(lo, hi int32) {
	n := int(hi - lo)
	c.shift = resize(c.shift, 2*n)
	clear(c.shift)
	slope, jump := c.shift[:n], c.shift[n:]
	for _, r := range c.ramps {
		parts := int64(r.to - r.from)
		part := int64(r.by) << 16 / parts
		slope[r.from+1-lo] += part
		slope[r.to-lo] -= part
		jump[r.to-lo] -= part * (parts - 1)
	}
	c.ramps = c.ramps[:0]
	var by, step int64
	for i := range slope {
		step += slope[i]
		by += step + jump[i]
		c.nodes[lo+int32(i)].pos += int32(by >> 16)
	}
}

// measure walks down both outer contours, shifts the whole to begin at 0, and knows how wide
// it is then.
func (c *contours) measure() {
	nodes, ends := c.nodes, c.ends
	lo, hi := int32(0), int32(0)
	c.w = 0
	if nodes[0].kid == nodes[1].kid {
		return
	}
	for v, x := nodes[0].kid, int32(0); v != 0; {
		lo = min(lo, x)
		if nodes[v].kid < nodes[v+1].kid {
			v, x = nodes[v].kid, x+ends[v].kids
		} else {
			v, x = ends[v].left, x+ends[v].leftX
		}
	}
	for v, x := nodes[1].kid-1, nodes[nodes[1].kid-1].pos; v != 0; {
		hi = max(hi, x+nodes[v].w)
		if nodes[v].kid < nodes[v+1].kid {
			x += ends[v].kids
			v = nodes[v+1].kid - 1
			x += nodes[v].pos
		} else {
			v, x = ends[v].right, x+ends[v].rightX
		}
	}
	ends[0].kids, c.w = -lo, (hi-lo)>>c.fine
}
