package chart

import (
	"slices"
	"strings"

	"example.com/orgchart/layout"
	"example.com/orgchart/orgmodel"
)

// mark is what the findings about one box come to.
type mark struct {
	worst layout.Mark
	count int32
	told  int32 // how many findings hover tells, at most maxHover
	hover string
	shown bool // of a repeated id: one of its records has a box
}

// add puts one finding in.
func (m *mark) add(worst layout.Mark, f orgmodel.Finding) {
	m.worst = max(m.worst, worst)
	m.count++
	if m.told < maxHover {
		m.told++
		m.hover += "\n" + f.Severity.String() + " " + f.Rule + ": " + shorten(f.Message, 300) + fixText(f)
	}
}

// with is the findings of both; neither changes.
func (m *mark) with(n *mark) *mark {
	if m == nil {
		return n
	}
	both := *m
	both.worst = max(m.worst, n.worst)
	both.count += n.count
	if both.told+n.told <= maxHover {
		both.told += n.told
		both.hover += n.hover
	}
	return &both
}

func markOf(s orgmodel.Severity) layout.Mark { return layout.Mark(s) }

// mark puts each finding on the box of its subject, or on the nearest box above it where that
// is not drawn, and remembers the lines that errors show.
func (s *sketch) mark() {
	if s.boxOf == nil {
		return
	}
	s.marks = map[orgmodel.Ref]*mark{}
	s.loud = map[lineKey]layout.Mark{}
	s.stems = map[int32]layout.Mark{}
	ghosts := s.ghosts()
	repeats := s.repeats()
	for _, f := range s.Findings {
		m := markOf(f.Severity)
		if f.Severity == orgmodel.Error {
			for _, l := range f.Path {
				if !beyond(f, l) {
					s.loudLine(l, m)
				}
			}
		}
		if s.place(m, f, ghosts, repeats) || s.Root == "" {
			s.keys.marks[m&3]++ // under a root, what is about others is not counted
		}
	}
	for r := range s.o.Repeats() {
		if b := s.shows(r); b >= 0 && repeats[s.o.ID(r)].count > 0 {
			s.marks[s.drawn[b]] = s.marks[s.drawn[b]].with(repeats[s.o.ID(r)])
		}
	}
}

// place puts a finding on its boxes and says whether there is one. What is about the whole has
// none; boxes of repeats get theirs later, from repeats.
func (s *sketch) place(m layout.Mark, f orgmodel.Finding, ghosts map[orgmodel.ID]orgmodel.Ref, repeats map[orgmodel.ID]*mark) bool {
	if f.Subject == "" && f.Pos == (orgmodel.Pos{}) {
		return false
	}
	on := false
	if r, ok := s.o.Find(f.Subject); ok {
		on = s.put(r, m, f)
		if all := repeats[f.Subject]; all != nil {
			all.add(m, f)
			on = on || all.shown
		}
	}
	for _, id := range f.Related { // a boss nobody declared is where the eye looks
		if g, ok := ghosts[id]; ok && s.boxOf[g] >= 0 {
			on = s.put(g, m, f) || on
		}
	}
	return on
}

// repeats has an empty mark for every id that several records have: a finding about an id is
// about all of them, and many of either must not cost their product.
func (s *sketch) repeats() map[orgmodel.ID]*mark {
	all := map[orgmodel.ID]*mark{}
	for r := range s.o.Repeats() {
		id := s.o.ID(r)
		if all[id] == nil {
			all[id] = new(mark)
		}
		all[id].shown = all[id].shown || s.shows(r) >= 0
	}
	return all
}

// beyond says that a line of a finding's path only shows what is above the subject: the lines
// at fault lead to the subject and no further, but round in a loop.
func beyond(f orgmodel.Finding, l orgmodel.Line) bool {
	if l.From != f.Subject || f.Path[len(f.Path)-1].To == f.Path[0].From {
		return false
	}
	return slices.ContainsFunc(f.Path, func(k orgmodel.Line) bool { return k.To == f.Subject })
}

// loudLine remembers a line that an error shows.
func (s *sketch) loudLine(l orgmodel.Line, m layout.Mark) {
	s.loud[lineKey{l.From, l.Rel, l.To}] = m
	r, ok := s.o.Find(l.From)
	if !ok {
		return
	}
	low := s.tree.node(r)
	if e, ok := s.tree.line(low); ok && s.o.ID(e.From) == l.From && s.o.ID(e.To) == l.To && s.boxOf[low] >= 0 {
		s.stems[s.boxOf[low]] = m
	}
}

// ghosts are the drawn ids nobody declares, sought by id only where findings name any.
func (s *sketch) ghosts() map[orgmodel.ID]orgmodel.Ref {
	m := map[orgmodel.ID]orgmodel.Ref{}
	if len(s.Findings) > 0 {
		for r := range s.o.Ghosts() {
			m[s.o.ID(r)] = r
		}
	}
	return m
}

// shows is the box of a record, or the one it is hidden under; below 0 where there is none.
func (s *sketch) shows(r orgmodel.Ref) int32 {
	b := s.boxOf[s.tree.node(r)]
	if b < -1 {
		b = -2 - b
	}
	return b
}

// put adds a finding to the box of r and says whether there is one.
func (s *sketch) put(r orgmodel.Ref, m layout.Mark, f orgmodel.Finding) bool {
	b := s.shows(r)
	if b < 0 {
		return false
	}
	r = s.drawn[b]
	if s.marks[r] == nil {
		s.marks[r] = new(mark)
	}
	s.marks[r].add(m, f)
	return true
}

// maxHover is how many findings a box tells when it is pointed at.
const maxHover = 5

func fixText(f orgmodel.Finding) string {
	if f.Fix == "" {
		return ""
	}
	return "\n  " + shorten(f.Fix, 200)
}

// shorten cuts s to about n bytes, between runes.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}
