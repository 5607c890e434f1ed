package layout

import "context"

// patience is how many boxes a pass goes through before it looks at its context again: a few
// milliseconds' worth.
const patience = 1 << 15

// A node is a box in breadth-first order: parents before children, siblings side by side.
// Node 0 stands above the roots and has no size. One node more than there are boxes closes
// the list, so that the children of v are always nodes[v].kid to nodes[v+1].kid.
type node struct {
	pos int32 // left edge: after the first sibling's while contours are compared, then absolute
	w   int32
	low int32 // the height; once solve has run, the bottom edge and the level gap
	kid int32 // the first child
}

// A numbering puts the rows of a Tree into breadth-first order.
type numbering struct {
	row   []int32 // node -> row; row[0] is -1
	start []int32 // the kids of row r: kids[start[r+1]:start[r+2]]; the roots: kids[start[0]:start[1]]
	kids  []kid   // rows grouped by parent
}

// A kid is a row beside its size: reading them together saves two cache misses a row.
type kid struct{ row, w, h int32 }

// build returns the nodes of t, in the memory of old where that suffices, and fills row.
func (b *numbering) build(ctx context.Context, t Tree, old []node) ([]node, error) {
	for {
		nodes, found, err := b.try(ctx, t, old)
		if err != nil || found == len(t.Parent) {
			return nodes, err
		}
		t.Parent, old = cutLoops(t.Parent, b.row[1:found+1]), nodes
	}
}

// try is build for a tree without loops; with them, found is less than the number of rows.
func (b *numbering) try(ctx context.Context, t Tree, old []node) (nodes []node, found int, err error) {
	n := len(t.Parent)
	b.row, b.start, b.kids = resize(b.row, n+1), resize(b.start, n+3), resize(b.kids, n)
	nodes = resize(old, n+2)
	if err := b.gather(ctx, t); err != nil {
		return nil, 0, err
	}
	found, err = b.walk(ctx, nodes)
	return nodes, found, err
}

// gather sorts the rows by parent, keeping their order: a counting sort.
func (b *numbering) gather(ctx context.Context, t Tree) error {
	start := b.start
	clear(start)
	n := uint32(len(t.Parent))
	for i, p := range t.Parent {
		if i%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		start[group(p, n)+2]++
	}
	for i := 3; i < len(start); i++ {
		start[i] += start[i-1]
	}
	// start[k+1] is where the group of k begins; filling it moves that to where it ends,
	// which is where k+1 begins.
	w, h := t.W[:n], t.H[:n]
	for i, p := range t.Parent {
		if i%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		k := group(p, n) + 1
		b.kids[start[k]] = kid{int32(i), max(w[i], 0), max(h[i], 0)}
		start[k]++
	}
	return nil
}

// group is where the rows under p are gathered: a group for each row, behind that of the roots.
func group(p int32, n uint32) uint32 {
	if uint32(p) >= n {
		return 0
	}
	return uint32(p) + 1
}

// walk numbers what hangs under a root and returns how many rows that are.
func (b *numbering) walk(ctx context.Context, nodes []node) (int, error) {
	row, start, kids, next := b.row, b.start, b.kids, int32(1)
	row[0] = -1
	nodes[0] = node{}
	for v, alone := int32(0), 0; v < next; v++ {
		if next == v+1 {
			if alone++; alone == patience/64 {
				if err := b.chain(ctx, nodes, &next); err != nil {
					return 0, err
				}
				v = next - 1
			}
		} else {
			alone = 0
		}
		nodes[v].kid = next
		r := row[v] + 1
		for _, k := range kids[start[r]:start[r+1]] {
			row[next] = k.row
			nodes[next].w, nodes[next].low = k.w, k.h
			next++
		}
		if v%patience == 0 && ctx.Err() != nil {
			return 0, ctx.Err()
		}
	}
	nodes[next].kid = next
	return int(next) - 1, nil
}

// cutLoops returns parents in which the lowest row of each loop is a root. The rows in
// reached are known to hang in no loop.
func cutLoops(parent, reached []int32) []int32 {
	parent = append([]int32(nil), parent...)
	seen := make([]int32, len(parent)) // the walk that came by first, 1-based
	for _, r := range reached {
		seen[r] = -1
	}
	for i := range parent {
		walk, r := int32(i)+1, int32(i)
		for seen[r] == 0 {
			seen[r] = walk
			r = parent[r]
		}
		if seen[r] != walk {
			continue
		}
		lowest := r
		for q := parent[r]; q != r; q = parent[q] {
			lowest = min(lowest, q)
		}
		parent[lowest] = -1
	}
	return parent
}

// resize returns n elements, old ones where there are enough; what they hold is not defined.
func resize[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	return old[:n]
}
