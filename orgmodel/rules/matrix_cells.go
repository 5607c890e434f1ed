package rules

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
)

// letters are the relations of a responsibility matrix, the strongest first.
var letters = []orgmodel.Rel{orgmodel.AccountableFor, orgmodel.ResponsibleFor, orgmodel.ConsultedOn, orgmodel.InformedOf}

// duties is the responsibility matrix of the view's day: by live duty, the live lines that name
// somebody for it, by scope, letter and holder.
type duties struct {
	p     *orgmodel.Pass
	lines map[orgmodel.Ref][]orgmodel.Edge
}

// A cell is a duty in one scope, None where its lines have none, with what is written there.
type cell struct {
	scope orgmodel.Ref
	lines []orgmodel.Edge
}

// newDuties leaves out who has ended, and lines in a scope that has ended or that nobody declares:
// closed work needs nobody, and of unknown work nothing can be told (unknown-reference).
func newDuties(p *orgmodel.Pass, rels ...orgmodel.Rel) *duties {
	return &duties{p: p, lines: dutyLines(p, rels)}
}

// newDutyLines is dutyLines, worked out anew.
func newDutyLines(p *orgmodel.Pass, rels []orgmodel.Rel) map[orgmodel.Ref][]orgmodel.Edge {
	of := map[orgmodel.Ref][]orgmodel.Edge{}
	n := 0
	for e := range p.Edges(rels...) {
		if n++; n&4095 == 0 && p.Stopped() {
			return of
		}
		scope := p.Scope(e)
		if p.LiveLine(e) && p.Declared(e.To) && p.Kind(e.To) == orgmodel.Duty && (scope == orgmodel.None || p.Live(scope)) &&
			(!p.Declared(e.From) || p.Live(e.From) || gone(p, e.From)) {
			of[e.To] = append(of[e.To], e)
		}
	}
	for _, lines := range of {
		sortDuty(p, lines)
	}
	return of
}

// sortDuty puts the lines of a duty in the order of duties.
func sortDuty(p *orgmodel.Pass, lines []orgmodel.Edge) {
	if len(lines) < 2 {
		return
	}
	order := byID(p)
	slices.SortFunc(lines, func(e, f orgmodel.Edge) int {
		a, b := p.Scope(e), p.Scope(f)
		if a != b && a != orgmodel.None && b != orgmodel.None {
			return order(a, b)
		}
		x, y := p.Lasting(e), p.Lasting(f)
		return cmp.Or(cmp.Compare(a, b), cmp.Compare(slices.Index(letters, e.Rel), slices.Index(letters, f.Rel)), order(e.From, f.From),
			x.From.DaysUntil(y.From), x.Until.DaysUntil(y.Until))
	})
}

// cells are the scopes of a duty, by id; general are its lines without a scope.
func (d *duties) cells(duty orgmodel.Ref) (general []orgmodel.Edge, scoped []cell) {
	lines := d.lines[duty]
	for i := 0; i < len(lines); {
		scope, j := d.p.Scope(lines[i]), i+1
		for j < len(lines) && d.p.Scope(lines[j]) == scope {
			j++
		}
		if scope == orgmodel.None {
			general = lines[i:j]
		} else {
			scoped = append(scoped, cell{scope, lines[i:j]})
		}
		i = j
	}
	return general, scoped
}

// heading says that a duty is one under which others stand: it has live parts and no line of its own.
func (d *duties) heading(duty orgmodel.Ref) bool {
	if len(d.lines[duty]) > 0 {
		return false
	}
	for e := range d.p.In(duty, orgmodel.PartOf) {
		if d.p.LiveLine(e) && d.p.Live(e.From) {
			return true
		}
	}
	return false
}

// lettered are the lines of one letter.
func lettered(lines []orgmodel.Edge, rel orgmodel.Rel) []orgmodel.Edge {
	i := slices.IndexFunc(lines, func(e orgmodel.Edge) bool { return e.Rel == rel })
	if i < 0 {
		return nil
	}
	j := i
	for j < len(lines) && lines[j].Rel == rel {
		j++
	}
	return lines[i:j:j]
}

// inScope is a scope at the end of a sentence, and inKey at the end of a key; empty where it is None.
func inScope(p *orgmodel.Pass, scope orgmodel.Ref) string {
	if scope == orgmodel.None {
		return ""
	}
	return " in " + called(p, scope)
}

func inKey(p *orgmodel.Pass, key string, scope orgmodel.Ref) string {
	if scope == orgmodel.None {
		return key
	}
	return key + " " + string(p.ID(scope))
}
