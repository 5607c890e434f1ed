package organogram

import (
	"context"
	"slices"

	"example.com/orgchart/orgmodel"
)

// readSenior makes posts and persons of a sheet of senior posts. Rows of one reference come
// together, where the first of them stands.
func (f *filler) readSenior(ctx context.Context) error {
	first := map[string]int32{}  // reference to its first row
	more := map[string][]int32{} // and to all, where there are several
	var apart []int32            // rows of persons without a post
	for i := range f.rows {
		if i&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch ref := f.row(i).get(reference); {
		case ref == noPost:
			apart = append(apart, int32(i))
		case unsaid(ref) || misplaced(ref):
		default:
			at, again := first[ref]
			if !again {
				first[ref] = int32(i)
				continue
			}
			if more[ref] == nil {
				more[ref] = []int32{at}
			}
			more[ref] = append(more[ref], int32(i))
		}
	}
	numbers := f.number(ctx, apart, row.apartID, slices.Concat(ofPost, ofHolder))
	for i := range f.rows {
		if i&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		r := f.row(i)
		switch ref := r.get(reference); {
		case ref == noPost:
			f.apart(r, numbered(r.apartID(), numbers[int32(i)]))
		case unsaid(ref) || misplaced(ref):
			f.nameless(r)
		case more[ref] == nil:
			f.one(ref, r)
		case first[ref] == int32(i):
			f.several(ctx, ref, f.kept(more[ref]))
		}
	}
	f.baptise()
	return ctx.Err()
}

// one makes the post of a reference that stands once.
func (f *filler) one(ref string, r row) {
	g := group{f: f, ref: ref}
	g.record([]row{r})
}

// nameless makes a post of a row without a reference. Nothing can name it, so what would be
// lines to and from it are attributes, but for its boss, whom a rule may look for.
func (f *filler) nameless(r row) {
	id := f.units(r)
	kv := r.personal(r.post(f.kv[:0]))
	kv = r.number(kv, fte, orgmodel.FTE)
	above, kv := r.above(kv, true)
	ref := r.get(reference)
	who, word := holderOf(r.get(name)), holderOf(ref)
	if who == undisclosed && (word == vacant || word == eliminated) {
		who = word // a word of the column Name, one column too far left
	} else if misplaced(ref) {
		kv = r.unreadable(kv, reference)
	}
	if kv = occupied(kv, who); who == named {
		kv = append(kv, Holder, r.get(name), orgmodel.Occupied, orgmodel.Filled.String())
	}
	if id != "" {
		kv = append(kv, Unit, id)
	}
	f.kv = kv
	n := f.b.AddNode("", f.post, r.said(title), f.b.AttrCode(kv...), r.start())
	if above != "" {
		f.b.AddLine(n, f.reportsTo, f.b.Refer(above), r.place(boss))
	}
}

// occupied appends what a row without a named holder says about its post.
func occupied(kv []string, who holder) []string {
	switch who {
	case undisclosed:
		return append(kv, orgmodel.Occupied, orgmodel.Undisclosed.String())
	case vacant:
		return append(kv, orgmodel.Occupied, orgmodel.Vacant.String())
	case eliminated:
		return append(kv, orgmodel.State, "abolished")
	}
	return kv
}

// apartID is the id of a person without a post, but for its number.
func (r row) apartID() string {
	if who := r.get(name); holderOf(who) == named {
		return "person:" + noPost + "/" + who
	}
	return "person:" + noPost + "/" + r.get(boss) + "/" + r.get(grade) + "/" + r.get(title)
}

// apart makes a person without a post.
func (f *filler) apart(r row, id string) {
	in := f.units(r)
	kv := r.personal(r.post(f.kv[:0]))
	kv = r.number(kv, fte, orgmodel.FTE)
	kv = r.text(kv, title, orgmodel.Title)
	above, kv := r.above(kv, true)
	called := r.get(name)
	if who := holderOf(called); who != named {
		kv, called = occupied(kv, who), ""
	}
	f.kv = kv
	n := f.b.AddNode(id, f.person, called, f.b.AttrCode(kv...), r.start())
	if above != "" {
		f.b.AddLine(n, f.reportsTo, f.b.Refer(above), r.place(boss))
	}
	f.belong(n, r, in)
}

// number tells rows of one id apart by what they say, so that shuffling them changes no id:
// 1 and up in the order of their content, 0 where a row is alone.
func (f *filler) number(ctx context.Context, at []int32, id func(row) string, by []column) map[int32]int {
	first := make(map[string]int32, len(at))
	more := map[string][]int32{}
	for _, i := range at {
		k := id(f.row(int(i)))
		j, again := first[k]
		if !again {
			first[k] = i
			continue
		}
		if more[k] == nil {
			more[k] = []int32{j}
		}
		more[k] = append(more[k], i)
	}
	numbers := map[int32]int{}
	for _, all := range more {
		keys := make(map[int32]string, len(all))
		for _, i := range all {
			keys[i] = f.row(int(i)).key(by)
		}
		slices.SortStableFunc(all, func(i, j int32) int { return compare(ctx, keys[i], keys[j]) })
		for k, i := range all {
			numbers[i] = k + 1
		}
	}
	return numbers
}
