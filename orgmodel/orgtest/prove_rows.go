package orgtest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// fileLines are the lines of a file without their ends, which are \n, \r\n or \r.
func fileLines(text string) []string {
	return strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
}

// rows proves that no line of the sample says something that is nowhere.
func (p *prover) rows() {
	p.Helper()
	if p.sample.Rows > 0 && p.first.notes.Rows != p.sample.Rows {
		p.fail("the notes count %d data rows; it has %d", p.first.notes.Rows, p.sample.Rows)
	}
	if strings.Contains(p.sample.Text, "\x00") {
		return // of another encoding, whose lines these are not
	}
	stands := map[int]bool{}
	for _, n := range p.first.spec.Nodes {
		stands[n.Pos.Line] = true
	}
	for _, l := range p.first.spec.Lines {
		stands[l.Pos.Line] = true
	}
	for _, n := range p.first.notes.List {
		stands[n.Pos.Line] = true
		for _, line := range numbers.FindAllString(n.Text, -1) {
			k, _ := strconv.Atoi(line)
			stands[k] = true
		}
	}
	lines := fileLines(p.sample.Text)
	for i, line := range lines {
		if stands[i+1] || strings.TrimSpace(line) == "" || p.sample.Mute != nil && p.sample.Mute(line) {
			continue
		}
		blank := slices.Clone(lines)
		blank[i] = ""
		got := p.read(strings.Join(blank, "\n"), source.Limits{}, "")
		if got.err == nil && sameSpec(got.spec, p.first.spec) {
			p.fail("line %d is lost: no record, line or note stands there, and if it is blank the organisation is the same:\n    %s", i+1, oneLine(line))
		}
	}
}

var numbers = regexp.MustCompile(`[0-9]+`)

// positions proves that records, lines and notes stand in the file, and records where it names
// them.
func (p *prover) positions() {
	p.Helper()
	lines := fileLines(p.sample.Text)
	plain := utf8.ValidString(p.sample.Text) && !strings.Contains(p.sample.Text, "\x00")
	for _, n := range p.first.spec.Nodes {
		what := "the record " + quote(string(n.ID))
		if !p.inside(what, n.Pos, lines, plain, true) || !plain || made(n.ID) {
			continue
		}
		if row := lines[n.Pos.Line-1]; !spells(row, string(n.ID)) && (n.Name == "" || !spells(row, n.Name)) {
			p.fail("%s stands at %s, and line %d has neither its id nor its name:\n    %s", what, n.Pos, n.Pos.Line, oneLine(row))
		}
	}
	for _, l := range p.first.spec.Lines {
		what := "the line " + quote(sentence(l))
		if !p.inside(what, l.Pos, lines, plain, true) || !plain || made(l.From) || made(l.To) {
			continue
		}
		if row := lines[l.Pos.Line-1]; !spells(row, string(l.From)) && !spells(row, string(l.To)) {
			p.fail("%s stands at %s, and line %d has neither of its ends:\n    %s", what, l.Pos, l.Pos.Line, oneLine(row))
		}
	}
	for _, n := range p.first.notes.List {
		p.inside("the note "+strconv.Quote(n.Text), n.Pos, lines, plain, false)
	}
}

// inside says that a position lies in the file; must that it may not be unknown.
func (p *prover) inside(what string, at orgmodel.Pos, lines []string, plain, must bool) bool {
	p.Helper()
	switch {
	case at == (orgmodel.Pos{}) && !must:
		return true
	case at.File != p.sample.Name:
		p.fail("%s stands in the file %q: want %q, as Input.Name says", what, at.File, p.sample.Name)
	case at.Line == 0 && !must:
		return true
	case at.Line < 1:
		p.fail("%s stands on no line of the file", what)
	case plain && at.Line > len(lines):
		p.fail("%s stands on line %d; the file has %d", what, at.Line, len(lines))
	case plain && (at.Column < 0 || at.Column > runesFrom(lines, at.Line)+1):
		p.fail("%s stands in column %d of line %d, which has %d runes: columns count runes, from 1", what, at.Column, at.Line, runesFrom(lines, at.Line))
	default:
		return true
	}
	return false
}

// runesFrom are the runes of a line; of one in which a quote is open, those of the next too,
// since a cell may hold an end of line.
func runesFrom(lines []string, line int) int {
	row, n := lines[line-1], 0
	for {
		n += utf8.RuneCountInString(row)
		if strings.Count(row, `"`)%2 == 0 || line == len(lines) {
			return n
		}
		row = lines[line]
		line++
	}
}

// made says that a reader made an id, which then need not stand in the file.
func made(id orgmodel.ID) bool {
	for _, prefix := range []string{"unit:", "person:", "group:"} {
		if strings.HasPrefix(string(id), prefix) {
			return true
		}
	}
	return false
}

// spells says that a row has a text in it, whatever its spaces and quotes.
func spells(row, text string) bool {
	squeeze := strings.NewReplacer(" ", "", "\t", "", `"`, "", `\`, "", "\u00a0", "", "\n", "")
	return strings.Contains(squeeze.Replace(row), squeeze.Replace(text))
}
