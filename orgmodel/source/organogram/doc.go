// Package organogram reads the organograms that bodies of the United Kingdom's government
// publish twice a year: a CSV of senior posts and one of junior posts.
//
//	senior, _ := os.Open("2026-03-31-senior.csv")
//	junior, _ := os.Open("2026-03-31-junior.csv")
//	org, notes, err := organogram.Read(ctx, senior, junior)
//	if err != nil {
//		return err // this is no organogram
//	}
//	for _, n := range notes.List {
//		fmt.Println(n.Pos, n.Text) // what was assumed
//	}
//	found, err := orgmodel.Check(ctx, org, rules.Core()...)
//
// # Ideas
//
// A row of the senior file is a post, and its Post Unique Reference is the id, as written. The
// job title is the post's name. A name in the row is a person ("person:REFERENCE/NAME") who
// holds the post; a blank, N/D or N/A is a holder who is not disclosed, Vacant a post without
// a holder, and Eliminated a post that is no more. Reports to Senior Post is the boss, as
// written; XX there marks the top. The reference 0 is somebody who is paid and has no post: a
// person with a line of their own.
//
// A row of the junior file is a group of like posts ("group:BOSS/UNIT/GRADE/TITLE#1") under a
// senior post, its number of posts in FTE.
//
// A department, its organisations and their units are units ("unit:DEPARTMENT",
// "unit:DEPARTMENT/ORGANISATION", "unit:DEPARTMENT/ORGANISATION/UNIT"), each part of the one
// before. A stroke in the name of a department or an organisation is written %2F there, so
// that two units never share an id. Posts, groups and persons without a post are part of the
// smallest unit that their row names.
//
// Rows of one reference are one post with several holders where they differ in nothing but
// name, pay, contact, notes and FTE: a job share, and a note says that this was assumed. A row
// that repeats another cell by cell is noted and adds nothing. Other rows of one reference are
// separate records with that id, each with its lines, for the rules to report; those that are
// not Eliminated come first, and their order depends on what they say, not on where they stand.
// Two lines that say the same are one.
//
// Words that stand for something else (XX, 0, N/A, N/D, Vacant, Eliminated) never become ids.
// Where one stands in a column in which it means nothing, the cell is kept as unreadable; a
// reference that reads Vacant or Eliminated counts as the name of the row, if it has no other.
// A row without a reference is a post without an id, which no line can name: its holder and
// its unit are attributes of it.
//
// Every row is the Pos of at least one record, or a note names it. Shuffling the rows gives
// the same records with the same ids.
//
// # What is not here
//
// A row's columns beyond those of the published template are left out, and a note says so.
// The template's spreadsheet itself (xls) is not read: save its sheets as CSV. No profile of
// rules is chosen here.
package organogram
