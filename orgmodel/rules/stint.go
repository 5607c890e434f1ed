package rules

import (
	"iter"
	"math"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// stint is one holding of a post by a person, as days and millionths of a full-time equivalent,
// so that sums do not depend on their order.
type stint struct {
	orgmodel.Edge
	from, until int   // days from an arbitrary one; open ends are the extremes
	fte         int64 // as stated; -1 where it is not
	mode        string
}

const (
	oneFTE   = 1_000_000
	mostFTE  = 4000 // a larger number is read as this one, so that no sum overflows
	noFTE    = -1
	always   = math.MinInt32 // stint.from where the beginning is open
	evermore = math.MaxInt32 // stint.until where the end is
	jobShare = "job-share"
)

var firstDay = orgmodel.NewDate(1, 1, 1)

// stintOf is a holding as it lasts; false where it never does, or where the state of an end has
// ended it on a day nobody wrote down.
func stintOf(p *orgmodel.Pass, e orgmodel.Edge) (stint, bool) {
	iv := p.Lasting(e)
	if iv.Empty() || p.Inactive(e.From) || endsByState(p, e.From) || endsByState(p, e.To) {
		return stint{}, false
	}
	s := stint{Edge: e, from: always, until: evermore, fte: fteOf(p.LineAttrs(e)), mode: p.LineAttrs(e).Get(orgmodel.Mode)}
	if !iv.From.IsZero() {
		s.from = firstDay.DaysUntil(iv.From)
	}
	if !iv.Until.IsZero() {
		s.until = firstDay.DaysUntil(iv.Until)
	}
	return s, true
}

// substantive says that a holding is one in its own right: not acting, interim, seconded or of
// a mode of the author's own.
func (s stint) substantive() bool {
	return s.mode == "" || s.mode == "substantive" || s.mode == jobShare
}

// load is the stated part of a full-time equivalent, a whole one where none is stated.
func (s stint) load() int64 {
	if s.fte == noFTE {
		return oneFTE
	}
	return s.fte
}

// fteOf reads an fte attribute: a decimal number, not negative. What is no such number is not
// stated.
func fteOf(a orgmodel.Attrs) int64 {
	stated := a.Get(orgmodel.FTE)
	if stated == "" {
		return noFTE
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(stated), 64)
	if err != nil || math.IsNaN(v) || v < 0 {
		return noFTE
	}
	return int64(math.Round(min(v, mostFTE) * oneFTE))
}

// inFTE writes millionths as a decimal number.
func inFTE(n int64) string {
	s := strconv.FormatFloat(float64(n)/oneFTE, 'f', 6, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// stintsOf are the holdings among some lines.
func stintsOf(p *orgmodel.Pass, lines iter.Seq[orgmodel.Edge]) []stint {
	var all []stint
	for e := range lines {
		if s, ok := stintOf(p, e); ok {
			all = append(all, s)
		}
	}
	return all
}

// capacity is how many full-time equivalents a post has: what it states, else one.
func capacity(p *orgmodel.Pass, post orgmodel.Ref) int64 {
	if n := fteOf(p.Attrs(post)); n != noFTE {
		return n
	}
	return oneFTE
}

// holdings are the declared persons who hold something, and what is held, by first line.
func holdings(p *orgmodel.Pass) (people, posts []orgmodel.Ref) {
	var person, post []bool
	n := 0
	for e := range p.Edges(orgmodel.Holds) {
		if n++; n == 1 {
			person, post = make([]bool, p.Len()), make([]bool, p.Len())
		}
		if n&4095 == 0 && p.Stopped() {
			return nil, nil
		}
		if p.Declared(e.From) && !person[e.From] {
			person[e.From] = true
			people = append(people, e.From)
		}
		if p.Declared(e.To) && !post[e.To] {
			post[e.To] = true
			posts = append(posts, e.To)
		}
	}
	return people, posts
}
