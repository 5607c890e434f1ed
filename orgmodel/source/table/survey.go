package table

// A survey is what a look through the whole file found, for cells that cannot be read alone.
// It is made when the first such cell is met; most files need none.
type survey struct {
	ids   map[string]bool // row ids that look like an empty cell
	order []order         // by column; only dayFirst or monthFirst alone decides
}

// ahead is the survey of this file.
func (f *filler) ahead() *survey {
	if f.seen != nil {
		return f.seen
	}
	f.seen = &survey{map[string]bool{}, make([]order, len(f.cols))}
	s := f.data
	for {
		if ok, err := s.next(); !ok || err != nil {
			return f.seen
		}
		for _, c := range [...]int{f.id, f.post, f.name} {
			if c >= 0 && c < len(s.row.cells) && (c != f.name || f.id < 0) {
				if id := trimmed(s.row.cells[c].text); nothing(id) && id != "" {
					f.seen.ids[id] = true
				}
			}
		}
		for _, c := range [...]int{f.start, f.end} {
			if c >= 0 && c < len(s.row.cells) {
				_, is, _, _ := readDate(trimmed(s.row.cells[c].text), 0)
				f.seen.order[c] |= is
			}
		}
	}
}

// stands says that a cell which looks like an empty one names nobody, and counts it.
func (f *filler) stands(col int, s string) bool {
	if f.ahead().ids[s] {
		return false
	}
	f.blanks[col].add(f.pos(col))
	return true
}
