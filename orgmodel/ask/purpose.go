package ask

import "example.com/orgchart/orgmodel"

// A purpose is a search for what work is for: from the records that stand for somebody to their
// work, by realises, contributes-to, justified-by and answers on to outcomes and needs, by part-of to
// the whole of which work is a part. Work has the ways of its parts, too, as a programme has those of
// its projects, but not by way of a whole those of its other parts.
type purpose struct {
	o    *orgmodel.Org
	list []step
	met  map[spot]bool
}

// A spot is a record as the search meets it. Down says that it is work, come to from somebody or from a whole of
// which it is part; only from such work the search goes down to parts.
type spot struct {
	at   orgmodel.Ref
	down bool
}

// A step is a spot, the step it was come from (-1 for none) and the line between.
type step struct {
	spot
	from int
	line orgmodel.Edge
}

func newPurpose(o *orgmodel.Org) *purpose { return &purpose{o: o, met: map[spot]bool{}} }

// meet adds a spot, once.
func (p *purpose) meet(s spot, from int, e orgmodel.Edge) {
	if !p.met[s] {
		p.met[s] = true
		p.list = append(p.list, step{s, from, e})
	}
}

// forward relations lead from work to what it is for.
var forward = []orgmodel.Rel{orgmodel.Realises, orgmodel.ContributesTo, orgmodel.JustifiedBy, orgmodel.Answers, orgmodel.PartOf}

// onward goes on from a step, and says whether anything live was there to go on to. Undeclared and
// ended records are passed to lost.
func (p *purpose) onward(i int, lost func(orgmodel.Ref, orgmodel.Edge)) bool {
	o, s := p.o, p.list[i]
	some := false
	for e := range o.Out(s.at, forward...) {
		if !o.LiveLine(e) || o.Declared(e.To) && !serves(o, e.To) {
			continue
		}
		if !o.Live(e.To) {
			lost(e.To, e)
			continue
		}
		some = true
		p.meet(spot{e.To, false}, i, e)
	}
	if s.down {
		for e := range o.In(s.at, orgmodel.PartOf) {
			if o.LiveLine(e) && o.Live(e.From) && workKinds[o.Kind(e.From)] {
				some = true
				p.meet(spot{e.From, true}, i, e)
			}
		}
	}
	return some
}

// toil is the work that a line puts somebody at: works-on and owns, a role, a duty or direction in
// a scope; None for any other.
func toil(o *orgmodel.Org, e orgmodel.Edge) orgmodel.Ref {
	work := e.To
	switch e.Rel {
	case orgmodel.WorksOn, orgmodel.Owns:
	case orgmodel.HasRole, orgmodel.DirectedBy, orgmodel.ResponsibleFor, orgmodel.AccountableFor:
		work = o.Scope(e)
	default:
		return orgmodel.None
	}
	if !o.LiveLine(e) || work == orgmodel.None || o.Declared(work) && !serves(o, work) {
		return orgmodel.None
	}
	return work
}

// toils are the relations of which toil knows.
var toils = []orgmodel.Rel{orgmodel.WorksOn, orgmodel.Owns, orgmodel.HasRole, orgmodel.DirectedBy, orgmodel.ResponsibleFor, orgmodel.AccountableFor}

// serves says that a record is work, or a thing that work is for.
func serves(o *orgmodel.Org, r orgmodel.Ref) bool {
	switch k := o.Kind(r); k {
	case orgmodel.Benefit, orgmodel.Outcome, orgmodel.BusinessCase, orgmodel.Need:
		return true
	default:
		return workKinds[k]
	}
}
