package orgtest_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// firstReport is the defect that noLoneReport is there to find.
var firstReport = orgtest.Mutation{
	Name: "first-report", Rule: "no-lone-report", Doc: "A post without reports gets one.",
	Inject: func(m *orgtest.Mutant) {
		if leaf := m.Leaf(); leaf != orgmodel.None {
			m.Staff(m.ID(leaf))
			m.Hurt(m.ID(leaf))
		}
	},
}

// injecting is the mutation with another Inject.
func injecting(inject func(m *orgtest.Mutant)) orgtest.Mutation {
	m := firstReport
	m.Inject = inject
	return m
}

var lonely = []orgmodel.Rule{noLoneReport}

func TestProveMutations(t *testing.T) {
	silent(t, func(t testing.TB) { orgtest.ProveMutations(t, lonely, firstReport) })
	with := firstReport
	with.Also = []string{"span-narrow"} // which is the same rule
	all := append(orgtest.SoundRules(), noLoneReport)
	silent(t, func(t testing.TB) { orgtest.Proof{Rules: all, Seeds: 3}.Run(t, with) })
	fails(t, func(t testing.TB) { orgtest.Proof{Rules: all, Seeds: 3}.Run(t, firstReport) },
		"mutation no-lone-report/first-report, orgtest.Sound{Seed: ", "} on 2026-04-01: the findings are not those of the defect", "which hurts post-",
		"not wanted  info span-narrow", "put in", `+post new-1 "Clerk"`, "new-1 reports-to post-")
	fails(t, func(t testing.TB) { orgtest.ProveMutations(t, lonely, with) }, "not found   span-narrow, which is to speak of it too")
}

// Whatever a mutation and a rule disagree about fails, and is told once.
func TestProveMutationsFails(t *testing.T) {
	for says, m := range map[string]orgtest.Mutation{
		"it found nothing to hurt in 12 organisations": injecting(func(*orgtest.Mutant) {}),
		"not found   no-lone-report post-1\n":          injecting(func(m *orgtest.Mutant) { m.Hurt("post-1") }),
		"not wanted  warning no-lone-report post-": injecting(func(m *orgtest.Mutant) {
			a := m.Leaf()
			if b := m.Leaf(func(b orgmodel.Ref) bool { return b != a }); b != orgmodel.None {
				m.Staff(m.ID(a))
				m.Staff(m.ID(b))
				m.Hurt(m.ID(a))
			}
		}),
		"mutation x/first-report: its rule is not among those":            {Name: "first-report", Rule: "x"},
		"mutation no-lone-report/first-report: it has no function Inject": {Name: "first-report", Rule: "no-lone-report"},
	} {
		r := record(t, func(t testing.TB) { orgtest.Proof{Rules: lonely, Seeds: 12}.Run(t, m) })
		if said := strings.Join(r.errors, "\n") + "\n"; len(r.errors) != 1 || !strings.Contains(said, says) {
			t.Errorf("says\n%s\nwant once %q", said, says)
		}
	}
	fails(t, func(t testing.TB) { orgtest.ProveMutations(t, lonely) }, "no mutation is given")
	strict := []orgmodel.Rule{noLoneReport, rules.SpanWide{Default: 2}.Rule()}
	fails(t, func(t testing.TB) { orgtest.ProveMutations(t, strict, firstReport) }, "before any defect is put in", "span-wide")
	panics := with(func(r *orgmodel.Rule) {
		r.Check = func(p *orgmodel.Pass) {
			noLoneReport.Check(p)
			panicOn(p.Lines() > 0 && p.Edge(p.Lines()-1).Rel == orgmodel.PartOf && p.ID(p.Edge(p.Lines()-1).From) == "new-1")
		}
	})
	fails(t, func(t testing.TB) { orgtest.ProveMutations(t, []orgmodel.Rule{panics}, firstReport) }, "failed while it ran")
}

// A Proof takes organisations of one's own.
func TestProofSound(t *testing.T) {
	pair := func(uint64) orgtest.Case { return loneCases[1] }
	lose := injecting(func(m *orgtest.Mutant) {
		e, ok := m.PickLine(func(e orgmodel.Edge) bool { return e.Rel == orgmodel.ReportsTo })
		if ok {
			m.Drop(func(l orgmodel.Line) bool { return l == m.Org.Line(e) })
			m.Hurt(m.ID(e.To))
		}
	})
	parsed, err := loneCases[1].Parse()
	if err != nil {
		t.Fatal(err)
	}
	silent(t, func(t testing.TB) {
		orgtest.Proof{Rules: lonely, Sound: func(uint64) orgtest.Case { return parsed }}.Run(t, lose)
	})
	silent(t, func(t testing.TB) { orgtest.Proof{Rules: lonely, Sound: pair}.Run(t, lose) })
	fails(t, func(t testing.TB) {
		orgtest.Proof{Rules: lonely, Sound: func(uint64) orgtest.Case { return orgtest.Case{Text: "+post"} }}.Run(t, lose)
	}, "seed 0", "this is no record")
}

// A mutation changes its own copy, by what a Mutant has for that.
func TestMutant(t *testing.T) {
	before := orgtest.Written(orgtest.Sound{}.Spec())
	tried := false
	m := injecting(func(m *orgtest.Mutant) {
		tried = true
		leaf, boss := m.Leaf(), m.Manager(func(r orgmodel.Ref) bool { return m.Org.Depth(r) > 1 })
		if m.Pick(func(orgmodel.Ref) bool { return false }) != orgmodel.None || m.Org.Span(leaf, false) > 0 || m.Org.Span(boss, false) < 2 || m.Org.Depth(boss) < 2 {
			t.Errorf("leaf %s, manager %s", m.ID(leaf), m.ID(boss))
		}
		n := len(m.Spec.Nodes)
		m.Set(m.ID(leaf), orgmodel.Grade, "")
		m.Record(m.ID(boss), func(n *orgmodel.Node) { n.Name = "Changed" })
		m.Write("+unit %s\n%s part-of %s", "a unit", m.ID(leaf), "a unit")
		if k := m.Drop(func(l orgmodel.Line) bool { return l.To == "a unit" }); k != 1 {
			t.Errorf("%d lines dropped", k)
		}
		if k := m.Change(func(l orgmodel.Line) bool { return l.From == m.ID(leaf) && l.Rel == orgmodel.ReportsTo }, func(l *orgmodel.Line) { l.To = "a unit" }); k != 1 {
			t.Errorf("%d lines changed", k)
		}
		m.Remove("a unit")
		text, first, second := orgtest.Written(m.Spec), m.New(), m.New()
		if strings.Contains(text, "a unit") || !strings.Contains(text, `"Changed"`) || len(m.Spec.Nodes) != n || first == second {
			t.Errorf("%s", text)
		}
	})
	record(t, func(t testing.TB) {
		orgtest.Proof{Rules: lonely, Seeds: 1, Sound: func(uint64) orgtest.Case {
			return orgtest.Case{Spec: orgtest.Sound{}.Spec(), AsOf: orgtest.SoundDay}
		}}.Run(t, m)
	})
	if after := orgtest.Written(orgtest.Sound{}.Spec()); after != before || !tried {
		t.Error("the organisation of others has changed, or none was tried")
	}
}
