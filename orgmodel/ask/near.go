package ask

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/near"
)

// maxNear is how many likely records an error names.
const maxNear = 5

// guess is a record that may have been meant; the smaller its cost, the likelier.
type guess struct {
	r    orgmodel.Ref
	cost int
}

// likely are the records whose id or name is most like a word that none has: a word of it begins so,
// or few letters differ. One scan over all ids and names.
func (q Asker) likely(asked, key string) []Record {
	if key == "" || len(key) > near.TooLong {
		return nil
	}
	o := q.Org
	m := near.NewMeter(key)
	var best []guess
	for r := range o.Nodes() {
		if o.IsRepeat(r) && o.ID(r) != "" {
			continue
		}
		cost := min(m.Cost(string(o.ID(r))), m.Cost(o.NameOf(r)))
		if cost > m.Most() || len(best) == maxNear && cost >= best[maxNear-1].cost {
			continue
		}
		g := guess{r, cost}
		i, _ := slices.BinarySearchFunc(best, g, func(a, b guess) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.r, b.r)) })
		best = slices.Insert(best, i, g)
		best = best[:min(len(best), maxNear)]
	}
	a := answer{o: o}
	var records []Record
	for _, g := range best {
		records = append(records, a.record(g.r))
	}
	return records
}
