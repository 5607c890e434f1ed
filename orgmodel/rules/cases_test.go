package rules_test

import (
	"iter"
	"maps"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// pmBoss is the policy of the library's founding question: whom does a project manager report to?
var pmBoss = rules.ReportsToRole{
	For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"},
}

func with(r rules.ReportsToRole, change func(*rules.ReportsToRole)) orgmodel.Rule {
	change(&r)
	return r.Rule()
}

func init() {
	maps.Copy(cases, map[string]orgmodel.Rule{
		"vacant-manager.at-once":          rules.VacantManager{MaxDays: -1}.Rule(),
		"vacant-manager.acting":           rules.VacantManager{RequireActing: true}.Rule(),
		"ended-manager.grace":             rules.EndedManager{GraceDays: 30}.Rule(),
		"departed-holder.grace-and-leave": rules.DepartedHolder{GraceDays: 30, LeaveCounts: true}.Rule(),
		"date-inverted.zero":              rules.DateInverted{AllowZero: true}.Rule(),
		"line-outlives-endpoint.week":     rules.LineOutlivesEndpoint{ToleranceDays: 7}.Rule(),
		"assignment-overlap.half-strict":  rules.AssignmentOverlap{MaxFTE: 0.5, HandoverDays: -1}.Rule(),
		"job-share-mismatch.loose":        rules.JobShareMismatch{MayDiffer: []string{"grade", "fte"}}.Rule(),
		"unit-cycle.boards":               rules.UnitCycle{MultiParentKinds: []orgmodel.Kind{orgmodel.Board}}.Rule(),

		"reports-to-role": pmBoss.Rule(),
		"reports-to-role.nearest-filled": with(pmBoss, func(r *rules.ReportsToRole) {
			r.Match = rules.NearestFilled
		}),
		"reports-to-role.any-above": with(pmBoss, func(r *rules.ReportsToRole) {
			r.Match = rules.AnyAbove
		}),
		"reports-to-role.some-line": with(pmBoss, func(r *rules.ReportsToRole) {
			r.Via, r.Quantify = []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DottedTo}, rules.SomeLine
		}),
		"reports-to-role.missing-passes": with(pmBoss, func(r *rules.ReportsToRole) {
			r.MissingPasses = true
		}),
		"reports-to-role.exempt": with(pmBoss, func(r *rules.ReportsToRole) {
			r.Exempt = []orgmodel.ID{"it-manager"}
		}),
		"reports-to-role.share": rules.ReportsToRole{
			Name: "pm-mostly-it", For: "project-manager", To: []orgmodel.ID{"it-manager"}, Share: 0.5, Severity: orgmodel.Info,
		}.Rule(),
		"reports-to-role.select": rules.ReportsToRole{
			Name: "graded", To: []orgmodel.ID{"programme-manager"}, Kinds: []orgmodel.Kind{orgmodel.Post},
			Select: func(o *orgmodel.Org) iter.Seq[orgmodel.Ref] {
				return func(yield func(orgmodel.Ref) bool) {
					for r := range o.Nodes() {
						if o.Attrs(r).Get(orgmodel.Grade) == "G7" && !yield(r) {
							return
						}
					}
				}
			},
		}.Rule(),

		"requires-line": rules.RequiresLine{}.Rule(),
		"requires-line.sponsor": rules.RequiresLine{
			Name: "one-sponsor", Kinds: []orgmodel.Kind{orgmodel.Project, orgmodel.Programme}, Rel: orgmodel.SponsoredBy, Max: 1,
			Severity: orgmodel.Warning,
		}.Rule(),
		"forbidden-line": rules.ForbiddenLine{
			Deny: []rules.Pair{{From: "auditor", To: "finance-manager"}, {From: "audit", To: "finance"}},
			Via:  []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.DirectedBy},
		}.Rule(),
	})
}
