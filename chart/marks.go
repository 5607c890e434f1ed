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
	hover string
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
	repeats := map[orgmodel.ID][]orgmodel.Ref{} // a finding about an id is about all its records
	for r := range s.o.Repeats() {
		repeats[s.o.ID(r)] = append(repeats[s.o.ID(r)], r)
	}
	for _, f := range s.Findings {
		m := markOf(f.Severity)
		if f.Severity == orgmodel.Error {
			for _, l := range f.Path {
				if !beyond(f, l) {
					s.loudLine(l, m)
				}
			}
		}
		s.keys.marks[m&3]++
		if f.Subject == "" && f.Pos == (orgmodel.Pos{}) {
			continue // about the whole
		}
		if r, ok := s.o.Find(f.Subject); ok {
			s.put(r, m, f)
			for _, r := range repeats[f.Subject] {
				s.put(r, m, f)
			}
		}
		for _, id := range f.Related { // a boss nobody declared is where the eye looks
			if g, ok := ghosts[id]; ok && s.boxOf[g] >= 0 {
				s.put(g, m, f)
			}
		}
	}
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

func (s *sketch) put(r orgmodel.Ref, m layout.Mark, f orgmodel.Finding) {
	r = s.tree.node(r)
	b := s.boxOf[r]
	if b < -1 {
		b = -2 - b
	}
	if b < 0 {
		return
	}
	r = s.drawn[b]
	have := s.marks[r]
	if have == nil {
		have = new(mark)
		s.marks[r] = have
	}
	have.worst = max(have.worst, m)
	have.count++
	if have.count <= maxHover {
		have.hover += "\n" + f.Severity.String() + " " + f.Rule + ": " + shorten(f.Message, 300) + fixText(f)
	}
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
