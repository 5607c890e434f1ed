package rules

import (
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// A crossing is a department and the boss in another to whom groups of posts of it report.
type crossing struct{ from, boss orgmodel.Ref }

// finding is what is to be said of a report and boss, but for the line.
func (c CrossUnitLine) finding(p *orgmodel.Pass, d *departments, s, t orgmodel.Ref, h head, led bool) orgmodel.Finding {
	from, to := d.home(s), d.home(t)
	inFrom, inTo := twoUnits(p, from, to)
	f := orgmodel.Finding{
		Subject: p.ID(s), Key: string(p.ID(t)), Related: []orgmodel.ID{p.ID(t), p.ID(from), p.ID(to)},
		Message: called(p, s) + " of " + inFrom + " reports to " + called(p, t) + " of " + inTo + ".",
		Fix:     "Say that " + word(p.ID(s)) + " is embedded (mode=embedded on the line), move it to " + inTo + ", or re-line it",
	}
	if led && h.size > 0 {
		f.Fix += " to " + called(p, h.seat) + ", which leads " + inFrom
	}
	f.Fix += "."
	return f
}

// reportGroups reports the groups of posts of one department that report to one boss in another.
func reportGroups(p *orgmodel.Pass, d *departments, at crossing, lines []orgmodel.Edge) {
	order := byID(p)
	slices.SortFunc(lines, func(e, f orgmodel.Edge) int { return order(p.SeatOf(e.From), p.SeatOf(f.From)) })
	seats := make([]orgmodel.Ref, len(lines))
	for i, e := range lines {
		seats[i] = p.SeatOf(e.From)
	}
	to := d.home(at.boss)
	inFrom, inTo := twoUnits(p, at.from, to)
	f := orgmodel.Finding{
		Subject: p.ID(at.boss), Key: "groups " + string(p.ID(at.from)),
		Related:      append([]orgmodel.ID{p.ID(at.from), p.ID(to)}, related(p, seats)...),
		RelatedTotal: 2 + len(seats), Path: p.Records(lines[:min(len(lines), orgmodel.PathCap)]...), PathTotal: len(lines), Pos: p.LinePos(lines[0]),
		Message: strconv.Itoa(len(seats)) + " groups of posts of " + inFrom + " report to " + called(p, at.boss) + " of " + inTo + ", " + called(p, seats[0]) + " among them.",
		Fix:     "Say that they are embedded (mode=embedded on the lines), move them to " + inTo + ", or re-line them.",
	}
	if len(seats) == 1 {
		f.Message = "The group of posts " + called(p, seats[0]) + " of " + inFrom + " reports to " + called(p, at.boss) + " of " + inTo + "."
		f.Fix = "Say that it is embedded (mode=embedded on the line), move it to " + inTo + ", or re-line it."
	}
	p.Report(f)
}

// twoUnits names two units: by their names alone where readers made the ids of those and the names tell
// them apart.
func twoUnits(p *orgmodel.Pass, a, b orgmodel.Ref) (string, string) {
	made := func(r orgmodel.Ref) bool { return p.NameOf(r) != "" && strings.HasPrefix(string(p.ID(r)), "unit:") }
	one, other := short(p.NameOf(a)), short(p.NameOf(b))
	if made(a) && made(b) && one != other {
		return strconv.Quote(one), strconv.Quote(other)
	}
	return called(p, a), called(p, b)
}
