package analysis_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/rules"
)

func hotspots(t *testing.T, o *orgmodel.Org, h analysis.Hotspots) *analysis.HotspotReport {
	t.Helper()
	r, err := h.Report(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func finding(subject orgmodel.ID, s orgmodel.Severity) orgmodel.Finding {
	return orgmodel.Finding{Subject: subject, Severity: s}
}

func TestHotspots(t *testing.T) {
	o := written(`
unit all it fin tiny
it part-of all
fin part-of all
tiny part-of all
post a1 a2 a3 a4 a5 f1 f2 f3 f4 f5 f6 t1 loose
a1 part-of it
a2 part-of it
a3 part-of it
a4 part-of it
a5 part-of it
f1 part-of fin
f2 part-of fin
f3 part-of fin
f4 part-of fin
f5 part-of fin
f6 part-of fin
t1 part-of tiny
f1 reports-to a1
person ada
ada holds f2
project pay
pay part-of it
`)
	fs := orgmodel.Findings{
		finding("a1", orgmodel.Error), finding("ada", orgmodel.Error), finding("f3", orgmodel.Warning),
		finding("t1", orgmodel.Error), finding("it", orgmodel.Info), finding("pay", orgmodel.Warning),
		finding("loose", orgmodel.Error), finding("nobody", orgmodel.Error),
	}
	r := hotspots(t, o, analysis.Hotspots{Findings: fs})
	want := []analysis.Hotspot{
		{Level: 1, Seats: 12, Errors: 3, Warnings: 2, Infos: 1},
		{Level: 2, Seats: 5, Errors: 1, Warnings: 1, Infos: 1},
		{Level: 2, Seats: 6, Errors: 1, Warnings: 1},
		{Level: 2, Seats: 1, Errors: 1, Small: true},
	}
	for i, id := range []orgmodel.ID{"all", "it", "fin", "tiny"} {
		want[i].Unit, _ = o.Find(id)
	}
	if !slices.Equal(r.Units, want) {
		t.Errorf("%+v\nwant\n%+v", r.Units, want)
	}
	if w := r.Whole; w.Seats != 13 || w.Errors != 5 || w.Warnings != 2 || w.Infos != 1 || r.Homeless.Errors != 2 || r.Homeless.Seats != 1 {
		t.Errorf("%+v, homeless %+v", w, r.Homeless)
	}
	for _, c := range []struct {
		scope                orgmodel.ID
		seats, found, within int
	}{{"it", 5, 3, 2}, {"a1", 2, 1, 2}, {"fin", 6, 2, 2}, {"pay", 0, 1, 2}, {"nowhere", 0, 0, 0}, {"ada", 1, 1, 2}} {
		r := hotspots(t, o, analysis.Hotspots{Findings: fs, Scope: c.scope})
		if r.Whole.Seats != c.seats || r.Whole.Findings() != c.found || len(r.Units) != c.within {
			t.Errorf("in %s: %+v, %+v", c.scope, r.Whole, r.Units)
		}
	}
}

// No finding of an organisation is lost, and units are ordered by what there is to a seat.
func TestHotspotsAddUp(t *testing.T) {
	compared := 0
	bothSorts(t, func(t *testing.T, o *orgmodel.Org) {
		fs, err := orgmodel.Check(context.Background(), o, rules.Core()...)
		if err != nil {
			t.Fatal(err)
		}
		rnd := rand.New(rand.NewPCG(uint64(o.Len()), 3))
		for r := range o.Nodes() { // rules find nothing in what is sound
			if rnd.IntN(4) == 0 {
				fs = append(fs, finding(o.ID(r), orgmodel.Severity(1+rnd.IntN(3))))
			}
		}
		r := hotspots(t, o, analysis.Hotspots{Findings: fs, MinSeats: 1})
		if r.Whole.Findings() != len(fs) || r.Whole.Errors != fs.Count(orgmodel.Error) || r.Whole.Warnings != fs.Count(orgmodel.Warning) {
			t.Errorf("%+v of %d findings", r.Whole, len(fs))
		}
		for i := 1; i < len(r.Units); i++ {
			a, b := r.Units[i-1], r.Units[i]
			if !a.Small && !b.Small && float64(a.Errors)/float64(max(a.Seats, 1)) < float64(b.Errors)/float64(max(b.Seats, 1))-1e-9 {
				t.Errorf("%+v stands before %+v", a, b)
			}
			compared++
		}
	})
	if compared == 0 {
		t.Error("no units were compared")
	}
}
