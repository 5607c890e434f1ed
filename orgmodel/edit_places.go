package orgmodel

import (
	"slices"
	"sort"
)

// spliced puts places together from runs of the old ones and single positions.
func (p *places) spliced(run []piece, pos func(piece) Pos) places {
	total, same := 0, true
	for _, x := range run {
		if x.single() {
			same = same && p.pos(int32(total)) == pos(x)
		} else {
			same = same && total == int(x.from)
		}
		total += x.size()
	}
	if same {
		return *p // a position beyond its end is none
	}
	q := places{fields: slices.Clip(p.fields)}
	n := 0
	q.grow(total)
	for _, x := range run {
		if x.single() {
			at := pos(x)
			q.run(n, at.File)
			q.add(n, Place{int32(at.Line), int32(at.Column), q.fieldCode(at.Field)})
			n++
			continue
		}
		q.copy(p, int(x.from), int(x.to), n)
		n += x.size()
	}
	if len(q.line) > 0 || len(q.files) > 0 {
		q.fill(n)
	}
	return q
}

func (p *places) fieldCode(name string) FieldCode {
	i := slices.Index(p.fields, name)
	if i < 0 {
		i = len(p.fields)
		p.fields = append(p.fields, name)
	}
	return FieldCode(i)
}

// copy adds the places [from, to) of q as those from n on.
func (p *places) copy(q *places, from, to, n int) {
	most := max(from, min(to, len(q.line))) // from here on q has none
	if from < most {
		p.run(n, q.file(int32(from)))
		next := sort.Search(len(q.files), func(i int) bool { return int(q.files[i].first) > from })
		for _, f := range q.files[next:] {
			if int(f.first) < most {
				p.run(n+int(f.first)-from, f.name)
			}
		}
		p.fill(n)
		p.line, p.column, p.field = p.line[:n], p.column[:n], p.field[:n] // a later run may have filled it
		p.line = append(p.line, q.line[from:most]...)
		p.column = append(p.column, q.column[from:most]...)
		p.field = append(p.field, q.field[from:most]...)
	}
	for i := from; i < most && len(q.wide) > 0; i++ {
		if q.field[i] == wideField {
			if p.wide == nil {
				p.wide = map[int32]widePlace{}
			}
			p.wide[int32(n+i-from)] = q.wide[int32(i)]
		}
	}
	if most < to {
		p.run(n+most-from, "")
	}
}
