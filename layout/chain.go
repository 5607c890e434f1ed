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

// A piece of a chain: the rows after its begin, up to the next cut or the chain's end.
type piece struct {
	begin int32 // row
	count int32
	next  int32 // piece, -1 for none
	first int32 // number of its first row
}

// A walker is where a piece is being followed.
type walker struct{ piece, row, step int32 }

// chain numbers the rows below node *next-1 for as long as each has one kid.
func (b *numbering) chain(ctx context.Context, nodes []node, next *int32) error {
	shift := max(0, bits.Len(uint(len(b.kids)))-bits.Len(pieces)+1)
	all := []piece{{begin: b.row[*next-1], next: -1}}
	for r := 0; r < len(b.kids); r += 1 << shift {
		all = append(all, piece{begin: int32(r), next: -1})
	}
	cut := int32(1)<<shift - 1
	err := b.follow(ctx, all, cut, func(w walker, k kid) {
		all[w.piece].count++
		if k.row&cut == 0 {
			all[w.piece].next = k.row>>shift + 1
		}
	})
	if err != nil {
		return err
	}
	var used []piece
	for i := int32(0); i >= 0; i = all[i].next {
		all[i].first = *next
		*next += all[i].count
		used = append(used, all[i])
	}
	return b.follow(ctx, used, cut, func(w walker, k kid) {
		v := used[w.piece].first + w.step
		b.row[v], nodes[v].w, nodes[v].low = k.row, k.w, k.h
		nodes[v-1].kid = v
	})
}

// follow visits the rows of all pieces, in no order but that of steps within a piece. Rows
// that have no bit of cut begin a piece. Each round asks for all places in memory before it
// uses any.
func (b *numbering) follow(ctx context.Context, all []piece, cut int32, visit func(walker, kid)) error {
	start, kids := b.start, b.kids
	var (
		active [abreast]walker
		from   [abreast]int32
		one    [abreast]bool
	)
	live, done := 0, 0
	for round := 0; done < len(all) || live > 0; round++ {
		for ; live < abreast && done < len(all); live, done = live+1, done+1 {
			active[live] = walker{int32(done), all[done].begin, 0}
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
			if one[i] {
				visit(*w, next[i])
				w.row, w.step = next[i].row, w.step+1
			}
			if !one[i] || w.row&cut == 0 {
				live--
				*w = active[live]
			}
		}
		if round%(patience/abreast) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}
