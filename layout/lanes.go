package layout

// laneGap is between lines that run side by side, px.
const laneGap = 6

// lanes remembers where lines run, so that no two run on top of each other.
type lanes map[laneKey][]lane

// A laneKey is a stretch of 512 px of 8 lanes' width.
type laneKey struct {
	upright    bool
	lane, part int32
}

type lane struct{ at, from, to int32 }

// A segment is a line along one axis: at x from y to y where it is upright, otherwise at y
// from x to x.
type segment struct {
	upright      bool
	at, from, to int32
}

func segmentOf(a, b Point) segment {
	s := segment{a.X == b.X, a.Y, min(a.X, b.X), max(a.X, b.X)}
	if s.upright {
		s = segment{true, a.X, min(a.Y, b.Y), max(a.Y, b.Y)}
	}
	return s
}

// rect is the segment as a rectangle without width.
func (s segment) rect() Rect {
	if s.upright {
		return Rect{s.at, s.from, 0, s.to - s.from}
	}
	return Rect{s.from, s.at, s.to - s.from, 0}
}

// add remembers a line, together with one that it continues.
func (l lanes) add(s segment) {
next:
	for p := s.from >> 9; p <= s.to>>9; p++ {
		k := laneKey{s.upright, s.at >> 3, p}
		for i, o := range l[k] {
			if o.at == s.at && o.from <= s.to && s.from <= o.to {
				l[k][i].from, l[k][i].to = min(o.from, s.from), max(o.to, s.to)
				continue next
			}
		}
		l[k] = append(l[k], lane{s.at, s.from, s.to})
	}
}

// addPath remembers the lines of a path.
func (l lanes) addPath(p []Point) {
	for i := 1; i < len(p); i++ {
		l.add(segmentOf(p[i-1], p[i]))
	}
}

// taken tells whether a line runs along s, closer than a lane's width.
func (l lanes) taken(s segment) bool {
	for p := s.from >> 9; p <= s.to>>9; p++ {
		for row := (s.at - laneGap) >> 3; row <= (s.at+laneGap)>>3; row++ {
			for _, o := range l[laneKey{s.upright, row, p}] {
				if o.at > s.at-laneGap && o.at < s.at+laneGap && o.from < s.to && s.from < o.to {
					return true
				}
			}
		}
	}
	return false
}
