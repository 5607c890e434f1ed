package orgmodel

import (
	"maps"
	"slices"
)

// Org finishes the organisation: what New makes of the changed records and lines, each at its
// author's place, on the day of the Org that was edited. It shares with that Org what did not
// change and copies the rest by columns, so it costs a little for each line of the organisation
// and, where records were added or renamed, for each byte of its text. The Edit may go on.
func (e *Edit) Org() *Org {
	if len(e.nodes) == 0 && len(e.lines) == 0 {
		return e.base
	}
	c := *e.base.c
	f := finish{Edit: e, old: e.base.c, c: &c}
	f.attrs.init(&c)
	f.plan()
	f.lineColumns()
	f.settle()
	f.nodeColumns()
	f.attrs.done(&c)
	f.group()
	c.readRels()
	return &Org{c: &c, at: e.base.at, d: new(derived)}
}

// finish is an organisation on its way from one to another: c begins as a copy of old that shares
// its columns, none of which is ever written.
type finish struct {
	*Edit
	old, c  *columns
	attrs   attrJoin
	nodeRun []piece
	lineRun []piece
	new     []Ref // by Ref of the Edit less the records of old: its Ref in c
	ghosts  []Ref // Refs of the Edit, in the order of c
	moved   bool  // some ghost of old has another Ref
}

// piece is a run of old records, or a single other one, as a column is put together again.
type piece struct {
	from, to int32
	node     *Node
	line     *editLine
}

// plan says which lines and declared nodes there are, in order.
func (f *finish) plan() {
	at := int32(0)
	for _, n := range slices.Sorted(maps.Keys(f.lines)) {
		if most := min(n, int32(f.base.Lines())); at < most {
			f.lineRun = append(f.lineRun, piece{from: at, to: most})
		}
		if at = n + 1; !f.lines[n].dropped {
			f.lineRun = append(f.lineRun, piece{line: f.lines[n]})
		}
	}
	if n := int32(f.base.Lines()); at < n {
		f.lineRun = append(f.lineRun, piece{from: at, to: n})
	}
	at = 0
	for _, r := range slices.Sorted(maps.Keys(f.nodes)) {
		if !f.base.Declared(r) {
			continue
		}
		if at < int32(r) {
			f.nodeRun = append(f.nodeRun, piece{from: at, to: int32(r)})
		}
		n := f.nodes[r]
		at = int32(r) + 1
		f.nodeRun = append(f.nodeRun, piece{node: &n})
	}
	if n := int32(f.old.declared); at < n {
		f.nodeRun = append(f.nodeRun, piece{from: at, to: n})
	}
	for _, r := range f.added {
		n := f.nodes[r]
		f.nodeRun = append(f.nodeRun, piece{node: &n})
	}
}

// spliced puts a column together from runs of the old one and single values, with room for more.
// Where the old column is too short the value is zero. Where nothing differs it is the old one.
func spliced[T comparable](old []T, run []piece, zero T, more int, single func(piece) T) []T {
	n, same := 0, true
	for _, p := range run {
		if p.single() {
			same = same && n < len(old) && old[n] == single(p)
		} else {
			same = same && n == int(p.from)
		}
		n += p.size()
	}
	if same && n+more == len(old) {
		return old
	}
	col := make([]T, 0, n+more)
	for _, p := range run {
		if p.single() {
			col = append(col, single(p))
			continue
		}
		if most := min(int(p.to), len(old)); int(p.from) < most {
			col = append(col, old[p.from:most]...)
		}
		for range int(p.to) - max(int(p.from), len(old)) {
			col = append(col, zero)
		}
	}
	for range more {
		col = append(col, zero)
	}
	return col
}

func (p piece) single() bool { return p.node != nil || p.line != nil }

func (p piece) size() int {
	if p.single() {
		return 1
	}
	return int(p.to - p.from)
}

// some says that one of the single records is so.
func some(run []piece, so func(piece) bool) bool {
	return slices.ContainsFunc(run, func(p piece) bool { return p.single() && so(p) })
}
