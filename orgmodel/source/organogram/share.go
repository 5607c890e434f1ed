package organogram

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// A group is the rows of one reference on their way to records.
type group struct {
	f       *filler
	ref     string
	persons map[string]bool // what rows say about their holders, as far as it is on record
	called  map[string]int  // how many persons have a name
	said    map[string]bool // lines that stand already
}

// several makes the records of a reference that stands on several rows.
func (f *filler) several(ctx context.Context, ref string, rows []row) {
	g := group{f: f, ref: ref, persons: map[string]bool{}, called: map[string]int{}, said: map[string]bool{}}
	all := slices.Concat(ofPost, ofHolder)
	met := map[string]string{} // content of a row to the note about its repeats
	shares := map[string][]row{}
	for _, r := range rows {
		k := r.key(all)
		if text, again := met[k]; again {
			f.notes.List = append(f.notes.List, source.Note{Pos: r.pos(), Text: text})
			continue
		}
		met[k] = fmt.Sprintf("The row repeats line %d, reference %s: it adds nothing.", r.line(), quoted(ref))
		k = r.key(ofPost)
		shares[k] = append(shares[k], r)
	}
	for _, k := range order(ctx, shares) {
		g.record(byContent(ctx, shares[k]))
	}
}

// order gives the records of a reference in an order that does not depend on where they
// stand: those that exist before those eliminated, then by content.
func order(ctx context.Context, shares map[string][]row) []string {
	keys := make([]string, 0, len(shares))
	for k, rows := range shares {
		if abolished(rows) {
			k = "1" + k
		} else {
			k = "0" + k
		}
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return compare(ctx, a, b) })
	for i := range keys {
		keys[i] = keys[i][1:]
	}
	return keys
}

// byContent gives rows in the order of what they say about the holder.
func byContent(ctx context.Context, rows []row) []row {
	if len(rows) < 2 {
		return rows
	}
	keys := make([]string, len(rows))
	at := make([]int, len(rows))
	for i, r := range rows {
		keys[i], at[i] = r.key(ofHolder), i
	}
	slices.SortFunc(at, func(i, j int) int { return compare(ctx, keys[i], keys[j]) })
	sorted := make([]row, len(rows))
	for i, k := range at {
		sorted[i] = rows[k]
	}
	return sorted
}

// compare orders two texts, and ends a long sort early once ctx is done: its result no longer
// matters then.
func compare(ctx context.Context, a, b string) int {
	if ctx.Err() != nil {
		return 0
	}
	return strings.Compare(a, b)
}

// abolished says that all rows of a post call it eliminated.
func abolished(rows []row) bool {
	for _, r := range rows {
		if holderOf(r.get(name)) != eliminated {
			return false
		}
	}
	return true
}

// record makes a post and its holders of rows that agree on the post, in the order of their
// content.
func (g *group) record(rows []row) {
	f := g.f
	first := slices.MinFunc(rows, func(a, b row) int { return a.line() - b.line() })
	in := f.units(first)
	above, kv := rows[0].above(rows[0].post(f.kv[:0]), true)
	kv = total(kv, rows)
	var count [eliminated + 1]int
	nobody := -1 // the first row without a named holder: it speaks for the post
	for i, r := range rows {
		who := holderOf(r.get(name))
		count[who]++
		if who != named && nobody < 0 {
			nobody = i
		}
	}
	if nobody >= 0 {
		kv = rows[nobody].personal(kv)
	}
	f.kv = occupied(kv, state(count))
	n := f.b.AddNode(g.ref, f.post, rows[0].said(title), f.b.AttrCode(f.kv...), first.start())
	if above != "" && g.once("boss", above) {
		f.b.AddLine(n, f.reportsTo, f.b.Refer(above), first.place(boss))
	}
	if g.once("unit", in) {
		f.belong(n, first, in)
	}
	shared := count[named]+count[undisclosed] > 1
	if shared {
		f.notes.Add(first.pos(), "%s", shareText(g.ref, rows))
	}
	for i, r := range rows {
		made := holderOf(r.get(name)) == named && g.holder(n, r, shared)
		if !made && r.line() != first.line() {
			f.notes.Add(r.pos(), "%s", g.left(r, i == nobody))
		}
	}
}

// state is what the rows of a post come to.
func state(count [eliminated + 1]int) holder {
	switch {
	case count[named] > 0:
		return named
	case count[undisclosed] > 0:
		return undisclosed
	case count[vacant] > 0:
		return vacant
	}
	return eliminated
}

// holder makes the person whom a row names, unless another row of the reference says the same
// of them, and says whether it did.
func (g *group) holder(post orgmodel.Ref, r row, shared bool) bool {
	f := g.f
	k := ""
	if g.persons != nil {
		k = r.key(ofHolder)
		if g.persons[k] {
			return false
		}
		g.persons[k] = true
		g.called[r.get(name)]++
	}
	id := numbered("person:"+g.ref+"/"+r.get(name), max(g.called[r.get(name)], 1))
	kv := r.personal(f.kv[:0])
	share, readable := amount(r.said(fte))
	if !readable && r.said(fte) != "" {
		kv = r.unreadable(kv, fte)
	}
	f.kv = kv
	n := f.b.AddNode(id, f.person, r.get(name), f.b.AttrCode(kv...), r.start())
	line := f.b.AddLine(n, f.holds, post, r.place(name))
	kv = f.kv[:0]
	if readable {
		kv = append(kv, orgmodel.FTE, share)
	}
	if shared {
		kv = append(kv, orgmodel.Mode, "job-share")
	}
	if len(kv) > 0 {
		f.b.SetLineAttrs(line, f.b.AttrCode(kv...))
	}
	return true
}

// numbered is an id with a number from the second on; a number of 0 or 1 is left out.
func numbered(id string, n int) string {
	if n < 2 {
		return id
	}
	return id + "#" + strconv.Itoa(n)
}

// once says that the reference does not have this line yet.
func (g *group) once(kind, to string) bool {
	if g.said == nil {
		return true
	}
	k := kind + " " + to
	if g.said[k] {
		return false
	}
	g.said[k] = true
	return true
}

// total appends the FTE of all rows together, if each that gives one gives a number, and what
// no person will carry of those that are no numbers.
func total(kv []string, rows []row) []string {
	sum, only, clean := 0.0, "", true
	given := 0
	for _, r := range rows {
		s := r.said(fte)
		if s == "" {
			continue
		}
		v, ok := amount(s)
		if !ok {
			if clean && holderOf(r.get(name)) != named {
				kv = r.unreadable(kv, fte)
			}
			clean = false
			continue
		}
		x, _ := strconv.ParseFloat(v, 64)
		sum, only = sum+x, v
		given++
	}
	switch {
	case !clean || given == 0 || math.IsInf(sum, 0):
		return kv
	case given > 1:
		only = strconv.FormatFloat(math.Round(sum*1e6)/1e6, 'f', -1, 64)
	}
	return append(kv, orgmodel.FTE, only)
}

// shareText is the note about a job share.
func shareText(ref string, rows []row) string {
	lines := make([]int, len(rows))
	for i, r := range rows {
		lines[i] = r.line()
	}
	slices.Sort(lines)
	text := fmt.Sprintf("The reference %s stands on %d rows that differ in nothing but name, pay, contact, notes and FTE: they are read as one post that is shared. Their lines are", quoted(ref), len(rows))
	for i, l := range lines {
		switch {
		case i == sample:
			return text + ", and more."
		case i > 0:
			text += ","
		}
		text += " " + strconv.Itoa(l)
	}
	return text + "."
}

// left is the note about a row that is the position of no record.
func (g *group) left(r row, speaks bool) string {
	ref := quoted(g.ref)
	text := ""
	switch holderOf(r.get(name)) {
	case named:
		return "The row says of its holder what another row of the reference " + ref + " says: it adds no second person."
	case undisclosed:
		text = "The row gives the post " + ref + " a further holder whose name is not disclosed"
	case vacant:
		text = "The row calls a share of the post " + ref + " vacant"
	default:
		text = "The row calls the post " + ref + " eliminated, and another row does not: the post stays"
	}
	if speaks {
		return text + "."
	}
	return text + "; its pay, contact and notes are left out."
}

// quoted is a text for a note, shortened.
func quoted(s string) string {
	const most = 60
	if r := []rune(s[:min(len(s), 4*most)]); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}
