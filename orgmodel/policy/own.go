package policy

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// Keys of a rule that the file itself writes.
const (
	keyWhen    = "when"
	keyFor     = "for"
	keyMessage = "message"
	keyFix     = "fix"
)

func ownKeys() []string {
	return []string{keyID, keyFor, keyWhen, keyMessage, keyFix, keySeverity, keyBecause}
}

// An own rule is one that a file writes by an expression: every live record of some kinds for which the
// expression is true is a finding.
type own struct {
	kinds   []orgmodel.Kind // none: seats
	when    *condition
	message string
	fix     string
}

// plurals are the words for kinds under for, beside the kinds themselves.
var plurals = map[string]orgmodel.Kind{
	"people": orgmodel.Person, "posts": orgmodel.Post, "roles": orgmodel.Role, "units": orgmodel.Unit, "pmos": orgmodel.PMO, "boards": orgmodel.Board,
	"portfolios": orgmodel.Portfolio, "programmes": orgmodel.Programme, "projects": orgmodel.Project, "services": orgmodel.Service, "processes": orgmodel.Process,
	"needs": orgmodel.Need, "business-cases": orgmodel.BusinessCase, "benefits": orgmodel.Benefit, "outcomes": orgmodel.Outcome, "duties": orgmodel.Duty,
}

// ownRule reads a rule without a check and with the key when.
func (f *file) ownRule(n *yaml.Node) (*entry, bool) {
	e, before := &entry{pos: f.pos(n), own: &own{}}, f.errs.Total
	var severity = &e.severity
	f.each(n, func(key string, k, v *yaml.Node) {
		switch key {
		case keyID:
			e.id = f.idOf(v)
		case keyFor:
			f.words(v, keyFor, func(word string, at *yaml.Node) { f.ownFor(e.own, word, at) })
		case keyWhen:
			e.own.when = f.condition(v)
			e.given = append(e.given, "when "+inline(v))
		case keyMessage:
			e.own.message, _ = f.text(v, key)
		case keyFix:
			e.own.fix, _ = f.text(v, key)
		case keySeverity:
			f.severity(severity, v)
		case keyBecause:
			e.because, _ = f.text(v, key)
		default:
			f.fault(k, "A rule with when has "+yamltext.Listed(ownKeys(), "and")+"."+didYouMean(key, ownKeys()), "%s is no key of a rule with when", yamltext.Shown(key))
		}
	})
	if f.errs.Total == before && (e.id == "" || e.own.message == "") {
		f.fault(n, "Name the rule (id) and say what its findings say (message).", "a rule with when lacks its id or its message")
	}
	if f.cat.types[e.id] != nil {
		f.fault(n, "Give it another id.", "the id %s is the name of a check", yamltext.Shown(e.id))
	}
	return e, f.errs.Total == before
}

// ownFor takes a word for whom a rule is about.
func (f *file) ownFor(o *own, word string, at *yaml.Node) {
	kind, many := plurals[word]
	switch {
	case word == "seats":
	case many:
		o.kinds = append(o.kinds, kind)
	case slices.Contains(kinds(), word):
		o.kinds = append(o.kinds, orgmodel.Kind(word))
	default:
		known := []string{"seats"}
		for w := range plurals {
			known = append(known, w)
		}
		slices.Sort(known)
		if f.open(at, word, "kind", append(known, kinds()...)) {
			o.kinds = append(o.kinds, orgmodel.Kind(word))
		}
	}
}

// rule is the rule that an entry with an expression makes.
func (o *own) rule(id, because string) orgmodel.Rule {
	of := "seats"
	if len(o.kinds) > 0 {
		var names []string
		for _, k := range o.kinds {
			names = append(names, string(k))
		}
		of = "each " + yamltext.Listed(names, "and")
	}
	doc := "Reported of " + of + ": " + sentence(o.message)
	if because != "" {
		doc += "\n\nWhy: " + because
	}
	return orgmodel.Rule{Name: id, Doc: doc, Check: o.check}
}

func (o *own) check(p *orgmodel.Pass) {
	m := newMachine() // of one goroutine, as the check is
	failed := 0
	var first orgmodel.ID
	var why error
	for r := range p.Select(o.chosen(p)) {
		if p.Stopped() {
			return
		}
		hit, err := o.when.holds(m, p, r)
		switch {
		case err != nil:
			if failed++; failed == 1 {
				first, why = p.ID(r), err
			}
		case hit:
			p.Report(orgmodel.Finding{Subject: p.ID(r), Message: calledBriefly(p.Org, r) + ": " + o.message, Fix: o.fix})
		}
	}
	if failed > 0 {
		p.Report(orgmodel.Finding{
			Subject: first, Key: "failed", Fix: "Mend the expression under when.",
			Message: "The expression could not be worked out for " + wording.Count(failed, "record") + ", this one first: " + plainly(why.Error()) + ".",
		})
	}
}

// chosen are the live records that the rule is about.
func (o *own) chosen(p *orgmodel.Pass) func(yield func(orgmodel.Ref) bool) {
	return func(yield func(orgmodel.Ref) bool) {
		for r := range p.Nodes() {
			in := slices.Contains(o.kinds, p.Kind(r)) || len(o.kinds) == 0 && p.IsSeat(r)
			if in && p.Live(r) && !yield(r) {
				return
			}
		}
	}
}
