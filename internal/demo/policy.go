package demo

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// Policy is Harbour Digital's own rule: to whom a project manager reports.
func Policy() orgmodel.Rule {
	return rules.ReportsToRole{
		Name: "project-managers-boss",
		For:  "project-manager",
		To:   []orgmodel.ID{"programme-manager", "it-manager"},
	}.Rule()
}
