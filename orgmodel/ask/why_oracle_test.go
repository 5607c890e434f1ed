package ask_test

import (
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

// sightOf are the fewest lines from each record of work or value to an outcome (or a need): all forward,
// or down to parts first, found by going over all lines again and again.
func sightOf(o *orgmodel.Org, kind orgmodel.Kind) map[orgmodel.Ref]int {
	ok := func(r orgmodel.Ref) bool { return o.Live(r) && kindIn(o, r, work, values) }
	ahead := map[orgmodel.Ref]int{}
	for r := range o.OfKind(kind) {
		if o.Live(r) {
			ahead[r] = 0
		}
	}
	relax := func(dist map[orgmodel.Ref]int, from, to orgmodel.Ref) bool {
		d, has := dist[to]
		if old, known := dist[from]; has && ok(from) && (!known || d+1 < old) {
			dist[from] = d + 1
			return true
		}
		return false
	}
	for grown := true; grown; {
		grown = false
		for _, e := range live(o, orgmodel.Realises, orgmodel.ContributesTo, orgmodel.JustifiedBy, orgmodel.Answers, orgmodel.PartOf) {
			grown = relax(ahead, e.From, e.To) || grown
		}
	}
	down := map[orgmodel.Ref]int{}
	for r, d := range ahead {
		down[r] = d
	}
	for grown := true; grown; {
		grown = false
		for _, e := range live(o, orgmodel.PartOf) {
			if kindIn(o, e.From, work) {
				grown = relax(down, e.To, e.From) || grown
			}
		}
	}
	return down
}

// works are what lines written at a record put it at.
func works(o *orgmodel.Org, r orgmodel.Ref) (all []orgmodel.Ref) {
	for _, e := range live(o, orgmodel.WorksOn, orgmodel.Owns, orgmodel.HasRole, orgmodel.DirectedBy, orgmodel.ResponsibleFor, orgmodel.AccountableFor) {
		w := e.To
		if e.Rel != orgmodel.WorksOn && e.Rel != orgmodel.Owns {
			w = o.Scope(e)
		}
		if e.From == r && o.Live(w) && kindIn(o, w, work, values) {
			all = append(all, w)
		}
	}
	return all
}

// TestWhyAndLineOfSight holds the shortest way to an outcome, or else a need, to a search over all lines, and
// line of sight to the answers of each.
func TestWhyAndLineOfSight(t *testing.T) {
	found := [2]int{}
	defer func() {
		if found[0] < 20 || found[1] < 10 {
			t.Errorf("only %v ways to outcomes and needs were found: the test no longer tests", found)
		}
	}()
	eachOdd(t, 400, func(t *testing.T, o *orgmodel.Org) {
		q := ask.Asker{Org: o}
		outcome, need := sightOf(o, orgmodel.Outcome), sightOf(o, orgmodel.Need)
		people, can := 0, 0
		for _, r := range everyone(o) {
			if kindIn(o, r, work, values) {
				continue
			}
			at, best := 0, [2]int{-1, -1}
			for s := range stands(o, r) {
				more := 1
				if s != r {
					more = 2
				}
				for _, w := range works(o, s) {
					at++
					for i, sees := range []map[orgmodel.Ref]int{outcome, need} {
						if d, has := sees[w]; has && (best[i] < 0 || d+more < best[i]) {
							best[i] = d + more
						}
					}
				}
			}
			want := best[0]
			if want < 0 {
				want = best[1]
			}
			a := q.WhyAmIHere(r)
			if got := a.Total - 1; got != want && (got >= 0 || want >= 0) {
				t.Errorf("%d has a way of %d lines, want %d: %s", r, got, want, a.Sentence)
			}
			testWay(t, o, a)
			if want > 0 && best[0] >= 0 {
				found[0]++
			} else if want > 0 {
				found[1]++
			}
			if at > 0 && o.Live(r) && (o.Kind(r) == orgmodel.Person || o.MaySit(r) && len(stands(o, r)) == 1 && o.Occupancy(r) != orgmodel.Vacant) {
				people++
				if best[0] >= 0 {
					can++
				}
			}
		}
		if c := q.LineOfSight(); int(c.Counts.Of("people")) != people || int(c.Counts.Of("outcome")) != can || c.Total != people-can {
			t.Errorf("%v, want %d of %d: %s", c.Counts, can, people, c.Sentence)
		}
	})
}

// testWay: each line of a way leads from the record before to the next.
func testWay(t *testing.T, o *orgmodel.Org, a ask.Answer) {
	t.Helper()
	for i, it := range a.Items {
		if it.Distance != i {
			t.Errorf("%s is at %d, want %d", it.ID, it.Distance, i)
		}
		if i == 0 {
			continue
		}
		ends, before := []orgmodel.ID{it.Via.From, it.Via.To, it.Via.Scope}, a.Items[i-1].ID
		if !(ends[0] == it.ID || ends[1] == it.ID || ends[2] == it.ID) || !(ends[0] == before || ends[1] == before) {
			t.Errorf("%s does not lead from %s to %s", it.Via.Sentence, before, it.ID)
		}
	}
	if n := len(a.Items); n > 0 && a.Items[n-1].Kind != orgmodel.Outcome && a.Items[n-1].Kind != orgmodel.Need {
		t.Errorf("a way ends at %+v", a.Items[n-1])
	}
}
