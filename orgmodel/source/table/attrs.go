package table

import (
	"encoding/binary"
	"fmt"

	"example.com/orgchart/orgmodel"
)

// attributes numbers the set that the cells of these columns make. Rows whose cells are the
// same share one, found by the cells as they stand.
func (f *filler) attributes(cols []int, vacant bool) orgmodel.AttrCode {
	r := &f.s.row
	if vacant || len(f.bad) > 0 || len(r.cells) > len(f.cols) || f.post >= 0 {
		set, _ := f.attributeSet(cols, vacant)
		return set
	}
	var key string
	switch len(cols) {
	case 0:
		return 0
	case 1:
		key = f.raw(cols[0])
	default:
		f.code = f.code[:0]
		for _, c := range cols {
			s := f.raw(c)
			f.code = append(binary.AppendUvarint(f.code, uint64(len(s))), s...)
		}
		if set, ok := f.sets.all[string(f.code)]; ok {
			return set
		}
		key = string(f.code)
	}
	set, ok := f.sets.find(key)
	if !ok {
		var same bool
		if set, same = f.attributeSet(cols, false); same {
			f.sets.put(key, set)
		}
	}
	return set
}

// attributeSet makes the set anew; same says that every row with these cells has it.
func (f *filler) attributeSet(cols []int, vacant bool) (set orgmodel.AttrCode, same bool) {
	f.kv = f.kv[:0]
	tallied := false
	for _, c := range cols {
		tallied = f.attribute(c) || tallied
	}
	for i := len(f.cols); i < len(f.s.row.cells); i++ {
		if s := f.s.row.cells[i].text; s != "" {
			f.kv = append(f.kv, fmt.Sprintf("column %d", i+1), s)
		}
	}
	if vacant {
		f.kv = append(f.kv, orgmodel.Occupied, orgmodel.Vacant.String())
	}
	same = len(f.bad) == 0 && !tallied
	f.kv = append(f.kv, f.bad...)
	return f.b.AttrCode(f.kv...), same
}

// attribute adds what one cell says; true where its place counts, so that the next row with
// the same cell must be looked at, too.
func (f *filler) attribute(col int) bool {
	c := &f.cols[col]
	if c.field == Attribute {
		if s := f.raw(col); s != "" {
			f.kv = append(f.kv, c.key, s)
		}
		return false
	}
	n := f.spaces[col].n
	s := f.text(col)
	spaced := f.spaces[col].n > n
	if s == "" {
		return spaced
	}
	switch c.field {
	case FTE:
		n, ok := fte(s)
		if !ok {
			if nothing(s) && s != "0" {
				f.blanks[col].add(f.pos(col))
				return true
			}
			f.unreadable(col)
			return true
		}
		s = n
	case Status:
		word, known := state(s, c.header)
		if fold(s) == "vacant" {
			f.kv = append(f.kv, orgmodel.Occupied, orgmodel.Vacant.String())
		}
		if known && word != s && c.header != c.key {
			f.kv = append(f.kv, c.header, s)
		}
		s = word
	case Engagement:
		s = engagement(s)
	case Top:
		if !yes(s) {
			f.kv = append(f.kv, c.header, s)
			return spaced
		}
		s = "true"
	}
	f.kv = append(f.kv, c.key, s)
	return spaced
}

// unreadable keeps a cell of this row as it stands, for the rule unreadable-cell.
func (f *filler) unreadable(col int) {
	f.bad = append(f.bad, orgmodel.UnreadableKey(int(f.place(col).Column), f.cols[col].header), f.raw(col))
}

// life is the interval that the row's dates give; an end date is the last day.
func (f *filler) life() orgmodel.Interval {
	var iv orgmodel.Interval
	if f.start >= 0 {
		iv.From = f.date(f.start)
	}
	if f.end >= 0 {
		iv.Until = f.date(f.end).AddDays(1)
	}
	return iv
}

func (f *filler) date(col int) orgmodel.Date {
	s := f.text(col)
	if s == "" {
		return orgmodel.Date{}
	}
	d, _, ambiguous, ok := readDate(s, 0)
	if ambiguous {
		d, _, _, ok = readDate(s, f.ahead().order[col])
	}
	switch {
	case ok:
		return d
	case nothing(s):
		f.blanks[col].add(f.pos(col))
	default:
		f.unreadable(col)
	}
	return orgmodel.Date{}
}
