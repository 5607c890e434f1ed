package rules

import "example.com/orgchart/orgmodel"

// dominators is, of the seats that hang under some tops, who lies on every way up from whom. Nodes
// are numbered as a walk down first meets them: 0 is a root above all tops that no seat stands for,
// and a seat has a larger number than any that lies on all its ways up.
//
// T. Lengauer and R. Tarjan, A fast algorithm for finding dominators in a flowgraph, 1979, with
// simple linking and without recursion: near linear in the lines. The terms are the paper's.
type dominators struct {
	w      *web
	num    []int32        // by Ref: its number, 0 where no top is above it
	vertex []orgmodel.Ref // by number
	parent []int32        // by number: whence the walk came
	idom   []int32        // by number: the nearest on every way up

	isTop    []bool  // by number
	semi     []int32 // by number
	label    []int32
	ancestor []int32 // -1 where not linked yet
	path     []int32 // room for compress
}

// walkDown numbers the seats under some tops, of which solve then finds the dominators. It is nil where the caller
// gave up meanwhile.
func walkDown(p *orgmodel.Pass, w *web, tops []orgmodel.Ref) *dominators {
	d := &dominators{w: w, num: make([]int32, p.Len()), vertex: []orgmodel.Ref{orgmodel.None}, parent: []int32{0}}
	for _, t := range tops {
		if p.Declared(t) && d.num[t] == 0 && !d.walk(p, t) {
			return nil
		}
	}
	n := len(d.vertex)
	d.isTop = make([]bool, n)
	for _, t := range tops {
		if p.Declared(t) {
			d.isTop[d.num[t]] = true
		}
	}
	return d
}

// mayWeigh says that a seat below the tops may lie on every way up of so many others: it does at most of those that
// the walk met below it, and most organisations have no such seat.
func (d *dominators) mayWeigh(need int32) bool {
	below := make([]int32, len(d.vertex))
	for v := len(below) - 1; v > 0; v-- {
		if below[v] >= need && !d.isTop[v] {
			return true
		}
		below[d.parent[v]] += below[v] + 1
	}
	return false
}

// walk numbers what is below a top, depth first; false where the caller gave up.
func (d *dominators) walk(p *orgmodel.Pass, top orgmodel.Ref) bool {
	type visit struct {
		num  int32
		next int
	}
	var stack []visit
	meet := func(r orgmodel.Ref, from int32) {
		n := int32(len(d.vertex))
		d.num[r] = n
		d.vertex, d.parent = append(d.vertex, r), append(d.parent, from)
		stack = append(stack, visit{num: n})
	}
	meet(top, 0)
	for len(stack) > 0 {
		v := &stack[len(stack)-1]
		below := d.w.reports(d.vertex[v.num])
		if v.next == len(below) {
			stack = stack[:len(stack)-1]
			continue
		}
		r := below[v.next]
		v.next++
		if d.num[r] == 0 {
			if len(d.vertex)&4095 == 0 && p.Stopped() {
				return false
			}
			meet(r, v.num)
		}
	}
	return true
}

// solve finds semidominators from the last met to the first, then dominators from the first to the
// last; false where the caller gave up. What is above a seat and under no top is on no way up.
func (d *dominators) solve(p *orgmodel.Pass) bool {
	n := int32(len(d.vertex))
	d.semi, d.label, d.ancestor, d.idom = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
	for i := range n {
		d.semi[i], d.label[i], d.ancestor[i] = i, i, -1
	}
	bucket, next := make([]int32, n), make([]int32, n) // by number: a list that ends in 0
	for w := n - 1; w > 0; w-- {
		if w&4095 == 0 && p.Stopped() {
			return false
		}
		if d.isTop[w] {
			d.semi[w] = 0
		}
		for _, b := range d.w.bosses(d.vertex[w]) {
			if v := d.num[b]; v != 0 {
				d.semi[w] = min(d.semi[w], d.semi[d.eval(v)])
			}
		}
		next[w], bucket[d.semi[w]] = bucket[d.semi[w]], w
		up := d.parent[w]
		d.ancestor[w] = up
		for v := bucket[up]; v != 0; v = next[v] {
			d.idom[v] = up
			if u := d.eval(v); d.semi[u] < d.semi[v] {
				d.idom[v] = u
			}
		}
		bucket[up] = 0
	}
	for w := int32(1); w < n; w++ {
		if d.idom[w] != d.semi[w] {
			d.idom[w] = d.idom[d.idom[w]]
		}
	}
	return true
}

// eval is the node with the least semidominator from v up to below where its linked tree begins.
func (d *dominators) eval(v int32) int32 {
	if d.ancestor[v] < 0 {
		return v
	}
	d.path = d.path[:0]
	for d.ancestor[d.ancestor[v]] >= 0 {
		d.path = append(d.path, v)
		v = d.ancestor[v]
	}
	for i := len(d.path) - 1; i >= 0; i-- { // compress
		u := d.path[i]
		a := d.ancestor[u]
		if d.semi[d.label[a]] < d.semi[d.label[u]] {
			d.label[u] = d.label[a]
		}
		d.ancestor[u] = d.ancestor[a]
		v = u
	}
	return d.label[v]
}

// weights is by number how many seats each lies on every way up of, its own included.
func (d *dominators) weights() []int32 {
	sum := make([]int32, len(d.vertex))
	for v := len(sum) - 1; v > 0; v-- {
		sum[v]++
		sum[d.idom[v]] += sum[v]
	}
	return sum
}
