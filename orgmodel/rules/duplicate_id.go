package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// DuplicateID is the rule duplicate-id: one id, one record.
type DuplicateID struct {
	// Marked counts records as one shared post only where each has the attribute mode with the
	// value job-share. Without it, posts that agree in everything but what is personal may be a
	// job share nobody marked, and the finding is a warning.
	Marked bool
	// MayDiffer are the attributes that are personal; nil means DefaultMayDiffer. A post's name
	// is personal too.
	MayDiffer []string
}

// DefaultMayDiffer are the attributes in which the holders of one shared post may differ.
var DefaultMayDiffer = []string{"name", "pay", "contact", "email", "phone", "notes", "fte"}

const duplicateIDDoc = `No two records share an id.

Why: a line that names the id could mean either record, so whoever reads the file next guesses.
The first record answers for the id here and owns its lines; the others are kept.

Parameters:
  Marked (false): take records for one shared post only where each has mode=job-share. Otherwise
  posts that agree in all that is not personal are a warning, not an error.
  MayDiffer (name, pay, contact, email, phone, notes, fte): the personal attributes.

False positives: job shares. Records that all have mode=job-share are none; unmarked ones that
agree are a warning. Says nothing where the records' reporting lines lead to different bosses:
that is the finding of multiple-solid-lines. Records without an id are that of empty-id.

Source: the checks of the UK organogram validator; 48 of 116 public organograms repeat a
reference.

Before:
  +post 17 "Payments project manager" grade=G7
  +post 17 "Ports project manager" grade=SEO
After:
  +post 17 "Payments project manager" grade=G7
  +post 18 "Ports project manager" grade=SEO
`

// Rule is the rule. One finding an id, which stands at the second record.
func (d DuplicateID) Rule() orgmodel.Rule {
	if d.MayDiffer == nil {
		d.MayDiffer = slices.Clone(DefaultMayDiffer)
	}
	return orgmodel.Rule{Name: "duplicate-id", Doc: duplicateIDDoc, Severity: orgmodel.Error, Check: d.check}
}

func (d DuplicateID) check(p *orgmodel.Pass) {
	for _, same := range repeated(p) {
		if p.Stopped() {
			return
		}
		if p.ID(same[0]) == "" || d.shared(p, same) || divided(p, same[0]) {
			continue
		}
		id := word(p.ID(same[0]))
		f := orgmodel.Finding{
			Subject: p.ID(same[0]), Pos: p.Pos(same[1]),
			Message: id + " is the id of " + count(len(same), "record") + ": " + places(p, same) + ".",
			Fix:     "Give each record an id of its own, or take out what is said twice.",
		}
		if !d.Marked && d.agree(p, same) {
			f.Severity = orgmodel.Warning
			if p.Kind(same[0]) == orgmodel.Post {
				f.Fix = "Give each post an id of its own, or mark these records as one shared post with mode=job-share."
			}
		}
		p.Report(f)
	}
}

// repeated gives the records of every id that several have, by the id's second record.
func repeated(p *orgmodel.Pass) [][]orgmodel.Ref {
	var all [][]orgmodel.Ref
	at := map[orgmodel.Ref]int{}
	for r := range p.Repeats() {
		owner, _ := p.Find(p.ID(r))
		i, ok := at[owner]
		if !ok {
			i = len(all)
			at[owner] = i
			all = append(all, []orgmodel.Ref{owner})
		}
		all[i] = append(all[i], r)
	}
	return all
}

// repeatedOwners are the records that answer for an id that several have: the lines of all of
// them come together there, and what they then seem to say is not said by any.
func repeatedOwners(p *orgmodel.Pass) map[orgmodel.Ref]bool {
	owners := map[orgmodel.Ref]bool{}
	for _, same := range repeated(p) {
		owners[same[0]] = true
	}
	return owners
}

// shared says that every record is marked as part of one shared post.
func (d DuplicateID) shared(p *orgmodel.Pass, same []orgmodel.Ref) bool {
	return !slices.ContainsFunc(same, func(r orgmodel.Ref) bool {
		return p.Kind(r) != orgmodel.Post || p.Attrs(r).Get(orgmodel.Mode) != "job-share"
	})
}

// agree says that records of one kind differ in nothing but what is personal.
func (d DuplicateID) agree(p *orgmodel.Pass, same []orgmodel.Ref) bool {
	one := same[0]
	for _, r := range same[1:] {
		if p.Kind(r) != p.Kind(one) || p.Life(r) != p.Life(one) || p.Kind(r) != orgmodel.Post && p.NameOf(r) != p.NameOf(one) ||
			!d.covers(p.Attrs(r), p.Attrs(one)) || !d.covers(p.Attrs(one), p.Attrs(r)) {
			return false
		}
	}
	return true
}

// covers says that b has every attribute of a that is not personal, with the same value.
func (d DuplicateID) covers(a, b orgmodel.Attrs) bool {
	for key, v := range a.All() {
		if w, ok := b.Lookup(key); (!ok || v != w) && !slices.Contains(d.MayDiffer, key) {
			return false
		}
	}
	return true
}

// divided says that the solid lines written at a live record lead to different bosses.
func divided(p *orgmodel.Pass, r orgmodel.Ref) bool {
	if !p.Live(p.SeatOf(r)) {
		return false
	}
	var lines []orgmodel.Edge
	for e := range p.Out(r, orgmodel.ReportsTo) {
		if p.LiveLine(e) {
			lines = append(lines, e)
		}
	}
	return len(MultipleSolidLines{}.bosses(p, lines)) > 1
}
