package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// Groups of kinds that the ends of lines are stated in.
var (
	seatKinds  = []orgmodel.Kind{orgmodel.Post, orgmodel.Person}
	bodyKinds  = []orgmodel.Kind{orgmodel.Unit, orgmodel.PMO, orgmodel.Board}
	actorKinds = slices.Concat(seatKinds, bodyKinds)
	workKinds  = []orgmodel.Kind{orgmodel.Portfolio, orgmodel.Programme, orgmodel.Project, orgmodel.Service, orgmodel.Process}
	valueKinds = []orgmodel.Kind{orgmodel.Need, orgmodel.BusinessCase, orgmodel.Benefit, orgmodel.Outcome}
	dutyKinds  = []orgmodel.Kind{orgmodel.Post, orgmodel.Person, orgmodel.Role}
	knownKinds = slices.Concat(actorKinds, workKinds, valueKinds, []orgmodel.Kind{orgmodel.Role, orgmodel.Duty})
)

// endsOf says which kinds a relation joins: the rows of one relation stand together, and a line
// must fit one of them.
var endsOf = []struct {
	rel      orgmodel.Rel
	from, to []orgmodel.Kind
}{
	{orgmodel.ReportsTo, seatKinds, seatKinds},
	{orgmodel.DirectedBy, slices.Concat(actorKinds, workKinds), actorKinds},
	{orgmodel.FunctionalTo, actorKinds, actorKinds},
	{orgmodel.DottedTo, actorKinds, actorKinds},
	{orgmodel.OverseenBy, slices.Concat(actorKinds, workKinds), actorKinds},
	{orgmodel.SponsoredBy, slices.Concat(actorKinds, workKinds), actorKinds},
	{orgmodel.Represents, actorKinds, actorKinds},
	{orgmodel.SupportedBy, slices.Concat(actorKinds, workKinds), slices.Concat(actorKinds, workKinds)},
	{orgmodel.Holds, []orgmodel.Kind{orgmodel.Person}, []orgmodel.Kind{orgmodel.Post}},
	{orgmodel.HasRole, seatKinds, []orgmodel.Kind{orgmodel.Role}},
	{orgmodel.IsA, []orgmodel.Kind{orgmodel.Role}, []orgmodel.Kind{orgmodel.Role}},
	{orgmodel.PartOf, slices.Concat(actorKinds, workKinds), slices.Concat(bodyKinds, workKinds)},
	{orgmodel.PartOf, valueKinds, slices.Concat(valueKinds, workKinds)},
	{orgmodel.PartOf, []orgmodel.Kind{orgmodel.Duty}, []orgmodel.Kind{orgmodel.Duty, orgmodel.Process}},
	{orgmodel.WorksOn, actorKinds, workKinds},
	{orgmodel.JustifiedBy, workKinds, []orgmodel.Kind{orgmodel.BusinessCase}},
	{orgmodel.Answers, []orgmodel.Kind{orgmodel.BusinessCase}, []orgmodel.Kind{orgmodel.Need}},
	{orgmodel.Realises, workKinds, []orgmodel.Kind{orgmodel.Benefit}},
	{orgmodel.ContributesTo, []orgmodel.Kind{orgmodel.Benefit, orgmodel.Outcome}, []orgmodel.Kind{orgmodel.Outcome}},
	{orgmodel.Owns, slices.Concat(actorKinds, []orgmodel.Kind{orgmodel.Role}), slices.Concat(bodyKinds, workKinds, valueKinds, []orgmodel.Kind{orgmodel.Duty})},
	{orgmodel.ResponsibleFor, dutyKinds, []orgmodel.Kind{orgmodel.Duty}},
	{orgmodel.AccountableFor, dutyKinds, []orgmodel.Kind{orgmodel.Duty}},
	{orgmodel.ConsultedOn, dutyKinds, []orgmodel.Kind{orgmodel.Duty}},
	{orgmodel.InformedOf, dutyKinds, []orgmodel.Kind{orgmodel.Duty}},
}

// fits says that the table allows a join; relations and kinds of one's own fit everywhere.
func fits(j orgmodel.Join) bool {
	if !slices.Contains(knownKinds, j.From) || !slices.Contains(knownKinds, j.To) {
		return true
	}
	known := false
	for _, row := range endsOf {
		if row.rel != j.Rel {
			continue
		}
		if known = true; slices.Contains(row.from, j.From) && slices.Contains(row.to, j.To) {
			return true
		}
	}
	return !known
}

// joinable says that the table allows a join as far as it is known: an end that nobody declares
// has no kind, and fits what any kind would.
func joinable(j orgmodel.Join) bool {
	unknown := func(k orgmodel.Kind) bool { return !slices.Contains(knownKinds, k) }
	known := false
	for _, row := range endsOf {
		if row.rel != j.Rel {
			continue
		}
		known = true
		if (unknown(j.From) || slices.Contains(row.from, j.From)) && (unknown(j.To) || slices.Contains(row.to, j.To)) {
			return true
		}
	}
	return !known
}

// onlyEnd is the one kind that a relation may lead to, or come from; empty where there are several.
func onlyEnd(rel orgmodel.Rel, to bool) orgmodel.Kind {
	only := orgmodel.Kind("")
	for _, row := range endsOf {
		if row.rel != rel {
			continue
		}
		kinds := row.from
		if to {
			kinds = row.to
		}
		for _, k := range kinds {
			if only != "" && k != only {
				return ""
			}
			only = k
		}
	}
	return only
}

// fitting are the relations that may join two kinds.
func fitting(from, to orgmodel.Kind) []string {
	var rels []string
	for _, row := range endsOf {
		if slices.Contains(row.from, from) && slices.Contains(row.to, to) {
			rels = append(rels, string(row.rel))
		}
	}
	return rels
}
