package rules

import (
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// BoardComposition is the rule board-composition: who decides about a project stands for the business, for
// those who will use what it makes, and for those who make it.
type BoardComposition struct {
	Required  []BoardSeat // nil means one executive, and at least one senior user and one senior supplier
	MinBudget float64     // a board all of whose deliveries have smaller budgets is worth knowing about and no more
}

// A BoardSeat is a voice that a board needs.
type BoardSeat struct {
	Voice string        // what a message calls it
	Roles []orgmodel.ID // the roles by which it is held, in the scope of the board or of what it governs
	Max   int           // how many may hold it; 0 means any number, and at least one must
}

// BoardSeats are those of a project board, for a policy to add to. The slice is the caller's.
func BoardSeats() []BoardSeat {
	return []BoardSeat{
		{"executive", []orgmodel.ID{"executive", "sponsor", "senior-responsible-owner"}, 1},
		{"senior user", []orgmodel.ID{"senior-user", "business-change-manager"}, 0},
		{"senior supplier", []orgmodel.ID{"senior-supplier"}, 0},
	}
}

const boardCompositionDoc = `A project board has one executive, and a voice each for users and suppliers.

Why: a board without an executive does not decide, with two it decides twice; without users it accepts what
nobody will use, and without suppliers it promises what nobody can make.

Parameters:
  Required (executive, senior user, senior supplier): the voices, each with the roles by which it is held
  and how many may hold it. An executive is also called sponsor or senior-responsible-owner.
  MinBudget (0): a board all of whose deliveries have budgets known to be smaller is reported as information.

A project board is one that a live programme, project or portfolio is directed-by, overseen-by or part of, or
that owns or works on it or is part of it. A voice is a role held in the scope of the board, or of what it governs by somebody who
is part of the board; where nobody is said to be part of it, by anybody. By a post that is vacant it is
not held.

False positives: agile teams and internal products; name the voices they have in Required. A corporate board governs no delivery and is not
looked at; one that governs portfolios alone is reported as information. Says nothing where somebody
undeclared is on the board (unknown-reference).

Source: the organisation of a project in PRINCE2.

Before:
  +role executive
  +board steering
  +project payments "Payments renewal"
  payments overseen-by steering
  +post coo "Chief operating officer"
  coo part-of steering
  coo has-role executive in steering
After:
  +role executive
  +role senior-user
  +role senior-supplier
  +board steering
  +project payments "Payments renewal"
  payments overseen-by steering
  +post coo "Chief operating officer"
  +post ops-1 "Head of operations"
  +post it-1 "Head of IT"
  coo has-role executive in steering
  ops-1 has-role senior-user in steering
  it-1 has-role senior-supplier in steering
`

// Rule is the rule. One finding a board: Related are its deliveries, then those who hold a voice that too many hold.
func (b BoardComposition) Rule() orgmodel.Rule {
	if b.Required == nil {
		b.Required = BoardSeats()
	}
	return orgmodel.Rule{Name: "board-composition", Doc: boardCompositionDoc, Severity: orgmodel.Warning, Check: b.check}
}

func (b BoardComposition) check(p *orgmodel.Pass) {
	var held []*assigned
	for board := range liveOf(p, orgmodel.Board) {
		work := governed(p, board)
		if len(work) == 0 {
			continue
		}
		p.Judge(board)
		if held == nil {
			for _, s := range b.Required {
				held = append(held, newAssigned(p, s.Roles, ""))
			}
		}
		b.look(p, board, work, held)
	}
}

// governed are the live deliveries of a board, by id.
func governed(p *orgmodel.Pass, board orgmodel.Ref) []orgmodel.Ref {
	var work []orgmodel.Ref
	add := func(e orgmodel.Edge, delivery orgmodel.Ref) {
		if p.LiveLine(e) && p.Live(delivery) && isDelivery(p, delivery) {
			work = append(work, delivery)
		}
	}
	for e := range p.In(board, orgmodel.DirectedBy, orgmodel.OverseenBy, orgmodel.PartOf) {
		add(e, e.From)
	}
	for e := range p.Out(board, orgmodel.Owns, orgmodel.WorksOn, orgmodel.PartOf) {
		add(e, e.To)
	}
	slices.SortFunc(work, byID(p))
	return slices.Compact(work)
}

// membersOf marks who is part of a board, by all their faces; ghosts says that somebody undeclared is.
func membersOf(p *orgmodel.Pass, held []*assigned, board orgmodel.Ref) (in map[orgmodel.Ref]bool, ghosts bool) {
	in = map[orgmodel.Ref]bool{}
	for e := range p.In(board, orgmodel.PartOf) {
		if !p.LiveLine(e) {
			continue
		}
		ghosts = ghosts || !p.Declared(e.From)
		if p.MaySit(e.From) && p.Live(e.From) {
			for _, r := range held[0].faces(e.From) {
				in[r] = true
			}
		}
	}
	return in, ghosts
}

func (b BoardComposition) look(p *orgmodel.Pass, board orgmodel.Ref, work []orgmodel.Ref, held []*assigned) {
	in, ghosts := membersOf(p, held, board)
	var faults, fixes []string
	var extra []orgmodel.Ref
	for i, s := range b.Required {
		who, unknown := held[i].now(board)
		for _, w := range work {
			more, strange := held[i].now(w)
			for _, r := range more {
				if len(in) == 0 || in[r] {
					who = append(who, r)
				}
			}
			unknown = unknown || strange
		}
		who = filledOnes(p, voices(p, who))
		switch {
		case ghosts || unknown:
		case len(who) == 0:
			faults, fixes = append(faults, "no "+s.Voice), append(fixes, "appoint "+one(s.Voice))
		case s.Max > 0 && len(who) > s.Max:
			faults = append(faults, strconv.Itoa(len(who))+" holders of the voice "+s.Voice+" ("+names(p, who, len(who))+")")
			fixes, extra = append(fixes, "keep "+strconv.Itoa(s.Max)+" "+s.Voice), append(extra, who...)
		}
	}
	if len(faults) == 0 {
		return
	}
	fix := series(fixes, len(fixes))
	f := orgmodel.Finding{
		Subject: p.ID(board), Related: append(related(p, work), related(p, extra)...), RelatedTotal: len(work) + len(extra),
		Message: called(p, board) + ", the board of " + names(p, work, len(work)) + ", has " + series(faults, len(faults)) + ".",
		Fix:     strings.ToUpper(fix[:1]) + fix[1:] + ".",
	}
	if b.minor(p, work) {
		f.Severity = orgmodel.Info
	}
	p.Report(f)
}

// minor says that a board governs portfolios alone, or deliveries all of which are small.
func (b BoardComposition) minor(p *orgmodel.Pass, work []orgmodel.Ref) bool {
	small, corporate := true, true
	for _, w := range work {
		small = small && tiny(p, w, b.MinBudget)
		corporate = corporate && p.Kind(w) == orgmodel.Portfolio
	}
	return small || corporate
}

// voices are some holders by id, each once: a person and a post of theirs are one.
func voices(p *orgmodel.Pass, who []orgmodel.Ref) []orgmodel.Ref {
	who = slices.Clone(who)
	slices.SortFunc(who, byID(p))
	who = slices.Compact(who)
	posts := map[orgmodel.Ref]bool{}
	for _, r := range who {
		if p.Kind(r) == orgmodel.Post {
			posts[r] = true
		}
	}
	return slices.DeleteFunc(who, func(r orgmodel.Ref) bool {
		n := 0
		for e := range p.Posts(r) {
			if n++; posts[e.To] && e.To != r {
				return true
			}
			if n > crowd {
				break
			}
		}
		return false
	})
}
