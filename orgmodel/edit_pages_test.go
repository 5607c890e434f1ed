package orgmodel_test

import (
	"testing"

	"example.com/orgchart/orgmodel"
)

// paged is a column in pages that two organisations could share, but for those that an edit wrote:
// what it would take to finish an Edit at a cost that does not grow.
type paged [][]orgmodel.Ref

const pageBits = 12

func (p paged) at(i orgmodel.Ref) orgmodel.Ref { return p[i>>pageBits][i&(1<<pageBits-1)] }

// BenchmarkPages is what docs/decisions.md measures: the two ways in which rules and layout go
// through columns, from one end to the other and from a seat to its boss, over a flat column and
// over one in pages.
func BenchmarkPages(b *testing.B) {
	o := crew(1_000_000)
	flat := make([]orgmodel.Ref, o.Len())
	var pages paged
	for r := range o.Nodes() {
		flat[r] = o.Boss(r)
	}
	for i := 0; i < len(flat); i += 1 << pageBits {
		pages = append(pages, append([]orgmodel.Ref(nil), flat[i:min(i+1<<pageBits, len(flat))]...))
	}
	sum := orgmodel.Ref(0)
	for _, bm := range []struct {
		name string
		do   func()
	}{
		{"ScanFlat", func() {
			for i := range flat {
				sum += flat[i]
			}
		}},
		{"ScanPaged", func() {
			for i := range orgmodel.Ref(len(flat)) {
				sum += pages.at(i)
			}
		}},
		{"ClimbFlat", func() {
			for i := range orgmodel.Ref(len(flat)) {
				for r := i; r != orgmodel.None; r = flat[r] {
					sum++
				}
			}
		}},
		{"ClimbPaged", func() {
			for i := range orgmodel.Ref(len(flat)) {
				for r := i; r != orgmodel.None; r = pages.at(r) {
					sum++
				}
			}
		}},
	} {
		b.Run(bm.name, func(b *testing.B) {
			for range b.N {
				bm.do()
			}
		})
	}
	if sum == 0 {
		b.Fatal("nothing was met")
	}
}
