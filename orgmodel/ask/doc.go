// Package ask puts questions to an organisation and gives answers that say why: who manages whom
// and which bosses were passed over, who holds a post or a role and through which other role,
// how two records are joined, who is in a loop; what is in somebody's remit, what two roles share,
// who held a post before, and what somebody's work is for.
//
//	q := ask.Asker{Org: org.At(day)}
//	post, err := q.Find("Ada Okafor") // by id, by name, or nearly
//	if err != nil {
//		return err // says which records it may be
//	}
//	answer := q.Manager(post)
//	for _, reason := range answer.Why {
//		fmt.Println(reason.Code, reason.Text)
//	}
//	return ask.Text(os.Stdout, answer)
//
// # Ideas
//
// A question is a method of Asker and takes Refs; Find gives one for what a person types. Every
// answer has one shape, Answer: a sentence, the items in an order that the question promises,
// figures where it counts, and the reasons. Text, Table and JSON write it.
//
// All questions answer for the day of the organisation's view (Org.At): who holds, who has which
// role, which lines hold. Without a day only a state ends a record.
//
// Questions about who can act (Manager, CommonManager, Holders, RoleHolders, RolesIn) list live
// records alone, and give as a reason who was left out. Questions about structure (Chain,
// Reports, Members, Path, Loop, Tops) list what lines lead to, ended and unknown records too, with
// their State. None says that the answer is nobody.
//
// Questions about time (History) list whatever day a line has. Questions that classify (ClassifyPM,
// FacetsOf) have a Label and say by which signs; none is a rule, and nothing demands the label. A
// post speaks for its holders there and a person for the posts they hold, so that it does not matter
// where a role or a piece of work is written.
//
// A role held without a scope is held everywhere in general and nowhere in particular: it answers
// "who is a project manager" and not "who is project manager of payments", and the answer to the
// second says so.
//
// Lists are cut at Asker.Limit; totals and counts are of the whole. Nothing recurses, and loops
// and chains a million deep are answered like anything else. Questions about one seat and what
// lies next to it take microseconds in an organisation of any size, once its tree of bosses is
// known; Find by name, Loops, Path, Members, ScopeOf, WhyAmIHere, LineOfSight, RunAs, and all that lists or counts everybody below goes over
// what it names, at most the whole organisation a small fixed number of times. Questions take no
// context: a server bounds how many of the long ones run at once.
//
// # What is not here
//
// Questions about the whole, such as how wide spans are and on whom many depend, are package analysis,
// whose answers have this shape too, with figures in rows (Breakdown).
//
// The walks and lookups behind the answers are those of package orgmodel, for programs that need
// a Ref and no words. What is wrong with an organisation is found by package rules.
package ask
