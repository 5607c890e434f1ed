package ask_test

import (
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/orgtest"
)

// eachOdd is eachOrg with organisations that others make, too.
func eachOdd(t *testing.T, rounds uint64, test func(t *testing.T, o *orgmodel.Org)) {
	t.Helper()
	eachOrg(t, rounds/2, test)
	for seed := range rounds {
		o := orgmodel.New(apt(seed))
		for _, v := range []*orgmodel.Org{o, o.At(day(int(seed % 10)))} {
			test(t, v)
			if t.Failed() {
				t.Fatalf("seed %d of apt, day %q", seed, v.AsOf())
			}
		}
	}
	for seed := range rounds / 16 {
		for _, o := range []*orgmodel.Org{orgmodel.New(orgtest.Hostile(seed, 30)), orgtest.Random{Seed: seed, Posts: 40}.Org()} {
			for _, v := range []*orgmodel.Org{o, o.At(orgtest.HostileDay)} {
				test(t, v)
				if t.Failed() {
					t.Fatalf("seed %d of %q, day %q", seed, o.Name(), v.AsOf())
				}
			}
		}
	}
}

// stands are who stands for a record: itself and, by live holds lines, the posts of a person or the
// persons on anything else.
func stands(o *orgmodel.Org, r orgmodel.Ref) map[orgmodel.Ref]bool {
	all := map[orgmodel.Ref]bool{r: true}
	for _, e := range live(o, orgmodel.Holds) {
		person := o.Kind(e.From) == orgmodel.Person && o.Kind(e.To) != orgmodel.Person
		if person && e.From == r && (o.Live(e.To) || !o.Declared(e.To)) {
			all[e.To] = true
		}
		if person && e.To == r && o.Live(e.From) {
			all[e.From] = true
		}
	}
	return all
}

var (
	work   = []orgmodel.Kind{orgmodel.Portfolio, orgmodel.Programme, orgmodel.Project, orgmodel.Service, orgmodel.Process}
	bodies = []orgmodel.Kind{orgmodel.Unit, orgmodel.PMO, orgmodel.Board}
	values = []orgmodel.Kind{orgmodel.Benefit, orgmodel.Outcome, orgmodel.Need, orgmodel.BusinessCase}
)

func kindIn(o *orgmodel.Org, r orgmodel.Ref, kinds ...[]orgmodel.Kind) bool {
	return slices.Contains(slices.Concat(kinds...), o.Kind(r))
}

// same says that a set and a list hold the same, each once.
func same(set map[orgmodel.Ref]bool, list []orgmodel.Ref) bool {
	met := map[orgmodel.Ref]bool{}
	for _, r := range list {
		if met[r] || !set[r] {
			return false
		}
		met[r] = true
	}
	return len(met) == len(set)
}

// TestScopeAndProjects holds remits and projects to a search over all lines.
func TestScopeAndProjects(t *testing.T) {
	eachOdd(t, 80, func(t *testing.T, o *orgmodel.Org) {
		q := ask.Asker{Org: o}
		parts := live(o, orgmodel.PartOf)
		for _, r := range everyone(o) {
			at := stands(o, r)
			remit, projects := map[orgmodel.Ref]bool{}, map[orgmodel.Ref]bool{}
			for _, e := range live(o) {
				thing := e.To
				if e.Rel == orgmodel.HasRole {
					thing = o.Scope(e)
				}
				mine := at[e.From] && (e.Rel == orgmodel.Owns || e.Rel == orgmodel.HasRole) ||
					o.Kind(r) == orgmodel.Role && e.Rel == orgmodel.HasRole && o.IsA(e.To, r)
				if mine && thing != orgmodel.None && thing != r {
					remit[thing] = true
				}
				if e.Rel == orgmodel.SponsoredBy && at[e.To] {
					thing = e.From
				} else if !at[e.From] || e.Rel != orgmodel.HasRole && e.Rel != orgmodel.WorksOn && e.Rel != orgmodel.Owns {
					continue
				}
				if kindIn(o, thing, work[:3]) {
					projects[thing] = true
				}
			}
			for grown := true; grown; {
				grown = false
				for _, e := range parts {
					if remit[e.To] && kindIn(o, e.To, work, bodies) && kindIn(o, e.From, work, bodies) && !remit[e.From] && e.From != r {
						remit[e.From], grown = true, true
					}
				}
			}
			if got := refs(q.ScopeOf(r)); !same(remit, got) {
				t.Errorf("the remit of %d is %v, want %v", r, got, remit)
			}
			if got := refs(q.ProjectsOf(r, "")); !same(projects, got) {
				t.Errorf("the projects of %d are %v, want %v", r, got, projects)
			}
			for p := range projects {
				if !slices.Contains(strings.FieldsFunc(o.Attrs(p).Get("tags"), func(c rune) bool { return strings.ContainsRune(" ,;", c) }), "it") {
					delete(projects, p)
				}
			}
			if got := refs(q.ProjectsOf(r, "it")); !same(projects, got) {
				t.Errorf("the IT projects of %d are %v, want %v", r, got, projects)
			}
		}
	})
}

// TestLineManagers: whoever a live seat reports to is one, and nobody else.
func TestLineManagers(t *testing.T) {
	eachOdd(t, 80, func(t *testing.T, o *orgmodel.Org) {
		bosses := map[orgmodel.Ref]bool{}
		for s := range o.Seats() {
			if b := o.Boss(s); b != orgmodel.None && o.Live(s) {
				bosses[b] = true
			}
		}
		for _, r := range everyone(o) {
			want := bosses[o.SeatOf(r)]
			if !o.IsSeat(o.SeatOf(r)) {
				for s := range stands(o, r) {
					want = want || bosses[s]
				}
			}
			if got := !(ask.Asker{Org: o}).IsLineManager(r).None(); got != want {
				t.Errorf("%d is a line manager: %v, want %v", r, got, want)
			}
		}
	})
}

// TestRoleOverlapAgainstLines holds what two roles share to a search over all lines.
func TestRoleOverlapAgainstLines(t *testing.T) {
	eachOdd(t, 60, func(t *testing.T, o *orgmodel.Org) {
		q := ask.Asker{Org: o}
		var roles []orgmodel.Ref
		for r := range o.OfKind(orgmodel.Role) {
			roles = append(roles, r)
		}
		for i, r := range roles {
			s := roles[(i*3+1)%len(roles)]
			x, y := bundle(o, r), bundle(o, s)
			a := q.RoleOverlap(r, s)
			var all int
			for k, name := range []string{"holders", "duties", "scopes"} {
				n := 0
				for z := range x[k] {
					if y[k][z] {
						n++
					}
				}
				all += n
				if got := int(a.Counts.Of(name)); got != n {
					t.Errorf("%d and %d share %d %s, want %d", r, s, got, name, n)
				}
			}
			if b := q.RoleOverlap(s, r); a.Total != all || b.Total != all || a.None() {
				t.Errorf("%d and %d share %d, the other way round %d, want %d", r, s, a.Total, b.Total, all)
			}
		}
	})
}

func bundle(o *orgmodel.Org, role orgmodel.Ref) (has [3]map[orgmodel.Ref]bool) {
	for i := range has {
		has[i] = map[orgmodel.Ref]bool{}
	}
	for _, e := range live(o) {
		switch e.Rel {
		case orgmodel.HasRole:
			if !o.IsA(e.To, role) || !o.Live(e.From) {
				continue
			}
			if s := o.Scope(e); s != orgmodel.None {
				has[2][s] = true
			}
			some := false
			for _, h := range live(o, orgmodel.Holds) {
				if h.To == e.From && o.Live(h.From) && o.Kind(h.From) == orgmodel.Person && o.Kind(e.From) != orgmodel.Person {
					has[0][h.From], some = true, true
				}
			}
			if !some {
				has[0][e.From] = true
			}
		case orgmodel.ResponsibleFor, orgmodel.AccountableFor, orgmodel.ConsultedOn, orgmodel.InformedOf:
			if o.IsA(role, e.From) {
				has[1][e.To] = true
			}
		}
	}
	return has
}

// TestRunAs: every record with the attribute, and no other.
func TestRunAs(t *testing.T) {
	eachOdd(t, 40, func(t *testing.T, o *orgmodel.Org) {
		want := map[orgmodel.Ref]bool{}
		for r := range o.Nodes() {
			if o.Attrs(r).Get("run-as") == "project" {
				want[r] = true
			}
		}
		if got := refs(ask.Asker{Org: o}.RunAs("project")); !same(want, got) {
			t.Errorf("run as projects are %v, want %v", got, want)
		}
	})
}
