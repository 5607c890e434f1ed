package report_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
)

// quoted is what Text says of one finding at a place of a file with this content.
func quoted(t *testing.T, content string, pos orgmodel.Pos, path ...orgmodel.Line) string {
	t.Helper()
	r := report.Report{
		Findings: orgmodel.Findings{{Rule: "r", Message: "Wrong.", Pos: pos, Path: path}},
		Open:     func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil },
	}
	return written(t, format{"text", report.Text{Width: 80}.Write}, r)
}

// marked is what stands above the mark of a quoted row, columns counted in characters.
func marked(out string) string {
	lines := strings.Split(out, "\n")
	for i, l := range lines {
		if at := strings.IndexByte(l, '^'); i > 0 && at >= 0 {
			row := []rune(lines[i-1])
			n := strings.Count(l, "^")
			if n > 1 && at+n > len(row) {
				return "(a mark beyond the row)"
			}
			return string(row[at:min(at+n, len(row))])
		}
	}
	return "(no mark)"
}

func TestMarks(t *testing.T) {
	long := "E17," + strings.Repeat("something ", 100) + ",E99," + strings.Repeat("more", 100)
	for _, c := range []struct {
		what, content string
		line, column  int
		want          string
	}{
		{"a plain cell", "id,manager\nE1,E9\n", 2, 4, "E9"},
		{"the first cell", "id,manager\nE1,E9\n", 2, 1, "E1"},
		{"a quoted cell", "id,manager\n\"E1\",\"E\"\"9, x\"\n", 2, 6, `"E""9, x"`},
		{"an open quote", "id\n\"E1,x\n", 2, 1, `"E1`},
		{"semicolons", "id;manager\r\nE1;E9\r\n", 2, 4, "E9"},
		{"tabs", "id\tmanager\nE1\tE9\n", 2, 4, "E9"},
		{"an empty cell", "id,manager,x\nE1,,x\n", 2, 4, ","},
		{"the end of a row", "id,manager\nE1,\n", 2, 4, ""},
		{"beyond the end", "id,manager\nE1\n", 2, 40, ""},
		{"no column", "id,manager\nE1,E9\n", 2, 0, "E1"},
		{"an indented key", "posts:\n    pm-1: {name: X}\n", 2, 5, "pm-1"},
		{"an indented key without a column", "posts:\n    pm-1: {name: X}\n", 2, 0, "pm-1"},
		{"a value in braces", "a: {reports-to: b, x: y}\n", 1, 17, "b"},
		{"the last value in braces", "a: {reports-to: b}\n", 1, 17, "b"},
		{"a sentence and a comment", "- a reports-to b # why\n", 1, 3, "a reports-to b"},
		{"the key of a block", "posts:\n", 1, 1, "posts"},
		{"a cell far on the right", "x\n" + long, 2, 1006, "E99"},
		{"Windows-1252", "id,name\nAndr\xe9,E9\n", 2, 7, "E9"},
		{"UTF-16", "\xff\xfei\x00\n\x00a\x00,\x00b\x00", 2, 3, "b"},
		{"a byte order mark", "\xef\xbb\xbfid,name\n", 1, 4, "name"},
		{"carriage returns", "id,name\rE1,E9\r", 2, 4, "E9"},
		{"a heap of nothing", "", 1, 1, ""},
	} {
		out := quoted(t, c.content, orgmodel.Pos{File: "f.csv", Line: c.line, Column: c.column})
		if got := marked(out); got != c.want {
			t.Errorf("%s: %q is marked, want %q\n%s", c.what, got, c.want, out)
		}
		for l := range strings.Lines(out) {
			if n := len([]rune(l)); strings.Contains(l, "f.csv") && n > 81 {
				t.Errorf("%s: a row of %d columns: %s", c.what, n, l)
			}
		}
	}
}

// Wide characters take two columns of a terminal and marks none.
func TestMarkUnderWideText(t *testing.T) {
	out := quoted(t, "统计局,e\u0301,E9", orgmodel.Pos{File: "f.csv", Line: 1, Column: 8})
	lines := strings.Split(out, "\n")
	for i, l := range lines {
		if at := strings.IndexByte(l, '^'); at >= 0 {
			if want := len("    f.csv:1:8: ") + 6 + 1 + 1 + 1; at != want {
				t.Errorf("the mark stands in column %d, want %d\n%s\n%s", at, want, lines[i-1], l)
			}
			return
		}
	}
	t.Error("no mark")
}

// Where no row is at hand there is the place, and the path in words.
func TestUnquoted(t *testing.T) {
	at := orgmodel.Pos{File: "people.csv", Line: 3, Column: 9, Field: "manager"}
	line := orgmodel.Line{From: "E1", Rel: orgmodel.ReportsTo, To: "E2", Pos: at}
	want := "    at: people.csv:3:9 [manager]\n    by: E1 reports-to E2\n"
	f := orgmodel.Findings{{Rule: "r", Message: "Wrong.", Pos: at, Path: []orgmodel.Line{line}}}
	gone := func(string) (io.ReadCloser, error) { return nil, errors.New("gone") }
	breaks := func(string) (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(strings.NewReader("a\nb\nc\n"), failing{})), nil
	}
	book := func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("PK\x03\x04\n\n\n")), nil }
	short := func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("a\nb")), nil }
	wide := func(string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader("\n\n" + strings.Repeat("x", 70_000))), nil
	}
	for i, open := range []func(string) (io.ReadCloser, error){nil, gone, breaks, book, short, wide} {
		out := written(t, format{"text", report.Text{}.Write}, report.Report{Findings: f, Open: open})
		if !strings.Contains(out, want) {
			t.Errorf("%d: %s", i, out)
		}
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

// A path longer than the rows quoted stands there in words; a finding's rows are each shown once.
func TestPathRows(t *testing.T) {
	at := func(line int) orgmodel.Pos { return orgmodel.Pos{File: "f.csv", Line: line, Column: 1} }
	hop := func(line int) orgmodel.Line {
		return orgmodel.Line{From: "a", Rel: orgmodel.ReportsTo, To: "b", Pos: at(line)}
	}
	rows := strings.Repeat("row\n", 20)
	out := quoted(t, rows, at(1), hop(1), hop(2), hop(3), hop(2))
	if strings.Contains(out, "by:") || strings.Count(out, "row\n") != 3 || strings.Count(out, "---") != 2 {
		t.Error(out)
	}
	out = quoted(t, rows, at(1), hop(1), hop(2), hop(3), hop(4), hop(5), hop(6), hop(7), hop(8), hop(9), hop(10))
	if !strings.Contains(out, "by: a reports-to b; ") || !strings.Contains(out, "... 10 lines in all") || strings.Count(out, "row\n") != 1 {
		t.Error(out)
	}
}

// A file is opened once, and only if a finding that is shown names it.
func TestOpensWhatItShows(t *testing.T) {
	opened := map[string]int{}
	r := many(100)
	open := r.Open
	r.Open = func(file string) (io.ReadCloser, error) { opened[file]++; return open(file) }
	r.Findings = append(r.Findings, orgmodel.Finding{Rule: "rule-3", Message: "Not shown.", Pos: orgmodel.Pos{File: "other.csv", Line: 1}})
	written(t, format{"text", report.Text{}.Write}, r)
	if opened["people.csv"] != 1 || len(opened) != 1 {
		t.Error(opened)
	}
}
