package gonumview

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// pairs are the lines of a view, on their way to being grouped: parallel columns.
type pairs struct {
	from, to []orgmodel.Ref
	line     []int32
	weight   []float64 // nil: 1 each
	nodes    set
}

func (p *pairs) add(from, to orgmodel.Ref, e orgmodel.Edge, weight func(orgmodel.Edge) float64) {
	p.from, p.to = append(p.from, from), append(p.to, to)
	p.line = append(p.line, int32(e.Number()))
	if weight != nil {
		p.weight = append(p.weight, weight(e))
	}
}

// dropSelf leaves out the lines from a node to itself.
func (p *pairs) dropSelf() {
	n := 0
	for i, r := range p.from {
		if r == p.to[i] {
			continue
		}
		p.from[n], p.to[n], p.line[n] = r, p.to[i], p.line[i]
		if p.weight != nil {
			p.weight[n] = p.weight[i]
		}
		n++
	}
	p.from, p.to, p.line = p.from[:n], p.to[:n], p.line[:n]
	if p.weight != nil {
		p.weight = p.weight[:n]
	}
}

// sort puts the lines in order of From, To and their own order, by counting: it takes as long for
// a million lines at one end as for any others.
func (p *pairs) sort(size int) {
	ordered := true
	for i := 1; i < len(p.from) && ordered; i++ {
		ordered = p.from[i-1] < p.from[i] || p.from[i-1] == p.from[i] && p.to[i-1] <= p.to[i]
	}
	if ordered {
		return
	}
	by := grouped(p.to, nil, size)
	by = grouped(p.from, by, size)
	p.from, p.to, p.line = taken(p.from, by), taken(p.to, by), taken(p.line, by)
	if p.weight != nil {
		p.weight = taken(p.weight, by)
	}
}

// grouped gives the indices that before lists, all where it is nil, in order of key and within a
// key in the order that before lists them in.
func grouped(key []orgmodel.Ref, before []int32, size int) []int32 {
	start := starts(key, size)
	after := make([]int32, len(key))
	for i := range key {
		if before != nil {
			i = int(before[i])
		}
		k := key[i]
		after[start[k]] = int32(i)
		start[k]++
	}
	return after
}

// starts says where the group of each key begins when keys stand in order.
func starts(key []orgmodel.Ref, size int) []int32 {
	start := make([]int32, size+1)
	for _, k := range key {
		start[k+1]++
	}
	for i := range size {
		start[i+1] += start[i]
	}
	return start
}

func taken[T any](col []T, by []int32) []T {
	out := make([]T, len(by))
	for i, k := range by {
		out[i] = col[k]
	}
	return out
}

// runs says where each run of parallel lines begins, and last where the last one ends.
func (p *pairs) runs() []int32 {
	runs := make([]int32, 0, len(p.from)+1)
	for i := range p.from {
		if i == 0 || p.from[i] != p.from[i-1] || p.to[i] != p.to[i-1] {
			runs = append(runs, int32(i))
		}
	}
	return slices.Clip(append(runs, int32(len(p.from))))
}
