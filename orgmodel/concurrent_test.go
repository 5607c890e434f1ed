package orgmodel_test

import (
	"reflect"
	"sync"
	"testing"

	"example.com/orgchart/orgmodel"
)

// answers asks an organisation everything that is worked out when it is first asked for.
func answers(o *orgmodel.Org) (all []any) {
	refs := everyone(o)
	for i, r := range refs {
		all = append(all, o.Boss(r), o.Depth(r), o.Layers(r), o.Headcount(r), o.Occupancy(r), o.CommonManager(r, refs[len(refs)-1-i]),
			o.Chain(r), o.Manager(r), o.Span(r, true), o.UnderTop(r), o.HasRole(r, "E001", orgmodel.None))
	}
	return append(all, o.Tops(), o.Knots(), o.Knots(orgmodel.PartOf), o.Deepest())
}

// TestConcurrent asks one fresh organisation from eight goroutines at once: with -race, first use
// is safe too. The chains are deep enough for paths.
func TestConcurrent(t *testing.T) {
	for i, fresh := range []func() *orgmodel.Org{
		func() *orgmodel.Org { return orgmodel.New(randomSpec(16)) },
		func() *orgmodel.Org { return orgmodel.New(randomSpec(16)).At(day(3)) },
		func() *orgmodel.Org { return chain(100, false) },
		func() *orgmodel.Org { return chain(100, true) },
	} {
		o, want := fresh(), answers(fresh())
		var gate, done sync.WaitGroup
		var got [8][]any
		gate.Add(len(got))
		for k := range got {
			done.Add(1)
			go func() {
				defer done.Done()
				gate.Done()
				gate.Wait()
				got[k] = answers(o)
			}()
		}
		done.Wait()
		for k := range got {
			if !reflect.DeepEqual(got[k], want) {
				t.Errorf("organisation %d: goroutine %d hears another answer", i, k)
			}
		}
	}
}
