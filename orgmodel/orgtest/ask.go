package orgtest

import (
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/near"
)

// Manager fails t unless the manager of a seat, or of a person's seat, is the one wanted: the
// nearest boss that can decide, past vacant, ended and unknown ones. An empty want is nobody.
func Manager(t testing.TB, org *orgmodel.Org, of, want orgmodel.ID) {
	t.Helper()
	r, ok := known(t, org, of)
	if !ok {
		return
	}
	m := org.Manager(r)
	wanted := orgmodel.None
	if want != "" {
		if wanted, ok = known(t, org, want); !ok {
			return
		}
		wanted = org.SeatOf(wanted)
	}
	if m.Seat == wanted {
		return
	}
	t.Errorf("%s%s: its manager is %s; want %s\n%s", place(org, r), onDay(org), named(org, m.Seat), named(org, wanted), indent(climbed(org, r, m)))
}

// Chain fails t unless the bosses above a seat, nearest first, are the ones wanted, filled or
// not: the way an approval goes. Without any wanted, nobody may be above.
func Chain(t testing.TB, org *orgmodel.Org, of orgmodel.ID, want ...orgmodel.ID) {
	t.Helper()
	r, ok := known(t, org, of)
	if !ok {
		return
	}
	var got []orgmodel.ID
	for _, boss := range org.Chain(r) {
		got = append(got, org.ID(boss))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s%s: its chain is %s; want %s%s", place(org, r), onDay(org), listed(got), listed(want), strangers(org, want))
	}
}

// Tops fails t unless the tops of an organisation are the ones wanted, in any order.
func Tops(t testing.TB, org *orgmodel.Org, want ...orgmodel.ID) {
	t.Helper()
	var got []orgmodel.ID
	for _, r := range org.Tops() {
		got = append(got, org.ID(r))
	}
	want = slices.Clone(want)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the tops%s are %s; want %s%s", onDay(org), listed(got), listed(want), strangers(org, want))
	}
}

// known finds a record by id, and fails t with ids like it where there is none.
func known(t testing.TB, org *orgmodel.Org, id orgmodel.ID) (orgmodel.Ref, bool) {
	t.Helper()
	r, ok := org.Find(id)
	if !ok {
		t.Errorf("no record has the id %s%s", quote(string(id)), hint(org, id))
		return orgmodel.None, false
	}
	return r, true
}

// strangers says which of the ids that a test wants no record has.
func strangers(org *orgmodel.Org, ids []orgmodel.ID) string {
	said := ""
	for _, id := range ids {
		if _, ok := org.Find(id); !ok {
			said += "\n    no record has the id " + quote(string(id)) + hint(org, id)
		}
	}
	return said
}

// hint is which id was probably meant by one that no record has, empty where there is none like it.
func hint(org *orgmodel.Org, id orgmodel.ID) string {
	var like []orgmodel.ID
	for s := range org.Nodes() {
		if strings.EqualFold(strings.TrimSpace(string(org.ID(s))), strings.TrimSpace(string(id))) || string(org.NameOf(s)) == string(id) {
			if like = append(like, org.ID(s)); len(like) == 3 {
				break
			}
		}
	}
	if len(like) > 0 {
		return "; there is " + listed(like)
	}
	if r := meant(org, id); r != orgmodel.None {
		return "; did you mean " + named(org, r) + "?"
	}
	return ""
}

// meant is the record that was probably meant by an id that none has: the first whose id differs
// in separators and case alone, else one that differs in a letter or two.
func meant(org *orgmodel.Org, id orgmodel.ID) orgmodel.Ref {
	tight := func(id orgmodel.ID) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("-_./: ", r) {
				return -1
			}
			return r
		}, string(id))
	}
	if want := tight(id); want != "" {
		for r := range org.Nodes() {
			if strings.EqualFold(tight(org.ID(r)), want) {
				return r
			}
		}
	}
	return near.Suggest(org, []string{string(id)}, func() bool { return false })[0].Ref
}

// place is where a record stands and what it is called.
func place(org *orgmodel.Org, r orgmodel.Ref) string {
	at := org.Pos(r).String()
	if at != "" {
		at += ": "
	}
	return at + named(org, r)
}

// named is a record's id and name; nobody where there is none.
func named(org *orgmodel.Org, r orgmodel.Ref) string {
	if r == orgmodel.None {
		return "nobody"
	}
	s := quote(string(org.ID(r)))
	if name := org.NameOf(r); name != "" {
		s += ` "` + oneLine(name) + `"`
	}
	return s
}

func listed(ids []orgmodel.ID) string {
	if len(ids) == 0 {
		return "nobody"
	}
	var words []string
	for i, id := range ids {
		if i == shown {
			words = append(words, "...")
			break
		}
		words = append(words, quote(string(id)))
	}
	return strings.Join(words, ", ")
}

// climbed tells the way from a seat up to its manager, a line a boss.
func climbed(org *orgmodel.Org, r orgmodel.Ref, m orgmodel.Manager) string {
	var b strings.Builder
	why := map[orgmodel.Ref]string{}
	for _, h := range m.Skipped {
		why[h.Seat] = ", passed over: " + h.Why
	}
	for i, seat := range append([]orgmodel.Ref{org.SeatOf(r)}, org.Chain(r)...) {
		e, ok := org.BossLine(seat)
		if seat == m.Seat || i == pathShown || !ok {
			break
		}
		at := org.LinePos(e).String()
		if at != "" {
			at = "  (" + at + ")"
		}
		b.WriteString("path  " + oneLine(sentence(org.Line(e))+why[org.SeatOf(e.To)]+at) + "\n")
	}
	if b.Len() == 0 {
		return "path  no line leads up from it"
	}
	return strings.TrimSuffix(b.String(), "\n")
}
