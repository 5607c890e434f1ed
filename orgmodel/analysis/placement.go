package analysis

import (
	"context"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/atonce"
	"example.com/orgchart/orgmodel/rules"
)

// Placements that are found and never asked for.
const (
	NoPMO          rules.Placement = "none"  // there is no PMO
	MixedPlacement rules.Placement = "mixed" // none of central, embedded and hub-spoke describes it
)

// Placement asks how PMOs stand to those who run projects. The zero Placement takes the role and the
// share of rule pmo-placement.
type Placement struct {
	Role     orgmodel.ID // who runs a project; empty means project-manager
	Hub      orgmodel.ID // the PMO at the hub; empty means as the rule infers it
	MinShare float64     // the part of managers, or of spokes, that makes a placement; 0 means 0.8
	Least    int         // fewer managers with a boss than this are too little evidence; 0 means 3
}

// PlacementReport is what Placement finds.
type PlacementReport struct {
	rules.PlacementFound
	// Found is none without a PMO; hub-spoke where there are several, MinShare of which answer to the
	// hub; central where MinShare of the managers report into a PMO, embedded where as many report
	// outside; mixed otherwise. Empty where fewer than Least managers have a boss.
	Found  rules.Placement
	Role   orgmodel.ID // who runs a project
	Least  int
	Spokes int // PMOs that answer to the hub, or are part of it
}

// Report measures an organisation on its day. The only error is ctx's.
func (p Placement) Report(ctx context.Context, o *orgmodel.Org) (*PlacementReport, error) {
	return atonce.Do(ctx, func() (*PlacementReport, error) { return p.report(ctx, o) })
}

func (p Placement) report(ctx context.Context, o *orgmodel.Org) (*PlacementReport, error) {
	if !(p.MinShare > 0) {
		p.MinShare = 0.8
	}
	if p.Least <= 0 {
		p.Least = 3
	}
	if p.Role == "" {
		p.Role = "project-manager"
	}
	found, err := rules.PMOPlacement{Role: p.Role, Hub: p.Hub}.Found(ctx, o)
	if err != nil {
		return nil, err
	}
	r := &PlacementReport{PlacementFound: found, Role: p.Role, Least: p.Least}
	for _, x := range r.PMOs {
		if x.PMO != r.Hub && x.Up == r.Hub && r.Hub != orgmodel.None {
			r.Spokes++
		}
	}
	enough := func(n, all int) bool { return float64(n) >= p.MinShare*float64(all)-1e-9 }
	switch known := r.Inside + r.Outside; {
	case len(r.PMOs) == 0:
		r.Found = NoPMO
	case r.Spokes > 0 && enough(r.Spokes, len(r.PMOs)-1):
		r.Found = rules.HubSpoke
	case known < p.Least:
	case enough(r.Inside, known):
		r.Found = rules.Central
	case enough(r.Outside, known):
		r.Found = rules.Embedded
	default:
		r.Found = MixedPlacement
	}
	return r, nil
}
