package layout_test

import (
	"context"
	"encoding/binary"
	"errors"
	"reflect"
	"testing"
	"time"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/layouttest"
)

func TestTidy(t *testing.T) {
	for name, e := range map[string]layout.Tidy{
		"zero":      {},
		"spread":    {Stack: -1},
		"sideways":  {Direction: layout.LeftRight},
		"no gaps":   {SiblingGap: -1, LevelGap: -1},
		"odd gaps":  {SiblingGap: 7, LevelGap: 9, Stack: 1},
		"tall":      {Aspect: 20},
		"very wide": {Aspect: 1_000_000},
	} {
		t.Run(name, func(t *testing.T) { layouttest.Prove(t, e) })
	}
}

func arrange(t testing.TB, e layout.Engine, g layout.Graph) *layout.Diagram {
	t.Helper()
	d, err := e.Arrange(context.Background(), g)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// children lists the boxes under each box in the order of their edges.
func children(g layout.Graph) [][]int32 {
	held, kids := layouttest.Held(g), make([][]int32, len(g.Boxes))
	for i, e := range g.Edges {
		if e.Tree && held[e.To] == int32(i) {
			kids[e.From] = append(kids[e.From], e.To)
		}
	}
	return kids
}

func TestBossOverTheMiddle(t *testing.T) {
	for seed := range uint64(30) {
		g := layouttest.Random(seed, 80)
		d := arrange(t, layout.Tidy{Stack: -1}, g)
		for boss, kids := range children(g) {
			if len(kids) == 0 {
				continue
			}
			first, last, b := d.At[kids[0]], d.At[kids[len(kids)-1]], d.At[boss]
			if off := first.X + last.X + last.W - 2*b.X - b.W; off < -2 || off > 2 {
				t.Errorf("seed %d: boss %d stands %d half pixels off the middle of the team", seed, boss, off)
			}
			for i := 1; i < len(kids); i++ {
				if l, r := d.At[kids[i-1]], d.At[kids[i]]; r.X < l.X+l.W+24 {
					t.Errorf("seed %d: box %d at %v does not stand right of %d at %v", seed, kids[i], r, kids[i-1], l)
				}
			}
		}
	}
}

// In stacks and lists siblings stand down the columns, the first column first.
func TestSiblingsInOrder(t *testing.T) {
	for seed := range uint64(30) {
		g := layouttest.Random(seed, 120)
		d := arrange(t, layout.Tidy{}, g)
		all := children(g)
		for _, kids := range all {
			var last [2]layout.Rect // of the leaves, of the others
			for _, k := range kids {
				kind := min(len(all[k]), 1)
				if r, l := d.At[k], last[kind]; r.X < l.X && r.X+r.W < l.X+l.W && r.Y <= l.Y {
					t.Errorf("seed %d: box %d at %v stands before its elder sibling at %v", seed, k, r, l)
				}
				last[kind] = d.At[k]
			}
		}
	}
}

func TestLeftRightMirrorsTopDown(t *testing.T) {
	for seed := range uint64(30) {
		g := layouttest.Random(seed, 60)
		g.Title, g.Subtitle, g.Legend = "", "", nil
		for i := range g.Boxes {
			g.Boxes[i].Tray = false
		}
		g.Edges = nil
		for i, p := range randomTree(seed, 60).Parent {
			g.Edges = append(g.Edges, layout.Edge{From: p, To: int32(i), Tree: true})
		}
		turned := g
		turned.Boxes = nil
		for _, b := range g.Boxes {
			b.W, b.H = b.H, b.W
			turned.Boxes = append(turned.Boxes, b)
		}
		d := arrange(t, layout.Tidy{Stack: -1}, g)
		m := arrange(t, layout.Tidy{Stack: -1, Direction: layout.LeftRight}, turned)
		for i, r := range d.At {
			if (m.At[i] != layout.Rect{X: r.Y, Y: r.X, W: r.H, H: r.W}) {
				t.Fatalf("seed %d: box %d at %v, sideways at %v", seed, i, r, m.At[i])
			}
		}
		for i, p := range d.Points {
			if (m.Points[i] != layout.Point{X: p.Y, Y: p.X}) {
				t.Fatalf("seed %d: corner %d at %v, sideways at %v", seed, i, p, m.Points[i])
			}
		}
	}
}

// A manager of 50 spread out would be 9,600 px wide.
func TestWideTeams(t *testing.T) {
	for _, c := range []struct{ n, w, h int }{{51, 2268, 1500}, {301, 3200, 2100}, {1_000_001, 260_000, 165_000}} {
		if testing.Short() && c.n > 1000 {
			t.Skip("a million boxes take a second")
		}
		g := layouttest.Star(c.n)
		d := arrange(t, layout.Tidy{}, g)
		if d.W > c.w || d.H > c.h {
			t.Errorf("a manager of %d: %d x %d; want %d x %d at most", c.n-1, d.W, d.H, c.w, c.h)
		}
	}
}

func TestAspect(t *testing.T) {
	g := layouttest.Star(401)
	for _, aspect := range []int{50, 100, 160, 300} {
		d := arrange(t, layout.Tidy{Aspect: aspect}, g)
		if got := d.W * 100 / d.H; got < aspect/2 || got > 2*aspect {
			t.Errorf("aimed at %d, got %d x %d, which is %d", aspect, d.W, d.H, got)
		}
	}
}

func TestLooseEdgesComeLast(t *testing.T) {
	g := layouttest.Random(3, 60)
	held, loose := layouttest.Held(g), false
	for i, p := range arrange(t, layout.Tidy{}, g).Paths {
		tree := held[g.Edges[p.Edge].To] == p.Edge
		if tree && loose {
			t.Fatalf("path %d is of the tree, behind a loose one", i)
		}
		loose = !tree
	}
	if !loose {
		t.Error("the graph has no loose edges")
	}
}

func TestMillionDeep(t *testing.T) {
	if testing.Short() {
		t.Skip("a million boxes take a second")
	}
	d := arrange(t, layout.Tidy{}, layouttest.Chain(1_000_000))
	if want := 1_000_000*86 - 40 + 48; d.H != want || d.W > 1000 {
		t.Errorf("%d x %d; want a height of %d", d.W, d.H, want)
	}
}

func TestTooLarge(t *testing.T) {
	g := layouttest.Star(3)
	g.Boxes[1].W, g.Boxes[2].W = 1<<30, 1<<30
	if _, err := (layout.Tidy{}).Arrange(context.Background(), g); !errors.Is(err, layout.ErrTooLarge) {
		t.Errorf("two boxes of 2^30 px: %v", err)
	}
}

// Cancelling while Arrange works ends it long before it would be done.
func TestCancelWhileWorking(t *testing.T) {
	g := layouttest.Star(300_000)
	for _, after := range []time.Duration{time.Millisecond, 5 * time.Millisecond, 15 * time.Millisecond} {
		ctx, cancel := context.WithTimeout(context.Background(), after)
		d, err := layout.Tidy{}.Arrange(ctx, g)
		cancel()
		if (d == nil) == (err == nil) || err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("after %v: diagram %v, error %v", after, d != nil, err)
		}
	}
}

func FuzzArrange(f *testing.F) {
	f.Add([]byte{}, byte(0))
	f.Add([]byte{0, 1, 0, 2, 1, 1, 2, 0, 9, 9}, byte(5))
	f.Add([]byte("a chart of nothing in particular"), byte(60))
	f.Fuzz(func(t *testing.T, data []byte, how byte) {
		g := fuzzGraph(data)
		e := layout.Tidy{SiblingGap: int32(how>>4) - 1, LevelGap: int32(how>>2&15) - 1, Direction: layout.Direction(how & 1), Stack: int(how>>1&7) - 1}
		d := arrange(t, e, g)
		if err := layouttest.Check(g, d); err != nil {
			t.Fatal(err)
		}
		if again := arrange(t, e, g); !reflect.DeepEqual(d, again) {
			t.Fatal("a second Arrange differs")
		}
	})
}

// fuzzGraph reads pairs of bytes as edges among as many boxes as the first byte says.
func fuzzGraph(data []byte) (g layout.Graph) {
	if len(data) == 0 {
		return g
	}
	n := int(data[0])
	for i := range n {
		b := data[i%len(data)]
		g.Boxes = append(g.Boxes, layout.Box{W: int32(b) - 8, H: int32(b>>2) * 2, Tray: b == 77})
	}
	for i := 1; i+1 < len(data); i += 2 {
		pair := binary.BigEndian.Uint16(data[i:])
		g.Edges = append(g.Edges, layout.Edge{From: int32(pair>>8) - 1, To: int32(pair & 255), Tree: pair%5 > 0})
	}
	return g
}
