package orgmodel_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// twin is an Edit and the Spec that the same changes were made in, by hand.
type twin struct {
	*random
	*testing.T
	edit  *orgmodel.Edit
	nodes []orgmodel.Node
	lines []orgmodel.Line
	gone  []bool // by line: dropped
	refs  []orgmodel.Ref
	edges []orgmodel.Edge
}

func newTwin(t *testing.T, r *random, o *orgmodel.Org) *twin {
	s := o.Spec()
	w := &twin{random: r, T: t, edit: o.Edit(), nodes: slices.Clone(s.Nodes), lines: slices.Clone(s.Lines), gone: make([]bool, len(s.Lines))}
	w.refs, w.edges = slices.Collect(o.Nodes()), slices.Collect(o.Edges())
	return w
}

func (w *twin) spec(name string) orgmodel.Spec {
	s := orgmodel.Spec{Name: name, Nodes: w.nodes}
	for i, l := range w.lines {
		if !w.gone[i] {
			s.Lines = append(s.Lines, l)
		}
	}
	return s
}

// change does one thing to both.
func (w *twin) change() {
	switch w.IntN(10) {
	case 0:
		n := w.node(len(w.nodes))
		if w.IntN(3) == 0 {
			n.ID = pick(*w.random, w.ids...) // a repeat, or a ghost that is declared
		}
		if w.IntN(2) == 0 {
			n.Pos = orgmodel.Pos{}
		}
		w.nodes = append(w.nodes, n)
		w.refs = append(w.refs, w.edit.AddNode(n))
	case 1, 2:
		i := w.IntN(len(w.nodes))
		n := w.node(i)
		if w.IntN(2) == 0 {
			n = w.edit.Node(w.refs[i])
			if !n.Attrs.Equal(w.nodes[i].Attrs) || n.Name != w.nodes[i].Name || n.Pos != w.nodes[i].Pos {
				w.Errorf("record %d is %v, want %v", i, n, w.nodes[i])
			}
			n.Live.Until = day(w.IntN(10))
		}
		w.edit.SetNode(w.refs[i], n)
		n.ID = w.nodes[i].ID
		w.nodes[i] = n
	case 3, 4, 5:
		l := w.line()
		w.lines, w.gone = append(w.lines, l), append(w.gone, false)
		w.edges = append(w.edges, w.edit.AddLine(l))
	case 6:
		if i := w.some(); i >= 0 {
			w.edit.DropLine(w.edges[i])
			w.gone[i] = true
		}
	case 7, 8:
		if i := w.some(); i >= 0 {
			l := w.line()
			if w.IntN(2) == 0 {
				l = w.edit.Line(w.edges[i])
				l.Live.Until = day(w.IntN(10))
			}
			w.edit.SetLine(w.edges[i], l)
			if !w.gone[i] {
				w.lines[i] = l
			}
		}
	case 9:
		w.reline(pick(*w.random, w.refs...), pick(*w.random, append(w.refs, orgmodel.None)...))
	}
}

// some is a line, dropped ones included; -1 where there is none.
func (w *twin) some() int {
	if len(w.edges) == 0 {
		return -1
	}
	return w.IntN(len(w.edges))
}

// reline gives a seat another boss: in the Spec by the line that was behind the old one.
func (w *twin) reline(r, boss orgmodel.Ref) {
	e, had := w.edit.BossLine(r)
	seat := w.edit.SeatOf(r)
	w.edit.SetBoss(r, boss)
	i := slices.IndexFunc(w.edges, func(x orgmodel.Edge) bool { return x.Number() == e.Number() })
	switch {
	case boss == orgmodel.None: // changes nothing
	case had:
		w.lines[i].To = w.edit.Node(boss).ID
	default:
		l := orgmodel.Line{From: w.edit.Node(seat).ID, Rel: orgmodel.ReportsTo, To: w.edit.Node(boss).ID}
		w.lines, w.gone = append(w.lines, l), append(w.gone, false)
		for x := range w.edit.Out(w.firstOf(seat), orgmodel.ReportsTo) {
			e = x // the last is the new one
		}
		w.edges = append(w.edges, e)
	}
	// The first record of an id owns its lines, and no line joins a seat with itself or with what is no seat.
	sits := func(r orgmodel.Ref) bool {
		k := w.edit.Node(r).Kind
		return w.firstOf(r) == r && k != orgmodel.Role && k != orgmodel.Unit && w.edit.Node(r).ID != ""
	}
	if boss != orgmodel.None && sits(seat) && sits(boss) && seat != w.edit.SeatOf(boss) && !had {
		if got := w.edit.Boss(r); got != w.edit.SeatOf(boss) {
			w.Errorf("the boss of %d is set to %d and is %d", r, w.edit.SeatOf(boss), got)
		}
	}
}

func (w *twin) firstOf(r orgmodel.Ref) orgmodel.Ref {
	first, _ := w.edit.Find(w.edit.Node(r).ID)
	return first
}

// eachEdit runs a test over edited organisations: of each, several times over, what was edited and
// what the edited Spec gives.
func eachEdit(t *testing.T, test func(t *testing.T, w *twin, got, want *orgmodel.Org)) {
	t.Helper()
	rounds := uint64(250)
	if testing.Short() {
		rounds = 60
	}
	for seed := range rounds {
		s := randomSpec(seed)
		r := &random{Rand: rand.New(rand.NewPCG(seed, 99)), ids: []orgmodel.ID{"gone", "new-1", "new-2", ""}}
		for _, n := range s.Nodes {
			r.ids = append(r.ids, n.ID)
		}
		o := orgmodel.New(s)
		if seed%2 == 1 {
			o = o.At(day(int(seed % 10)))
		}
		for range 3 {
			before := fmt.Sprint(o.Spec(), o.Tops())
			w := newTwin(t, r, o)
			for range r.IntN(8) {
				w.change()
			}
			got := w.edit.Org()
			test(t, w, got, orgmodel.New(w.spec(s.Name)).At(o.AsOf()))
			if after := fmt.Sprint(o.Spec(), o.Tops()); after != before {
				t.Errorf("the organisation that was edited is now\n%s\nwant\n%s", after, before)
			}
			if t.Failed() {
				t.Fatalf("seed %d, day %q", seed, o.AsOf())
			}
			o = got
		}
	}
}

// TestEditOrg: an edited organisation is what New makes of the edited Spec, in every answer.
func TestEditOrg(t *testing.T) {
	eachEdit(t, func(t *testing.T, w *twin, got, want *orgmodel.Org) {
		if a, b := got.Spec(), want.Spec(); a.Name != b.Name || !sameSpec(a, b) {
			t.Fatalf("edited into\n%v\nwant\n%v", a, b)
		}
		if got.AsOf() != want.AsOf() || got.Len() != want.Len() || got.Lines() != want.Lines() {
			t.Errorf("%d records, %d lines on %s; want %d, %d, %s", got.Len(), got.Lines(), got.AsOf(), want.Len(), want.Lines(), want.AsOf())
		}
		for what, of := range map[string]func(o *orgmodel.Org) any{
			"answers":  func(o *orgmodel.Org) any { return answers(o) },
			"edges":    func(o *orgmodel.Org) any { return slices.Collect(o.Edges()) },
			"ghosts":   func(o *orgmodel.Org) any { return ids(o, slices.Collect(o.Ghosts())) },
			"repeats":  func(o *orgmodel.Org) any { return slices.Collect(o.Repeats()) },
			"joins":    func(o *orgmodel.Org) any { return o.Joins() },
			"seats":    func(o *orgmodel.Org) any { return slices.Collect(o.Seats()) },
			"self":     func(o *orgmodel.Org) any { return slices.Collect(o.SelfLines()) },
			"scoped":   func(o *orgmodel.Org) any { return slices.Collect(o.Scoped()) },
			"many":     func(o *orgmodel.Org) any { return fmt.Sprint(o.ManyBosses(), o.ManyLines()) },
			"dated":    func(o *orgmodel.Org) any { return slices.Collect(o.Dated()) },
			"adjacent": adjacent,
			"findings": func(o *orgmodel.Org) any { return findings(t, o) },
			"found": func(o *orgmodel.Org) any {
				var all []any
				for _, id := range append(w.ids, "never written") {
					r, ok := o.Find(id)
					all = append(all, r, ok)
				}
				return all
			},
		} {
			if a, b := of(got), of(want); !reflect.DeepEqual(a, b) {
				t.Errorf("%s are\n%v\nwant\n%v", what, a, b)
			}
		}
	})
}

// findings are those of the core pack, as text.
func findings(t *testing.T, o *orgmodel.Org) (all []string) {
	found, err := orgmodel.Check(context.Background(), o, rules.Core()...)
	if err != nil {
		t.Error(err)
	}
	for _, f := range found {
		s := fmt.Sprint(f.Fingerprint(), f, f.Related, f.Fix, f.Pos, f.PathTotal, f.RelatedTotal)
		for _, l := range f.Path {
			s += " " + l.String()
		}
		all = append(all, s)
	}
	return all
}

func adjacent(o *orgmodel.Org) any {
	var all []any
	for _, r := range everyone(o) {
		all = append(all, slices.Collect(o.Out(r)), slices.Collect(o.In(r)), o.Kind(r), o.Live(r), o.Label(r))
	}
	return all
}

func ids(o *orgmodel.Org, refs []orgmodel.Ref) (all []orgmodel.ID) {
	for _, r := range refs {
		all = append(all, o.ID(r))
	}
	return all
}

// TestEditAsk: what an Edit answers is what the finished organisation answers.
func TestEditAsk(t *testing.T) {
	loops, bosses := 0, 0
	eachEdit(t, func(t *testing.T, w *twin, o, _ *orgmodel.Org) {
		e := w.edit
		in := map[orgmodel.Ref]orgmodel.Ref{orgmodel.None: orgmodel.None} // Ref of the Edit to that of the Org
		mine := slices.Clone(w.refs)
		for i, r := range w.refs {
			in[r] = orgmodel.Ref(i) // declared records stand in order
		}
		for r := range orgmodel.Ref(o.Len() + 100) {
			for x := range e.Out(r) {
				for _, r := range []orgmodel.Ref{x.From, x.To} {
					if _, met := in[r]; met {
						continue
					}
					for g := range o.Ghosts() {
						if e.Node(r).ID == o.ID(g) {
							in[r] = g
							mine = append(mine, r)
						}
					}
				}
			}
		}
		if w.Shuffle(len(mine), func(i, j int) { mine[i], mine[j] = mine[j], mine[i] }); len(mine) > 20 {
			mine = mine[:20]
		}
		for _, r := range mine {
			s := in[r]
			if e.Node(r).ID != o.ID(s) {
				t.Errorf("%d is %q, in the organisation %q", r, e.Node(r).ID, o.ID(s))
			}
			if got, want := in[e.Boss(r)], o.Boss(s); got != want {
				t.Errorf("boss of %q is %d, want %d", o.ID(s), got, want)
			} else if got != orgmodel.None {
				bosses++
			}
			if got, want := in[e.SeatOf(r)], o.SeatOf(s); got != want {
				t.Errorf("seat of %q is %d, want %d", o.ID(s), got, want)
			}
			a, ok := e.BossLine(r)
			b, want := o.BossLine(s)
			if ok != want || ok && e.Line(a).String() != o.Line(b).String() {
				t.Errorf("boss line of %q is %v, want %v", o.ID(s), e.Line(a), o.Line(b))
			}
			got := map[orgmodel.Ref]int{}
			for u, d := range e.Up(r) {
				got[in[u]] = d
			}
			up := map[orgmodel.Ref]int{}
			for u, d := range o.Up(s) {
				up[u] = d
			}
			if !reflect.DeepEqual(got, up) {
				t.Errorf("above %q lie %v, want %v", o.ID(s), got, up)
			}
			below := []orgmodel.Ref(nil)
			for x := range e.Reports(r) {
				below = append(below, in[x])
			}
			reports := slices.Collect(o.Reports(s))
			if slices.ContainsFunc(reports, func(r orgmodel.Ref) bool { return !o.Declared(r) }) {
				slices.Sort(below) // ghosts come last, in an order of their own
			}
			if !slices.Equal(below, reports) {
				t.Errorf("reports of %q are %v, want %v", o.ID(s), below, reports)
			}
			for _, q := range mine {
				if got, want := e.WouldLoop(r, q), o.WouldLoop(s, in[q]); got != want {
					t.Errorf("a line from %q to %q closes a loop: %v, want %v", o.ID(s), o.ID(in[q]), got, want)
				} else if got && r != q {
					loops++
				}
			}
			lines := func(all []orgmodel.Line) (text []string) {
				for _, l := range all {
					text = append(text, l.String(), l.Attrs.Get(orgmodel.FTE), l.Pos.String())
				}
				return text
			}
			for _, rels := range [][]orgmodel.Rel{nil, {orgmodel.Holds, ""}} {
				var a, b, c, d []orgmodel.Line
				for x := range e.Out(r, rels...) {
					a = append(a, e.Line(x))
				}
				for x := range o.Out(s, rels...) {
					b = append(b, o.Line(x))
				}
				for x := range e.In(r, rels...) {
					c = append(c, e.Line(x))
				}
				for x := range o.In(s, rels...) {
					d = append(d, o.Line(x))
				}
				if !slices.Equal(lines(a), lines(b)) || !slices.Equal(lines(c), lines(d)) {
					t.Errorf("lines at %q are %v and %v, want %v and %v", o.ID(s), a, c, b, d)
				}
			}
		}
		for _, id := range append(w.ids, "never written") {
			r, ok := e.Find(id)
			if s, want := o.Find(id); ok != want || ok && in[r] != s {
				t.Errorf("%q is %d %v, want %d %v", id, in[r], ok, s, want)
			}
		}
	})
	if loops < 100 || bosses < 300 {
		t.Errorf("only %d loops and %d bosses were compared", loops, bosses)
	}
}
