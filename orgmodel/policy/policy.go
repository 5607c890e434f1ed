package policy

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/titles"
)

// A Policy is what a policy file demands. It never changes and may be used by many goroutines.
type Policy struct {
	name, title string
	profiles    []string
	packs       []string
	entries     []*entry
	off         []Off
	external    []orgmodel.ID
	waivers     []Waiver
	baseline    *Baseline
	classifier  *titles.Classifier
	coverage    coverage
	known       []string // names of all checks
}

// Of is the policy that demands some rules and lets nothing stand, for programs that have no file.
func Of(rules ...orgmodel.Rule) *Policy {
	p := &Policy{known: newCatalogue().names}
	for _, r := range rules {
		p.entries = append(p.entries, &entry{id: r.Name, check: r.Name, rule: r})
	}
	return p
}

// Name is the name of the file.
func (p *Policy) Name() string { return p.name }

// Title is what the file calls itself, empty where it does not.
func (p *Policy) Title() string { return p.title }

// Rules are the rules that run: those of the packs, as the file changes them, then the file's own. The
// slice is the caller's.
func (p *Policy) Rules() []orgmodel.Rule {
	rules := make([]orgmodel.Rule, len(p.entries))
	for i, e := range p.entries {
		rules[i] = e.rule
	}
	return rules
}

// Waivers are the waivers in the order of the files. The slice is the caller's.
func (p *Policy) Waivers() []Waiver { return slices.Clone(p.waivers) }

// Off are the rules that are turned off. The slice is the caller's.
func (p *Policy) Off() []Off { return slices.Clone(p.off) }

// Baseline is the file of known findings that the policy names, nil where it names none.
func (p *Policy) Baseline() *Baseline { return p.baseline }

// An Outcome is what a check by a policy came to.
type Outcome struct {
	// Findings are those that count: neither waived nor known, and what the engine has to say about the
	// policy itself. They are in the order of orgmodel.Check.
	Findings orgmodel.Findings
	Waived   []Waived
	Known    orgmodel.Findings // those of the baseline
	Gone     []Known           // entries of the baseline that are found no longer; StaleBaseline says so, too
	// Coverage is what the rules were about, where the policy or the Checker asks; else nil.
	Coverage *orgmodel.Coverage
	// Org is the organisation that the rules looked at, with the roles that were assumed where the policy
	// says so; nil of Apply.
	Org     *orgmodel.Org
	Assumed titles.Assumptions
}

// A Waived finding is one that a waiver lets stand.
type Waived struct {
	orgmodel.Finding
	By Waiver
}
