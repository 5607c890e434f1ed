// Package engine documents what is found by no rule but by whatever runs them: a rule that looked at
// nothing, a waiver that has expired, a file that cannot be read.
//
//	for _, c := range engine.Checks() {
//		sentence, _, _ := strings.Cut(c.Doc, "\n")
//		fmt.Println(c.Name, c.Severity, sentence)
//	}
//
// They are told in the form of rules, so that whoever lists, explains or reports rules does the same with
// them; they have no function Check, since nobody runs them. Their findings come from orgmodel.Checker (what
// became of a rule), package policy (what is odd about a policy, its waivers and its baseline) and package
// report (what cannot be read).
//
// Three are no names of findings but of keys: a finding about a rule that panicked, that has no function, or of
// which more was found than is listed carries the name of that rule, and panic, no-check or omitted as its Key.
//
// Not here: the checks themselves, and the rules of the library (package rules).
package engine
