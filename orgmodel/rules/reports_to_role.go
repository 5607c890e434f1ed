package rules

import (
	"iter"
	"strings"

	"example.com/orgchart/orgmodel"
)

// ReportsToRole makes rules that say to whom the holders of a role report: project managers
// report to a programme manager or an IT manager.
type ReportsToRole struct {
	Name string // of the rule; empty means reports-to-role

	// For is the role whose holders the policy is about; roles that are-a it count, and a role
	// held by a person counts for the person's seat. Kinds narrows it. Select, if set, chooses
	// instead of For; a policy with neither is about every seat.
	For    orgmodel.ID
	Kinds  []orgmodel.Kind
	Select func(*orgmodel.Org) iter.Seq[orgmodel.Ref]

	Via      []orgmodel.Rel // the lines that count; nil means reports-to
	To       []orgmodel.ID  // the roles allowed above; roles that are-a one of them count
	Match    Match
	Quantify Quantify

	// MissingPasses passes those without any line of Via. Tops always pass: those flagged as top,
	// and the only top where none is flagged.
	MissingPasses bool
	// Exempt are roles whose holders the policy is not about, though they hold For.
	Exempt []orgmodel.ID
	// Share, above 0, is the part of the chosen that must conform, up to 1; the rule then gives one
	// finding for the share and none for each.
	Share float64

	Severity orgmodel.Severity // 0 means Error
	Because  string            // where the policy comes from; stands at the end of messages
}

// Match says which of the bosses above is held against the allowed roles.
type Match uint8

const (
	Direct        Match = iota // the boss the line names, filled or not
	NearestFilled              // that boss, or if it is vacant or ended the nearest filled one above
	AnyAbove                   // that boss or any above it
)

// String is direct, nearest-filled or any-above.
func (m Match) String() string {
	return [...]string{"direct", "nearest-filled", "any-above"}[min(m, AnyAbove)]
}

// Quantify says how many of several lines must conform.
type Quantify uint8

const (
	EveryLine Quantify = iota // each of them
	SomeLine                  // one of them
)

// String is every-line or some-line.
func (q Quantify) String() string { return [...]string{"every-line", "some-line"}[min(q, SomeLine)] }

const reportsToRoleDoc = `
Why: $why

Parameters:
  For, Kinds, Select (every seat): whom the policy is about: a role, kinds of record, or a choice in Go.
  To (none): the roles allowed above.
  Via (reports-to): the lines that count.
  Match (direct): the boss named (direct), the nearest filled one from there up by solid lines
  (nearest-filled), or any from there up (any-above).
  Quantify (every-line): whether every line (every-line) or one of them (some-line) must conform.
  MissingPasses (false): pass those without a line; otherwise only tops pass.
  Exempt (none): roles whose holders are left out; one that is most likely misspelt is a warning.
  Share (none): the part of those chosen that must conform; one finding for the share, none for each.

False positives: people of several roles; name the other role in Exempt. Vacancies; Match nearest-filled. A title is no role:
whoever is called project manager and does not hold the role is not looked at. A line to an
undeclared boss (unknown-reference) or to oneself (self-report) neither passes nor fails.

Source: "project managers report to a programme manager" and "in most cases to an IT manager", two
habits of practice that contradict each other, hence a set of roles and a share.

Before:
  +role project-manager
  +role programme-manager
  +role it-manager
  +post prg-1 "Programme manager"
  +post dev-1 "Development lead"
  +post pm-1 "Payments project manager"
  prg-1 has-role programme-manager
  pm-1 has-role project-manager
  pm-1 reports-to dev-1
After:
  +role project-manager
  +role programme-manager
  +role it-manager
  +post prg-1 "Programme manager"
  +post dev-1 "Development lead"
  +post pm-1 "Payments project manager"
  prg-1 has-role programme-manager
  pm-1 has-role project-manager
  pm-1 reports-to prg-1
`

// Rule is the rule. One finding for each record that does not conform, without a Key, or with Key
// missing if it has no line; where To names none a single one about the whole, with Key no-role; one for each misspelt role of Exempt, see reportMisspelt; with Share one about For (about the rule's name where For is empty)
// with Key share and those that do not conform as Related.
func (r ReportsToRole) Rule() orgmodel.Rule {
	r.Name = orElse(r.Name, "reports-to-role")
	if len(r.Via) == 0 {
		r.Via = []orgmodel.Rel{orgmodel.ReportsTo}
	}
	if r.Severity == 0 {
		r.Severity = orgmodel.Error
	}
	who := one(r.choice().String()) + " " + says(r.Via[0]) + " " + one(orElse(eitherID(r.To), "holder of an allowed role"))
	who = "A" + who[1:]
	if r.Share > 0 {
		who += ", in " + percent(r.Share) + " of cases at least"
	}
	doc := who + ".\n" + strings.Replace(reportsToRoleDoc, "$why", whose(r.Because), 1)
	return orgmodel.Rule{Name: r.Name, Doc: doc, Severity: r.Severity, Check: r.check}
}

func (r ReportsToRole) choice() choice { return choice{r.For, r.Kinds, r.Select} }

// A verdict is how one line, or one record, stands to the policy.
type verdict uint8

const (
	undecided verdict = iota // another rule's matter
	conforms
	breaks
	missing
)

func (r ReportsToRole) check(p *orgmodel.Pass) {
	if len(r.To) == 0 {
		p.Report(orgmodel.Finding{
			Key: "no-role", Message: "The rule " + word(orgmodel.ID(r.Name)) + " allows no role above, so that nobody can keep it.",
			Fix: "Name in To the roles whose holders may stand above; a rule that asks for a line to anybody is requires-line.",
		})
		return
	}
	w := newBossWalk(p, r)
	exempt := holdersOf(p, r.Exempt)
	only := lone(p)
	var broken []orgmodel.Ref
	good := 0
	r.choice().orElse(p)
	reportMisspelt(p, "as exempt", r.Exempt, orgmodel.Role)
	for seat := range p.Select(r.choice().live(p)) {
		if of(exempt, seat) {
			continue
		}
		v, lines := w.judge(seat)
		if v == missing && (r.MissingPasses || atTop(p, seat, only)) {
			continue
		}
		switch {
		case v == conforms:
			good++
		case v == undecided:
		case r.Share > 0:
			broken = append(broken, seat)
		case v == missing:
			w.reportMissing(seat)
		default:
			w.reportBroken(seat, lines)
		}
	}
	if all := good + len(broken); r.Share > 0 && float64(good) < r.Share*float64(all)-1e-9 {
		w.reportShare(good, all, broken)
	}
}
