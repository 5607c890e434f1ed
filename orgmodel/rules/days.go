package rules

import (
	"iter"
	"slices"

	"example.com/orgchart/orgmodel"
)

// days are the days on which a rule changes its mind, as orgmodel.Rule.Days gives them.
type days = func(*orgmodel.Org) iter.Seq[orgmodel.Date]

// shifted are days so many later, so many earlier where n is below 0.
func shifted(n int, of days) days {
	return func(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
		return func(yield func(orgmodel.Date) bool) {
			for d := range of(o) {
				if !yield(d.AddDays(n)) {
					return
				}
			}
		}
	}
}

// grace are the days on which a time of grace is over that begins on some; none where there is none.
func grace(n int, of days) days {
	if n <= 0 {
		return orgmodel.NoDays
	}
	return shifted(n, of)
}

// overOn are the days on which records of some kinds are over, of any kind where none is named.
func overOn(kinds ...orgmodel.Kind) days {
	return func(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
		return func(yield func(orgmodel.Date) bool) {
			for r := range o.Dated() {
				if d := o.Life(r).Until; !d.IsZero() && (len(kinds) == 0 || slices.Contains(kinds, o.Kind(r))) && !yield(d) {
					return
				}
			}
		}
	}
}

// beginnings are the days on which what may sit begins.
func beginnings(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
	return func(yield func(orgmodel.Date) bool) {
		for r := range o.Dated() {
			if d := o.Life(r).From; !d.IsZero() && o.MaySit(r) && !yield(d) {
				return
			}
		}
	}
}

// vacancies are the days on which managers' posts may fall vacant: they begin, or a holding is over.
func vacancies(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
	return func(yield func(orgmodel.Date) bool) {
		for post := range o.Nodes() {
			if !o.MaySit(post) || !managed(o, post) {
				continue
			}
			if d := o.Life(post).From; !d.IsZero() && !yield(d) {
				return
			}
			for e := range o.In(post, orgmodel.Holds) {
				if d := o.Lasting(e).Until; !d.IsZero() && !yield(d) {
					return
				}
			}
		}
	}
}

// managed says that somebody reports to a post, or to somebody who holds it, on whatever day.
func managed(o *orgmodel.Org, post orgmodel.Ref) bool {
	for range o.In(post, orgmodel.ReportsTo) {
		return true
	}
	for h := range o.In(post, orgmodel.Holds) {
		for range o.In(h.From, orgmodel.ReportsTo) {
			return true
		}
	}
	return false
}

// reviews are the days after which the review of operations is late.
func reviews(kinds []orgmodel.Kind) days {
	return func(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
		return func(yield func(orgmodel.Date) bool) {
			for _, k := range kinds {
				for r := range o.OfKind(k) {
					if d, err := orgmodel.ParseDate(o.Attrs(r).Get(Review)); err == nil && !yield(d.AddDays(1)) {
						return
					}
				}
			}
		}
	}
}

// purposesEnd are the days on which seats end that may be there for a delivery: by its end or their own; none
// in an organisation without deliveries.
func purposesEnd(o *orgmodel.Org) iter.Seq[orgmodel.Date] {
	for _, k := range deliveryKinds {
		for range o.OfKind(k) {
			return overOn()(o)
		}
	}
	return orgmodel.NoDays(o)
}
