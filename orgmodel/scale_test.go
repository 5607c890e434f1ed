package orgmodel_test

import (
	"strconv"
	"testing"

	"example.com/orgchart/orgmodel"
)

const million = 1_000_000

// millionPosts is an organisation of a million posts in which number i reports to boss(i), nobody where
// that is below 0. What takes more than a few passes over it never ends.
func millionPosts(boss func(i int) int) *orgmodel.Org {
	var b orgmodel.Builder
	post, reports := b.KindCode(orgmodel.Post), b.RelCode(orgmodel.ReportsTo)
	b.Grow(million, million, 8*million)
	for i := range million {
		r := b.AddNode(strconv.Itoa(i), post, "", 0, orgmodel.Place{})
		if to := boss(i); to >= 0 {
			b.AddLine(r, reports, b.Refer(strconv.Itoa(to)), orgmodel.Place{})
		}
	}
	return b.Org()
}

// counted is how many a walk meets and how far it goes.
func counted(walk func(func(orgmodel.Ref, int) bool)) (n, far int) {
	for _, d := range walk {
		n, far = n+1, d
	}
	return n, far
}

// shape is an organisation of a million and what is known of it.
type shape struct {
	name               string
	boss               func(i int) int
	up, down           int // how many lie above the last, and below the first
	far                int // how far down they lie
	layers, tops, knot int
	common             orgmodel.Ref // of the last and the one in the middle
}

func TestScale(t *testing.T) {
	if testing.Short() {
		t.Skip("builds organisations of a million")
	}
	for _, s := range []shape{
		{"chain", func(i int) int { return i - 1 }, million - 1, million - 1, million - 1, million, 1, 0, million / 2},
		{"loop", func(i int) int { return (i + million - 1) % million }, million - 1, million - 1, million - 1, million, 0, million, million / 2},
		{"star", func(i int) int { return min(i, 1) - 1 }, 1, million - 1, 1, 2, 1, 0, 0},
		{"ghosts", func(i int) int { return million + i }, 1, 0, 0, 1, 0, 0, orgmodel.None},
		{"halves", func(i int) int { return (i+1)/2 - 1 }, 19, million - 1, 19, 20, 1, 0, million/4 - 1},
		{"pairs", func(i int) int { return i ^ 1 }, 1, 1, 1, 2, 0, 2, orgmodel.None},
	} {
		t.Run(s.name, s.test)
	}
}

func (s shape) test(t *testing.T) {
	const first, last = orgmodel.Ref(0), orgmodel.Ref(million - 1)
	o := millionPosts(s.boss)
	if n, _ := counted(o.Up(last)); n != s.up {
		t.Errorf("%d above the last, want %d", n, s.up)
	}
	if n, far := counted(o.Down(first)); n != s.down || far != s.far {
		t.Errorf("%d below the first, down to %d, want %d and %d", n, far, s.down, s.far)
	}
	if n := o.Layers(first); n != s.layers {
		t.Errorf("%d layers, want %d", n, s.layers)
	}
	if n := o.Headcount(first).Posts; n != s.down+1 {
		t.Errorf("%d posts from the first down, want %d", n, s.down+1)
	}
	if n := len(o.Tops()); n != s.tops {
		t.Errorf("%d tops, want %d", n, s.tops)
	}
	ks := o.Knots()
	if n := len(ks) > 0; n != (s.knot > 0) || n && len(ks[0]) != s.knot {
		t.Errorf("%d knots, want them of %d", len(ks), s.knot)
	}
	for range 1000 {
		if got := o.CommonManager(last, million/2); got != s.common {
			t.Fatalf("common manager is %d, want %d", got, s.common)
		}
	}
	if got, want := o.WouldLoop(first, last), s.name != "ghosts" && s.name != "pairs"; got != want {
		t.Errorf("a line from the first to the last would close a loop: %v", got)
	}
	if got, want := o.Path(first, last) != nil, s.name != "ghosts" && s.name != "pairs"; got != want {
		t.Errorf("there is a way from the first to the last: %v", got)
	}
	ghosts := 0
	for range o.Ghosts() {
		ghosts++
	}
	if want := map[bool]int{true: million}[s.name == "ghosts"]; ghosts != want {
		t.Errorf("%d ghosts, want %d", ghosts, want)
	}
}
