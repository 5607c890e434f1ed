// Package table reads tables with a row for each person, as HR systems export them: CSV, TSV
// or with semicolons, with whatever headers the system writes.
//
//	f, err := os.Open("people.csv")
//	if err != nil {
//		log.Fatal(err)
//	}
//	org, notes, err := table.Read("people.csv", f)
//	if err != nil {
//		log.Fatal(err) // no table: says where, what was found and how to put it right
//	}
//	for _, n := range notes.List {
//		log.Println(n.Pos, n.Text) // what was assumed
//	}
//	fmt.Println(org.Len(), "records of", notes.Rows, "rows")
//
// # Columns
//
// Separator, encoding and header are found; a Reader's fields override each. Headers are known
// in their usual spellings (Employee ID, emp_no, Reports To, line manager, ...), and a Mapping
// names the others. A column that is none of the Fields is kept as an attribute under its
// header as written, except its empty cells.
//
// # Rows
//
// A row is a person, with the title as an attribute and the unit as a part-of line to a node
// unit:NAME, which is made once. A table whose columns have ids of posts gives a post and a
// holds line as well; a row without a person is then a vacant post alone. A name such as
// Vacant or TBH makes the row's record vacant. An end date is the last day, so a record's
// interval ends the day after.
//
// A manager's cell is an id; failing that, the one row with that e-mail address or name, which
// the notes count. Where several rows have the name nothing is guessed: the line keeps the
// text, rule unknown-reference reports it, and a note names the rows.
//
// # Faults
//
// No row is lost: each is the Pos of a record. Repeated and empty ids, unknown managers, a
// manager who is the row itself become records and lines as they stand, for the rules to
// report. A cell that cannot be read (a date, an fte) is kept raw for rule unreadable-cell. An
// error means that the file is no table: empty, without a known header, with a quote that never
// closes, or beyond a limit.
//
// # Not here
//
// Workbooks (save the sheet as CSV), government organograms with their own rules
// (package organogram), serial numbers of dates, and guesses: no role is inferred from a
// title, and a date that could be read two ways is not read.
package table
