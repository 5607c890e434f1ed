// Package native reads and writes organisations as files kept in git: YAML or JSON, one model.
// The format is described in docs/native.md and, for editors, by Schema.
//
//	org, notes, err := native.Read("org.yaml", file)
//	if err != nil {
//		return err // every mistake with its line and column, what was meant, and the way to put it right
//	}
//	for _, n := range notes.List {
//		log.Println(n.Pos, n.Text) // what was assumed, such as an encoding
//	}
//	findings, err := orgmodel.Check(ctx, org, rules.Core()...)
//
// # Ideas
//
// Nodes stand in sections by kind, under their ids; what cannot stand in a section stands in
// plain form under nodes. A key of a node that names a relation is a line from it, and lines of
// their own are sentences: "pm-1 directed-by prg-1 in payments since 2026-01-05".
//
// Every value is text, as it is written: 0123, 1_000 and 2026-01-05 are ids like any other. A
// quoted word says what cannot be written plainly, down to bytes that are no UTF-8. Writing and
// reading are therefore inverse.
//
// Two kinds of wrong are told apart. A file that is no YAML or JSON gives a *source.Error about
// the first place that cannot be read. What is written and cannot be meant gives Errors, all of
// them: a misspelt key or relation, a day that does not exist, an fte that is no number. A line to
// an id that nobody declares is neither; it is read, and the rules find it.
//
// A file may include others of its folder, if the source.Input says what that folder is, as those
// made by source.FromFS do. Limits bound bytes, texts, records, nesting and aliases.
//
// Write says every Org, exactly; a Writer with Grouped set writes for people. Canon is to a file what
// gofmt is to Go: one form for what it says, with the author's comments and order.
//
// # What is not here
//
// Tags and merge keys of YAML are refused, and so is more than one document in a file. The values
// of attributes with a key of their own are held to what the library knows; under attrs every value
// is taken at its word, and what it means is for the rules.
package native
