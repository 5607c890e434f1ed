package table

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// A sheet is a table whose header is read: the scanner stands at the first row of data.
type sheet struct {
	s    *scanner
	cols []column
}

// lookahead is how many rows may stand above the header.
const lookahead = 20

var separators = []byte{',', ';', '\t', '|'}

var separatorNames = map[byte]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "bar"}

func separatorName(sep byte) string {
	if n, ok := separatorNames[sep]; ok {
		return n
	}
	return fmt.Sprintf("%q", sep)
}

// open finds the separator and the header.
func (rd Reader) open(file string, text []byte, mapping map[string]Field, limits source.Limits, notes *source.Notes) (*sheet, error) {
	sep, from := rd.Separator, 0
	if len(text) > 5 && strings.EqualFold(string(text[:4]), "sep=") && (text[5] == '\n' || text[5] == '\r') {
		if from = 5; sep == 0 {
			sep = text[4]
		}
	}
	if sep == 0 {
		sep = separator(file, text, mapping)
	}
	if sep != ',' {
		notes.Add(orgmodel.Pos{File: file}, "Cells are separated by %s.", separatorName(sep))
	}
	s := newScanner(file, text, sep, limits.Cell)
	s.pos = from
	at, best := header(s, mapping)
	var above []string
	for {
		ok, err := s.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, &source.Error{Pos: orgmodel.Pos{File: file}, Found: "the file has no row", Fix: "Give a table whose first row names its columns"}
		}
		if best == 0 {
			return nil, noColumn(s, rd.Mapping)
		}
		if s.row.start == at {
			break
		}
		above = append(above, s.row.cells[0].text)
	}
	if len(above) > 0 {
		notes.Add(s.place(s.row.start), "The header stands here; the rows above it are not read, the first of them begins with %q.", clip(above[0]))
	}
	headers := make([]string, len(s.row.cells))
	for i, c := range s.row.cells {
		headers[i] = c.text
	}
	t := &sheet{s, assign(headers, mapping)}
	t.note(notes)
	if idle := rd.Mapping.idle(headers); len(idle) > 0 {
		notes.Add(s.place(s.row.start), "The mapping is of columns that are not here: %s.", strings.Join(idle, ", "))
	}
	return t, nil
}

// header gives the offset of the row that reads most like a header, and its score, which is 0
// where none does.
func header(s *scanner, mapping map[string]Field) (at, best int) {
	probe := *s
	probe.row.cells, probe.loose = nil, tally{}
	for range lookahead {
		if ok, err := probe.next(); !ok || err != nil {
			break
		}
		var headers []string
		for _, c := range probe.row.cells {
			headers = append(headers, c.text)
		}
		if len(headers) > 4096 {
			headers = headers[:4096]
		}
		if n := score(headers, mapping); n > best {
			at, best = probe.row.start, n
		}
	}
	return at, best
}

// separator is the one that finds most fields in a header; where none does, the one that
// splits the first row most.
func separator(file string, text []byte, mapping map[string]Field) byte {
	head := text[:min(len(text), 64<<10)]
	sep, most, cells := byte(','), 0, 1
	try := separators
	if ext := strings.ToLower(path.Ext(file)); ext == ".tsv" || ext == ".tab" {
		try = []byte{'\t', ',', ';', '|'}
		sep = '\t'
	}
	for _, c := range try {
		s := newScanner(file, head, c, len(head))
		_, n := header(s, mapping)
		k := 0
		if ok, err := s.next(); ok && err == nil {
			k = len(s.row.cells)
		}
		if n > most || n == most && k > cells {
			sep, most, cells = c, n, k
		}
	}
	return sep
}

// noColumn is the error about a table that does not say who its rows are about.
func noColumn(s *scanner, mapping Mapping) error {
	var found, headers []string
	for _, c := range s.row.cells {
		headers = append(headers, c.text)
		if strings.IndexByte(c.text, 0) >= 0 {
			return &source.Error{Pos: orgmodel.Pos{File: s.file}, Found: "this is no text: its first row has NUL bytes", Fix: "Give a table as text, such as CSV"}
		}
	}
	for i, c := range s.row.cells {
		if i == 12 {
			found = append(found, "...")
			break
		}
		found = append(found, fmt.Sprintf("%q", clip(c.text)))
	}
	fix := `Name the columns in the first row (id, name, title, manager, unit), or say which they are, as --map "Personalnr=id" --map "Chef=manager"`
	if len(found) == 1 {
		fix += "; there is one column only: separate cells by comma, semicolon, tab or bar"
	}
	if idle := mapping.idle(headers); len(idle) > 0 {
		fix += "; the mapping is of columns that are not here: " + strings.Join(idle, ", ")
	}
	return &source.Error{Pos: s.place(s.row.start), Found: "no column of this header is known as an id or a name: found " + strings.Join(found, ", "), Fix: fix}
}

func clip(s string) string {
	if r := []rune(s[:min(len(s), 400)]); len(r) > 60 {
		return string(r[:60]) + "..."
	}
	return s
}

// note says what the columns were taken for.
func (t *sheet) note(notes *source.Notes) {
	var read, kept, dropped []string
	for i, c := range t.cols {
		switch {
		case c.field == Ignored:
			dropped = append(dropped, fmt.Sprintf("%q", clip(c.header)))
		case c.field != Attribute:
			read = append(read, fmt.Sprintf("%s from %q", c.field, clip(c.header)))
		case c.rival >= 0:
			kept = append(kept, fmt.Sprintf("%q (%s is %q)", clip(c.header), t.cols[c.rival].field, clip(t.cols[c.rival].header)))
		default:
			kept = append(kept, fmt.Sprintf("%q", clip(c.key)))
		}
		if i >= 200 {
			break
		}
	}
	text := "Columns: " + strings.Join(read, ", ")
	if len(kept) > 0 {
		text += "; kept as attributes: " + strings.Join(kept, ", ")
	}
	if len(dropped) > 0 {
		text += "; not read, as the mapping says: " + strings.Join(dropped, ", ")
	}
	if !slices.ContainsFunc(t.cols, func(c column) bool { return c.field == Manager || c.field == ManagerPost }) {
		text += `; none of managers, so that no row reports to anybody: map one, as --map "Chef=manager"`
	}
	notes.Add(t.s.place(t.s.row.start), "%s.", text)
}
