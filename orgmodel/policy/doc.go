// Package policy reads a file that says which rules an organisation is held to, what of it is let stand
// and why.
//
//	p, err := policy.Open(os.DirFS("."), "policy.yaml")
//	if err != nil {
//		return err // all that the file says and cannot mean, each with file, line and column
//	}
//	out, err := p.Check(ctx, org.At(day))
//	if err != nil {
//		return err // ctx was done
//	}
//	for _, f := range out.Findings {
//		fmt.Println(f, f.Fix)
//	}
//	return out.Findings.Err()
//
// # Ideas
//
// A file turns packs of package rules on, sets the parameters of their rules, adds rules of the house
// and turns single ones off. Every rule of package rules can be named, by the key check, and every
// exported field of its struct is a key, in small letters with hyphens: MaxDays is max-days. docs/policy.md
// has the whole of it.
//
// A rule with the key when is an expression over one record, for what a house wants to say in a line.
//
// A profile is a small policy that comes with the library and that a file builds on; an include is one of
// the house's own. Of one rule, the last that is read counts, and the file itself is read last.
//
// A waiver lets findings of one rule about one record stand until a day, for a reason, and somebody
// answers for it. A Baseline lets stand what was found on some day, so that a check tells what is new.
// Apply does the first and Baseline.Split the second; Check does both. What is to be said about waivers
// themselves is a finding, too: they have expired, they let nothing stand any more, they have no reason; and
// that known findings are found no longer. Package engine documents these, and Find finds them by name.
// A waiver counts up to the day it names, by the day on which the organisation is seen.
//
// Coverage is whom rules are about. A policy may ask for a share of it, and a Checker tells it.
//
// What a file cannot mean is an error of Load; what somebody should put right although the file can be
// read is a finding of Apply or of Lint.
//
// # What is not here
//
// The rules (package rules), and which files hold the organisation. Roles and ids that a policy names are
// not held against an organisation: a rule that nobody is subject to says so when it runs
// (rule-matches-nothing).
package policy
