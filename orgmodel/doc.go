// Package orgmodel is an organisation as data: people, posts, roles, units, PMOs, programmes
// and projects in one graph that can be asked, and checked by rules.
//
// Two records are all an author writes. A Node is a thing with an id and a kind; a Line joins
// two of them and reads as a sentence:
//
//	org := orgmodel.New(orgmodel.Spec{
//		Nodes: []orgmodel.Node{
//			{ID: "it-1", Kind: orgmodel.Post, Name: "Head of IT"},
//			{ID: "pm-1", Kind: orgmodel.Post, Name: "Payments project manager"},
//		},
//		Lines: []orgmodel.Line{{From: "pm-1", Rel: orgmodel.ReportsTo, To: "it-1"}},
//	})
//	pm, _ := org.Find("pm-1")
//	fmt.Println(org.NameOf(org.Manager(pm).Seat)) // Head of IT
//
// # Records
//
// Kinds and relations are open sets: the constants are those the library gives a meaning.
// Attributes are opaque but for the keys named here (title, grade, fte, occupancy, state, top,
// ...). A Pos says where a record stands in its source. Nothing is refused: a line may name an
// id nobody declares, which becomes a ghost; a repeated or empty id keeps every record, the
// first answers Find and owns the lines; the rules report the rest.
//
// # Words
//
// A project makes something unique and ends; managing it is to plan that work, to lead it and to
// answer for it from start to close. A programme is projects, and what else it takes, for one set of
// benefits; a portfolio is what an organisation has chosen to do. A service, or a process, goes on:
// it has an owner rather than an end. A PMO is an office that supports, watches or ranks delivery. A
// role is what somebody is to others (project manager, sponsor), mostly in a scope; a post is a place
// in the organisation, which outlives who holds it; a title is a text. A business case says which need work
// answers, a benefit what is better when it is done, an outcome what that is good for.
//
// # Refs
//
// Find crosses once from an id to a Ref, the node's number in this Org. Everything else runs on
// Refs and small Edges and never looks up a name; ID, Node and Line turn them back into records.
// An Org is immutable and safe for many goroutines, and no question asked of it can fail.
//
// # Seats
//
// What reports is a seat: a post, or a person who holds none. A line written at a person who
// holds exactly one live post counts for that post. The solid lines (reports-to) form a forest
// in which each seat has one boss; Boss, Reports, Up, Down, Chain, CommonManager, Span, Depth,
// Layers, Headcount and Tops walk it, safely in loops. Manager climbs past vacant, ended and
// unknown bosses and says why. BossLines are all solid lines of a seat, the one that shapes the
// tree and the others; SeatPath climbs along all of them. Out, In, Up and Down with relations, Path
// and Knots walk the lines as they are written. Package ask puts these answers into words.
//
// # Days
//
// At gives the same organisation as seen on a day, under the same Refs. Records that have ended
// stay reachable; Live tells. Without a day only the state attribute ends a record, and nothing
// in this package defaults to today. Over runs rules on all days of an interval and gives each finding
// with its Spell: the day on which it breaks and the day on which it heals.
//
// # Edits
//
// Edit is a working copy for services: it adds, changes and drops single records and lines, answers
// Boss, Up, Reports and WouldLoop for the changed state at once, and finishes another Org. The Org
// it began with never changes, so those who read it need no lock.
//
// # Rules
//
// A Rule is a value with a name, a policy as a sentence, a severity and a function; Check runs
// rules and gives Findings. A rule of one's own is a literal in the call:
//
//	var noLoneReport = orgmodel.Rule{
//		Name: "no-lone-report", Severity: orgmodel.Warning,
//		Doc: "A manager has more than one report.",
//		Check: func(p *orgmodel.Pass) {
//			for r := range p.Select(p.Seats()) {
//				if p.Span(r, false) == 1 {
//					p.Report(orgmodel.Finding{Subject: p.ID(r), Message: string(p.ID(r)) + " has one report.", Fix: "Give it another."})
//				}
//			}
//		},
//	}
//
// # Readers
//
// A reader fills a Builder, by whole records or, for millions of rows, by number; package source
// says what readers owe their users.
//
// Not here: files and formats (package source and below), the shipped rules (package rules),
// graph theory beyond loops and paths (package gonumview), pictures (packages layout and chart).
package orgmodel
