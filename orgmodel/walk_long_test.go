package orgmodel_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
)

// A long walk meets everybody once, however its set of the met is kept: from a boss of many, round
// a loop, and over lines that lead to the met again.
func TestLongWalk(t *testing.T) {
	for _, n := range []int{1, 63, 64, 65, 1024, 1025, 5000} {
		var spec orgmodel.Spec
		id := func(i int) orgmodel.ID { return orgmodel.ID(fmt.Sprint("u", i%n)) }
		for i := range n {
			spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: id(i), Kind: orgmodel.Unit})
			for _, to := range []int{i + 1, i * 7, i / 3} {
				spec.Lines = append(spec.Lines, orgmodel.Line{From: id(i), Rel: orgmodel.PartOf, To: id(to)})
			}
		}
		o := orgmodel.New(spec)
		for _, from := range []orgmodel.Ref{0, orgmodel.Ref(n / 2)} {
			if down, up := walked(t, from, o.Down(from, orgmodel.PartOf)), walked(t, from, o.Up(from, orgmodel.PartOf)); len(down) != n-1 || len(up) != n-1 {
				t.Errorf("of %d, %d are below and %d above", n, len(down), len(up))
			}
		}
	}
}
