package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// NoAppraiser is the rule no-appraiser: whoever is told what to do also has a line manager.
type NoAppraiser struct {
	Work   []orgmodel.Rel // the lines of work; nil means directed-by, functional-to and works-on
	Exempt []string       // engagements of those who need no line manager; nil means contractor and external
}

const noAppraiserDoc = `Whoever works for somebody has a line manager.

Why: in a matrix each project thinks that another appraises its people, approves their leave and
hears their complaints, and some have nobody.

Parameters:
  Work (directed-by, functional-to, works-on): the lines that show work.
  Exempt (contractor, external): values of the attribute engagement, of a seat or its holder, that
  need no line manager.

False positives: contractors; say so by their engagement, or name another in Exempt. Small firms; leave the rule out. Tops have none. Who holds
several posts needs a line manager in one of them. Says nothing about vacant seats, about people who
have left (departed-holder), and about those whose solid line leads to an unknown boss
(unknown-reference), to themselves (self-report) or to what is no seat (wrong-ends).

Source: a practitioner's account of a larger firm, in which a project manager organises the work and
an IT manager does the appraisals.

Before:
  +post cio "Chief information officer" top=true
  +post prg-1 "Programme manager"
  +post dev-1 "Development lead"
  prg-1 reports-to cio
  dev-1 directed-by prg-1
After:
  +post cio "Chief information officer" top=true
  +post prg-1 "Programme manager"
  +post dev-1 "Development lead"
  prg-1 reports-to cio
  dev-1 directed-by prg-1
  dev-1 reports-to cio
`

// Rule is the rule. One finding a seat: Path are its lines of work, by relation, then the solid ones
// up to bosses of whom none is filled, Related whom or what it works for.
func (a NoAppraiser) Rule() orgmodel.Rule {
	if a.Work == nil {
		a.Work = []orgmodel.Rel{orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.WorksOn}
	}
	if a.Exempt == nil {
		a.Exempt = []string{"contractor", "external"}
	}
	return orgmodel.Rule{Name: "no-appraiser", Doc: noAppraiserDoc, Severity: orgmodel.Warning, Check: a.check}
}

// appraisers looks for the line managers of seats.
type appraisers struct {
	p      *orgmodel.Pass
	up     climber
	person map[orgmodel.Ref]bool // whether somebody has one in any of their posts
}

func (a NoAppraiser) check(p *orgmodel.Pass) {
	if !anyLine(p, a.Work) {
		return
	}
	works := make([]bool, p.Len())
	n := 0
	for e := range p.Edges(a.Work...) {
		if n++; n&4095 == 0 && p.Stopped() {
			return
		}
		if s := p.SeatOf(e.From); p.LiveLine(e) && p.Declared(s) && s != p.SeatOf(e.To) {
			works[s] = true
		}
	}
	tops, _ := survey(p)
	for _, t := range tops {
		if p.Declared(t) {
			works[t] = false
		}
	}
	in := appraisers{p: p, up: climber{p: p}, person: map[orgmodel.Ref]bool{}}
	for i, does := range works {
		if i&4095 == 0 && p.Stopped() {
			return
		}
		if s := orgmodel.Ref(i); does && p.MaySit(s) && decides(p, s) && !p.Inactive(s) && !crowned(p, s) && !a.excused(p, s) {
			if c, lacks := in.lacking(s); lacks {
				a.report(p, s, c)
			}
		}
	}
}

// excused says that a seat is of an engagement that needs no line manager.
func (a NoAppraiser) excused(p *orgmodel.Pass, seat orgmodel.Ref) bool {
	if slices.Contains(a.Exempt, p.Attrs(seat).Get(orgmodel.Engagement)) {
		return true
	}
	for e := range p.Holders(seat) {
		if slices.Contains(a.Exempt, p.Attrs(e.From).Get(orgmodel.Engagement)) {
			return true
		}
	}
	return false
}

// lacking says that nobody appraises a seat, with the climb that shows it.
func (in *appraisers) lacking(seat orgmodel.Ref) (climb, bool) {
	p := in.p
	c, settled := in.above(seat)
	if settled {
		return c, false
	}
	if p.Kind(seat) == orgmodel.Person {
		return c, !in.somewhere(seat)
	}
	heads := 0
	for e := range p.Holders(seat) {
		if heads++; !in.somewhere(e.From) {
			return c, true
		}
	}
	return c, heads == 0
}

// above climbs from a seat; settled says that it has a line manager, or that its case is another
// rule's.
func (in *appraisers) above(seat orgmodel.Ref) (climb, bool) {
	p := in.p
	for _, e := range p.SeatLines(seat, orgmodel.ReportsTo) {
		if !shapes(p, e) || !p.Declared(p.SeatOf(e.To)) {
			return climb{}, true
		}
	}
	c := in.up.nearest(seat, func(t orgmodel.Ref) bool { return decides(p, t) })
	return c, c.at != orgmodel.None || c.ghost || c.far
}

// somewhere says that a person has a line manager, by lines of their own or in one of their posts.
func (in *appraisers) somewhere(person orgmodel.Ref) bool {
	if has, known := in.person[person]; known {
		return has
	}
	p := in.p
	_, has := in.above(person)
	for e := range p.Posts(person) {
		if has {
			break
		}
		_, has = in.above(e.To)
	}
	in.person[person] = has
	return has
}

func (a NoAppraiser) report(p *orgmodel.Pass, seat orgmodel.Ref, c climb) {
	lines := slices.DeleteFunc(p.SeatLines(seat, a.Work...), func(e orgmodel.Edge) bool { return p.SeatOf(e.To) == seat })
	inOrder(p, lines, a.Work)
	var masters []orgmodel.Ref
	for _, e := range lines {
		masters = append(masters, p.SeatOf(e.To))
	}
	f := orgmodel.Finding{
		Subject: p.ID(seat), Path: p.Records(append(lines, c.path...)...), PathTotal: len(lines) + len(c.path),
		Message: called(p, seat) + " " + says(lines[0].Rel) + " " + called(p, masters[0]) + " and has no line manager",
		Fix:     "Name the line manager of " + word(p.ID(seat)),
	}
	if n := len(c.path); n > 0 {
		f.Message += ": nobody above it up to " + called(p, p.SeatOf(c.path[n-1].To)) + " is filled"
	}
	f.Message += "."
	slices.Sort(masters)
	masters = slices.Compact(masters)
	f.Related, f.RelatedTotal = related(p, masters), len(masters)
	var could []string
	for _, t := range least(p, slices.DeleteFunc(masters, func(t orgmodel.Ref) bool { return !p.MaySit(t) || !decides(p, t) }), suggested) {
		could = append(could, called(p, t))
	}
	if len(could) > 0 {
		f.Fix += ", be it " + either(could) + " or another"
	}
	f.Fix += "."
	p.Report(f)
}
