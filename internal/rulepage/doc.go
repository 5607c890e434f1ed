// Package rulepage writes the pages of docs/rules, one a rule, from the code: the rule's Doc, its
// struct, and what a check of its examples says.
//
//	pages, err := rulepage.All()
//	if err != nil {
//		return err // a Doc that is not in the form of ParseDoc, or an example that is none
//	}
//	for _, p := range pages {
//		os.WriteFile(filepath.Join("docs", "rules", p.Name+".md"), p.Markdown, 0o644)
//	}
//
// The test of this package does that with ORGTEST_UPDATE=1, and otherwise holds the pages against the
// code; it also reads the pages as a reader would, takes the files that stand in them, and checks
// them.
//
// # Ideas
//
// Nothing on a page is written twice. What a rule demands, why, its parameters and its source stand in
// Rule.Doc; the names that parameters have in a policy file come from package policy; the examples are
// those of Doc, as files of the native format; findings are what a check of these files reports. What
// this package adds is one set of parameters a rule, by which a house might change it: Go values, from
// which the policy file is made.
//
// # What is not here
//
// The rules themselves, and the page about findings that are about a policy and not about an
// organisation (docs/rules/engine.md), whose beginning is written by hand.
package rulepage
