// Package rules holds the rules that come with the library, a value each.
//
//	org := orgmodel.New(spec)
//	found, err := orgmodel.Check(ctx, org, rules.Core()...)
//	if err != nil {
//		return err // ctx was done
//	}
//	for _, f := range found {
//		fmt.Println(f, f.Fix)
//	}
//	return found.Err()
//
// # Ideas
//
// A rule is a struct named after it whose fields are its parameters; the zero value is the
// rule as the catalogue states it, and its method Rule gives the orgmodel.Rule to pass to
// Check: rules.MultipleTops{Max: 2}.Rule(). What Rule gives is a value: copy it to give it
// another severity or name.
//
// A pack is a function that returns a slice. Core is the one that every organisation should
// pass: what it reports breaks charts, approval chains and access reviews. Policy is about who
// reports to whom, as far as that can be said without knowing the house, Shape about span and
// layers, Delivery about projects, programmes and PMOs, Value about why the work is done, Duty about
// who answers for what, and Ops about services and what outlasts a project; all hold opinions that a
// house may not share. All is all of them. Leave a rule out, or put one of your own in, as in any slice:
//
//	all := slices.Concat(rules.Core(), rules.Policy(), rules.Delivery())
//
// A rule of a pack is silent where an organisation has nothing that it is about: grades, units,
// roles, projects. One made for a policy says that it matched nothing (rule-matches-nothing), since somebody
// meant it to match.
//
// One root cause is one finding: a loop is reported once, and its members are not also
// detached; a seat under an unknown boss is not also detached. What keeps silent about what
// is part of each rule's definition and stands in its Doc; it does not depend on which rules
// run.
//
// The subjects and keys of findings are chosen by id, never by where a record stands, so that
// shuffling a file changes no fingerprint.
//
// Rule.Doc holds the policy as its first line, then why it is there, its parameters, what it
// is known to report wrongly, its sources, and an example before and after; the examples are
// run by a test.
//
// What a rule measures before it judges is there for reports: SpanWide.Managers, OneToOneChain.Rows,
// LayersDeep.Levels, MatrixMode.Projects, PMOPlacement.Found and Chokepoint.Ways look at what the checks look
// at, and package analysis counts it.
//
// # What is not here
//
// What only the house knows has constructors here, and no pack: ReportsToRole, RequiresLine and
// ForbiddenLine with its roles, MatrixMode with its mode, PMLoad with its limit; Made lists them. Package
// policy sets them from a file, like every parameter of every rule.
package rules
