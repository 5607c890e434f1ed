package organogram_test

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/organogram"
)

func readRaw(text string, limits source.Limits) (*orgmodel.Org, source.Notes, error) {
	var b orgmodel.Builder
	notes, err := organogram.Reader{}.Read(context.Background(), &b, source.Input{Name: "f.csv", Reader: strings.NewReader(text), Size: int64(len(text)), Limits: limits})
	return b.Org(), notes, err
}

func TestNoOrganogram(t *testing.T) {
	for _, c := range []struct{ in, at, says string }{
		{"", "f.csv", "the file is empty"},
		{" ,\n\n", "f.csv", "the file is empty"},
		{"\xef\xbb\xbf", "f.csv", "the file is empty"},
		{"id,name\n1,Ada\n", "f.csv:1:1", "neither senior nor junior"},
		{"\n\nPost Unique Reference,Name\n", "f.csv:3:1", `the header of senior posts has no column "Reports to Senior Post"`},
		{"Generic Job Title;Grade\n", "f.csv:1:1", `the header of junior posts has no column "Reporting Senior Post"`},
		{"PK\x03\x04....", "f.csv", "workbook"},
	} {
		_, _, err := readRaw(c.in, source.Limits{})
		var e *source.Error
		if !errors.As(err, &e) {
			t.Errorf("%q: error %v", c.in, err)
		} else if e.Pos.String() != c.at || !strings.Contains(e.Found, c.says) || e.Fix == "" {
			t.Errorf("%q: error %v, fix %q", c.in, err, e.Fix)
		}
		if c.says != "the header" && organogram.Format().Match("senior.csv", []byte(c.in)) != 0 {
			t.Errorf("%q matches", c.in)
		}
	}
}

func TestLimits(t *testing.T) {
	text := senior("Post=1;Name=Ada", "Post=2;Name=Bo")
	for _, c := range []struct {
		limits source.Limits
		limit  string
		option string
	}{
		{source.Limits{Bytes: int64(len(text)) - 1}, "Bytes", "--max-bytes"},
		{source.Limits{Rows: 1}, "Rows", "--max-rows"},
		{source.Limits{Cell: 20}, "Cell", "--max-cell"}, // a header is longer
	} {
		_, _, err := readRaw(text, c.limits)
		var e *source.LimitError
		if !errors.Is(err, source.ErrLimit) || !errors.As(err, &e) || e.Limit != c.limit || e.Option != c.option || e.Pos.File != "f.csv" {
			t.Errorf("%+v: error %v", c.limits, err)
		}
	}
	if _, _, err := readRaw(text, source.Limits{Bytes: int64(len(text)), Rows: 2, Cell: 31}); err != nil {
		t.Errorf("at the limits: %v", err)
	}
	long := strings.Repeat("x", 10<<20)
	if _, _, err := readRaw(senior("Post=1;Job Title="+long), source.Limits{}); !errors.Is(err, source.ErrLimit) {
		t.Errorf("a cell of 10 MB: %v", err)
	}
	o, _, err := readRaw(senior("Post=1;Job Title="+long), source.Limits{Cell: -1})
	if r, ok := o.Find("1"); err != nil || !ok || o.NameOf(r) != long {
		t.Errorf("a cell of 10 MB that may be: %v", err)
	}
}

// TestWideRow holds that a row of separators is given up where it becomes too wide.
func TestWideRow(t *testing.T) {
	_, _, err := readRaw(senior("Post=1;Name=Ada")+"2"+strings.Repeat(",", 1<<14)+"\n", source.Limits{})
	if err == nil || !strings.Contains(err.Error(), "a row of more than 16384 cells") {
		t.Errorf("%v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var b orgmodel.Builder
	_, err := organogram.Reader{}.Read(ctx, &b, source.Input{Reader: strings.NewReader(senior("Post=1"))})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// TestForm holds what is said about the form of a file, and that its rows survive.
func TestForm(t *testing.T) {
	const head = "Post Unique Reference,Name,Grade,Job Title,Job/Team Function,Parent Department,Organisation,Unit,Reports to Senior Post,Salary Cost of Reports,FTE,Actual Pay Floor,Actual Pay Ceiling,Professional/Occupational Group"
	utf16Of := func(s string) string {
		b := []byte("\xff\xfe")
		for _, u := range utf16.Encode([]rune(s)) {
			b = binary.LittleEndian.AppendUint16(b, u)
		}
		return string(b)
	}
	for _, c := range []struct {
		name, in string
		ids      []string // of posts
		notes    []string
	}{
		{"header only", head + "\n", nil, []string{"f.csv The file has a header of senior posts and no row."}},
		{"header only, a blank row", head + "\n , ,\t\n\n", nil, []string{"no row."}},
		{"no line feed at the end", head + "\n1", []string{"1"}, []string{"f.csv:2:1 1 row has fewer cells"}},
		{"ragged", head + "\n1,A\n2,,,,,,,,,,,,,,,\n3,,,,,,,,,,,,,,x,y\n4,,,,,,,,,,,,,,z\n", []string{"1", "2", "3", "4"},
			[]string{"f.csv:2:1 1 row has fewer cells", "f.csv:4:16 2 rows have cells beyond the header"}},
		{"a column twice", head + ",FTE\n1,,,,,,,,,,0.5,,,,1\n", []string{"1"}, []string{`f.csv:1:216 [FTE] The column "FTE" stands here again: the first counts.`, `f.csv:2:19 [FTE] 1 row has something in column 15 ("FTE"), which is not read.`}},
		{"a column of one's own", head + ",Desk\n1,,,,,,,,,,,,,,W4\n", []string{"1"}, []string{`f.csv:2:16 [Desk] 1 row has something in column 15 ("Desk"), which is not read.`}},
		{"missing columns", "Reports to Senior Post,post  unique REFERENCE \nXX,1\n", []string{"1"}, slices.Repeat([]string{"f.csv:1:1 The header has no column"}, 12)},
		{"byte order mark", "\xef\xbb\xbf" + head + "\r\n1,,,,,,,,,,,,,\r\n", []string{"1"}, []string{"f.csv The text is UTF-8 with a byte order mark."}},
		{"Windows-1252", head + "\n1,Zo\xeb,,,,,,,,,,,,\n", []string{"1"}, []string{"f.csv The text is Windows-1252."}},
		{"UTF-16 and tabs", utf16Of(strings.ReplaceAll(head, ",", "\t") + "\r\n1\tZoë\t\t\t\t\t\t\t\t\t\t\t\t\r\n"), []string{"1"}, []string{"The text is UTF-16", "The cells are separated by tabs."}},
		{"semicolons", strings.ReplaceAll(head, ",", ";") + "\n1;;;;;;;;;;;;;\n", []string{"1"}, []string{"separated by semicolons"}},
		{"carriage returns", head + "\r1,,,,,,,,,,,,,\r2,,,,,,,,,,,,,\r", []string{"1", "2"}, nil},
		{"a quote never closed", head + "\n1,\"Ada,,,,,,,,,,,,\n2,Bo,,,,,,,,,,,,\n", []string{"1", "2"}, []string{"f.csv:2:3 The cell opens a quote that is not closed"}},
		{"a quote closed in another row", head + "\n1,\"Ada,,,,,,,,,,,,\n2,\"Bo\",,,,,,,,,,,,\n3,Cy,,,,,,,,,,,,\n", []string{"1", "2", "3"}, []string{"f.csv:2:3 The cell opens a quote that is not closed"}},
		{"text after a quote", head + "\n1,\"Ada\" O,,,,,,,,,,,,\n2,5\" pipe,,,,,,,,,,,,\n", []string{"1", "2"},
			[]string{"f.csv:2:3 The cell goes on after its closing quote.", "f.csv:3:3 The cell has a quote in the middle"}},
		{"NUL, controls, directions", head + "\nA\x00\x07,\u202eAda\u0301,,,,,,,a\x00,,,,,\n\u05d0,,,,,,,,,,,,,\n", []string{"A\x00\x07", "\u05d0"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, notes, err := readRaw(c.in, source.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if m := organogram.Format().Match("x", []byte(c.in)); m != 10 {
				t.Errorf("match %d", m)
			}
			var ids []string
			for r := range o.OfKind(orgmodel.Post) {
				ids = append(ids, string(o.ID(r)))
			}
			if !slices.Equal(ids, c.ids) || notes.Rows != len(c.ids) {
				t.Errorf("ids %q in %d rows, want %q", ids, notes.Rows, c.ids)
			}
			if len(notes.List) != len(c.notes) {
				t.Fatalf("notes %v", notes.List)
			}
			for i, n := range notes.List {
				if s := n.Pos.String() + " " + n.Text; !strings.Contains(s, c.notes[i]) {
					t.Errorf("note %q, want %q", s, c.notes[i])
				}
			}
		})
	}
}

// TestManyBrokenQuotes holds that a file full of them has 20 of them named, beside its repeats.
func TestManyBrokenQuotes(t *testing.T) {
	text := senior() + strings.Repeat("x,\"y\n", 50_000)
	_, notes, err := readRaw(text, source.Limits{})
	if err != nil || notes.Rows != 50_000 || len(notes.List) != 49_999+21+1 {
		t.Errorf("%d rows, %d notes, error %v", notes.Rows, len(notes.List), err)
	}
}

// TestShapes reads organisations that trip whoever walks them without care.
func TestShapes(t *testing.T) {
	row := func(id, boss string) string { return id + ",N/D," + boss + "\n" }
	const head = "Post Unique Reference,Name,Reports to Senior Post\n"
	n := 1_000_000
	if testing.Short() {
		n = 10_000
	}
	var chain, star, ring strings.Builder
	chain.WriteString(head)
	star.WriteString(head)
	ring.WriteString(head)
	for i := range n {
		chain.WriteString(row(fmt.Sprint(i), fmt.Sprint(i+1)))
		star.WriteString(row(fmt.Sprint(i), "boss"))
	}
	for i := range 100_000 {
		ring.WriteString(row(fmt.Sprint("r", i), fmt.Sprint("r", (i+1)%100_000)))
	}
	for _, c := range []struct {
		name, in    string
		rows, knots int
		ghosts      int
		deep        int
	}{
		{"self", head + row("1", "1"), 1, 0, 0, 0},
		{"two", head + row("1", "2") + row("2", "1"), 2, 1, 0, 1},
		{"ring", ring.String(), 100_000, 1, 0, 99_999},
		{"chain", chain.String(), n, 0, 1, n},
		{"star", star.String() + row("boss", "XX"), n + 1, 0, 0, 1},
		{"unknown", head + row("1", "nobody") + row("2", ""), 2, 0, 1, 1},
	} {
		o, notes, err := readRaw(c.in, source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		ghosts := 0
		for range o.Ghosts() {
			ghosts++
		}
		if notes.Rows != c.rows || o.Len() != c.rows || len(o.Knots()) != c.knots || ghosts != c.ghosts || o.Depth(o.Deepest()) != c.deep {
			t.Errorf("%s: %d rows, %d nodes, %d knots, %d ghosts, deepest %d", c.name, notes.Rows, o.Len(), len(o.Knots()), ghosts, o.Depth(o.Deepest()))
		}
	}
}

// TestOneReferenceForAll reads many rows that share one reference.
func TestOneReferenceForAll(t *testing.T) {
	var b strings.Builder
	b.WriteString("Post Unique Reference,Name,Job Title,Reports to Senior Post\n")
	for i := range 20_000 {
		fmt.Fprintf(&b, "1,Holder %d,T%d,B\n", i, i%7)
	}
	o, notes, err := readRaw(b.String(), source.Limits{})
	if err != nil || notes.Rows != 20_000 {
		t.Fatal(notes.Rows, err)
	}
	posts, people := 0, 0
	for range o.OfKind(orgmodel.Post) {
		posts++
	}
	for range o.OfKind(orgmodel.Person) {
		people++
	}
	if posts != 7 || people != 20_000 {
		t.Errorf("%d posts, %d people", posts, people)
	}
}
