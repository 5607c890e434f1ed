package rules

import (
	"cmp"
	"maps"
	"slices"

	"example.com/orgchart/orgmodel"
)

// Archetype is the attribute by which a manager's seat, or its holder, says what kind of manager
// sits there; it decides how many reports are too many.
const Archetype = "archetype"

// Archetypes of managers, from those who do most of the work themselves to those whose reports
// need them least.
const (
	PlayerCoach = "player-coach"
	Coach       = "coach"
	Supervisor  = "supervisor"
	Facilitator = "facilitator"
	Coordinator = "coordinator"
)

// noLimit is a limit below which everything is.
const noLimit = -1

// spanLimits are the most reports an archetype has.
var spanLimits = func() map[string]int {
	limits := map[string]int{}
	for _, b := range Archetypes() {
		limits[b.Archetype] = b.High
		if b.High == 0 {
			limits[b.Archetype] = noLimit
		}
	}
	return limits
}()

// A Counting says how the reports of a manager are counted.
type Counting uint8

const (
	Posts  Counting = iota // each seat that is not vacant is one, a group too
	People                 // each holder is one; a seat without a named holder is one, a group as many as its fte says
	FTEs                   // full-time equivalents: of the holders where stated, else of the seat, else one a person
)

// String is posts, people or fte.
func (c Counting) String() string { return [...]string{"posts", "people", "fte"}[min(c, FTEs)] }

// of counts one seat, in millionths.
func (c Counting) of(p *orgmodel.Pass, seat orgmodel.Ref) int64 {
	if !decides(p, seat) {
		return 0
	}
	own := fteOf(p.Attrs(seat))
	stated := own != noFTE
	switch {
	case c == Posts, !stated && p.Occupancy(seat) == orgmodel.Group:
		return oneFTE
	case p.Occupancy(seat) == orgmodel.Group:
		return own
	}
	sum, heads := int64(0), int64(0)
	for e := range p.Holders(seat) {
		heads++
		v := fteOf(p.LineAttrs(e))
		if v == noFTE {
			v = fteOf(p.Attrs(e.From))
		}
		if v == noFTE {
			v = oneFTE
		}
		sum += v
	}
	switch {
	case c == People:
		return max(heads, 1) * oneFTE
	case heads == 0 && stated:
		return own
	case heads == 0:
		return oneFTE
	}
	return sum
}

// archetypeOf is what kind of manager sits on a seat.
func archetypeOf(p *orgmodel.Pass, seat orgmodel.Ref) string { return saidOf(p, seat, Archetype) }

// saidOf is an attribute of a seat, else of its first holder by id who has it.
func saidOf(p *orgmodel.Pass, seat orgmodel.Ref, key string) string {
	if v := p.Attrs(seat).Get(key); v != "" {
		return v
	}
	who, said := orgmodel.None, ""
	order := byID(p)
	for e := range p.Holders(seat) {
		if v := p.Attrs(e.From).Get(key); v != "" && (who == orgmodel.None || order(e.From, who) < 0) {
			who, said = e.From, v
		}
	}
	return said
}

// roomier are the archetypes whose limits a number of reports keeps, the tightest first.
func roomier(limits map[string]int, millionths int64) []string {
	var fit []string
	for _, a := range slices.Sorted(maps.Keys(limits)) {
		if l := limits[a]; l < 0 || inMillionths(l) >= millionths {
			fit = append(fit, a)
		}
	}
	slices.SortStableFunc(fit, func(a, b string) int {
		return cmp.Compare(uint(limits[a]), uint(limits[b])) // no limit is the largest
	})
	return fit
}

// inMillionths is a limit as counts are kept; the largest is larger than any count.
func inMillionths(limit int) int64 { return int64(min(limit, 1<<42)) * oneFTE }
