package titles_test

import (
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// organograms is the folder of published files, by ORGCHART_DATA.
func organograms(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ORGCHART_DATA")
	if dir == "" {
		t.Skip("ORGCHART_DATA names no folder of published organograms")
	}
	if under := filepath.Join(dir, "organograms"); exists(under) {
		dir = under
	}
	return dir
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// row is a row of a published file, which it is named by: the file, and the number of the row
// without the header.
type row struct {
	file   string
	number int
	title  string
	senior bool
}

// wide are words near the roles that the patterns know: a title with one of them may speak of such a
// role, and most do not.
var wide = strings.Fields(`project projects programme programmes program portfolio pmo ppm it ict digital technology infrastructure
	developer development software application applications analyst analysis product service services sponsor sro responsible
	owner operations operational manager management head lead administrator support coordinator change benefits pm ba po cio systems information`)

// seed is that of the draw and of the halves.
const seed = 20260401

// rows are those of the published files in a folder that have a title, by file and number.
func rows(t *testing.T, dir string) []row {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	var all []row
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(f)
		r.LazyQuotes, r.FieldsPerRecord = true, -1
		table, err := r.ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		at := -1
		for i, cells := range table {
			if i == 0 {
				at = slices.IndexFunc(cells, func(h string) bool { return strings.HasSuffix(h, "Job Title") })
				continue
			}
			if at >= 0 && at < len(cells) && strings.TrimSpace(cells[at]) != "" {
				all = append(all, row{filepath.Base(name), i, cells[at], strings.Contains(name, "-senior")})
			}
		}
	}
	return all
}

func plain(title string) string { return strings.ToLower(strings.Join(strings.Fields(title), " ")) }

// held says that a row is of the half that was looked at once, at the end. Rows of one title are of
// one half.
func (r row) held() bool {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %s", seed, plain(r.title))
	return h.Sum64()>>32&1 == 1
}

// drawn are the rows that were labelled. Before there was a pattern: of stratum "rows" 300, each row as likely as any other; of
// "senior" and "junior" 150 each of the titles with a wide word, each title once and as likely as
// any other, at its first row. When the patterns were done: of stratum "fresh" 250 titles with a wide
// word that nobody had read.
func drawn(all []row) map[string][]row {
	pick := rand.New(rand.NewPCG(seed, 0))
	some := func(from []row, n int) []row {
		from = slices.Clone(from)
		pick.Shuffle(len(from), func(i, j int) { from[i], from[j] = from[j], from[i] })
		return from[:min(n, len(from))]
	}
	byKind := map[bool][]row{}
	seen := map[string]bool{}
	for _, r := range all {
		words := strings.FieldsFunc(plain(r.title), func(c rune) bool { return c < '0' || c > '9' && c < 'a' || c > 'z' })
		near := slices.ContainsFunc(words, func(w string) bool { return slices.Contains(wide, w) })
		if key := fmt.Sprint(r.senior, plain(r.title)); near && !seen[key] {
			seen[key] = true
			byKind[r.senior] = append(byKind[r.senior], r)
		}
	}
	d := map[string][]row{"rows": some(all, 300), "senior": some(byKind[true], 150), "junior": some(byKind[false], 150)}
	d["fresh"] = some(fresh(slices.Concat(byKind[true], byKind[false]), d), 250)
	return d
}

// fresh are those of some rows whose titles are of the half held out and have not been drawn: nobody
// had read them when the patterns were written.
func fresh(from []row, d map[string][]row) (left []row) {
	read := map[string]bool{}
	for _, some := range d {
		for _, r := range some {
			read[plain(r.title)] = true
		}
	}
	for _, r := range from {
		if r.held() && !read[plain(r.title)] {
			read[plain(r.title)] = true
			left = append(left, r)
		}
	}
	return left
}

// A label is what a reader said of a drawn row.
type label struct {
	stratum, file string
	number        int
	roles         []orgmodel.ID // none: the title names no role that the patterns know
}

func labels(t *testing.T) (all []label) {
	t.Helper()
	src, err := os.ReadFile("testdata/labels.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(src)), "\n") {
		cells := strings.Split(line, "\t")
		n, err := strconv.Atoi(cells[2])
		if err != nil || len(cells) != 4 {
			t.Fatalf("%q is no label", line)
		}
		l := label{stratum: cells[0], file: cells[1], number: n}
		if cells[3] != "-" {
			for _, role := range strings.Fields(cells[3]) {
				l.roles = append(l.roles, orgmodel.ID(role))
			}
		}
		all = append(all, l)
	}
	return all
}

// The rows that have labels are those that the seed draws, and no others.
func TestLabelsAreTheDraw(t *testing.T) {
	want := map[string]int{}
	for stratum, some := range drawn(rows(t, organograms(t))) {
		for _, r := range some {
			want[fmt.Sprint(stratum, " ", r.file, " ", r.number)]++
		}
	}
	for _, l := range labels(t) {
		want[fmt.Sprint(l.stratum, " ", l.file, " ", l.number)]--
	}
	for r, n := range want {
		if n != 0 {
			t.Errorf("%s: drawn %d times more than labelled", r, n)
		}
	}
	if len(want) != 850 {
		t.Errorf("%d rows are drawn, want 850", len(want))
	}
}
