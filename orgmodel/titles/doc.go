// Package titles says which roles the titles of people and posts speak of, and assumes them, visibly.
//
//	org, did := titles.Default().Assume(org)
//	fmt.Println(did) // 125 roles assumed from titles, 3 ambiguous titles left alone
//	findings, err := orgmodel.Check(ctx, org, rules.ReportsToRole{For: "project-manager", ...}.Rule())
//
// # Ideas
//
// Title, post, role and assignment are four things, and no rule infers one from another. Exports of HR
// systems have titles alone; so whoever wants to hold them to a policy about roles says so, by calling
// Assume, and what is assumed bears the attribute assumed wherever it goes.
//
// What is known of titles is data. A Set is that of a language or of a house; sets are shipped for
// English, German and French, are read from files, and combine: New takes several. A title is read once,
// by each set, as words: folded, without marks, with the set's spellings and endings.
//
// A Classifier guesses a role, or leaves open what an abbreviation means: PM, BA and PO are never resolved.
//
// # Files
//
// A file of titles is lines, each a statement with a colon; what follows # is a remark. Items stand
// between commas.
//
//	language: en
//	role project-director is-a project-manager: Project director
//	title project-director: project director, director ... project $
//	not: assistant to, project accountant
//	ambiguous PM: project-manager, product-manager
//	same programme: program, prog
//	ending: s
//	small: of, the
//	join: and, or
//	ignore: senior, interim
//
// title names the patterns of a role, not those of no role at all, ambiguous an abbreviation with what it
// may mean. same are words that are read as another; an ending is taken from longer words; small words are
// passed over, joining words join, and ignored ones say nothing. A file may name the roles that it declares
// and those of the English set, which come with it then.
//
// # Patterns
//
// A pattern is words that stand next to each other. In it one|other is either of several words, word? one
// that may be missing, =word that word as it is written, endings and all, ... a gap of up to three words with
// no comma between them, ^ the beginning of a part and $ the end of one: the end of the title, a comma, or a
// small word, or a joining word behind a plural. Parts are what commas, brackets and dashes divide.
//
// Words between which a pattern stands may have joined ones between them: "project manager" matches
// "Project & Programme Manager", and behind a small word "head of it" matches "Head of Finance and IT".
//
// A pattern without a role silences what begins where it begins or behind it, up to the next comma, and what
// it runs on from: "assistant to" the roles in "Assistant to the Project Manager", and "manager support"
// that in "Project Manager Support". A word with an apostrophe behind it owns what follows, and is no
// title: "Project Manager's Office".
//
// # What is not here
//
// No title is scored, and nothing is learnt: a guess names the pattern that made it, and is right or can be
// put right by a line in a file. Grades are no roles. How often English patterns are right on published
// titles is measured: see docs/titles.md.
package titles
