// Package structure_test keeps an organisation in order as code is kept in order: the file lies in
// git, and go test fails where a change to it breaks the policy. failure_test.go shows how that looks.
package structure_test

import (
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// day is the day on which the organisation is seen; nothing here depends on today.
const day = "2026-06-01"

func TestStructure(t *testing.T) {
	org := orgtest.On(t, orgtest.Load(t, "testdata/org.yaml"), day)
	orgtest.NoErrors(t, org)
	reportingPolicy(t, org)
	orgtest.Chain(t, org, "pm-moorings", "infra", "cio", "ceo")
	orgtest.Manager(t, org, "pm-moorings", "cio") // infra is vacant, and cannot approve
	orgtest.Golden(t, org, "testdata/findings.golden")
}

// reportingPolicy fails where a project manager reports to nobody who manages programmes or IT, or a
// project has no sponsor.
func reportingPolicy(t testing.TB, org *orgmodel.Org) {
	t.Helper()
	orgtest.Obeys(t, org,
		rules.ReportsToRole{
			For:     "project-manager",
			To:      []orgmodel.ID{"programme-manager", "it-manager"},
			Match:   rules.NearestFilled, // a vacant boss is passed over
			Because: "delivery board, March 2026",
		}.Rule(),
		rules.RequiresLine{Kinds: []orgmodel.Kind{orgmodel.Project}, Rel: orgmodel.SponsoredBy}.Rule(),
	)
}
