package rules

import (
	"math"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// bossWalk judges lines for ReportsToRole. What lies above is worked out once for all, from the
// holders of the allowed roles downwards.
type bossWalk struct {
	p     *orgmodel.Pass
	r     ReportsToRole
	has   []bool // holds an allowed role
	good  []bool // a line to it conforms
	up    climber
	known []orgmodel.Ref // candidates, by id
	hint  string         // which allowed roles nobody declares
	ready bool           // known and hint are worked out, and what follows
	book  *roleBook
	heads *assigned // who holds an allowed role in a delivery
}

func newBossWalk(p *orgmodel.Pass, r ReportsToRole) *bossWalk {
	w := &bossWalk{p: p, r: r, has: holdersOf(p, r.To), up: climber{p: p}}
	w.good = make([]bool, p.Len())
	var queue []orgmodel.Ref
	for i, has := range w.has {
		seat := orgmodel.Ref(i)
		if has && (r.Match != NearestFilled || decides(p, seat)) {
			w.good[i] = true
			queue = append(queue, seat)
		}
	}
	if r.Match == Direct {
		return w
	}
	for i := 0; i < len(queue); i++ {
		if i&1023 == 0 && p.Stopped() {
			break
		}
		for _, e := range liveOrNot(p, queue[i]) {
			s := p.SeatOf(e.From)
			if p.Declared(s) && !w.good[s] && (r.Match == AnyAbove || !decides(p, s)) {
				w.good[s] = true
				queue = append(queue, s)
			}
		}
	}
	return w
}

// liveOrNot are the live solid lines that end at a seat, from seats live or not.
func liveOrNot(p *orgmodel.Pass, seat orgmodel.Ref) []orgmodel.Edge {
	var lines []orgmodel.Edge
	add := func(r orgmodel.Ref) {
		for e := range p.In(r, orgmodel.ReportsTo) {
			if p.LiveLine(e) && shapes(p, e) {
				lines = append(lines, e)
			}
		}
	}
	if p.SeatOf(seat) != seat {
		return nil
	}
	add(seat)
	for e := range p.In(seat, orgmodel.Holds) {
		if who := e.From; p.LiveLine(e) && who != seat && p.SeatOf(who) == seat {
			add(who)
		}
	}
	return lines
}

// judge is how a record stands to the policy, with the lines that break it. Of the several ways
// in which a person of several posts answers, one that conforms is enough.
func (w *bossWalk) judge(seat orgmodel.Ref) (verdict, []orgmodel.Edge) {
	worst, broken := missing, []orgmodel.Edge(nil)
	for _, lines := range ways(w.p, seat, w.r.Via) {
		v, bad := w.way(seat, lines)
		switch {
		case v == conforms:
			return v, nil
		case v == undecided:
			worst = v
		case v == breaks && worst != undecided:
			worst, broken = v, append(broken, bad...)
		}
	}
	return worst, broken
}

func (w *bossWalk) way(seat orgmodel.Ref, lines []orgmodel.Edge) (verdict, []orgmodel.Edge) {
	if len(lines) == 0 {
		return missing, nil
	}
	inOrder(w.p, lines, w.r.Via)
	w.p.JudgeLines(lines...)
	var bad []orgmodel.Edge
	good, open := 0, 0
	for _, e := range lines {
		switch w.line(e) {
		case conforms:
			good++
		case breaks:
			bad = append(bad, e)
		default:
			open++
		}
	}
	switch {
	case w.r.Quantify == SomeLine && good > 0, len(bad) == 0 && good > 0:
		return conforms, nil
	case w.r.Quantify == SomeLine && open > 0, len(bad) == 0:
		return undecided, nil
	}
	return breaks, bad
}

func (w *bossWalk) line(e orgmodel.Edge) verdict {
	p := w.p
	t := p.SeatOf(e.To)
	switch {
	case !p.Declared(t) || t == p.SeatOf(e.From):
		return undecided
	case w.good[t] || w.good[e.To]:
		return conforms
	case w.r.Match == Direct || w.r.Match == NearestFilled && decides(p, t):
		return breaks
	}
	if c := w.up.nearest(t, func(r orgmodel.Ref) bool { return w.r.Match == NearestFilled && decides(p, r) }); c.at == orgmodel.None && c.ghost {
		return undecided
	}
	return breaks
}

func (w *bossWalk) reportMissing(seat orgmodel.Ref) {
	p := w.p
	w.p.Report(orgmodel.Finding{
		Subject: p.ID(seat), Key: "missing",
		Message: called(p, seat) + " has no " + eitherRel(w.r.Via) + " line; " + one(w.r.choice().String()) + " has one to " +
			one(eitherID(w.r.To)) + because(w.r.Because),
		Fix: w.fix(seat, "Line "+word(p.ID(seat))+" to "),
	})
}

func (w *bossWalk) reportBroken(seat orgmodel.Ref, lines []orgmodel.Edge) {
	p := w.p
	var said []string
	var path []orgmodel.Edge
	for _, e := range lines {
		what, more := w.tell(e)
		if len(said) < listed {
			said = append(said, what)
		}
		path = append(append(path, e), more...)
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(seat), Path: p.Records(path...), PathTotal: len(path), Pos: p.LinePos(lines[0]),
		Message: called(p, seat) + " " + series(said, len(lines)) + ", who is no " + eitherID(w.r.To) + because(w.r.Because),
		Fix:     w.fix(seat, "Re-line "+word(p.ID(seat))+" to "),
	})
}

// tell says where a line that breaks the policy leads, with the lines above it.
func (w *bossWalk) tell(e orgmodel.Edge) (string, []orgmodel.Edge) {
	p := w.p
	t := p.SeatOf(e.To)
	s := says(e.Rel) + " " + called(p, t)
	switch {
	case w.r.Match == AnyAbove:
		c := w.up.nearest(t, func(orgmodel.Ref) bool { return false })
		if len(c.path) == 0 {
			return s, nil
		}
		return s + " and through it up to " + called(p, p.SeatOf(c.path[len(c.path)-1].To)), c.path
	case w.r.Match == NearestFilled && !decides(p, t):
		why := "vacant"
		if !p.Live(t) {
			why = "ended"
		}
		c := w.up.nearest(t, func(r orgmodel.Ref) bool { return decides(p, r) })
		if c.at == orgmodel.None {
			return s + " (" + why + ", with nobody above)", c.path
		}
		return s + " (" + why + ") and so to " + called(p, c.at), c.path
	}
	return s, nil
}

func (w *bossWalk) reportShare(good, all int, broken []orgmodel.Ref) {
	p := w.p
	subject, who := w.r.For, " holders of "
	if subject == "" {
		subject, who = orgmodel.ID(w.r.Name), " records chosen by "
	}
	p.Report(orgmodel.Finding{
		Subject: subject, Key: "share", Related: related(p, broken), RelatedTotal: len(broken),
		Message: strconv.Itoa(good) + " of " + strconv.Itoa(all) + who + word(subject) + " (" +
			percent(float64(good)/float64(all)) + ") have a " + eitherRel(w.r.Via) + " line to " + one(eitherID(w.r.To)) +
			", and " + percent(w.r.Share) + " should" + because(w.r.Because),
		Fix: "Re-line some of " + names(p, least(p, broken, listed), len(broken)) + ", or lower the share.",
	})
}

func eitherRel(rels []orgmodel.Rel) string {
	var names []string
	for _, r := range rels {
		names = append(names, said(r))
	}
	return either(names)
}

// percent writes a share with no more digits than it needs.
func percent(share float64) string {
	s := strconv.FormatFloat(math.Round(share*1000)/10, 'f', 1, 64)
	return strings.TrimSuffix(s, ".0") + "%"
}
