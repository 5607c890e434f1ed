package analysis

import (
	"context"
	"math/rand/v2"
	"slices"

	"example.com/orgchart/orgmodel"
)

// ties is who is joined to whom, by lines in either direction, as flat arrays over places. Places
// follow from ids alone, so that the order of a file's rows changes not one bit of a sum.
type ties struct {
	seat []orgmodel.Ref // by place
	at   []int32        // where a place's neighbours begin; one more than places
	to   []int32
}

// newTies joins the live seats of some relations. A pair counts once.
func newTies(ctx context.Context, o *orgmodel.Org, rels []orgmodel.Rel) (*ties, error) {
	t := &ties{}
	if err := liveSeats(ctx, o, func(s orgmodel.Ref) { t.seat = append(t.seat, s) }); err != nil {
		return nil, err
	}
	var err error
	if t.seat, err = sorted(ctx, t.seat, byID(o)); err != nil {
		return nil, err
	}
	place := make([]int32, o.Len())
	for i := range place {
		place[i] = -1
	}
	for i, s := range t.seat {
		place[s] = int32(i)
	}
	each := func(do func(a, b int32)) error {
		n := 0
		for e := range o.Edges(rels...) {
			if n++; n&4095 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			s, u := o.SeatOf(e.From), o.SeatOf(e.To)
			if o.LiveLine(e) && s != u && o.MaySit(s) && o.MaySit(u) && o.Declared(s) && o.Declared(u) && place[s] >= 0 && place[u] >= 0 {
				do(place[s], place[u])
				do(place[u], place[s])
			}
		}
		return ctx.Err()
	}
	t.at = make([]int32, len(t.seat)+1)
	if err := each(func(a, _ int32) { t.at[a+1]++ }); err != nil {
		return nil, err
	}
	for i := range t.seat {
		t.at[i+1] += t.at[i]
	}
	t.to = make([]int32, t.at[len(t.seat)])
	next := slices.Clone(t.at)
	if err := each(func(a, b int32) { t.to[next[a]] = b; next[a]++ }); err != nil {
		return nil, err
	}
	t.thin()
	t.near()
	return t, ctx.Err()
}

// thin leaves one of the equal neighbours of a place, in order.
func (t *ties) thin() {
	kept := int32(0)
	for i := range t.seat {
		run := t.to[t.at[i]:t.at[i+1]]
		slices.Sort(run)
		run = slices.Compact(run)
		t.at[i] = kept
		kept += int32(copy(t.to[kept:], run))
	}
	t.at[len(t.seat)] = kept
	t.to = t.to[:kept]
}

// near numbers places anew, as a walk from the first one on meets them, so that neighbours lie close in
// memory. The walk goes by places, so it is as good an order as that of ids.
func (t *ties) near() {
	n := len(t.seat)
	met := make([]int32, n) // new place by old, counted from 1
	var order []int32
	for s := range int32(n) {
		if met[s] != 0 {
			continue
		}
		order = append(order, s)
		met[s] = int32(len(order))
		for i := len(order) - 1; i < len(order); i++ {
			for _, u := range t.to[t.at[order[i]]:t.at[order[i]+1]] {
				if met[u] == 0 {
					order = append(order, u)
					met[u] = int32(len(order))
				}
			}
		}
	}
	next := ties{seat: make([]orgmodel.Ref, n), at: make([]int32, n+1), to: make([]int32, 0, len(t.to))}
	for i, old := range order {
		next.seat[i] = t.seat[old]
		for _, u := range t.to[t.at[old]:t.at[old+1]] {
			next.to = append(next.to, met[u]-1)
		}
		next.at[i+1] = int32(len(next.to))
	}
	*t = next
}

// between is for each place the sum over all ordered pairs of others of the part of their shortest ways
// that passes it. With fewer sources than places it is an estimate: the sum over the ways from some
// places, drawn the same way every time, scaled up.
//
// U. Brandes, A faster algorithm for betweenness centrality, 2001; the estimate is that of U. Brandes
// and C. Pich, Centrality estimation in large networks, 2007. The terms are the papers'.
func (t *ties) between(ctx context.Context, sources int) ([]float64, error) {
	n := len(t.seat)
	pivots := make([]int32, n)
	for i := range pivots {
		pivots[i] = int32(i)
	}
	if sources < n {
		draw := rand.New(rand.NewPCG(1, 2))
		draw.Shuffle(n, func(i, j int) { pivots[i], pivots[j] = pivots[j], pivots[i] })
		pivots = pivots[:sources]
		slices.Sort(pivots)
	}
	sum := make([]float64, n)
	w := wave{at: make([]crest, n)}
	for _, s := range pivots {
		if !w.from(ctx, t, s, sum) {
			return nil, ctx.Err()
		}
	}
	if sources < n && sources > 0 {
		for i := range sum {
			sum[i] = sum[i] * float64(n) / float64(sources)
		}
	}
	return sum, nil
}

// wave is the ways from one source.
type wave struct {
	order []int32 // places reached, nearest first
	at    []crest
}

// crest is what a wave knows of a place.
type crest struct {
	in, out  float64 // σ: how many shortest ways lead to it; out is in, brought down where it grows too large
	delta    float64 // δ: dependency of the source on it
	distance int32   // from the source, counted from 1; 0 where not reached
}

// The number of shortest ways doubles with each level of a lattice: where a level passes large, all of it
// is brought down by as much, which changes no ratio that is formed.
const (
	large = 1 << 400
	tiny  = 1.0 / (1 << 400)
)

// from adds the dependencies of one source; false where the caller gave up.
func (w *wave) from(ctx context.Context, t *ties, s int32, sum []float64) bool {
	w.order = append(w.order[:0], s)
	w.at[s] = crest{in: 1, distance: 1}
	for lo := 0; lo < len(w.order); {
		hi := len(w.order) // lo to hi is one level: all of it is known
		most := 0.0
		for _, v := range w.order[lo:hi] {
			most = max(most, w.at[v].in)
		}
		for i, v := range w.order[lo:hi] {
			if i&0xffff == 0 && ctx.Err() != nil {
				return false
			}
			c := &w.at[v]
			c.out = c.in
			if most > large {
				c.out = max(c.in/large, tiny)
			}
			for _, u := range t.to[t.at[v]:t.at[v+1]] {
				d := &w.at[u]
				if d.distance == 0 {
					d.distance = c.distance + 1
					w.order = append(w.order, u)
				}
				if d.distance == c.distance+1 {
					d.in += c.out
				}
			}
		}
		lo = hi
	}
	for i := len(w.order) - 1; i >= 0; i-- {
		if i&0xffff == 0 && ctx.Err() != nil {
			return false
		}
		u := w.order[i]
		c := w.at[u]
		part := (1 + c.delta) / c.in
		for _, v := range t.to[t.at[u]:t.at[u+1]] {
			if d := &w.at[v]; d.distance == c.distance-1 {
				d.delta += float64(d.out * part) // no fused operation, whose last bit differs between machines
			}
		}
		if u != s {
			sum[u] += c.delta
		}
	}
	for _, u := range w.order {
		w.at[u] = crest{}
	}
	return true
}
