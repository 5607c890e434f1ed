package report

import (
	"fmt"
	"io"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Of JSON, and of the properties of a run of SARIF.
type (
	coverage struct {
		Seats      coverageShare   `json:"seats"`
		Deliveries coverageShare   `json:"deliveries"`
		Lines      []coverageLines `json:"lines"`
		Rules      []coverageRule  `json:"rules"`
	}
	coverageShare struct {
		Covered int      `json:"covered"`
		All     int      `json:"all"`
		Missed  []string `json:"missed"` // ids, the first of all - covered
	}
	coverageLines struct {
		Rel     string     `json:"rel"`
		Covered int        `json:"covered"`
		All     int        `json:"all"`
		Missed  []jsonLine `json:"missed"`
	}
	coverageRule struct {
		Rule     string `json:"rule"`
		Chooses  bool   `json:"chooses"` // others hold of every record alike
		Selected int    `json:"selected"`
		Lines    int    `json:"lines"`
		Findings int    `json:"findings"`
	}
)

// coverageOf is nil where nobody asked.
func coverageOf(c *orgmodel.Coverage) *coverage {
	if c == nil {
		return nil
	}
	j := &coverage{Seats: shareOf(c.Seats()), Deliveries: shareOf(c.Deliveries()), Lines: []coverageLines{}, Rules: []coverageRule{}}
	for _, s := range c.Lines() {
		l := coverageLines{Rel: string(s.Rel), Covered: s.Covered, All: s.All, Missed: []jsonLine{}}
		for _, m := range s.Missed {
			l.Missed = append(l.Missed, jsonLine{string(m.From), string(m.Rel), string(m.To), jsonPlaceOf(m.Pos)})
		}
		j.Lines = append(j.Lines, l)
	}
	for _, r := range c.Rules {
		j.Rules = append(j.Rules, coverageRule{r.Rule, r.Chooses, r.Selected, r.Lines, r.Findings})
	}
	return j
}

func shareOf(s orgmodel.Share) coverageShare {
	j := coverageShare{Covered: s.Covered, All: s.All, Missed: []string{}}
	for _, id := range s.Missed {
		j.Missed = append(j.Missed, string(id))
	}
	return j
}

// A tally is what is covered of one sort of thing.
type tally struct {
	what         string // seats, deliveries, reports-to lines
	covered, all int
	missed       []string // the first of them, in the author's words
}

// tallies are those of a coverage of which there is anything.
func tallies(c *orgmodel.Coverage) (all []tally) {
	add := func(what string, s orgmodel.Share) {
		if s.All > 0 {
			all = append(all, tally{what, s.Covered, s.All, shareOf(s).Missed})
		}
	}
	add("seats", c.Seats())
	add("deliveries", c.Deliveries())
	for _, s := range c.Lines() {
		t := tally{what: string(s.Rel) + " lines", covered: s.Covered, all: s.All}
		for _, l := range s.Missed {
			t.missed = append(t.missed, l.String())
		}
		all = append(all, t)
	}
	return all
}

// String is the tally as figures.
func (t tally) String() string { return fmt.Sprintf("%d of %d %s", t.covered, t.all, t.what) }

// covers says in one line what rules are about.
func covers(c *orgmodel.Coverage) string {
	var parts []string
	for _, t := range tallies(c) {
		parts = append(parts, t.String())
	}
	if len(parts) == 0 {
		return "There is nobody whom a rule could be about"
	}
	return "Rules are about " + strings.Join(parts, ", ")
}

// coverage tells what each rule was about, then what they leave out, most of each named.
func (p *printer) coverage(c *orgmodel.Coverage, most int) {
	if c == nil {
		return
	}
	others := 0
	for _, r := range c.Rules {
		if !r.Chooses {
			others++
		}
	}
	if others < len(c.Rules) {
		fmt.Fprintln(p.w, "records  lines  findings")
	}
	for _, r := range c.Rules {
		if r.Chooses {
			fmt.Fprintf(p.w, "%7d  %5d  %8d  %s\n", r.Selected, r.Lines, r.Findings, brief(r.Rule, longName))
		}
	}
	if others > 0 {
		fmt.Fprintf(p.w, "%s chose nobody, as rules do that go by everybody alike.\n", wording.Count(others, "rule"))
	}
	fmt.Fprintf(p.w, "%s.\n", covers(c))
	for _, t := range tallies(c) {
		missed, n := t.missed, t.all-t.covered
		if n == 0 {
			continue
		}
		if most >= 0 {
			missed = missed[:min(len(missed), most)]
		}
		fmt.Fprintf(p.w, "  %s without a rule: %s", t.what, p.paint(dim, strings.Join(brieves(missed), ", ")))
		if more := n - len(missed); more > 0 {
			fmt.Fprintf(p.w, " and %d more", more)
		}
		io.WriteString(p.w, ".\n")
	}
	io.WriteString(p.w, "\n")
}
