package layout_test

import (
	"bufio"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"testing"

	"example.com/orgchart/layout"
)

// BenchmarkTidy times structure and coordinates of the tree in $ORGCHART_TREE (rows:
// parentRow width height; root -1), without it of an organisation of 100,000.
func BenchmarkTidy(b *testing.B) {
	t := benchTree(b)
	p := layout.Placer{SiblingGap: 20, LevelGap: 40}
	var at []layout.Point
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if at, _, _, err = p.Place(context.Background(), t, at); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(t.Parent)), "ns/box")
}

func benchTree(b *testing.B) layout.Tree {
	name := os.Getenv("ORGCHART_TREE")
	if name == "" {
		return organisation(rand.New(rand.NewPCG(1, 1)), 100_000)
	}
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	t, err := readTree(f)
	if err != nil {
		b.Fatal(err)
	}
	return t
}

// readTree reads three integers a row.
func readTree(r io.Reader) (t layout.Tree, err error) {
	in := bufio.NewReaderSize(r, 1<<20)
	cols := [3]*[]int32{&t.Parent, &t.W, &t.H}
	v, sign, col, digits := int32(0), int32(1), 0, false
	for {
		c, err := in.ReadByte()
		switch {
		case err == nil && c == '-':
			sign = -1
		case err == nil && '0' <= c && c <= '9':
			v, digits = v*10+int32(c-'0'), true
		case digits:
			*cols[col%3] = append(*cols[col%3], sign*v)
			v, sign, digits = 0, 1, false
			col++
		}
		if err == io.EOF {
			return t, nil
		}
		if err != nil {
			return t, err
		}
	}
}

// organisation makes a company of n: teams of 4 to 12, a few of hundreds, branches of
// different depth, rows shuffled.
func organisation(r *rand.Rand, n int) layout.Tree {
	t := layout.Tree{Parent: make([]int32, n), W: make([]int32, n), H: make([]int32, n)}
	row := r.Perm(n)
	bosses, next := []int{0}, 1
	t.Parent[row[0]] = -1
	for head := 0; next < n; head++ {
		if head == len(bosses) {
			bosses = append(bosses, next-1)
		}
		if k := head + r.IntN(len(bosses)-head); r.IntN(250) == 0 {
			bosses[head], bosses[k] = bosses[k], bosses[head]
		}
		span, lead := 4+r.IntN(9), 36
		if r.IntN(250) == 0 && head > 0 {
			span, lead = 100+r.IntN(200), 2
		}
		for ; span > 0 && next < n; span-- {
			t.Parent[row[next]] = int32(row[bosses[head]])
			if head == 0 || r.IntN(100) < lead {
				bosses = append(bosses, next)
			}
			next++
		}
	}
	for i := range n {
		t.W[i], t.H[i] = 87+int32(r.IntN(9))*14, 40
		if r.IntN(20) == 0 {
			t.H[i] = 54
		}
	}
	return t
}

// BenchmarkArrange times a whole Arrange of the same tree, and what it allocates beside its
// result.
func BenchmarkArrange(b *testing.B) {
	t := benchTree(b)
	g := layout.Graph{Boxes: make([]layout.Box, len(t.Parent))}
	for i, p := range t.Parent {
		g.Boxes[i] = layout.Box{W: t.W[i], H: t.H[i]}
		if p >= 0 {
			g.Edges = append(g.Edges, layout.Edge{From: p, To: int32(i), Tree: true})
		}
	}
	b.ReportAllocs()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var d *layout.Diagram
	for b.Loop() {
		d = arrange(b, layout.Tidy{}, g)
	}
	runtime.ReadMemStats(&after)
	result := 16*cap(d.At) + 16*cap(d.Paths) + 8*cap(d.Points)
	n := float64(len(t.Parent))
	b.ReportMetric((float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)-float64(result))/n, "extra-B/box")
}
