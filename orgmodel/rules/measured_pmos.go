package rules

import (
	"context"
	"slices"

	"example.com/orgchart/orgmodel"
)

// A PMOFound is how one PMO stands.
type PMOFound struct {
	PMO      orgmodel.Ref
	Says     Placement    // the mode it states, or that of the rule; empty where neither does
	Staff    int          // seats in it
	Projects int          // live projects that it serves, directly or as parts of what it serves
	Managers int          // of all managers of live projects, those who report into it
	Up       orgmodel.Ref // the PMO it answers to or is part of, the hub where it is one of several; None
	Adrift   bool         // it is part of nothing, answers to nobody and serves nothing
}

// PlacementFound is how PMOs stand to those who run projects.
type PlacementFound struct {
	PMOs     []PMOFound   // in the author's order
	Hub      orgmodel.Ref // the PMO that others answer to, or the only one; None
	Projects int          // live ones
	Managers int          // who run them, each once
	Inside   int          // managers who report into a PMO
	Outside  int          // managers who report elsewhere; the others have no boss
}

// Found measures how PMOs stand, on the definitions of the rule.
func (o PMOPlacement) Found(ctx context.Context, org *orgmodel.Org) (PlacementFound, error) {
	p := look(ctx, org)
	o = o.filled()
	f := PlacementFound{Hub: orgmodel.None}
	at := newOffices(p)
	served, into := map[orgmodel.Ref]int{}, map[orgmodel.Ref]int{}
	runs := newAssigned(p, []orgmodel.ID{o.Role}, "")
	met := map[orgmodel.Ref]bool{}
	placed := (&offices{guises: newGuises(p), solid: newEscalation(p, []orgmodel.Rel{orgmodel.ReportsTo})}).placed
	for project := range liveOf(p, orgmodel.Project) {
		f.Projects++
		if at != nil {
			served[at.serves[project]]++
		}
		who, _ := runs.now(project)
		for _, pm := range who {
			if met[pm] {
				continue
			}
			met[pm] = true
			f.Managers++
			in := orgmodel.None
			if at != nil {
				in = at.pmoOf(pm)
			}
			switch {
			case in != orgmodel.None:
				f.Inside++
				into[in]++
			case placed(pm):
				f.Outside++
			}
		}
	}
	if at != nil && !p.Stopped() {
		o.offices(p, at, &f, served, into)
	}
	return f, ctx.Err()
}

// offices fills in the PMOs.
func (o PMOPlacement) offices(p *orgmodel.Pass, at *offices, f *PlacementFound, served, into map[orgmodel.Ref]int) {
	ties := tiesOf(p, at)
	f.Hub = o.hub(p, ties)
	staff := map[orgmodel.Ref]int{}
	for s := range at.staff() {
		if p.Live(s) {
			staff[at.in[s]]++
		}
	}
	for pmo := range liveOf(p, orgmodel.PMO) {
		x := PMOFound{PMO: pmo, Says: o.mode(p, pmo), Staff: staff[pmo], Projects: served[pmo], Managers: into[pmo], Up: orgmodel.None}
		if t := ties[pmo]; len(t) > 0 {
			x.Up = t[0].to
			if slices.ContainsFunc(t, func(t tie) bool { return t.to == f.Hub }) {
				x.Up = f.Hub
			}
		}
		x.Adrift = x.Projects == 0 && adrift(p, at, pmo)
		f.PMOs = append(f.PMOs, x)
	}
}
