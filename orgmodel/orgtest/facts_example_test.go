package orgtest_test

import (
	"os"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

func ExampleLoad() {
	test := func(t *testing.T) { // TestReportingPolicy
		org := orgtest.Load(t, "testdata/org.yaml")
		orgtest.NoErrors(t, org) // the core pack
		orgtest.ReportsToRole(t, org, "project-manager", "programme-manager", "it-manager")
	}
	_ = test // go test runs it
}

func ExampleManager() {
	test := func(t *testing.T) { // TestReportingPolicy
		org := orgtest.On(t, orgtest.Load(t, "testdata/org.yaml"), "2026-04-01")
		orgtest.Manager(t, org, "pm-1", "it-1") // who decides, past bosses who cannot
		orgtest.Chain(t, org, "pm-1", "it-1", "coo")
		orgtest.Tops(t, org, "coo")
	}
	_ = test // go test runs it
}

func ExampleGolden() {
	test := func(t *testing.T) { // TestReportingPolicy; ORGTEST_UPDATE=1 go test writes the file
		orgtest.Golden(t, orgtest.Load(t, "testdata/org.yaml"), "testdata/findings.golden")
	}
	_ = test // go test runs it
}

func ExampleCheck() {
	test := func(t *testing.T) { // warnings fail, and there may be nobody whom a rule is about
		org := orgtest.Load(t, "testdata/org.yaml")
		orgtest.Check{Least: orgmodel.Warning, MayBeIdle: true}.Run(t, org, rules.Core()...)
	}
	_ = test // go test runs it
}

func ExampleSource() {
	test := func(t *testing.T) { // TestTableWithRoles
		org := orgtest.Source{Files: []string{"roles.yaml", "people.csv"}, FS: os.DirFS("testdata"), AsOf: "2026-04-01"}.Load(t)
		orgtest.NoErrors(t, org)
	}
	_ = test // go test runs it
}

func ExampleCases() {
	test := func(t *testing.T) { // TestNoLoneReport
		orgtest.ProveRule(t, noLoneReport, orgtest.Cases(t, os.DirFS("testdata/no-lone-report"), "*.org")...)
		orgtest.ProveDoc(t, noLoneReport)
	}
	_ = test // go test runs it
}
