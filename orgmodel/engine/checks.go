package engine

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// Names of checks that are keys of findings: these have the name of the rule that they are about.
const (
	Panic   = "panic"
	NoCheck = "no-check"
	Omitted = "omitted"
)

// Checks are all of them: about rules, then about a policy, its waivers and its baseline, then about
// files. The slice is the caller's.
func Checks() []orgmodel.Rule {
	const e, w, i = orgmodel.Error, orgmodel.Warning, orgmodel.Info
	return []orgmodel.Rule{
		{Name: orgmodel.MatchesNothing, Severity: w, Doc: matchesNothing}, {Name: orgmodel.Uncovered, Severity: i, Doc: uncovered},
		{Name: Panic, Severity: e, Doc: panicked}, {Name: NoCheck, Severity: e, Doc: noCheck}, {Name: Omitted, Severity: e, Doc: omitted},
		{Name: "unknown-rule", Severity: e, Doc: unknownRule},
		{Name: "waiver-expired", Severity: e, Doc: waiverExpired}, {Name: "waiver-without-reason", Severity: e, Doc: waiverWithoutReason},
		{Name: "stale-waiver", Severity: w, Doc: staleWaiver}, {Name: "waiver-twice", Severity: w, Doc: waiverTwice},
		{Name: "waiver-without-end", Severity: i, Doc: waiverWithoutEnd}, {Name: "off-anyway", Severity: i, Doc: offAnyway},
		{Name: "stale-baseline", Severity: w, Doc: staleBaseline}, {Name: "known-twice", Severity: w, Doc: knownTwice},
		{Name: "unreadable", Severity: e, Doc: unreadable},
	}
}

// Named is the check of a name.
func Named(name string) (orgmodel.Rule, bool) {
	all := Checks()
	i := slices.IndexFunc(all, func(r orgmodel.Rule) bool { return r.Name == name })
	if i < 0 {
		return orgmodel.Rule{}, false
	}
	return all[i], true
}

const matchesNothing = `Every rule has something to look at.

Why: a policy that nobody is subject to passes, and says nothing: most often it names a role, a kind or a
unit that nobody has, by a slip of the pen.

Only rules that are about some records and not about others are asked, those of the library that take a role
or kinds. The severity is a warning, and never above that of the rule.

Fix: correct the name that the finding gives, or leave the rule out until somebody is subject to it.
`

const uncovered = `Rules are about as much of the organisation as the house asks for.

Why: whoever is chosen by no rule breaks none. A policy about project managers is silent on the other nine
tenths, and looks as green as one about everybody.

It is asked for: by coverage in a policy file, or by check --min-coverage. Covered are the records that some
rule chose or judged, and the lines that decided it; rules that hold of everybody alike, as those of the core
pack, cover nobody. Seats, deliveries and lines are counted apart.

Fix: add a rule that chooses those who are missed, which check --coverage lists, or ask for less.
`

const panicked = `A rule runs to its end.

Why: what a rule that failed on the way would have found is not known, so its silence says nothing.

The finding has the rule's name. Nothing waives it.

Fix: mend the rule; it is one of your own, or report it to whoever made it.
`

const noCheck = `A rule has a function to check with.

Why: a rule without one passes whatever it is given.

The finding has the rule's name. It comes from a rule made in Go, since a policy file makes none without.

Fix: give the rule its function Check, or leave it out.
`

const omitted = `Every finding of a rule is listed.

Why: of one rule 10,000 findings are kept, the first by severity and subject, so that one wrong column
does not fill the memory; how many there were in all is said instead of passing it over.

The finding has the rule's name, and the severity of the last that is listed.

Fix: mend those that are listed first, which most often have one cause; programs raise Checker.Limit.
`

const unknownRule = `A rule that a policy, a waiver or a baseline names exists.

Why: a waiver of a misspelt rule lets nothing stand, and a rule turned off under a misspelt name stays on;
nobody notices either.

A check that does not exist keeps a policy from being read, as there is nothing to run. Waivers, rules that
are off and known findings are findings where they stand.

Fix: write the name that the finding suggests; orgchart rules lists those there are.
`

const waiverExpired = `What a waiver lets stand is put right by its day.

Why: a waiver is a loan. On the day after its last its findings count again, and this says whose word it was.

A waiver counts up to and on the day it names, by the day on which the organisation is seen (--as-of); seen on
no day none expires.

Fix: put right what it let stand, or agree with its owner on another day.
`

const waiverWithoutReason = `A waiver has a reason and somebody who answers for it.

Why: the next reader must know why a fault may stand, and whom to ask whether it still may.

The waiver counts all the same: one cause, one finding.

Fix: write reason and owner.
`

const staleWaiver = `A waiver lets something stand.

Why: what it was about is gone, so the next fault of that kind at that record would be let stand unseen.

Fix: take the waiver out; where its rule does not run, turn the rule on.
`

const waiverTwice = `A finding is waived once.

Why: of two waivers of one finding the one that lasts longer counts, and whoever shortens the other changes
nothing.

policy lint tells it.

Fix: take one of them out.
`

const waiverWithoutEnd = `A waiver has a last day.

Why: what has no end is looked at by nobody again.

policy lint tells it.

Fix: write expires, with the day by which it is to be put right.
`

const offAnyway = `A rule that is turned off would run.

Why: the reason given for a rule that does not run anyway misleads whoever reads the policy.

policy lint tells it.

Fix: take it out of off, or turn on the pack that the rule is in.
`

const staleBaseline = `Each known finding of a baseline is still found.

Why: an entry whose fault has been put right lets the same fault come back unseen.

One finding a baseline, at the first entry that is found no longer. An entry that a waiver lets stand is no
longer needed either.

Fix: orgchart check with --update-baseline takes such entries out, and takes in nothing new.
`

const knownTwice = `A baseline has each finding once.

Why: of two lines for one finding the severer counts, and whoever takes out the other changes nothing.
Such lines come from merging two branches.

policy lint tells it.

Fix: take one of the two lines out.
`

const unreadable = `Every file can be read.

Why: of a file that cannot be read nothing was checked, and a report without findings would look like a
clean one.

The formats for machines have each such error as a finding, with file, line and column, and the level is
unread; the command exits with 2.

Fix: put right what the finding names; it says what was found and what to write instead.
`
