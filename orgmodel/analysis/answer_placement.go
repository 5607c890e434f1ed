package analysis

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/rules"
)

// Answer is the report in words and figures. The Asker's organisation is the one it was made of.
func (r *PlacementReport) Answer(q ask.Asker) ask.Answer {
	o := q.Org
	a := q.Begin("placement")
	a.Counts = ask.Counts{
		count("pmos", len(r.PMOs)), count("spokes", r.Spokes), count("projects", r.Projects), count("managers", r.Managers),
		count("inside", r.Inside), count("outside", r.Outside), count("unplaced", r.Managers-r.Inside-r.Outside),
	}
	a.Sentence = r.sentence(o)
	noRole(&a, o, r.Role, r.Projects)
	if len(r.PMOs) > 0 && r.Managers > 0 {
		why(&a, ask.Counted, part(r.Inside, r.Managers)+" project managers report into a PMO, and "+part(r.Outside, r.Managers)+" elsewhere.")
	}
	if n := r.Managers - r.Inside - r.Outside; n > 0 {
		why(&a, ask.NotCounted, part(n, r.Managers)+" project managers have no live boss, and are placed nowhere.")
	}
	if len(r.PMOs) > 1 && r.Hub != orgmodel.None {
		why(&a, ask.Counted, part(r.Spokes, len(r.PMOs)-1)+" other PMOs answer to "+wording.Called(o, r.Hub)+" or are part of it.")
	}
	for i, x := range r.PMOs {
		if i >= 20 {
			break
		}
		if x.Says != "" && x.Says != "hub" && x.Says != r.Found && r.Found != "" {
			why(&a, ask.Counted, wording.Called(o, x.PMO)+" says of itself that it is "+wording.Short(string(x.Says))+".")
		}
	}
	if len(r.PMOs) > 0 {
		a.Breakdowns = append(a.Breakdowns, q.Breakdown("pmos", "PMOs", []string{"says", "answers to", "seats", "projects served", "project managers", "adrift"},
			rowsOf(r.PMOs, func(x rules.PMOFound) ask.Row {
				up, adrift := "", "no"
				switch {
				case x.PMO == r.Hub && len(r.PMOs) > 1:
					up = "is the hub"
				case x.Up != orgmodel.None:
					up = wording.Word(o.ID(x.Up))
				}
				if x.Adrift {
					adrift = "yes"
				}
				return about(o, x.PMO, ask.Cell(wording.Short(string(x.Says))), ask.Cell(up), number(x.Staff), number(x.Projects), number(x.Managers), ask.Cell(adrift))
			})))
	}
	return a
}

func (r *PlacementReport) sentence(o *orgmodel.Org) string {
	known := r.Inside + r.Outside
	switch r.Found {
	case NoPMO:
		s := house(o) + " has no PMO"
		if known > 0 {
			s += "; " + wording.Count(known, "project manager") + " report in the line organisation"
		}
		return s + "."
	case rules.HubSpoke:
		return house(o) + " has its PMOs as hub and spokes: " + part(r.Spokes, len(r.PMOs)-1) + " answer to " + wording.Called(o, r.Hub) + "."
	case rules.Central:
		return house(o) + " has a central PMO: " + part(r.Inside, known) + " project managers report into one."
	case rules.Embedded:
		return house(o) + " has embedded project managers: " + part(r.Outside, known) + " report outside any PMO."
	case MixedPlacement:
		return house(o) + " places its project managers in several ways: " + part(r.Inside, known) + " report into a PMO."
	}
	return house(o) + " has " + wording.Count(len(r.PMOs), "PMO") + ", and too little evidence of where project managers sit: " +
		strconv.Itoa(known) + " of them have a boss, and " + strconv.Itoa(r.Least) + " are wanted."
}
