// Package report writes what a check found, for people and for machines.
//
//	findings, err := orgmodel.Check(ctx, org, rules.Core()...)
//	if err != nil {
//		return err // ctx was done
//	}
//	r := report.Report{Org: org, Rules: rules.Core(), Findings: findings, Notes: notes}
//	r.Open = func(name string) (io.ReadCloser, error) { return folder.Open(name) } // to quote rows
//	if r.Summary().Level < report.Display {
//		log.Print("the chart will not show what the file says")
//	}
//	return report.Text{Colour: true}.Write(os.Stdout, r)
//
// # Ideas
//
// A Report is data. Each format is a struct whose fields are its options and whose zero value
// writes well: Text for people, JSON and JSONL for programs, SARIF for code scanning and editors,
// JUnit for build servers, Markdown for pull requests, GitHub for annotations of a workflow.
//
// Each writes the same bytes for the same Report, and returns the first error of its writer.
//
// Names, ids and file names belong to whoever wrote the file, so each format makes them harmless
// in its own terms: nothing acts on a terminal, ends an attribute or a line, opens a tag or a link, names
// a person to notify or starts a command. JSON, JSONL and SARIF escape and change no text that
// is UTF-8; the formats for people show U+FFFD in place of what would act, and cut texts of absurd
// length.
//
// Files are opened by a function of the caller and never by name. A row is quoted as the
// readers of package source saw it, whatever its encoding; it is read again, so that an Org need
// not keep its text.
//
// Summary has the figures: findings by severity and rule, rules that looked at nothing, and the
// Level. An error of report-cycle, no-top or unit-cycle keeps an organisation from being
// displayed as what it says; any other error keeps it from being valid; nothing keeps it from being loaded.
// What is waived or known does not count for the Level, but it is still so: it is said beside it, with the
// level that it leaves.
//
// A file that cannot be read is told, too: give the error as Report.Err. Machines then have its errors in
// their own form, at their places, and the level NotRead.
//
// # What is not here
//
// Nothing is checked here and no severity changed: that is a Checker's and a rule's. Pictures
// with the findings drawn in are made by package chart.
package report
