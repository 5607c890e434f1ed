package rules_test

import (
	"context"
	"strconv"
	"sync/atomic"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// looked is a context that counts how often it is asked whether it is done, and is so after a number of times; 0 is
// never. It has no Done, so that Check waits for its rules.
type looked struct {
	context.Context
	most  int64
	times atomic.Int64
}

func (c *looked) Err() error {
	if n := c.times.Add(1); c.most > 0 && n > c.most {
		return context.Canceled
	}
	return nil
}

// told are the rules that say nothing until they are told what only the house knows, told about an estate.
func told() []orgmodel.Rule {
	return []orgmodel.Rule{
		rules.ReportsToRole{For: "project-manager", To: []orgmodel.ID{"programme-manager"}}.Rule(), rules.RequiresLine{For: "project-manager"}.Rule(),
		rules.ForbiddenLine{Deny: []rules.Pair{{From: "project-manager", To: "auditor"}}}.Rule(), rules.MatrixMode{Mode: rules.Balanced}.Rule(), rules.PMLoad{Max: 1}.Rule(),
	}
}

// crowded is duties and services of a crowd, and lines from everybody to themselves.
func crowded(n int) *orgmodel.Org {
	b := newPile(n)
	duty := b.Len()
	for i := range n {
		b.AddNode("d"+strconv.Itoa(i), b.KindCode(orgmodel.Duty), "", 0, orgmodel.Place{})
		b.AddNode("v"+strconv.Itoa(i), b.KindCode(orgmodel.Service), "", 0, orgmodel.Place{})
		b.AddNode("u"+strconv.Itoa(i), b.KindCode(orgmodel.Unit), "", 0, orgmodel.Place{})
	}
	for i := range n {
		b.line(b.seats+i, orgmodel.ReportsTo, b.seats+i)
		b.line(b.seats+i, orgmodel.ReportsTo, b.seats+i^1)
		b.line(b.seats+i, orgmodel.DirectedBy, b.seats+i^2)
		for _, rel := range []orgmodel.Rel{orgmodel.AccountableFor, orgmodel.ResponsibleFor, orgmodel.Owns} {
			b.line(b.seats+i, rel, duty+3*i)
			b.line(b.seats, rel, duty+3*i)
		}
		b.SetLineLive(b.line(b.seats+i, orgmodel.Owns, duty+3*i+1), orgmodel.Interval{Until: estateDay.AddDays(i)})
		b.line(duty+3*i+2, orgmodel.PartOf, duty+3*i+2)
	}
	return b.Org().At(estateDay)
}

// TestStopped holds every rule to looking up from its work: on an organisation where it has much to do it asks again and
// again whether the caller gave up, and once that is so it asks a few times more at most.
func TestStopped(t *testing.T) {
	crowds := []*orgmodel.Org{newEstate(20_000).At(estateDay), orgmodel.New(orgtest.Hostile(7, 20_000)).At(estateDay), crowded(6_000)}
	for _, h := range piled {
		b := newPile(6_000)
		h.fill(b)
		crowds = append(crowds, b.Org().At(estateDay))
	}
	for _, r := range append(rules.All(), told()...) {
		t.Run(r.Name, func(t *testing.T) {
			busiest, most := crowds[0], int64(0)
			for _, o := range crowds {
				if n := asks(t, o, r, 0); n > most {
					busiest, most = o, n
				}
			}
			// Check itself asks three times.
			if most < 5 && r.Name != "empty-id" { // which makes one finding of all it meets
				t.Errorf("asks %d times in all", most)
			}
			for _, k := range []int64{2, most / 3, most - 2} {
				if after := asks(t, busiest, r, max(k, 2)) - max(k, 2); after > 32 {
					t.Errorf("given up after %d of %d times, asks %d times more", k, most, after)
				}
			}
		})
	}
}

// asks is how often a check of one rule asks whether it should go on, which it should until it has asked most times.
func asks(t *testing.T, o *orgmodel.Org, r orgmodel.Rule, most int64) int64 {
	t.Helper()
	ctx := &looked{Context: context.Background(), most: most}
	found, err := orgmodel.Check(ctx, o, r)
	if given := most > 0 && ctx.times.Load() > most; given != (err != nil) || given && found != nil {
		t.Errorf("given up: %v; error %v, %d findings", given, err, len(found))
	}
	return ctx.times.Load()
}
