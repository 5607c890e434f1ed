package ask

import (
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/titles"
)

// AssumedRoles answers which roles are held by assumption: by has-role lines with the attribute
// assumed. Items stand by role and then in the author's order, each with the title and what the role
// was assumed from; behind them stand records whose titles left it open, without a Role. Counts
// are how many each role has, and each abbreviation.
func (q Asker) AssumedRoles(open ...titles.Assumption) Answer {
	a := q.about("assumed")
	o := q.Org
	var lines []orgmodel.Edge
	for e := range o.Edges(orgmodel.HasRole) {
		if o.LiveLine(e) && assumption(o, e) != "" {
			lines = append(lines, e)
		}
	}
	slices.SortStableFunc(lines, func(e, f orgmodel.Edge) int {
		if c := strings.Compare(string(o.ID(e.To)), string(o.ID(f.To))); c != 0 {
			return c
		}
		return int(e.From) - int(f.From)
	})
	var said []string
	figure := func(name string) {
		if n := len(a.Counts); n == 0 || a.Counts[n-1].Name != name {
			a.Counts = append(a.Counts, Count{Name: name})
		}
		a.Counts[len(a.Counts)-1].N++
	}
	for _, e := range lines {
		figure(string(o.ID(e.To)))
		if it := a.itemBy(e.From, 0, e); it != nil {
			it.Role, it.Scope = o.ID(e.To), o.ID(o.Scope(e))
			it.because(a.assumed(e))
		}
	}
	open = slices.Clone(open)
	slices.SortStableFunc(open, func(x, y titles.Assumption) int { return strings.Compare(x.Pattern, y.Pattern) })
	for _, left := range open {
		figure("ambiguous " + left.Pattern)
		a.item(left.Record, 0).because(Reason{Code: Ambiguous, Text: unclear(left)})
	}
	for _, c := range a.Counts {
		said = append(said, wording.Short(c.Name)+" "+c.String())
	}
	switch {
	case a.Total == 0:
		return a.done("No role is assumed.")
	case len(open) == 0:
		return a.done(wording.Count(len(lines), "role") + isAre(len(lines)) + "assumed: " + strings.Join(said, ", ") + ".")
	}
	return a.done(wording.Count(len(lines), "role") + isAre(len(lines)) + "assumed, and " + wording.Count(len(open), "title") + isAre(len(open)) +
		"ambiguous: " + strings.Join(said, ", ") + ".")
}

// assumption is what the role of a line was assumed from, empty for one that is stated.
func assumption(o *orgmodel.Org, e orgmodel.Edge) string {
	return o.LineAttrs(e).Get(orgmodel.Assumed)
}

// assumed is the reason that a role is assumed.
func (a *answer) assumed(e orgmodel.Edge) Reason {
	text := "Assumed from " + wording.Brief(assumption(a.o, e), 200) + "."
	if title := titles.TitleOf(a.o, e.From); title != "" {
		text = "Assumed, since the title is " + strconv.Quote(wording.Brief(title, 100)) + "; from " + wording.Brief(assumption(a.o, e), 200) + "."
	}
	return Reason{Code: Assumed, Text: text}
}

// unclear says what a title leaves open.
func unclear(left titles.Assumption) string {
	var roles []string
	for _, id := range left.Candidates {
		roles = append(roles, wording.Word(id))
	}
	return "The title is " + strconv.Quote(wording.Brief(left.Title, 100)) + ", and " + wording.Brief(left.Pattern, 40) + " may mean " + strings.Join(roles, ", ") + " or something else."
}
