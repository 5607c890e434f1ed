package ask_test

import (
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

func refs(a ask.Answer) (rs []orgmodel.Ref) {
	for _, it := range a.Items {
		rs = append(rs, it.Ref)
	}
	return rs
}

// live are the lines of some relations that hold on the day, by going over all lines.
func live(o *orgmodel.Org, rels ...orgmodel.Rel) (es []orgmodel.Edge) {
	for e := range o.Edges() {
		if o.LiveLine(e) && (len(rels) == 0 || slices.Contains(rels, e.Rel)) {
			es = append(es, e)
		}
	}
	return es
}

// reach are the fewest lines from each node to r, by going over all lines again and again.
func reach(es []orgmodel.Edge, r orgmodel.Ref, both bool) map[orgmodel.Ref]int {
	dist := map[orgmodel.Ref]int{r: 0}
	for d, grown := 1, true; grown; d++ {
		grown = false
		for _, e := range es {
			for _, way := range [][2]orgmodel.Ref{{e.From, e.To}, {e.To, e.From}}[:1+map[bool]int{true: 1}[both]] {
				at, met := dist[way[1]]
				if _, known := dist[way[0]]; met && at == d-1 && !known {
					dist[way[0]] = d
					grown = true
				}
			}
		}
	}
	return dist
}

// TestSeatsAgainstModel holds the questions about seats to the walks of the organisation, which
// have oracles of their own.
func TestSeatsAgainstModel(t *testing.T) {
	eachOrg(t, 150, func(t *testing.T, o *orgmodel.Org) {
		q := ask.Asker{Org: o}
		for _, r := range everyone(o) {
			if !o.IsSeat(o.SeatOf(r)) {
				if a := q.Reports(r, 0); !a.None() {
					t.Errorf("%d is no seat and has reports %v", r, refs(a))
				}
				continue
			}
			m := o.Manager(r)
			if got := refs(q.Manager(r)); len(got) > 1 || len(got) == 1 && got[0] != m.Seat || len(got) == 0 && m.Seat != orgmodel.None {
				t.Errorf("the manager of %d is %v, want %d", r, got, m.Seat)
			}
			if got := q.Manager(r); got.Total == 1 && got.Items[0].Distance != len(m.Skipped)+1 {
				t.Errorf("the manager of %d is %d lines up, want %d", r, got.Items[0].Distance, len(m.Skipped)+1)
			}
			if got := refs(q.Chain(r)); !slices.Equal(got, o.Chain(r)) {
				t.Errorf("the chain of %d is %v, want %v", r, got, o.Chain(r))
			}
			if got := refs(q.Reports(r, 1)); !slices.Equal(got, slices.Collect(o.Reports(r))) {
				t.Errorf("the reports of %d are %v", r, got)
			}
			testBelow(t, q, r)
			h, a := o.Headcount(r), q.Headcount(r)
			if a.Counts.Of("posts") != float64(h.Posts) || a.Counts.Of("people") != float64(h.People) || a.Counts.Of("fte") != h.FTE {
				t.Errorf("the headcount of %d is %v, want %v", r, a.Counts, h)
			}
			if int(q.Span(r).Counts.Of("span")) != o.Span(r, false) || int(q.Span(r).Counts.Of("filled")) != o.Span(r, true) {
				t.Errorf("the span of %d is %v", r, q.Span(r).Counts)
			}
			if int(q.Layers(r).Counts.Of("layers")) != o.Layers(r) {
				t.Errorf("the layers of %d are %v", r, q.Layers(r).Counts)
			}
		}
		if got := refs(q.Tops()); !slices.Equal(got, o.Tops()) {
			t.Errorf("the tops are %v", got)
		}
	})
}

func testBelow(t *testing.T, q ask.Asker, r orgmodel.Ref) {
	t.Helper()
	var all, two []orgmodel.Ref
	for s, d := range q.Org.Down(r) {
		all = append(all, s)
		if d <= 2 {
			two = append(two, s)
		}
	}
	a := q.Reports(r, 0)
	if !slices.Equal(refs(a), all) || !slices.Equal(refs(q.Reports(r, 2)), two) {
		t.Errorf("below %d are %v, want %v; two levels %v", r, refs(a), all, two)
	}
	if n := a.Counts.Of("live"); n != a.Counts.Of("filled")+a.Counts.Of("vacant") || n+a.Counts.Of("ended") > a.Counts.Of("reports") {
		t.Errorf("the counts of %d do not add up: %v", r, a.Counts)
	}
}

// TestCommonAgainstModel: it is above both, and can decide.
func TestCommonAgainstModel(t *testing.T) {
	eachOrg(t, 60, func(t *testing.T, o *orgmodel.Org) {
		q := ask.Asker{Org: o}
		for _, r := range everyone(o) {
			for _, s := range everyone(o) {
				c := o.CommonManager(r, s)
				if c != orgmodel.None && (!o.Live(c) || o.Occupancy(c) == orgmodel.Vacant) {
					c = o.Manager(c).Seat
				}
				got := refs(q.CommonManager(r, s))
				if len(got) > 1 || len(got) == 1 && got[0] != c || len(got) == 0 && c != orgmodel.None && o.IsSeat(o.SeatOf(r)) && o.IsSeat(o.SeatOf(s)) {
					t.Errorf("the common manager of %d and %d is %v, want %d", r, s, got, c)
				}
			}
		}
	})
}

// TestHoldersAndRoles holds the questions about holders and roles to a search over all lines.
func TestHoldersAndRoles(t *testing.T) {
	eachOrg(t, 150, func(t *testing.T, o *orgmodel.Org) {
		q := ask.Asker{Org: o}
		isA, hasRole := live(o, orgmodel.IsA), live(o, orgmodel.HasRole)
		all := everyone(o)
		for i, r := range all {
			var want []orgmodel.Ref
			for _, e := range live(o, orgmodel.Holds) {
				if e.To == r && o.Live(e.From) && !slices.Contains(want, e.From) {
					want = append(want, e.From)
				}
			}
			if got := refs(q.Holders(r)); o.Kind(r) == orgmodel.Post && !slices.Equal(got, want) {
				t.Errorf("the holders of %d are %v, want %v", r, got, want)
			}
			closure := reach(isA, r, false)
			for _, scope := range []orgmodel.Ref{orgmodel.None, all[(i*5+2)%len(all)]} {
				want := map[orgmodel.Ref]int{}
				for _, e := range hasRole {
					if _, is := closure[e.To]; is && o.Live(e.From) && (scope == orgmodel.None || o.Scope(e) == scope) {
						want[e.From]++
					}
				}
				a := q.RoleHolders(r, scope)
				for _, it := range a.Items {
					want[it.Ref]--
					if role, _ := o.Find(it.Role); !o.IsRepeat(r) && it.Distance != closure[role] {
						t.Errorf("%d holds role %d through %s at %d, want %d", it.Ref, r, it.Role, it.Distance, closure[role])
					}
				}
				for who, n := range want {
					if n != 0 && r != orgmodel.None {
						t.Errorf("%d holds role %d in %d: %d lines too few", who, r, scope, n)
					}
				}
			}
			testRolesOf(t, q, r, hasRole, isA)
		}
	})
}

// testRolesOf holds Roles and RolesIn to the same.
func testRolesOf(t *testing.T, q ask.Asker, r orgmodel.Ref, hasRole, isA []orgmodel.Edge) {
	t.Helper()
	o := q.Org
	sources := map[orgmodel.Ref]bool{r: true}
	for _, e := range live(o, orgmodel.Holds) {
		if e.To == r && o.Live(e.From) {
			sources[e.From] = true
		}
		if e.From == r && o.Kind(r) == orgmodel.Person && (o.Live(e.To) || !o.Declared(e.To)) && o.MaySit(e.To) && o.Kind(e.To) != orgmodel.Person {
			sources[e.To] = true
		}
	}
	want, in := map[orgmodel.Ref]bool{}, 0
	for _, e := range hasRole {
		if sources[e.From] && r != orgmodel.None {
			for _, role := range everyone(o) {
				if _, is := reach(isA, role, false)[e.To]; is {
					want[role] = true
				}
			}
		}
		if o.Scope(e) == r && r != orgmodel.None && o.Live(e.From) {
			in++
		}
	}
	got := map[orgmodel.Ref]bool{}
	for _, role := range refs(q.Roles(r, orgmodel.None)) {
		got[role] = true
	}
	for _, role := range everyone(o) {
		if got[role] != want[role] {
			t.Errorf("%d has role %d: %v, want %v", r, role, got[role], want[role])
		}
	}
	if n := q.RolesIn(r).Total; n != in {
		t.Errorf("in %d there are %d assignments, want %d", r, n, in)
	}
}

// TestMembersPathsLoops holds the questions about the graph to a search over all lines.
func TestMembersPathsLoops(t *testing.T) {
	eachOrg(t, 80, func(t *testing.T, o *orgmodel.Org) {
		q := ask.Asker{Org: o}
		parts, any := live(o, orgmodel.PartOf, orgmodel.WorksOn), live(o)
		var solid []orgmodel.Edge
		for _, e := range live(o, orgmodel.ReportsTo) {
			if s, b := o.SeatOf(e.From), o.SeatOf(e.To); o.MaySit(s) && o.MaySit(b) {
				solid = append(solid, orgmodel.Edge{From: s, To: b})
			}
		}
		for _, r := range everyone(o)[2:] {
			far := reach(parts, r, false)
			n := 0
			for m := range far {
				if _, both := far[o.SeatOf(m)]; m != r && (o.SeatOf(m) == m || !both) {
					n++
				}
			}
			a := q.Members(r, 0)
			for _, it := range a.Items {
				if it.Distance != far[it.Ref] || it.Via == nil {
					t.Errorf("%d is a member of %d at %d, want %d", it.Ref, r, it.Distance, far[it.Ref])
				}
			}
			if a.Total != n {
				t.Errorf("%d has %d members, want %d", r, a.Total, n)
			}
			near := reach(any, r, true)
			for _, s := range everyone(o)[2:] {
				if a, d := q.Path(s, r), near[s]; s != r && max(a.Total-1, 0) != d {
					t.Errorf("from %d to %d are %d lines, want %d", s, r, a.Total-1, d)
				}
			}
			testLoop(t, q, r, solid)
		}
	})
}

func testLoop(t *testing.T, q ask.Asker, r orgmodel.Ref, solid []orgmodel.Edge) {
	t.Helper()
	s := q.Org.SeatOf(r)
	want := 0 // the shortest way back to s
	up := reach(solid, s, false)
	for _, e := range solid {
		if d, back := up[e.To]; e.From == s && back && (want == 0 || d+1 < want) {
			want = d + 1
		}
	}
	a := q.Loop(r)
	if a.Total != want || want > 0 && a.Items[want-1].Ref != s {
		t.Errorf("%d is in a loop of %d, want %d: %v", r, a.Total, want, refs(a))
	}
	inSome := false
	for _, l := range refs(q.Loops()) {
		_, below := up[l]
		_, above := reach(solid, l, false)[s]
		inSome = inSome || below && above && s == l || l != s && below && above
	}
	if want > 0 && !inSome {
		t.Errorf("%d is in a loop that is not among all loops", r)
	}
}
