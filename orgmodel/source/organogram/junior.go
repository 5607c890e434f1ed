package organogram

import (
	"context"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// readJunior makes a group of posts of every row of a sheet of junior posts.
func (f *filler) readJunior(ctx context.Context) error {
	all := make([]int32, len(f.rows))
	for i := range all {
		all[i] = int32(i)
	}
	numbers := f.number(ctx, all, row.groupID, ofGroup)
	for i := range f.rows {
		if i&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		r := f.row(i)
		f.group(r, r.groupID()+strconv.Itoa(max(numbers[int32(i)], 1)))
	}
	return ctx.Err()
}

// groupID is the id of a group of posts, but for its number.
func (r row) groupID() string {
	return "group:" + r.get(boss) + "/" + r.get(unit) + "/" + r.get(grade) + "/" + r.get(title) + "#"
}

func (f *filler) group(r row, id string) {
	in := f.units(r)
	kv := append(f.kv[:0], orgmodel.Occupied, orgmodel.Group.String())
	kv = r.text(kv, grade, orgmodel.Grade)
	kv = r.text(kv, profession, Profession)
	kv = r.number(kv, fte, orgmodel.FTE)
	kv = r.number(kv, payscaleMinimum, PayscaleMinimum)
	kv = r.number(kv, payscaleMaximum, PayscaleMaximum)
	above, kv := r.above(kv, false)
	f.kv = kv
	n := f.b.AddNode(id, f.post, r.said(title), f.b.AttrCode(kv...), r.start())
	if above != "" {
		f.b.AddLine(n, f.reportsTo, f.b.Refer(above), r.place(boss))
	}
	f.belong(n, r, in)
}
