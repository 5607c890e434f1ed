package orgmodel_test

import (
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestAt holds the view of a day to the organisation that has only that day's lines: the same
// records under the same Refs.
func TestAt(t *testing.T) {
	eachOrg(t, func(t *testing.T, s orgmodel.Spec, o *orgmodel.Org) {
		if o.AsOf().IsZero() || o.At(o.AsOf()) != o || !o.At(orgmodel.Date{}).AsOf().IsZero() {
			return
		}
		for i, n := range s.Nodes {
			state := n.Attrs.Get(orgmodel.State)
			if want := n.Live.Holds(o.AsOf()) && state != "abolished"; o.Live(orgmodel.Ref(i)) != want {
				t.Errorf("%v is live: %v", n, !want)
			}
		}
		i := 0
		for e := range o.Edges() {
			if o.LiveLine(e) != s.Lines[i].Live.Holds(o.AsOf()) {
				t.Errorf("%v is live: %v", s.Lines[i], o.LiveLine(e))
			}
			i++
		}
		for _, r := range everyone(o) {
			occ := o.Occupancy(r)
			if want := occupancy(o, r); occ != want {
				t.Errorf("%d is %s, want %s", r, occ, want)
			}
		}
		if !sameSpec(o.Spec(), s) {
			t.Error("a view gives back other records")
		}
	})
}

func occupancy(o *orgmodel.Org, r orgmodel.Ref) orgmodel.Occupancy {
	var c orgmodel.Occupancy
	if v, ok := o.Attrs(r).Lookup(orgmodel.Occupied); ok && c.UnmarshalText([]byte(v)) == nil {
		return c
	}
	holds := false
	for range o.Edges(orgmodel.Holds) {
		holds = true
	}
	if o.Kind(r) != orgmodel.Post || !holds {
		return orgmodel.Filled
	}
	for e := range o.In(r, orgmodel.Holds) {
		if o.LiveLine(e) && o.Live(e.From) {
			return orgmodel.Filled
		}
	}
	for first := range o.Nodes() {
		if first < r && o.ID(first) == o.ID(r) {
			return orgmodel.Filled // a repeat owns no lines
		}
	}
	return orgmodel.Vacant
}

// TestWithoutADay: without one the state alone ends a record, dates do not.
func TestWithoutADay(t *testing.T) {
	long := orgmodel.Interval{Until: orgmodel.NewDate(1990, 1, 1)}
	o := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{
			{ID: "a", Kind: orgmodel.Post, Live: long},
			{ID: "b", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.State, "abolished")},
			{ID: "c", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.State, "ended")},
			{ID: "d", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.State, "resting")},
		},
		Lines: []orgmodel.Line{{From: "d", Rel: orgmodel.ReportsTo, To: "a", Live: long}},
	})
	var live []bool
	for r := range o.Nodes() {
		live = append(live, o.Live(r))
	}
	if !slices.Equal(live, []bool{true, false, false, true}) || o.Boss(3) != 0 {
		t.Errorf("live are %v, the boss of d is %d", live, o.Boss(3))
	}
	now := o.At(day(0))
	if now.Live(0) || now.Boss(3) != orgmodel.None || !now.Declared(0) || now.NameOf(0) != o.NameOf(0) {
		t.Error("on a day, what has ended is live")
	}
	if o.Live(orgmodel.None) || o.Live(99) {
		t.Error("nobody is live")
	}
}

func TestLasting(t *testing.T) {
	iv := func(from, until int) (iv orgmodel.Interval) {
		if from > 0 {
			iv.From = day(from)
		}
		if until > 0 {
			iv.Until = day(until)
		}
		return iv
	}
	for _, c := range []struct{ from, to, line, want orgmodel.Interval }{
		{iv(0, 0), iv(0, 0), iv(0, 0), iv(0, 0)},
		{iv(1, 5), iv(2, 4), iv(0, 0), iv(2, 4)},
		{iv(1, 5), iv(2, 4), iv(3, 0), iv(3, 4)},
		{iv(1, 5), iv(0, 4), iv(0, 9), iv(1, 9)}, // its own bound counts, right or wrong
	} {
		o := orgmodel.New(orgmodel.Spec{
			Nodes: []orgmodel.Node{{ID: "a", Live: c.from}, {ID: "b", Live: c.to}},
			Lines: []orgmodel.Line{{From: "a", Rel: orgmodel.Holds, To: "b", Live: c.line}},
		})
		for e := range o.Edges() {
			if got := o.Lasting(e); got != c.want {
				t.Errorf("%v lasts %s, want %s", c, got, c.want)
			}
		}
	}
}

// A later record of an id owns no lines, so that nobody holds it says nothing.
func TestRepeatIsNotVacant(t *testing.T) {
	o := orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post}, {ID: "a", Kind: orgmodel.Post}, {ID: "b", Kind: orgmodel.Post}, {ID: "p", Kind: orgmodel.Person}},
		Lines: []orgmodel.Line{{From: "p", Rel: orgmodel.Holds, To: "a"}},
	})
	for r, want := range []orgmodel.Occupancy{orgmodel.Filled, orgmodel.Filled, orgmodel.Vacant} {
		if got := o.Occupancy(orgmodel.Ref(r)); got != want {
			t.Errorf("record %d is %v, want %v", r, got, want)
		}
	}
}
