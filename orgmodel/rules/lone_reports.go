package rules

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// deputy is the word by which the tags of a seat, or the mode of its solid line, say that it
// stands beside its boss and makes no layer of its own.
const deputy = "deputy"

// isDeputy says that a report is marked as the deputy of its boss.
func isDeputy(p *orgmodel.Pass, w *web, report, boss orgmodel.Ref) bool {
	if tagged(p.Attrs(report), deputy) {
		return true
	}
	if len(w.bosses(report)) > crowd {
		return false
	}
	for _, e := range p.SeatLines(report, orgmodel.ReportsTo) {
		if p.SeatOf(e.To) == boss && p.LineAttrs(e).Get(orgmodel.Mode) == deputy {
			return true
		}
	}
	return false
}

// tagged says that a word stands among the tags of a record, which commas, semicolons or spaces
// keep apart.
func tagged(a orgmodel.Attrs, tag string) bool {
	tags := a.Get(orgmodel.Tags)
	return tags != "" && slices.Contains(strings.FieldsFunc(tags, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }), tag)
}

// oneToOne are the runs of seats that each have one report, who has no other boss and is no
// deputy: from the top down, the last report with them. A loop is none.
func oneToOne(p *orgmodel.Pass, w *web) [][]orgmodel.Ref {
	sole := func(t orgmodel.Ref) orgmodel.Ref {
		if below := w.reports(t); len(below) == 1 && len(w.bosses(below[0])) == 1 && postsIn(p, below[0]) == 1 && !isDeputy(p, w, below[0], t) {
			return below[0]
		}
		return orgmodel.None
	}
	var runs [][]orgmodel.Ref
	for t := range p.Nodes() {
		if t&4095 == 0 && p.Stopped() {
			return nil
		}
		s := sole(t)
		if above := w.bosses(t); s == orgmodel.None || len(above) == 1 && sole(above[0]) == t {
			continue
		}
		run := []orgmodel.Ref{t}
		for ; s != orgmodel.None; s = sole(s) {
			run = append(run, s)
		}
		runs = append(runs, run)
	}
	return runs
}

// postsIn is how many posts a seat stands for: one, and of a group as many as its fte says, an odd part for one.
func postsIn(p *orgmodel.Pass, seat orgmodel.Ref) int {
	if p.Occupancy(seat) != orgmodel.Group {
		return 1
	}
	own := fteOf(p.Attrs(seat))
	if own == noFTE {
		return 1
	}
	return int(max(1, (own-1)/oneFTE+1))
}
