package analysis

import (
	"cmp"
	"context"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// usualLevels is how many levels of units are told apart where nothing is asked for.
const usualLevels = 3

// units is the tree of units down to a level, and what lies in each.
type units struct {
	o    *orgmodel.Org
	tree rules.Units
	met  map[orgmodel.Ref]int // by unit: the last thing counted there
	run  int
}

func newUnits(ctx context.Context, o *orgmodel.Org, levels int) (*units, error) {
	if levels <= 0 {
		levels = usualLevels
	}
	tree, err := rules.NewUnits(ctx, o, levels)
	return &units{o: o, tree: tree, met: map[orgmodel.Ref]int{}}, err
}

// around gives the units around some of them, themselves too, each once: at most as many to a unit as
// there are levels.
func (u *units) around(homes []orgmodel.Ref, do func(unit orgmodel.Ref)) {
	u.run++
	for _, h := range homes {
		for ; h != orgmodel.None && u.met[h] != u.run; h = u.tree.Parent(h) {
			u.met[h] = u.run
			do(h)
		}
	}
}

// homes are the units that a record belongs to: those of its seat, of a person of several posts those of
// the posts; a unit's own; of anything else the nearest that it is part of.
func (u *units) homes(r orgmodel.Ref) []orgmodel.Ref {
	o := u.o
	if !o.Declared(r) {
		return nil
	}
	if at := u.tree.Around(r); at != orgmodel.None {
		return []orgmodel.Ref{at}
	}
	if s := o.SeatOf(r); o.Declared(s) {
		if in := u.tree.Homes(s); len(in) > 0 {
			return in
		}
	}
	if o.Kind(r) == orgmodel.Person {
		var in []orgmodel.Ref
		for e := range o.Posts(r) {
			if o.Declared(e.To) && len(in) < fewHomes {
				in = append(in, u.tree.Homes(e.To)...)
			}
		}
		return in
	}
	for up := range o.Up(r, orgmodel.PartOf) {
		if !o.Declared(up) {
			continue
		}
		if at := u.tree.Around(up); at != orgmodel.None {
			return []orgmodel.Ref{at}
		}
	}
	return nil
}

// fewHomes is how many units of one person are looked at.
const fewHomes = 64

// liveSeats gives the live seats of an organisation, and looks up now and then whether anybody waits.
func liveSeats(ctx context.Context, o *orgmodel.Org, do func(seat orgmodel.Ref)) error {
	n := 0
	for s := range o.Seats() {
		if n++; n&4095 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if o.Declared(s) && o.Live(s) && !o.IsRepeat(s) {
			do(s)
		}
	}
	return ctx.Err()
}

// byID orders records by id, those with one id by Ref.
func byID(o *orgmodel.Org) func(a, b orgmodel.Ref) int {
	return func(a, b orgmodel.Ref) int {
		return cmp.Or(cmp.Compare(o.ID(a), o.ID(b)), cmp.Compare(a, b))
	}
}

// sortedUnits are the units that figures were gathered of, the largest first, then by id.
func sortedUnits[T any](ctx context.Context, o *orgmodel.Org, of map[orgmodel.Ref]*T, size func(*T) int) ([]orgmodel.Ref, error) {
	refs := make([]orgmodel.Ref, 0, len(of))
	for r := range of {
		refs = append(refs, r)
	}
	order := byID(o)
	return sorted(ctx, refs, func(a, b orgmodel.Ref) int {
		return cmp.Or(cmp.Compare(size(of[b]), size(of[a])), order(a, b))
	})
}
