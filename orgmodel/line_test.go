package orgmodel_test

import (
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestNumber: lines are numbered in the author's order, and a number gives its line back.
func TestNumber(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		n := 0
		for e := range o.Edges() {
			if e.Number() != n || o.Edge(n) != e {
				t.Errorf("line %d is number %d, and that is %v", n, e.Number(), o.Edge(n))
			}
			n++
		}
		for _, i := range []int{-1, n, 1 << 30} {
			if e := o.Edge(i); e.From != orgmodel.None || e.To != orgmodel.None || e.Number() >= 0 {
				t.Errorf("there is a line %d: %v", i, e)
			}
		}
	})
}
