package rules

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// IDCollision is the rule id-collision: ids that differ look different, and none of them is a
// word for "nobody".
type IDCollision struct {
	KeepCase  bool // case tells ids apart
	KeepSpace bool // spaces tell ids apart
	KeepForm  bool // forms of Unicode do: wide letters, kinds of space and hyphen, composed accents
	KeepZeros bool // zeros before a number do, and ".0" after it
	// Reserved are words that are no ids; nil means DefaultReserved.
	Reserved []orgmodel.ID
}

// DefaultReserved are the words that tables write in the place of an id.
var DefaultReserved = []orgmodel.ID{"XX", "0", "N/A", "N/D", "Vacant", "Eliminated"}

const idCollisionDoc = `Ids that differ look different, and none is a word for "nobody".

Why: "E17" and "e17" are two ids to a computer and one to whoever types the next row; a
spreadsheet turns 007 into 7. A reference that reads Vacant or N/A is not one.

Parameters:
  KeepCase, KeepSpace, KeepForm, KeepZeros (false): what tells ids apart in this house.
  Reserved (XX, 0, N/A, N/D, Vacant, Eliminated): words that are no ids, in any case.

False positives: numbers from an older system, where 007 and 7 are two; set KeepZeros. An id with
the prefix unit:, person: or group: is reported only where its record is of another kind than the
readers give that prefix to.

Source: the UK organogram validator bans XX, spaces and symbols in references; 27 of 123 public
organograms have xx in them.

Before:
  +person E17 "Ada Okafor"
  +person e17 "Bo Larsen"
  e17 reports-to E17
After:
  +person E17 "Ada Okafor"
  +person E18 "Bo Larsen"
  E18 reports-to E17
`

// Rule is the rule. One finding a group of ids that look alike, whose subject is the smallest
// and Key "alike"; one a record whose id is a reserved word, Key "reserved"; one a record that
// has a reader's prefix without being of its kind, Key "prefix".
func (c IDCollision) Rule() orgmodel.Rule {
	if c.Reserved == nil {
		c.Reserved = slices.Clone(DefaultReserved)
	}
	return orgmodel.Rule{Name: "id-collision", Doc: idCollisionDoc, Severity: orgmodel.Warning, Check: c.check}
}

func (c IDCollision) check(p *orgmodel.Pass) {
	f := folding{keepCase: c.KeepCase, keepSpace: c.KeepSpace, keepForm: c.KeepForm, keepZeros: c.KeepZeros}
	fold, ok := c.choose(p, &f)
	if !ok {
		return
	}
	reserved := map[string]bool{}
	for _, w := range c.Reserved {
		word := string(f.fold(nil, string(w)))
		if reserved[word] {
			continue
		}
		reserved[word] = true
		// An id that folding does not change is found at once; the others are looked at below.
		if r, ok := p.Find(orgmodel.ID(word)); ok && !f.changes(word) {
			reportReserved(p, r)
		}
	}
	groupAlike(p, f, fold, reserved)
}

// changes says that folding may change an id: it is one of those that choose gives.
func (f folding) changes(id string) bool {
	c := classOf(id)
	wrong := uppers
	if !f.lower {
		wrong = lowers
	}
	return f.odd(id, c) || !f.keepCase && c&wrong != 0
}

// choose looks once at every id. It picks the case to fold to, so that as few ids as possible
// change, and gives the records whose id may.
func (c IDCollision) choose(p *orgmodel.Pass, f *folding) (fold []orgmodel.Ref, ok bool) {
	var upper, lower sample
	upper.most, lower.most = p.Len()/16, p.Len()/16
	for r := range p.Nodes() {
		if r&8191 == 0 && p.Stopped() {
			return nil, false
		}
		id := string(p.ID(r))
		cl := classOf(id)
		if cl&colons != 0 {
			checkPrefix(p, r, id)
		}
		odd := (cl&(spaces|foreign) != 0 || cl&(lowers|uppers) == 0) && f.odd(id, cl)
		if odd || cl&lowers != 0 && !f.keepCase {
			lower.add(r)
		}
		if odd || cl&uppers != 0 && !f.keepCase {
			upper.add(r)
		}
	}
	less := lower
	if f.lower = upper.n < lower.n; f.lower {
		less = upper
	}
	if less.n <= less.most {
		return less.refs, true
	}
	for r := range p.Nodes() {
		if f.changes(string(p.ID(r))) {
			fold = append(fold, r)
		}
	}
	return fold, !p.Stopped()
}

// sample keeps the first of what it is given, and how many that were.
type sample struct {
	refs    []orgmodel.Ref
	n, most int
}

func (s *sample) add(r orgmodel.Ref) {
	if s.n++; s.n <= s.most {
		s.refs = append(s.refs, r)
	}
}

// folded is a record and the hash of its folded id: of 64 bits, so that among ten million ids two
// different ones fall together once in 400,000 checks.
type folded struct {
	hash uint64
	r    orgmodel.Ref
}

// groupAlike reports the ids that fold to one. An id that folding does not change is its own
// folded form, so Find knows it.
func groupAlike(p *orgmodel.Pass, f folding, fold []orgmodel.Ref, reserved map[string]bool) {
	seed := maphash.MakeSeed()
	all := make([]folded, 0, len(fold))
	whole := f // 0000 is no other way to write 0, when 0 means nobody
	whole.keepZeros = true
	var buf []byte
	for i, r := range fold {
		if i&4095 == 0 && p.Stopped() {
			return
		}
		buf = f.fold(buf[:0], string(p.ID(r)))
		if first, _ := p.Find(p.ID(r)); first != r || len(buf) == 0 {
			continue // a repeat, or nothing but spaces
		}
		if made(p, r) {
			continue // follows from the ids and titles it is made of
		}
		if reserved[string(buf)] && reserved[string(whole.fold(nil, string(p.ID(r))))] {
			reportReserved(p, r)
			continue
		}
		all = append(all, folded{maphash.Bytes(seed, buf), r})
	}
	slices.SortFunc(all, func(a, b folded) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.r, b.r)) })
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].hash == all[0].hash {
			n++
		}
		group := make([]orgmodel.Ref, 0, n+1)
		for _, x := range all[:n] {
			group = append(group, x.r)
		}
		buf = f.fold(buf[:0], string(p.ID(group[0])))
		if r, ok := p.Find(orgmodel.ID(buf)); ok && !slices.Contains(group, r) {
			group = append(group, r)
		}
		if len(group) > 1 {
			reportAlike(p, group)
		}
		all = all[n:]
	}
}

func reportAlike(p *orgmodel.Pass, group []orgmodel.Ref) {
	n := len(group)
	group = least(p, group, orgmodel.PathCap+1)
	p.Report(orgmodel.Finding{
		Subject: p.ID(group[0]), Key: "alike", Related: related(p, group[1:]), RelatedTotal: n - 1,
		Message: called(p, group[0]) + " looks like " + names(p, group[1:], n-1) + ": the ids differ only in case, spaces, form or zeros.",
		Fix:     "Use one spelling, or give what are different records ids that look different.",
	})
}

func reportReserved(p *orgmodel.Pass, r orgmodel.Ref) {
	p.Report(orgmodel.Finding{
		Subject: p.ID(r), Key: "reserved",
		Message: called(p, r) + " has an id that is a word for nobody.",
		Fix:     "Give the record an id of its own, and move " + word(p.ID(r)) + " to the field that it belongs to.",
	})
}

// made says that a reader made the id of a person or a group of posts.
func made(p *orgmodel.Pass, r orgmodel.Ref) bool {
	id := string(p.ID(r))
	return strings.HasPrefix(id, "person:") && p.Kind(r) == orgmodel.Person ||
		strings.HasPrefix(id, "group:") && p.Occupancy(r) == orgmodel.Group
}

// prefixes are what readers put before ids that they make, and the kinds they make.
var prefixes = [...]struct {
	prefix string
	kinds  []orgmodel.Kind
}{
	{"unit:", bodyKinds},
	{"person:", []orgmodel.Kind{orgmodel.Person}},
	{"group:", []orgmodel.Kind{orgmodel.Post}},
}

func checkPrefix(p *orgmodel.Pass, r orgmodel.Ref, id string) {
	for _, x := range prefixes {
		if strings.HasPrefix(id, x.prefix) && !slices.Contains(x.kinds, p.Kind(r)) {
			p.Report(orgmodel.Finding{
				Subject: p.ID(r), Key: "prefix", Pos: p.Pos(r),
				Message: called(p, r) + " is a " + string(p.Kind(r)) + `, and "` + x.prefix + `" is what readers put before the id of a ` + string(x.kinds[0]) + ".",
				Fix:     "Give the record an id without that prefix, so that it cannot fall together with one that a reader makes.",
			})
		}
	}
}
