package orgmodel_test

import (
	"math"
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// naive is the graph of reporting lines worked out again from the records, by maps and slowly:
// what the documentation says, and nothing of how it is done.
type naive struct {
	*orgmodel.Org
	seat map[orgmodel.Ref]orgmodel.Ref
	boss map[orgmodel.Ref]orgmodel.Ref // of seats
	sits map[orgmodel.Ref]bool
	cut  map[orgmodel.Ref]bool // the smallest member of each loop
}

func newNaive(o *orgmodel.Org) naive {
	n := naive{o, map[orgmodel.Ref]orgmodel.Ref{}, map[orgmodel.Ref]orgmodel.Ref{}, map[orgmodel.Ref]bool{}, map[orgmodel.Ref]bool{}}
	all := everyone(o)[3:]
	for _, r := range all {
		n.seat[r] = r
		var posts []orgmodel.Ref
		for e := range o.Edges() {
			if e.Rel == orgmodel.Holds && e.From == r && o.Kind(r) == orgmodel.Person && o.LiveLine(e) && n.mayBeHeld(e.To) {
				posts = append(posts, e.To)
			}
		}
		slices.Sort(posts)
		if posts = slices.Compact(posts); len(posts) == 1 {
			n.seat[r] = posts[0]
		}
		n.sits[r] = o.Declared(r) && (o.Kind(r) == orgmodel.Post || o.Kind(r) == orgmodel.Person && len(posts) == 0)
	}
	for _, ghosts := range []bool{false, true} { // lines to declared bosses first
		for e := range o.Edges() {
			s, t := n.seat[e.From], n.seat[e.To]
			if e.Rel != orgmodel.ReportsTo || !o.LiveLine(e) || s == t || !n.mayReport(s) || !n.mayReport(t) || o.Declared(t) == ghosts {
				continue
			}
			if _, has := n.boss[s]; !has {
				n.boss[s] = t
			}
			n.sits[s], n.sits[t] = true, true
		}
	}
	for _, r := range all {
		if c := n.above(r); slices.Contains(c, r) {
			n.cut[slices.Min(c)] = true
		}
	}
	return n
}

func (n naive) mayReport(r orgmodel.Ref) bool {
	switch n.Kind(r) {
	case orgmodel.Role, orgmodel.Unit:
		return false
	}
	return n.ID(r) != ""
}

func (n naive) mayBeHeld(r orgmodel.Ref) bool {
	return n.mayReport(r) && n.Kind(r) != orgmodel.Person && (n.Live(r) || !n.Declared(r))
}

// above are the bosses of a seat in order; of a loop each once, the seat itself too if it is on it.
func (n naive) above(r orgmodel.Ref) (up []orgmodel.Ref) {
	for {
		b, ok := n.boss[r]
		if !ok || slices.Contains(up, b) {
			return up
		}
		up = append(up, b)
		r = b
	}
}

// reach are the seats that solid lines of whatever place lead up to from one, itself included.
func (n naive) reach(r orgmodel.Ref) []orgmodel.Ref {
	all := []orgmodel.Ref{r}
	for i := 0; i < len(all); i++ {
		for e := range n.Edges(orgmodel.ReportsTo) {
			s, t := n.seat[e.From], n.seat[e.To]
			if s == all[i] && s != t && n.LiveLine(e) && n.mayReport(s) && n.mayReport(t) && !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
	}
	return all
}

// branch is a seat and its bosses, up to where a loop is cut.
func (n naive) branch(r orgmodel.Ref) []orgmodel.Ref {
	up := []orgmodel.Ref{r}
	for !n.cut[r] {
		b, ok := n.boss[r]
		if !ok {
			break
		}
		up = append(up, b)
		r = b
	}
	return up
}

func (n naive) common(a, b orgmodel.Ref) orgmodel.Ref {
	a, b = n.of(a), n.of(b)
	if a == orgmodel.None || b == orgmodel.None {
		return orgmodel.None
	}
	right := n.branch(b)
	for _, r := range n.branch(a) {
		if slices.Contains(right, r) {
			return r
		}
	}
	return orgmodel.None
}

// of is the seat of any Ref, None where it has none.
func (n naive) of(r orgmodel.Ref) orgmodel.Ref {
	if s, ok := n.seat[r]; ok && n.sits[s] {
		return s
	}
	return orgmodel.None
}

// below are the seats whose branch leads through a seat, itself included.
func (n naive) below(r orgmodel.Ref) (down []orgmodel.Ref) {
	for _, s := range everyone(n.Org)[3:] {
		if n.sits[s] && n.seat[s] == s && slices.Contains(n.branch(s), r) {
			down = append(down, s)
		}
	}
	return down
}

func (n naive) layers(r orgmodel.Ref) int {
	most := 0
	for _, s := range n.below(r) {
		most = max(most, slices.Index(n.branch(s), r)+1)
	}
	return most
}

func (n naive) headcount(r orgmodel.Ref) (h orgmodel.Headcount) {
	for _, s := range n.below(r) {
		if !n.Live(s) {
			continue
		}
		fte, stated := n.fte(n.Attrs(s))
		if n.Occupancy(s) == orgmodel.Group {
			h.Groups++
			h.FTE += fte
			continue
		}
		h.Posts++
		holders := 0
		met := map[orgmodel.Ref]bool{}
		for e := range n.Edges() {
			if e.Rel != orgmodel.Holds || e.To != s || !n.LiveLine(e) || !n.Live(e.From) || met[e.From] {
				continue
			}
			met[e.From] = true
			holders++
			part, ok := n.fte(n.LineAttrs(e))
			if !ok {
				part, ok = n.fte(n.Attrs(e.From))
			}
			if !ok {
				part = 1
			}
			h.FTE += part
		}
		h.People += holders
		if holders == 0 && n.Occupancy(s) != orgmodel.Vacant {
			h.People++
			if !stated {
				fte = 1
			}
			h.FTE += fte
		}
	}
	h.FTE = math.Round(h.FTE*1e6) / 1e6
	return h
}

func (n naive) fte(a orgmodel.Attrs) (float64, bool) {
	v, err := strconv.ParseFloat(a.Get(orgmodel.FTE), 64)
	if err != nil || v < 0 {
		return 0, false
	}
	return v, true
}
