package analysis_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

func rounds() uint64 {
	if testing.Short() {
		return 20
	}
	return 120
}

// bothSorts runs a test over organisations in which nothing is wrong and others in which all is.
func bothSorts(t *testing.T, test func(t *testing.T, o *orgmodel.Org)) {
	t.Helper()
	for seed := range rounds() {
		for _, o := range []*orgmodel.Org{
			orgtest.Random{Seed: seed, Posts: 5 + int(seed%80), Projects: int(seed % 9), Vacant: .2, JobShare: .2, Dotted: .2}.Org(),
			orgmodel.New(orgtest.Hostile(seed, int(seed%60))).At(orgtest.HostileDay),
		} {
			if test(t, o); t.Failed() {
				t.Fatalf("seed %d:\n%s", seed, orgtest.Written(o.Spec()))
			}
		}
	}
}

func spans(t testing.TB, o *orgmodel.Org, s analysis.Spans) *analysis.SpanReport {
	t.Helper()
	r, err := s.Report(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// bosses are the live bosses of a live seat, each once, straight from the lines.
func bosses(o *orgmodel.Org, seat orgmodel.Ref) []orgmodel.Ref {
	var all []orgmodel.Ref
	for e := range o.Edges(orgmodel.ReportsTo) {
		s, b := o.SeatOf(e.From), o.SeatOf(e.To)
		if s == seat && b != s && o.LiveLine(e) && o.MaySit(s) && o.MaySit(b) && o.Live(s) && o.Live(b) && !slices.Contains(all, b) {
			all = append(all, b)
		}
	}
	return all
}

// Managers, contributors, spans and units are what one counts by hand.
func TestSpansByHand(t *testing.T) {
	met := 0
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		below := map[orgmodel.Ref]int{}
		filled := map[orgmodel.Ref]int{}
		seats, loose, contributors := 0, 0, 0
		above := map[orgmodel.Ref]int{}
		for s := range o.Seats() {
			if !o.Declared(s) || !o.Live(s) || o.IsRepeat(s) {
				continue
			}
			seats++
			for _, b := range bosses(o, s) {
				below[b]++
				above[s]++
				if o.Occupancy(s) != orgmodel.Vacant {
					filled[b]++
				}
			}
		}
		for s := range o.Seats() {
			if !o.Declared(s) || !o.Live(s) || o.IsRepeat(s) || below[s] > 0 {
				continue
			}
			if above[s] > 0 {
				contributors++
			} else {
				loose++
			}
		}
		r := spans(t, o, analysis.Spans{Levels: 100})
		if r.Seats != seats || r.Managers != len(below) || r.Contributors != contributors || r.Loose != loose {
			t.Errorf("seats %d, managers %d, contributors %d, loose %d; by hand %d, %d, %d, %d", r.Seats, r.Managers, r.Contributors, r.Loose, seats, len(below), contributors, loose)
		}
		var all []analysis.Amount
		for b := range below {
			all = append(all, analysis.Amount(filled[b])*analysis.One)
		}
		slices.Sort(all)
		if n := len(all); n > 0 && (r.Spans.Min != all[0] || r.Spans.Max != all[n-1] || r.Spans.Median != all[(n+1)/2-1]) {
			t.Errorf("%+v of %v", r.Spans, all)
		}
		unitsByHand(t, o, r)
		layers := r.Circling + r.Loose
		for _, l := range r.Layers {
			layers += l.Seats
		}
		if layers != seats {
			t.Errorf("%d of %d seats are in a layer, on a loop or loose", layers, seats)
		}
		met += len(r.Units)
	})
	if met == 0 {
		t.Error("no unit was looked at")
	}
}

// unitsByHand counts the seats of each unit that is on no loop and whose parents are single.
func unitsByHand(t *testing.T, o *orgmodel.Org, r *analysis.SpanReport) {
	t.Helper()
	for _, u := range r.Units {
		single := true
		for m := range o.Members(u.Unit) {
			n := 0
			for e := range o.Out(m, orgmodel.PartOf) {
				if o.LiveLine(e) {
					n++
				}
			}
			single = single && n < 2 && o.Live(m) && (o.Kind(m) == orgmodel.Unit || o.Kind(m) == orgmodel.Post || o.Kind(m) == orgmodel.Person)
		}
		if !single {
			continue
		}
		in := map[orgmodel.Ref]bool{}
		for m := range o.Members(u.Unit) {
			if s := o.SeatOf(m); o.IsSeat(s) && o.Live(s) && !o.IsRepeat(s) {
				in[s] = true
			}
		}
		if len(in) != u.Seats {
			t.Errorf("%q has %d seats, by hand %d", o.ID(u.Unit), u.Seats, len(in))
		}
	}
}

// A distribution holds each amount in one bin, and its percentiles are the nearest ranks.
func TestDistribute(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		n := rnd.IntN(40)
		var all []analysis.Amount
		for range n {
			a := analysis.Amount(rnd.IntN(30)) * analysis.One
			switch rnd.IntN(6) {
			case 0:
				a += analysis.Amount(rnd.IntN(1_000_000))
			case 1:
				a *= analysis.Amount(rnd.IntN(1 << 20))
			}
			all = append(all, a)
		}
		if n > 0 && rnd.IntN(20) == 0 {
			all[0] = 1<<63 - 1
		}
		d := analysis.Distribute(slices.Clone(all))
		sum, low := 0, -1
		for _, b := range d.Bins {
			in := 0
			for _, a := range all {
				if a >= analysis.Amount(b.Low)*analysis.One && int(a/analysis.One) <= b.High {
					in++
				}
			}
			if in != b.N || b.Low <= low || b.High < b.Low || low >= 0 && b.Low != low+1 {
				t.Fatalf("bin %+v holds %d of %v", b, in, all)
			}
			sum, low = sum+b.N, b.High
		}
		atMost := func(x analysis.Amount) (k int) {
			for _, a := range all {
				if a <= x {
					k++
				}
			}
			return k
		}
		for part, x := range map[int]analysis.Amount{25: d.Q1, 50: d.Median, 75: d.Q3, 90: d.P90, 99: d.P99} {
			if n > 0 && (100*atMost(x) < part*n || !slices.Contains(all, x) || 100*atMost(x-1) >= part*n && part*n > 0) {
				t.Fatalf("%d of 100: %s of %v", part, x, all)
			}
		}
		if sum != n || d.N != n {
			t.Fatalf("%d of %d in bins", sum, n)
		}
	}
}

func TestAmounts(t *testing.T) {
	for a, want := range map[analysis.Amount]string{
		0: "0", analysis.One: "1", 500_000: "0.5", 7_250_001: "7.250001", -1: "-0.000001", -analysis.One: "-1",
		1<<63 - 1: "9223372036854.775807", -1 << 63: "-9223372036854.775808",
	} {
		if got := a.String(); got != want {
			t.Errorf("%d is %s, want %s", int64(a), got, want)
		}
		var back analysis.Amount
		if err := json.Unmarshal([]byte(want), &back); err != nil || back != a {
			t.Errorf("%s is read as %s: %v", want, back, err)
		}
	}
}

func TestAmountUnread(t *testing.T) {
	for _, text := range []string{`"1"`, "0.1234567", "1e3", "9223372036854.775808", "true", "1.-5"} {
		a := analysis.One
		if err := json.Unmarshal([]byte(text), &a); err == nil || a != analysis.One {
			t.Errorf("%s is read as %s", text, a)
		}
	}
}

// Archetypes take every whole span from 3 up once, and what managers state is held against them.
func TestArchetypes(t *testing.T) {
	for span, want := range map[int]string{0: "", 2: "", 3: rules.PlayerCoach, 5: rules.PlayerCoach, 6: rules.Coach, 8: rules.Supervisor, 11: rules.Facilitator, 15: rules.Facilitator, 16: rules.Coordinator, 1 << 60: rules.Coordinator} {
		if got := analysis.ArchetypeOf(span); got != want {
			t.Errorf("%d is %q, want %q", span, got, want)
		}
	}
	o := orgtest.Case{}.Spec
	o.Nodes = append(o.Nodes, orgmodel.Node{ID: "boss", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(rules.Archetype, rules.Coach)})
	for _, id := range []orgmodel.ID{"a", "b", "c"} {
		o.Nodes = append(o.Nodes, orgmodel.Node{ID: id, Kind: orgmodel.Post})
		o.Lines = append(o.Lines, orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: "boss"})
	}
	r := spans(t, orgmodel.New(o), analysis.Spans{})
	if a := r.Archetypes; a[1].Managers != 1 || a[2].Managers != 0 || a[2].Stated != 1 || a[2].Within != 0 {
		t.Errorf("%+v", a)
	}
}

// words are all ways in which all answers are written.
func words(t testing.TB, o *orgmodel.Org) string {
	t.Helper()
	ctx, q := context.Background(), ask.Asker{Org: o, Limit: -1}
	var b bytes.Buffer
	write := func(a ask.Answer) {
		for _, w := range []error{ask.Text(&b, a), ask.Table(&b, a), ask.JSON(&b, a)} {
			if w != nil {
				t.Fatal(w)
			}
		}
	}
	for _, c := range []rules.Counting{rules.Posts, rules.People, rules.FTEs} {
		write(spans(t, o, analysis.Spans{Count: c}).Answer(q))
	}
	fs, err := orgmodel.Check(ctx, o, rules.Core()...)
	if err != nil {
		t.Fatal(err)
	}
	s, err1 := analysis.Structure{}.Report(ctx, o)
	p, err2 := analysis.Placement{}.Report(ctx, o)
	c, err3 := analysis.Chokepoints{}.Report(ctx, o)
	h, err4 := analysis.Hotspots{Findings: fs}.Report(ctx, o)
	for _, err := range []error{err1, err2, err3, err4} {
		if err != nil {
			t.Fatal(err)
		}
	}
	write(s.Answer(q))
	write(p.Answer(q))
	write(c.Answer(q))
	write(h.Answer(q))
	return b.String()
}

// However the records and lines of an organisation stand in its file, the answers are the same to the
// last byte; of projects and PMOs, which are told in the author's order, the order may differ.
func TestRowsMayMove(t *testing.T) {
	for seed := range rounds() {
		s := orgtest.Random{Seed: seed, Posts: 5 + int(seed%80), Vacant: .2, JobShare: .2, Dotted: .4}.Spec()
		rnd := rand.New(rand.NewPCG(seed, 2))
		again := orgmodel.Spec{Name: s.Name, Nodes: slices.Clone(s.Nodes), Lines: slices.Clone(s.Lines)}
		rnd.Shuffle(len(again.Nodes), func(i, j int) { again.Nodes[i], again.Nodes[j] = again.Nodes[j], again.Nodes[i] })
		rnd.Shuffle(len(again.Lines), func(i, j int) { again.Lines[i], again.Lines[j] = again.Lines[j], again.Lines[i] })
		if a, b := words(t, orgmodel.New(s)), words(t, orgmodel.New(again)); a != b {
			t.Fatalf("seed %d: %s\nand shuffled\n%s", seed, a, b)
		}
	}
}

// Whatever an organisation holds, it is answered, twice the same, and nothing acts on a terminal.
func TestHostileIsAnswered(t *testing.T) {
	for seed := range rounds() {
		s := orgtest.Hostile(seed, int(seed*7%200))
		for _, o := range []*orgmodel.Org{orgmodel.New(s), orgmodel.New(s).At(orgtest.HostileDay)} {
			a := words(t, o)
			if bytes.ContainsAny([]byte(a), "\x00\x1b\x07\u202e") {
				t.Fatalf("seed %d: something acts on a terminal", seed)
			}
			if a != words(t, orgmodel.New(s).At(o.AsOf())) {
				t.Fatalf("seed %d: two answers", seed)
			}
		}
	}
	if a := words(t, orgmodel.New(orgmodel.Spec{})); a == "" {
		t.Error("nothing is said of an organisation of nobody")
	}
}
