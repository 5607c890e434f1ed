package table_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/table"
)

func TestErrors(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"empty", "", "t.csv: the file is empty. Give a table whose first row names its columns"},
		{"blank", " \r\n\n", "t.csv: the file has no text in it. Give a table whose first row names its columns"},
		{"no header", "E1,Ada,E2\nE2,Bo,\n", `t.csv:1:1: no column of this header is known as an id or a name: found "E1", "Ada", "E2". ` +
			`Name the columns in the first row (id, name, title, manager, unit), or say which they are, as --map "Personalnr=id" --map "Chef=manager"`},
		{"no id and no name", "title,manager\nDev,1\n", `t.csv:1:1: no column of this header is known as an id or a name: found "title", "manager". ` +
			`Name the columns in the first row (id, name, title, manager, unit), or say which they are, as --map "Personalnr=id" --map "Chef=manager"`},
		{"another separator", "x#y#z\n1#2#3\n", `t.csv:1:1: no column of this header is known as an id or a name: found "x#y#z". ` +
			`Name the columns in the first row (id, name, title, manager, unit), or say which they are, as --map "Personalnr=id" --map "Chef=manager"; there is one column only: separate cells by comma, semicolon, tab or bar`},
		{"quote never closed", "id,name\n1,Ada\n2,\"Bo\n3,Cy\n", `t.csv:3:3: the quote that opens this cell is never closed, or closes in the middle of another row. ` +
			`Close it, or write a quote that is meant as a character as "" in a quoted cell`},
		{"quote closes in another row", "id,name\n2,é\"\n3,\"Bo\n4,C\"y\n", `t.csv:3:3: the quote that opens this cell is never closed, or closes in the middle of another row. ` +
			`Close it, or write a quote that is meant as a character as "" in a quoted cell`},
		{"workbook", "PK\x03\x04xx", "t.csv: this is a ZIP archive or a workbook (xlsx, ods), not text: save its sheet as CSV"},
		{"binary", "\x7fELF\x02\x00\x00,\n", `t.csv: this is no text: its first row has NUL bytes. Give a table as text, such as CSV`},
		{"too wide", "id" + strings.Repeat(",", 1<<14) + "\n", "t.csv:1:1: a row of more than 16384 cells: no table is so wide. Check the separator and the ends of lines"},
	} {
		o, _, err := table.Read("t.csv", strings.NewReader(c.in))
		if err == nil || err.Error() != c.want || o != nil {
			t.Errorf("%s:\n%v\nwant\n%s", c.what, err, c.want)
		}
	}
}

// TestWideRow holds that a row of separators costs no more than its text: its cells would take
// twenty-four times as much.
func TestWideRow(t *testing.T) {
	const wide = 4 << 20
	for _, quote := range []string{"", `"x"`} {
		in := "id,name\n1,Ada\n2," + quote + strings.Repeat(",", wide) + "\n"
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := table.Read("t.csv", strings.NewReader(in))
		runtime.ReadMemStats(&after)
		if err == nil || !strings.HasPrefix(err.Error(), "t.csv:3:1: a row of more than 16384 cells") {
			t.Errorf("%v", err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 10*wide {
			t.Errorf("a row of %d bytes took %d", wide, used)
		}
	}
}

func TestLimits(t *testing.T) {
	long := strings.Repeat("x", 10<<20)
	for _, c := range []struct {
		what, in string
		limits   source.Limits
		limit    string
		at       string
	}{
		{"cell of 10 MB", "id,name\n1,é\n2," + long + "\n", source.Limits{}, "Cell", "t:3:3"},
		{"quoted cell of 10 MB", "id,name\n1,é\n2,\"" + long + "\"\n", source.Limits{}, "Cell", "t:3:3"},
		{"last cell of 10 MB", "id,name\n1," + long, source.Limits{}, "Cell", "t:2:3"},
		{"bytes", "id,name\n1,Ada\n", source.Limits{Bytes: 10}, "Bytes", "t"},
		{"rows", "id,name\n1,Ada\n2,Bo\n3,Cy\n", source.Limits{Rows: 2}, "Rows", "t:4:1"},
	} {
		_, err := (table.Reader{}).Read(context.Background(), new(orgmodel.Builder), source.Input{Name: "t", Reader: strings.NewReader(c.in), Limits: c.limits})
		var l *source.LimitError
		if !errors.As(err, &l) || l.Limit != c.limit || l.Pos.String() != c.at || !errors.Is(err, source.ErrLimit) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	if _, err := (table.Reader{}).Read(context.Background(), new(orgmodel.Builder), source.Input{Name: "t", Reader: strings.NewReader("id,name\n1," + long), Limits: source.Limits{Cell: -1}}); err != nil {
		t.Errorf("no limit: %v", err)
	}
}

// TestFaults holds that faulty rows become records, lines and notes as they stand.
func TestFaults(t *testing.T) {
	for _, c := range []reading{
		{"header only", "id,name\n", "", "0:0 The table has a header and no rows.\n"},
		{"header without a line end", "id,name", "", "0:0 The table has a header and no rows.\n"},
		{"ragged", "id,name,manager\n1\n2,Bo,1,x,,y\n3,Cy,1,\n\n,,\n4,Di\n", lines(`person 1 "" 2:1[id]`, `person 2 "Bo" column 4=x column 6=y 3:1[id]`, `person 3 "Cy" 4:1[id]`, `person 4 "Di" 7:1[id]`,
			"2 reports-to 1 3:6[manager]", "3 reports-to 1 4:6[manager]"),
			"2:1 2 rows with fewer cells than the header, read as if the rest were empty: lines 2, 7.\n3:1 1 row with more cells than the header, kept as attributes by number: line 3.\n"},
		{"more than the header alone", "id\n,x\n", lines(`person  "" column 2=x 2:1[id]`), "2:1 1 row with more cells than the header, kept as attributes by number: line 2.\n2:1 1 row without an id, kept: line 2.\n"},
		{"repeated and empty ids", "id,name,manager\n1,Ada,\n1,Bo,2\n,Cy,1\n,Di,\n", lines(`person 1 "Ada" 2:1[id]`, `person 1 "Bo" 3:1[id]`, `person  "Cy" 4:1[id]`, `person  "Di" 5:1[id]`,
			"1 reports-to 2 3:6[manager]", " reports-to 1 4:5[manager]"), "4:1 2 rows without an id, kept: lines 4, 5.\n"},
		{"unknown, blank and own manager", "id,manager\n1,9\n2,\n3,3\n", lines(`person 1 "" 2:1[id]`, `person 2 "" 3:1[id]`, `person 3 "" 4:1[id]`, "1 reports-to 9 2:3[manager]", "3 reports-to 3 4:3[manager]"), ""},
		{"loop of two", "id,manager\n1,2\n2,1\n", lines(`person 1 "" 2:1[id]`, `person 2 "" 3:1[id]`, "1 reports-to 2 2:3[manager]", "2 reports-to 1 3:3[manager]"), ""},
		{"quotes inside", "id,name\n1,5\" Ada\n2,\"Bo\" Li\n", lines(`person 1 "5\" Ada" 2:1[id]`, `person 2 "Bo Li" 3:1[id]`), "2:3 2 cells with a quote where none belongs, read as it stands: lines 2, 3.\n"},
		{"NUL and control characters", "id,name,manager\n\x00,A\x01,\na\x00b,B\x1b[0m,\x00\n", lines("person \x00 \"A\\x01\" 2:1[id]", "person a\x00b \"B\\x1b[0m\" 3:1[id]", "a\x00b reports-to \x00 3:11[manager]"), ""},
		{"bad UTF-8", "id,name\n\xc3\xa9\xff,x\n", lines("person éÿ \"x\" 2:1[id]"), "0:0 Read as UTF-8 with bytes of Windows-1252 in it.\n"},
		{"right to left, combining marks", "id,name,manager\n\u202eA,e\u0301,\n\u05d0\u0301,\u05d1,\u202eA\n", lines("person \u202eA \"e\u0301\" 2:1[id]", "person \u05d0\u0301 \"\u05d1\" 3:1[id]", "\u05d0\u0301 reports-to \u202eA 3:6[manager]"), ""},
		{"an id like a unit's", "id,unit\nunit:X,X\n", lines(`person unit:X "" 2:1[id]`, `unit unit:X "X" 2:8[unit]`, "unit:X part-of unit:X 2:8[unit]"), ""},
	} {
		c.check(t, table.Reader{})
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := (table.Reader{}).Read(ctx, new(orgmodel.Builder), source.Input{Name: "t", Reader: strings.NewReader("id\n1\n")})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestCancelledMatching holds that a caller who gives up while managers are sought by name need
// not wait for all of them.
func TestCancelledMatching(t *testing.T) {
	var in strings.Builder
	in.WriteString("id,name,manager\n")
	for i := range 20_000 {
		fmt.Fprintf(&in, "%d,Name %d,Gone %d\n", i, i, i)
	}
	ctx := &calls{Context: context.Background()}
	read := func() error {
		_, err := (table.Reader{}).Read(ctx, new(orgmodel.Builder), source.Input{Name: "t", Reader: strings.NewReader(in.String())})
		return err
	}
	if err := read(); err != nil {
		t.Fatal(err)
	}
	if ctx.left, ctx.n = ctx.n-1, 0; ctx.left < 10 {
		t.Fatalf("the context is asked %d times only", ctx.left)
	}
	if err := read(); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// calls is done when it has been asked left times; 0 is never.
type calls struct {
	context.Context
	n, left int
}

func (c *calls) Err() error {
	if c.n++; c.left > 0 && c.n > c.left {
		return context.Canceled
	}
	return nil
}

// TestLarge holds shapes that break recursion and squares: loops, chains and stars, each
// manager named by id or by name.
func TestLarge(t *testing.T) {
	n := 1_000_000
	if testing.Short() {
		n = 100_000 // a tenth shows the same shapes in less time
	}
	for _, c := range []struct {
		what string
		n    int
		boss func(i int) string
	}{
		{"loop", 100_000, func(i int) string { return fmt.Sprint((i + 1) % 100_000) }},
		{"chain", n, func(i int) string { return fmt.Sprint(i - 1) }},
		{"star", n, func(i int) string { return "0" }},
		{"unknown managers", 100_000, func(i int) string { return fmt.Sprint("gone", i) }},
		{"managers by name", 100_000, func(i int) string { return fmt.Sprint("NAME ", i/2) }},
	} {
		var in strings.Builder
		in.WriteString("id,name,manager\n")
		for i := range c.n {
			fmt.Fprintf(&in, "%d,Name %d,%s\n", i, i, c.boss(i))
		}
		o, notes, err := table.Read(c.what, strings.NewReader(in.String()))
		if err != nil || notes.Rows != c.n || o.Len() != c.n || o.Lines() != c.n {
			t.Errorf("%s: %d rows, %v", c.what, notes.Rows, err)
			continue
		}
		ghosts := 0
		for range o.Ghosts() {
			ghosts++
		}
		want := map[string]int{"unknown managers": c.n, "chain": 1}[c.what]
		if last := orgmodel.Ref(c.n - 1); ghosts != want || o.Pos(last).Line != c.n+1 {
			t.Errorf("%s: %d ghosts, want %d; last at %v", c.what, ghosts, want, o.Pos(last))
		}
	}
}
