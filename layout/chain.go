package layout

import (
	"context"
	"math/bits"
)

// In a long chain every step waits for the one before, a cache miss at a time. So the chain
// is cut at rows picked beforehand, several pieces are walked at once, their misses
// overlapping, and then put in order: D. R. Helman and J. JáJá, "Prefix computations on
// symmetric multiprocessors", Journal of Parallel and Distributed Computing 61(2), 2001,
// here for the memory of one processor.
const (
	pieces  = 1024 // at most, about
	abreast = 16
)

// A piece of a chain: the kids after row begin, up to the next cut or the chain's end.
type piece struct {
	begin int32
	next  int32 // piece, -1 for none
	kids  []kid
}

// A walker is where a piece is being followed.
type walker struct{ piece, row int32 }

// chain numbers the rows below node *next-1 for as long as each has one kid.
func (b *numbering) chain(ctx context.Context, nodes []node, next *int32) error {
	shift := max(0, bits.Len(uint(len(b.kids)))-bits.Len(pieces)+1)
	all := []piece{{begin: b.row[*next-1]}}
	for r := 0; r < len(b.kids); r += 1 << shift {
		all = append(all, piece{begin: int32(r), kids: make([]kid, 0, 1<<shift)})
	}
	if err := b.follow(ctx, all, shift); err != nil {
		return err
	}
	v := *next
	for i := int32(0); i >= 0; i = all[i].next {
		for _, k := range all[i].kids {
			b.row[v], nodes[v].w, nodes[v].low = k.row, k.w, k.h
			nodes[v-1].kid = v
			v++
		}
	}
	*next = v
	return nil
}

// follow finds the kids of all pieces. Rows divisible by 1<<shift begin one: row r the piece
// 1+r>>shift. Each round asks for all places in memory before it uses any.
func (b *numbering) follow(ctx context.Context, all []piece, shift int) error {
	start, kids, cut := b.start, b.kids, int32(1)<<shift-1
	var (
		active [abreast]walker
		from   [abreast]int32
		one    [abreast]bool
	)
	live, done := 0, 0
	for round := 0; done < len(all) || live > 0; round++ {
		for ; live < abreast && done < len(all); live, done = live+1, done+1 {
			active[live] = walker{int32(done), all[done].begin}
		}
		for i, w := range active[:live] {
			from[i] = start[w.row+1]
			one[i] = start[w.row+2] == from[i]+1
		}
		var next [abreast]kid
		for i, f := range from[:live] {
			if one[i] {
				next[i] = kids[f]
			}
		}
		for i := live - 1; i >= 0; i-- {
			w := &active[i]
			p := &all[w.piece]
			p.next = -1
			if one[i] {
				p.kids, w.row = append(p.kids, next[i]), next[i].row
				if w.row&cut != 0 {
					continue
				}
				p.next = w.row>>shift + 1
			}
			live--
			*w = active[live]
		}
		if round%(patience/abreast) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}
