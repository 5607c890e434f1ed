package table

import (
	"bytes"
	"context"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// halvesFrom is how many bytes of rows are worth two goroutines.
const halvesFrom = 1 << 20

// halves reads a large file in two parts at once and leaves the scanner at the end of the
// rows. It leaves it at the rows' beginning, or at the second half, where the file is small or
// cannot be cut: a cut is good only if the row before it ends there, which the reading of the
// first half shows. Where the first half is faulty, its error is the file's.
func (f *filler) halves(ctx context.Context) error {
	cut := f.cut()
	if cut == 0 || f.post >= 0 {
		return nil
	}
	g := f.second(cut)
	failed := make(chan error, 1)
	go func() {
		g.grow()
		failed <- g.rows(ctx)
	}()
	end := f.s.stop
	f.s.stop = cut
	err := f.rows(ctx)
	f.s.stop = end
	err2 := <-failed
	if err != nil || f.s.pos != cut || err2 != nil || f.notes.Rows+g.notes.Rows > f.most.Rows {
		return err // the rest is read once more, by itself: that names the row at fault
	}
	f.join(g)
	return nil
}

// cut is where the second half of the rows begins, 0 where the file is too small or has no
// good place.
func (f *filler) cut() int {
	rest := f.s.buf[f.s.pos:]
	from := halvesFrom
	if f.halvesFrom > 0 {
		from = f.halvesFrom
	}
	if len(rest) < from {
		return 0
	}
	half := len(rest) / 2
	if bytes.Count(rest[:half], []byte{'"'})%2 == 1 { // in the middle of a quoted cell
		q := bytes.IndexByte(rest[half:], '"')
		if q < 0 {
			return 0
		}
		half += q + 1
	}
	feed := bytes.IndexByte(rest[half:], '\n')
	if feed < 0 {
		return 0
	}
	return f.s.pos + half + feed + 1
}

// second is a filler of its own for the rows from cut on.
func (f *filler) second(cut int) *filler {
	s := *f.s
	s.row.cells, s.loose = nil, tally{}
	s.line += bytes.Count(s.buf[s.pos:cut], []byte{'\n'})
	s.pos = cut
	b := &orgmodel.Builder{Prefix: f.b.Prefix}
	b.File(f.file)
	g := newFiller(b, &sheet{&s, f.cols}, source.Input{Name: f.file}, &source.Notes{})
	g.most, g.data = f.most, f.data
	return g
}

// join takes over all that the second half made.
func (f *filler) join(g *filler) {
	node := orgmodel.Ref(f.b.Len())
	f.b.Append(g.b)
	f.s.pos, f.s.line = g.s.pos, g.s.line
	f.s.loose.join(g.s.loose)
	f.notes.Rows += g.notes.Rows
	for _, u := range g.named {
		if _, ok := f.units.find(u.name); !ok {
			f.units.put(u.name, orgmodel.None)
			u.at.Field = f.fields[f.unit]
			f.named = append(f.named, u)
		}
	}
	for i, r := range g.emails.who {
		f.emails.who, f.emails.of = append(f.emails.who, node+r), append(f.emails.of, g.emails.of[i])
	}
	f.short.join(g.short)
	f.long.join(g.long)
	f.noID.join(g.noID)
	for i := range f.cols {
		f.spaces[i].join(g.spaces[i])
		f.blanks[i].join(g.blanks[i])
	}
	if f.seen == nil {
		f.seen = g.seen
	}
}
