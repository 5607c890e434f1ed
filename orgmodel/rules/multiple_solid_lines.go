package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// MultipleSolidLines is the rule multiple-solid-lines: one boss a seat.
type MultipleSolidLines struct {
	Max int // bosses allowed a seat; 0 means 1
	// CoBoss is the value of a line's attribute mode that marks it as one of several on purpose;
	// empty means co-boss.
	CoBoss string
}

const multipleSolidLinesDoc = `Each seat has one solid line, and says it once.

Why: two solid lines are two appraisals and two answers to "who approves". Every tool that wants
a tree picks one of them silently, and not the same one.

Parameters:
  Max (1): bosses allowed a seat.
  CoBoss (co-boss): the value of a line's mode that marks co-managers; marked lines do not count.

False positives: real co-managers; mark their lines mode=co-boss. Bosses that follow each other
in time do not count. A line said twice because its record stands twice is the finding of
duplicate-id. Where the bosses are those of different records with one id, this rule speaks for
both: the message names the records, and the fix is an id for each.

Source: unity of command (H. Fayol, 1916); Workday, whose workers have one supervisory
organisation each; 13 of 116 public organograms hold a post with two.

Before:
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
  pm-1 reports-to it-1
  pm-1 reports-to cio
After:
  +post cio "Chief information officer" top=true
  +post it-1 "Head of IT"
  +post pm-1 "Payments project manager"
  it-1 reports-to cio
  pm-1 reports-to it-1
  pm-1 dotted-to cio
`

// Rule is the rule. Several bosses are one finding a seat, without a Key; a line said twice is
// one finding with relation and boss as Key.
func (m MultipleSolidLines) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "multiple-solid-lines", Doc: multipleSolidLinesDoc, Severity: orgmodel.Error, Check: m.check}
}

func (m MultipleSolidLines) check(p *orgmodel.Pass) {
	twice := map[orgmodel.Ref][]orgmodel.Ref{} // records whose lines may stand twice since they do
	for _, same := range repeated(p) {
		twice[same[0]] = same
	}
	for _, rel := range reporting {
		if rel == orgmodel.ReportsTo && !p.ManyLines() {
			continue
		}
		for _, r := range severalLines(p, rel) {
			if p.Stopped() {
				return
			}
			if !p.Live(r) {
				continue
			}
			if rel == orgmodel.ReportsTo && p.IsSeat(r) {
				m.reportBosses(p, r, twice)
			}
			if twice[r] == nil {
				reportTwice(p, r, rel)
			}
		}
	}
}

// severalLines are the nodes and seats with more than one live line of a relation, by Ref.
func severalLines(p *orgmodel.Pass, rel orgmodel.Rel) []orgmodel.Ref {
	var met, many []bool
	var out []orgmodel.Ref
	count := func(r orgmodel.Ref) {
		switch {
		case !p.Declared(r) || many[r]:
		case met[r]:
			many[r] = true
			out = append(out, r)
		default:
			met[r] = true
		}
	}
	n := 0
	for e := range p.Edges(rel) {
		if n++; n == 1 {
			met, many = make([]bool, p.Len()), make([]bool, p.Len())
		}
		if n&4095 == 0 && p.Stopped() {
			return nil
		}
		if !p.LiveLine(e) {
			continue
		}
		count(e.From)
		if rel == orgmodel.ReportsTo {
			if s := p.SeatOf(e.From); s != e.From {
				count(s)
			}
		}
	}
	slices.Sort(out)
	return out
}

// bosses gives one line to each boss that a seat has at the same time as another, by the boss's
// id: nil where it never has two. Lines marked as a co-manager's do not count.
func (m MultipleSolidLines) bosses(p *orgmodel.Pass, lines []orgmodel.Edge) []orgmodel.Edge {
	mark := m.CoBoss
	if mark == "" {
		mark = "co-boss"
	}
	lines = slices.DeleteFunc(slices.Clone(lines), func(e orgmodel.Edge) bool {
		return !shapes(p, e) || p.LineAttrs(e).Get(orgmodel.Mode) == mark
	})
	order := byID(p)
	slices.SortStableFunc(lines, func(e, f orgmodel.Edge) int {
		if c := order(p.SeatOf(e.To), p.SeatOf(f.To)); c != 0 {
			return c
		}
		return order(e.From, f.From)
	})
	var each []orgmodel.Edge
	for i, e := range lines {
		s := p.SeatOf(e.To)
		if len(each) > 0 && p.SeatOf(each[len(each)-1].To) == s {
			continue
		}
		if rival(p, lines, i) {
			each = append(each, e)
		}
	}
	return each
}

// rivals is how many other lines a line is compared with when there is no day to look at:
// hostile input must not square its lines.
const rivals = 1000

// rival says that another line to another boss holds on a day on which line i does.
func rival(p *orgmodel.Pass, lines []orgmodel.Edge, i int) bool {
	for n, f := range lines {
		if p.SeatOf(f.To) != p.SeatOf(lines[i].To) && atOnce(p, lines[i], f) {
			return true
		}
		if n > rivals {
			return true
		}
	}
	return false
}

func (m MultipleSolidLines) reportBosses(p *orgmodel.Pass, seat orgmodel.Ref, twice map[orgmodel.Ref][]orgmodel.Ref) {
	each := m.bosses(p, p.SeatLines(seat, orgmodel.ReportsTo))
	if len(each) <= max(m.Max, 1) {
		return
	}
	var to []orgmodel.Ref
	var ids []orgmodel.ID
	for _, e := range each {
		to = append(to, p.SeatOf(e.To))
		ids = append(ids, p.ID(p.SeatOf(e.To)))
	}
	f := orgmodel.Finding{
		Subject: p.ID(seat), Path: p.Records(each...), PathTotal: len(each), Related: ids, Pos: p.LinePos(each[1]),
		Message: called(p, seat) + " has " + count(len(each), "solid line") + " at once: to " + names(p, to, len(to)) + ".",
		Fix:     "Keep one solid line and make the others dotted or functional, or mark co-managers' lines mode=co-boss.",
	}
	for _, e := range each {
		if same := twice[e.From]; same != nil && p.ID(same[0]) != "" && !oneThing(p, same) {
			id := word(p.ID(e.From))
			f.Message = id + " is the id of " + count(len(same), "record") + ": " + places(p, same) + "; their solid lines lead to " + names(p, to, len(to)) + "."
			f.Fix = "Give each record an id of its own: a line that names " + id + " may mean any of them."
			f.Pos, f.Related = p.Pos(same[1]), append([]orgmodel.ID{p.ID(e.From)}, ids...)
			break
		}
	}
	p.Report(f)
}

// oneThing says that the records of one id are marked as one shared post, or differ in nothing, so
// that they may well be one that stands twice.
func oneThing(p *orgmodel.Pass, same []orgmodel.Ref) bool {
	d := DuplicateID{MayDiffer: []string{}}
	return d.shared(p, same) || d.agree(p, same) &&
		!slices.ContainsFunc(same, func(r orgmodel.Ref) bool { return p.NameOf(r) != p.NameOf(same[0]) })
}

// reportTwice reports the lines of a relation that a record has twice, with the same scope and
// on the same day.
func reportTwice(p *orgmodel.Pass, r orgmodel.Ref, rel orgmodel.Rel) {
	var lines []orgmodel.Edge
	for e := range p.Out(r, rel) {
		if p.LiveLine(e) && e.From != e.To && p.ID(e.To) != "" && (rel != orgmodel.ReportsTo || shapes(p, e)) {
			lines = append(lines, e)
		}
	}
	order := byID(p)
	same := func(e, f orgmodel.Edge) int {
		if c := order(e.To, f.To); c != 0 {
			return c
		}
		return order(p.Scope(e), p.Scope(f))
	}
	slices.SortStableFunc(lines, same)
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && same(lines[i], lines[j]) == 0 {
			j++
		}
		if k := overlap(p, lines[i:j]); k > 0 {
			reportAgain(p, r, lines[i:j], lines[i+k])
		}
		i = j
	}
}

// overlap is the place of the first line, by its beginning, that holds on a day on which one
// before it does; 0 where none does. It puts the lines in that order.
func overlap(p *orgmodel.Pass, lines []orgmodel.Edge) int {
	slices.SortStableFunc(lines, func(e, f orgmodel.Edge) int { return byDay(p.Lasting(e).From, p.Lasting(f).From) })
	longest := 0 // of the lines so far, the one that lasts longest
	for k := 1; k < len(lines); k++ {
		if atOnce(p, lines[longest], lines[k]) {
			return k
		}
		if u, v := p.Lasting(lines[longest]).Until, p.Lasting(lines[k]).Until; v.IsZero() || !u.IsZero() && u.Before(v) {
			longest = k
		}
	}
	return 0
}

func reportAgain(p *orgmodel.Pass, r orgmodel.Ref, lines []orgmodel.Edge, again orgmodel.Edge) {
	to := lines[0].To
	key := []string{string(again.Rel), string(p.ID(to))}
	where := ""
	if s := p.Scope(again); s != orgmodel.None {
		key = append(key, string(p.ID(s)))
		where = " in " + called(p, s)
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(r), Key: strings.Join(key, " "), Path: p.Records(lines...), PathTotal: len(lines),
		Related: []orgmodel.ID{p.ID(to)}, Pos: p.LinePos(again),
		Message: called(p, r) + " " + says(again.Rel) + " " + called(p, to) + where + " by " + count(len(lines), "line") + " at once.",
		Fix:     "Keep one of the lines.",
	})
}
