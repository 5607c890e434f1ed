package layout

import "math/bits"

// laneGap is between lines that run side by side, px.
const laneGap = 6

// lanes remembers where lines run, so that no two run on top of each other.
type lanes struct {
	runs   map[laneKey][]lane
	shift  uint // a stretch is 1<<shift px long
	looked int  // stretches and lines looked at so far
}

// newLanes is for a picture of size w, h: no line in it has much more than 1,000 stretches.
func newLanes(w, h int32) *lanes {
	return &lanes{runs: map[laneKey][]lane{}, shift: uint(max(9, bits.Len32(uint32(max(w, h)))-10))}
}

// A laneKey is a stretch 8 px wide.
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
func (l *lanes) add(s segment) {
next:
	for p := s.from >> l.shift; p <= s.to>>l.shift; p++ {
		k := laneKey{s.upright, s.at >> 3, p}
		r := l.runs[k]
		for i, o := range r {
			if o.at == s.at && o.from <= s.to && s.from <= o.to {
				r[i].from, r[i].to = min(o.from, s.from), max(o.to, s.to)
				continue next
			}
		}
		l.runs[k] = append(r, lane{s.at, s.from, s.to})
	}
}

// addPath remembers the lines of a path.
func (l *lanes) addPath(p []Point) {
	for i := 1; i < len(p); i++ {
		l.add(segmentOf(p[i-1], p[i]))
	}
}

// taken tells whether a line runs along s, closer than a lane's width.
func (l *lanes) taken(s segment) bool {
	for p := s.from >> l.shift; p <= s.to>>l.shift; p++ {
		for row := (s.at - laneGap) >> 3; row <= (s.at+laneGap)>>3; row++ {
			runs := l.runs[laneKey{s.upright, row, p}]
			l.looked += 1 + len(runs)
			for _, o := range runs {
				if o.at > s.at-laneGap && o.at < s.at+laneGap && o.from < s.to && s.from < o.to {
					return true
				}
			}
		}
	}
	return false
}
