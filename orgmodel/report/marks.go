package report

import (
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
)

// maxMarked is how many rows of one finding are quoted: its own and those of its path.
const maxMarked = 4

// source prints where a finding stands: its row and the rows of its path, each with a mark under
// the cell, or the bare place where its row is not at hand. It says whether the path is shown.
func (p *printer) source(f orgmodel.Finding) bool {
	at := f.Pos.String()
	row, ok := p.rows.at(f.Pos)
	if !ok {
		if at != "" {
			fmt.Fprintf(p.w, "    at: %s\n", p.paint(bold, brief(at, 2*longName)))
		}
		return false
	}
	places, whole := p.places(f)
	width := 0
	for _, pos := range places {
		width = max(width, columns(label(pos)))
	}
	p.marked(f.Pos, row, width, '^', colourOf(severity(f)))
	if !whole {
		return false
	}
	for _, pos := range places[1:] {
		row, _ := p.rows.at(pos)
		p.marked(pos, row, width, '-', blue)
	}
	return true
}

// places are the rows of a finding, its own first, and whether they show its whole path.
func (p *printer) places(f orgmodel.Finding) ([]orgmodel.Pos, bool) {
	all := []orgmodel.Pos{f.Pos}
	seen := map[orgmodel.Pos]bool{row(f.Pos): true}
	for _, l := range f.Path {
		if _, ok := p.rows.at(l.Pos); !ok || len(all) == maxMarked && !seen[row(l.Pos)] {
			return all[:1], false
		}
		if !seen[row(l.Pos)] {
			seen[row(l.Pos)] = true
			all = append(all, l.Pos)
		}
	}
	return all, true
}

func row(p orgmodel.Pos) orgmodel.Pos { return orgmodel.Pos{File: p.File, Line: p.Line} }

// label is the place of a row, as compilers write it and editors open it.
func label(p orgmodel.Pos) string {
	p.Field = ""
	s := p.String() + ":"
	if len(s) <= 2*longName {
		return clean(s)
	}
	p.File = brief(p.File, longName)
	return clean(p.String()) + ":"
}

// longLabel is the longest place, in columns, that a row stands behind; behind a longer one there
// would be no room for it, and it stands below.
const longLabel = 44

// marked prints a row behind its place, and under its cell a mark and the name of its column.
func (p *printer) marked(pos orgmodel.Pos, row string, width int, mark byte, colour string) {
	at := label(pos)
	if width > longLabel {
		fmt.Fprintf(p.w, "    %s\n     ", p.paint(dim, at))
		width = 1
	} else {
		fmt.Fprintf(p.w, "    %s%s", p.paint(dim, at), strings.Repeat(" ", width-columns(at)))
	}
	s := snip(row, pos.Column, max(p.width-width-5, 40))
	fmt.Fprintf(p.w, " %s\n", s.text)
	marks := strings.Repeat(string(mark), s.len)
	if pos.Field != "" {
		marks += " " + brief(pos.Field, longName)
	}
	fmt.Fprintf(p.w, "    %s%s\n", strings.Repeat(" ", width+1+s.at), p.paint(colour, marks))
}
