package roster_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"example.com/orgchart/examples/guard/roster"
	"example.com/orgchart/orgmodel"
)

func day(s string) orgmodel.Date {
	d, err := orgmodel.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// platform has a chain a <- b <- c, a project, and records that no line may name.
func platform() orgmodel.Spec {
	line := func(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID) orgmodel.Line {
		return orgmodel.Line{From: from, Rel: rel, To: to}
	}
	return orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "a", Kind: "agent"}, {ID: "b", Kind: "agent"}, {ID: "c", Kind: "agent"},
			{ID: "gone", Kind: "agent", Attrs: orgmodel.NewAttrs(orgmodel.State, "ended")},
			{ID: "left", Kind: orgmodel.Person, Live: orgmodel.Interval{Until: day("2026-01-01")}},
			{ID: "x", Kind: orgmodel.Project},
			{ID: "post", Kind: orgmodel.Post}, {ID: "holder", Kind: orgmodel.Person},
		},
		Lines: []orgmodel.Line{line("b", orgmodel.ReportsTo, "a"), line("c", orgmodel.ReportsTo, "b"), line("holder", orgmodel.Holds, "post"), line("holder", orgmodel.ReportsTo, "a")},
	}
}

func start(t *testing.T, o *orgmodel.Org) *roster.Roster {
	t.Helper()
	r, err := roster.New(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func bossOf(o *orgmodel.Org, id orgmodel.ID) orgmodel.ID {
	r, _ := o.Find(id)
	if b := o.Boss(r); b != orgmodel.None {
		return o.ID(b)
	}
	return ""
}

func TestRefusals(t *testing.T) {
	r := start(t, orgmodel.New(platform()).At(day("2026-06-01")))
	before := r.Org()
	for _, c := range []struct {
		who, boss orgmodel.ID
		why       error
		says      string
	}{
		{"a", "a", roster.ErrSelf, `"a" cannot report to "a": nobody`},
		{"", "", roster.ErrSelf, "nobody"},
		{"a", "nobody", roster.ErrUnknown, `no record of "nobody"`},
		{"nobody", "a", roster.ErrUnknown, `no record of "nobody"`},
		{"a", "", roster.ErrUnknown, `no record of ""`},
		{"a", "gone", roster.ErrEnded, `"gone" has ended.`},
		{"a", "left", roster.ErrEnded, `"left" has ended on 2026-01-01.`},
		{"gone", "a", roster.ErrEnded, `"gone" has ended`},
		{"a", "x", roster.ErrNoSeat, `"x" is a project`},
		{"holder", "b", roster.ErrNoSeat, `those of the post "post"`},
		{"a", "b", roster.ErrLoop, `"b" reports to "a", and the new line`},
		{"a", "c", roster.ErrLoop, `"c" reports to "b", "b" reports to "a", and the new line`},
		{"a", "post", roster.ErrLoop, `"post" reports to "a", and the new line`},
		{"a\n\x1b[2J", "a", roster.ErrUnknown, `"a\n\x1b[2J"`},
	} {
		err := r.Move(c.who, c.boss)
		var no *roster.Refusal
		if !errors.As(err, &no) || !errors.Is(err, c.why) || !strings.Contains(err.Error(), c.says) || no.Who != c.who || no.Boss != c.boss {
			t.Errorf("Move(%q, %q) gives %v, want %v saying %q", c.who, c.boss, err, c.why, c.says)
			continue
		}
		if (c.why == roster.ErrLoop) != (len(no.Path) > 0) {
			t.Errorf("Move(%q, %q) has the path %v", c.who, c.boss, no.Path)
		}
	}
	if r.Org() != before {
		t.Error("a refusal changed the organisation")
	}
}

func TestMove(t *testing.T) {
	r := start(t, orgmodel.New(platform()))
	before := r.Org()
	for _, m := range [][2]orgmodel.ID{{"c", "a"}, {"c", "a"}, {"b", "c"}, {"post", "b"}} {
		if err := r.Move(m[0], m[1]); err != nil {
			t.Fatal(err)
		}
		if got := bossOf(r.Org(), m[0]); got != m[1] {
			t.Errorf("%s reports to %q after its move to %s", m[0], got, m[1])
		}
	}
	if n := r.Org().Lines(); n != before.Lines() {
		t.Errorf("%d lines became %d", before.Lines(), n)
	}
	if bossOf(before, "c") != "b" {
		t.Error("what a reader holds has changed under it")
	}
}

// Seen on a day, a move ends the old line and begins the new one; moved again on that day, the line
// that never held is dropped.
func TestMoveOnADay(t *testing.T) {
	r := start(t, orgmodel.New(platform()).At(day("2026-06-01")))
	for _, boss := range []orgmodel.ID{"a", "post"} {
		if err := r.Move("c", boss); err != nil {
			t.Fatal(err)
		}
	}
	for d, want := range map[string]orgmodel.ID{"2026-05-31": "b", "2026-06-01": "post", "2027-01-01": "post"} {
		if got := bossOf(r.Org().At(day(d)), "c"); got != want {
			t.Errorf("on %s c reports to %q, want %q", d, got, want)
		}
	}
	if err := r.Move("a", "post"); !errors.Is(err, roster.ErrLoop) {
		t.Error(err) // the post's line is written at its holder
	}
	if err := r.Move("post", "c"); !errors.Is(err, roster.ErrLoop) {
		t.Error(err)
	}
	if n := r.Org().Lines(); n != len(platform().Lines)+1 {
		t.Errorf("%d lines", n)
	}
}

func TestNewRefusesBrokenLines(t *testing.T) {
	for name, add := range map[string]orgmodel.Line{
		"loop":    {From: "a", Rel: orgmodel.ReportsTo, To: "c"},
		"self":    {From: "a", Rel: orgmodel.ReportsTo, To: "a"},
		"unknown": {From: "a", Rel: orgmodel.ReportsTo, To: "nobody"},
		"second":  {From: "c", Rel: orgmodel.ReportsTo, To: "a"},
		"again":   {From: "c", Rel: orgmodel.ReportsTo, To: "b"},
		"lifted":  {From: "post", Rel: orgmodel.ReportsTo, To: "a"},
		"co-boss": {From: "c", Rel: orgmodel.ReportsTo, To: "a", Attrs: orgmodel.NewAttrs(orgmodel.Mode, "co-boss")},
	} {
		spec := platform()
		spec.Lines = append(spec.Lines, add)
		if name == "co-boss" {
			spec.Lines[1].Attrs = add.Attrs
		}
		if _, err := roster.New(context.Background(), orgmodel.New(spec)); err == nil {
			t.Errorf("%s: a roster of broken lines", name)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := roster.New(ctx, orgmodel.New(platform())); !errors.Is(err, context.Canceled) {
		t.Errorf("the error of a caller who gave up is %v", err)
	}
}

// agents makes n of them, each under the one before.
func agents(n int) *orgmodel.Org {
	var b orgmodel.Builder
	for i := range n {
		b.Node(orgmodel.Node{ID: orgmodel.ID(fmt.Sprint(i)), Kind: "agent"})
		if i > 0 {
			b.Line(orgmodel.Line{From: orgmodel.ID(fmt.Sprint(i)), Rel: orgmodel.ReportsTo, To: orgmodel.ID(fmt.Sprint(i - 1))})
		}
	}
	return b.Org()
}

// Of a chain of any length the sentence tells the beginning.
func TestLongChain(t *testing.T) {
	r := start(t, agents(100_000))
	err := r.Move("0", "99999")
	var no *roster.Refusal
	if !errors.As(err, &no) || len(no.Path) != orgmodel.PathCap || len(err.Error()) > 500 || !strings.Contains(err.Error(), `99993 more lines up to "0"`) {
		t.Errorf("%d lines, %v", len(no.Path), err)
	}
}

// Two changes that are each fine alone: one is done, the other refused.
func TestTwoAtOnce(t *testing.T) {
	for range 200 {
		spec := platform()
		spec.Lines = nil
		r := start(t, orgmodel.New(spec))
		var both sync.WaitGroup
		errs := make([]error, 2)
		for i, m := range [][2]orgmodel.ID{{"a", "b"}, {"b", "a"}} {
			both.Add(1)
			go func() {
				defer both.Done()
				errs[i] = r.Move(m[0], m[1])
			}()
		}
		both.Wait()
		if (errs[0] == nil) == (errs[1] == nil) || !errors.Is(errors.Join(errs...), roster.ErrLoop) {
			t.Fatalf("the answers are %v and %v", errs[0], errs[1])
		}
	}
}

// Whatever many writers ask for at once, no reader ever sees a loop or an agent of two bosses.
func TestManyWriters(t *testing.T) {
	const n, writers = 40, 4
	r := start(t, agents(n))
	var writing, reading sync.WaitGroup
	done := make(chan struct{})
	for range 2 {
		reading.Add(1)
		go func() {
			defer reading.Done()
			for {
				if o := r.Org(); len(o.Knots()) > 0 || o.ManyLines() || o.Lines() < n-1 {
					t.Error("a reader saw broken lines")
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		}()
	}
	refused := make([]int, writers)
	for w := range writers {
		writing.Add(1)
		go func() {
			defer writing.Done()
			random := rand.New(rand.NewPCG(1, uint64(w)))
			for range 200 {
				id := func() orgmodel.ID { return orgmodel.ID(fmt.Sprint(random.IntN(n))) }
				if r.Move(id(), id()) != nil {
					refused[w]++
				}
			}
		}()
	}
	writing.Wait()
	close(done)
	reading.Wait()
	for w, n := range refused {
		if n == 0 || n == 200 {
			t.Errorf("writer %d was refused %d times of 200: the test proves nothing", w, n)
		}
	}
}
