package rules

import (
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// UnknownReference is the rule unknown-reference: every id that a line names is declared.
type UnknownReference struct {
	External []orgmodel.ID // ids that are known to be declared elsewhere
}

const unknownReferenceDoc = `Every id that a line names is declared.

Why: a line to an id that nobody declares hangs in the air. Drawing tools drop the row, and
approval chains end there without a word.

Parameters:
  External (none): ids declared elsewhere, such as the boss above a partial extract.

False positives: partial extracts; add the outside boss, or declare it external
(external: in a policy file, External in Go).

Source: the checks of the UK organogram validator; RFC 7643 (SCIM), section 4.3,
where a manager's value is the id of another user.

Before:
  +post head-of-it "Head of IT"
  +post pm-1 "Payments project manager"
  pm-1 reports-to haed-of-it
After:
  +post head-of-it "Head of IT"
  +post pm-1 "Payments project manager"
  pm-1 reports-to head-of-it
`

// Rule is the rule. One finding a missing id, whatever the day of the lines that name it: the
// subject is the referrer with the smallest id, a declared one if there is any, Related holds
// the missing id and then the referrers by id, the Key is the missing id. Lines with an empty
// end are one finding whose Key is empty.
func (u UnknownReference) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "unknown-reference", Doc: unknownReferenceDoc, Severity: orgmodel.Error, Check: u.check}
}

// orExternal ends what puts a missing id right.
const orExternal = ", or declare it external (external: in a policy file, External in Go)."

func (u UnknownReference) check(p *orgmodel.Pass) {
	scoped := map[orgmodel.Ref][]orgmodel.Edge{}
	for e := range p.Scoped() {
		if s := p.Scope(e); !p.Declared(s) {
			scoped[s] = append(scoped[s], e)
		}
	}
	d := doubts{p: p}
	report := func(missing orgmodel.Ref) {
		if id := p.ID(missing); id == "" || !slices.Contains(u.External, id) {
			reportMissing(&d, missing, scoped[missing])
		}
	}
	for g := range p.Ghosts() {
		if p.Stopped() {
			return
		}
		report(g)
	}
	// A line to an empty id leads nowhere, be there a record without an id or not. One that
	// starts at such a record is part of what empty-id reports.
	if nobody, ok := p.Find(""); ok {
		for range p.In(nobody) {
			report(nobody)
			break
		}
	}
	d.settle()
}

// A mention is a line that names a missing id, and who does so: its other end. The id is empty
// where the record is declared.
type mention struct {
	who  orgmodel.Ref
	line orgmodel.Edge
}

func mentions(p *orgmodel.Pass, missing orgmodel.Ref, scoped []orgmodel.Edge) []mention {
	var all []mention
	for e := range p.In(missing) {
		all = append(all, mention{e.From, e})
	}
	if p.Declared(missing) {
		return all // the lines of a record with an empty id are no fault beside that
	}
	for e := range p.Out(missing) {
		if e.To != missing {
			all = append(all, mention{e.To, e})
		}
	}
	for _, e := range scoped {
		all = append(all, mention{e.From, e})
	}
	return all
}

// before orders mentions: by declared records before others, then id, relation and the other
// end, so that the first does not depend on where lines stand.
func before(p *orgmodel.Pass, a, b mention) bool {
	if d := p.Declared(a.who); d != p.Declared(b.who) {
		return d
	}
	order := byID(p)
	if c := order(a.who, b.who); c != 0 {
		return c < 0
	}
	if c := strings.Compare(string(a.line.Rel), string(b.line.Rel)); c != 0 {
		return c < 0
	}
	return order(a.line.To, b.line.To) < 0
}

func reportMissing(d *doubts, missing orgmodel.Ref, scoped []orgmodel.Edge) {
	p := d.p
	all := mentions(p, missing, scoped)
	if len(all) == 0 {
		return // a record with an empty id that no line names
	}
	one := all[0]
	who := make([]orgmodel.Ref, len(all))
	for i, m := range all {
		who[i] = m.who
		if before(p, m, one) {
			one = m
		}
	}
	if len(who) > 1 {
		slices.Sort(who)
		who = slices.Compact(who)
	}
	id := p.ID(missing)
	f := orgmodel.Finding{
		Subject: p.ID(one.who), Key: string(id), Path: p.Records(one.line), Pos: p.LinePos(one.line),
		Related: append([]orgmodel.ID{id}, related(p, who)...), RelatedTotal: 1 + len(who),
	}
	more := ""
	if n := len(all) - 1; n > 0 {
		more = "; " + strconv.Itoa(n) + " more lines do so"
		if n == 1 {
			more = "; another line does so"
		}
	}
	if id == "" {
		f.Message = "The " + said(one.line.Rel) + " line of " + called(p, one.who) + " has an empty end" + more + "."
		f.Fix = "Name the record that was meant, or take the line out."
		p.Report(f)
		return
	}
	f.Message = sentence(p, one.line, p.Scope(one.line) == missing) + ", and no record declares " + word(id) + more + "."
	doubtful := doubt{f, one.line, missing, len(who) == 1}
	near, add := alike(p, string(id)), declare(p, one.line, missing)
	if near != orgmodel.None && !doubtful.may(p, near) {
		near = orgmodel.None
	}
	switch {
	case nobodys(id):
		f.Fix = "Leave the cell empty or the line out where nobody is meant, else name the post that is vacant: " + word(id) + " is a word for nobody, and no id."
	case near != orgmodel.None:
		f.Fix = "Write " + called(p, near) + " if that is meant; else " + add + orExternal
	default:
		f.Fix = "Correct the id or " + add + orExternal
		doubtful.Finding = f
		d.add(doubtful)
		return
	}
	p.Report(f)
}

// said is a relation's own name, for a sentence about a line.
func said(rel orgmodel.Rel) string {
	if rel == "" {
		return "nameless"
	}
	return short(string(rel))
}

// sentence reads a line to people, with its scope where that is the point.
func sentence(p *orgmodel.Pass, e orgmodel.Edge, scope bool) string {
	s := called(p, e.From) + " " + says(e.Rel) + " " + called(p, e.To)
	if scope {
		s += " in " + called(p, p.Scope(e))
	}
	return s
}
