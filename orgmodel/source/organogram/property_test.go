package organogram_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/organogram"
)

// covered fails unless every row of one file is the position of a node or of a note. It finds
// the rows by itself only in so far as their number goes.
func covered(t testing.TB, o *orgmodel.Org, notes source.Notes) {
	t.Helper()
	lines := map[int]bool{}
	for r := range o.Nodes() {
		if o.Kind(r) != orgmodel.Unit {
			lines[o.Pos(r).Line] = true
		}
	}
	for _, n := range notes.List {
		if strings.HasPrefix(n.Text, "The row ") {
			if lines[n.Pos.Line] {
				t.Errorf("line %d is both a record and left out", n.Pos.Line)
			}
			lines[n.Pos.Line] = true
		}
	}
	if len(lines) != notes.Rows {
		t.Errorf("%d rows, %d of them in records or notes", notes.Rows, len(lines))
	}
}

// random makes rows that run into each other: few references, few names, few titles.
func random(rng *rand.Rand) (header []string, rows []string) {
	pick := func(s ...string) string { return s[rng.IntN(len(s))] }
	senior := rng.IntN(3) > 0
	for range rng.IntN(25) {
		ref := pick("1", "2", "3", "4", " 4", "0", "", "N/D", "Eliminated", "x/y", "A#2")
		boss := pick("1", "2", "3", "9", "XX", "xx", "", "0", "N/A", "Vacant")
		where := fmt.Sprintf("Parent=%s;Organisation=%s;Unit=%s;", pick("D", "", "N/A"), pick("O", "O/2", ""), pick("U", "u/2", "", "0"))
		if senior {
			rows = append(rows, where+fmt.Sprintf("Post=%s;Name=%s;Job Title=%s;Reports=%s;FTE=%s;Actual Pay Floor=%s;Notes=%s", ref,
				pick("Ada", "Bo", "Ada#2", "N/D", "", "Vacant", "Eliminated"), pick("T", "U"), boss, pick("1", "0.5", "", "half"), pick("", "70000", "?"), pick("", "n")))
		} else {
			rows = append(rows, where+fmt.Sprintf("Reporting=%s;Grade=%s;Generic=%s;Number=%s", boss, pick("AO", "EO"), pick("T", "U/T"), pick("1", "2", "few")))
		}
	}
	if senior {
		return seniorHeader, rows
	}
	return juniorHeader, rows
}

func TestShuffle(t *testing.T) {
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 1))
		header, rows := random(rng)
		o, notes := read(t, table(header, rows...))
		covered(t, o, notes)
		if notes.Rows != len(rows) {
			t.Errorf("seed %d: %d rows of %d", seed, notes.Rows, len(rows))
		}
		want := records(o)
		for range 3 {
			rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
			p, again := read(t, table(header, rows...))
			covered(t, p, again)
			diff(t, records(p), want)
		}
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, strings.Join(rows, "\n"))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(harbourSenior))
	f.Add([]byte(harbourJunior))
	f.Add([]byte("\xef\xbb\xbfPost Unique Reference\tReports to Senior Post\r\n\"1\"\t\"X\nX\"\"\"\r\n0\t1\n1\t1"))
	for seed := range uint64(4) {
		header, rows := random(rand.New(rand.NewPCG(seed, 2)))
		f.Add([]byte(table(header, rows...)))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		o, notes, err := readRaw(string(b), source.Limits{})
		if err == nil {
			covered(t, o, notes)
		} else if notes.Rows > 0 {
			t.Errorf("error after the rows were found: %v", err)
		}
	})
}

// TestRealFiles reads every CSV under the folder named by ORGCHART_DATA: each must be an
// organogram whose rows are all accounted for.
func TestRealFiles(t *testing.T) {
	dir := os.Getenv("ORGCHART_DATA")
	if dir == "" {
		t.Skip("ORGCHART_DATA names no folder of published organograms")
	}
	fsys := os.DirFS(dir)
	var names []string
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".csv") {
			names = append(names, path)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatalf("%d files, error %v", len(names), err)
	}
	slices.Sort(names)
	for _, f := range source.FromFS(fsys, names...) {
		o, notes, err := source.Load(context.Background(), []source.Format{organogram.Format()}, source.Limits{}, f)
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		covered(t, o, notes)
		if notes.Rows == 0 {
			t.Logf("%s has no rows", f.Name)
		}
	}
}
