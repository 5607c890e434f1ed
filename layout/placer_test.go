package layout_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"example.com/orgchart/layout"
)

// randomTree makes a tree of n boxes in random order of rows: deep, bushy or with wide
// teams, as the seed has it.
func randomTree(seed uint64, n int) layout.Tree {
	r := rand.New(rand.NewPCG(seed, 7))
	t := layout.Tree{Parent: make([]int32, n), W: make([]int32, n), H: make([]int32, n)}
	row := r.Perm(n)
	reach := []int{2, 5, 20, n}[seed%4] // how far back a parent may be
	for i := range n {
		t.Parent[row[i]] = -1
		if i > 0 {
			t.Parent[row[i]] = int32(row[i-1-r.IntN(min(i, reach))])
		}
		t.W[i], t.H[i] = 20+int32(r.IntN(200)), 10+int32(r.IntN(100))
	}
	return t
}

// The paper's algorithm in floating point: widths that d3-flextree 2.1.2 gives the same trees
// with a sibling gap of 20 and a level gap of 40.
func TestPlaceIsNoWiderThanFlextree(t *testing.T) {
	for _, c := range []struct {
		n     int
		seed  uint64
		width float64
	}{
		{10, 0, 337.5},
		{10, 1, 486},
		{10, 2, 646},
		{10, 3, 565},
		{10, 4, 264.5},
		{10, 5, 750},
		{10, 6, 607.5},
		{10, 7, 567},
		{100, 0, 1518.125},
		{100, 1, 1701.0625},
		{100, 2, 3223.875},
		{100, 3, 6150.75},
		{100, 4, 831},
		{100, 5, 1276.1210},
		{100, 6, 3131.8125},
		{100, 7, 6070.125},
		{1000, 0, 2127.75},
		{1000, 1, 2815.7031},
		{1000, 2, 9763.0579},
		{1000, 3, 58975.875},
		{1000, 4, 2993.9375},
		{1000, 5, 3984.8281},
		{1000, 6, 21484.5195},
		{1000, 7, 58241.75},
		{3000, 0, 5332.75},
		{3000, 1, 8450.4151},
		{3000, 2, 21903.4316},
		{3000, 3, 173738.125},
		{3000, 4, 4429.9375},
		{3000, 5, 5560.8295},
		{3000, 6, 27999.8938},
		{3000, 7, 171093.9687},
	} {
		p := layout.Placer{SiblingGap: 20, LevelGap: 40}
		_, w, _, err := p.Place(context.Background(), randomTree(c.seed, c.n), nil)
		if err != nil || float64(w) > c.width {
			t.Errorf("%d boxes, seed %d: %d px wide, %v; want at most %v", c.n, c.seed, w, err, c.width)
		}
	}
}

// checkPlaces holds places against what Placer promises.
func checkPlaces(t *testing.T, p layout.Placer, tr layout.Tree) {
	t.Helper()
	at, w, h, err := p.Place(context.Background(), tr, nil)
	if err != nil {
		t.Fatal(err)
	}
	kids, roots := map[int32][]int32{}, 0
	for i, r := range tr.Parent {
		if r < 0 || int(r) >= len(tr.Parent) {
			roots++
			continue
		}
		kids[r] = append(kids[r], int32(i))
	}
	var seenW, seenH int
	for i, a := range at {
		if a.X < 0 || a.Y < 0 {
			t.Errorf("box %d at %v", i, a)
		}
		seenW, seenH = max(seenW, int(a.X+max(0, tr.W[i]))), max(seenH, int(a.Y+max(0, tr.H[i])))
		for j := range i {
			b := at[j]
			if a.X < b.X+tr.W[j]+p.SiblingGap && b.X < a.X+tr.W[i]+p.SiblingGap &&
				a.Y < b.Y+tr.H[j]+p.LevelGap && b.Y < a.Y+tr.H[i]+p.LevelGap {
				t.Fatalf("boxes %d at %v and %d at %v stand closer than the gaps", i, a, j, b)
			}
		}
	}
	if seenW != w || seenH != h {
		t.Errorf("size %d x %d; boxes fill %d x %d", w, h, seenW, seenH)
	}
	for r, ks := range kids {
		first, last := ks[0], ks[len(ks)-1]
		off := (at[first].X + at[last].X + tr.W[last]) - (2*at[r].X + tr.W[r])
		if off < -2 || off > 2 {
			t.Errorf("parent %d is %d half pixels off the middle of its children", r, off)
		}
		for i, k := range ks {
			if at[k].Y != at[r].Y+tr.H[r]+p.LevelGap {
				t.Errorf("child %d at %v does not hang %d below %d at %v", k, at[k], p.LevelGap, r, at[r])
			}
			if i > 0 && at[k].X < at[ks[i-1]].X {
				t.Errorf("siblings %d and %d are out of order", ks[i-1], k)
			}
		}
	}
}

func TestPlace(t *testing.T) {
	for seed := range uint64(40) {
		checkPlaces(t, layout.Placer{SiblingGap: int32(seed), LevelGap: int32(seed % 7)}, randomTree(seed, 1+int(seed)*int(seed)/4))
	}
}

func TestPlaceOddTrees(t *testing.T) {
	one := []int32{10, 10, 10, 10, 10}
	for _, c := range []struct {
		name   string
		parent []int32
		want   []layout.Point
	}{
		{"nothing", nil, []layout.Point{}},
		{"roots", []int32{-1, -1, 7, -9}, []layout.Point{{0, 0}, {12, 0}, {24, 0}, {36, 0}}},
		{"own boss", []int32{0, 0}, []layout.Point{{0, 0}, {0, 13}}},
		{"loop under nothing", []int32{2, 0, 1, -1, 2}, []layout.Point{{0, 0}, {0, 13}, {0, 26}, {12, 0}, {0, 39}}},
		{"two loops", []int32{1, 0, 3, 2}, []layout.Point{{0, 0}, {0, 13}, {12, 0}, {12, 13}}},
	} {
		n := len(c.parent)
		p := layout.Placer{SiblingGap: 2, LevelGap: 3}
		at, _, _, err := p.Place(context.Background(), layout.Tree{Parent: c.parent, W: one[:n], H: one[:n]}, nil)
		if err != nil || !slices.Equal(at, c.want) {
			t.Errorf("%s: %v, %v; want %v", c.name, at, err, c.want)
		}
	}
}

// A chain is walked in pieces; a Placer that has just done another tree must not show it.
func TestPlaceLongChain(t *testing.T) {
	p := layout.Placer{SiblingGap: 2, LevelGap: 3}
	for _, n := range []int{5_000, 300_000} {
		perm := rand.New(rand.NewPCG(1, 2)).Perm(n)
		tr := layout.Tree{Parent: make([]int32, n), W: make([]int32, n), H: make([]int32, n)}
		for d, row := range perm {
			tr.Parent[row], tr.W[row], tr.H[row] = -1, int32(d%7)*2, 5
			if d > 0 {
				tr.Parent[row] = int32(perm[d-1])
			}
		}
		tr.Parent[perm[n-2]] = int32(perm[n-4]) // a fork at the foot
		at, w, h, err := p.Place(context.Background(), tr, nil)
		if err != nil || h != (n-1)*8-3 || w > 30 {
			t.Fatalf("%d: %d x %d, %v", n, w, h, err)
		}
		for d, row := range perm[:n-3] {
			if at[row].Y != int32(d)*8 || at[row].X+tr.W[row]/2 != at[perm[0]].X {
				t.Fatalf("%d: box %d of the chain at %v, the first at %v", n, d, at[row], at[perm[0]])
			}
		}
	}
}

func TestPlaceErrors(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var p layout.Placer
	if _, _, _, err := p.Place(ctx, randomTree(1, 100), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	huge := layout.Tree{Parent: []int32{-1, 0, 0}, W: []int32{1, 1 << 30, 1 << 30}, H: []int32{1, 1, 1}}
	if _, _, _, err := p.Place(context.Background(), huge, nil); !errors.Is(err, layout.ErrTooLarge) {
		t.Errorf("huge: %v", err)
	}
	if _, _, _, err := p.Place(context.Background(), layout.Tree{Parent: []int32{-1}}, nil); err == nil {
		t.Error("columns of different length: no error")
	}
}
