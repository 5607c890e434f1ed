package layout

import "math"

// fill arranges the block of v, whose top left corner is at; it writes the places of its
// boxes to out unless that is nil, and returns the size of the block as a Point.
func (s *sketch) fill(v int32, at Point, out []Rect) Point {
	if s.how[v]&hung != 0 {
		return s.list(v, at, out)
	}
	return s.stack(v, at, out)
}

// columns is how many columns a block of n items needs that fill high px one under the other,
// w px wide: as many as s.tall asks for, fewer where that would make the block itself wider
// than the shape aimed at.
func (s *sketch) columns(n int, w, high int64) int64 {
	tall := max(int64(s.tall), int64(math.Sqrt(float64(high)*float64(w)*100/float64(s.Aspect))))
	return min(int64(n), max(1, (high+tall-1)/max(tall, 1)))
}

// stack arranges the leaves under v in columns of equal width and rows across all of them.
// Two columns share the stem between them; a single column has it at its left.
func (s *sketch) stack(v int32, at Point, out []Rect) Point {
	lo, hi := s.nodes[v].kid, s.nodes[v+1].kid
	var n, wide, high int32
	for c := lo; c < hi; c++ {
		if s.leaf(c) {
			n++
			wide, high = max(wide, s.nodes[c].w), max(high, s.nodes[c].low)
		}
	}
	cols := int32(s.columns(int(n), int64(wide+s.SiblingGap), int64(n)*int64(high+s.row)))
	if cols > 1 && cols%2 == 1 {
		cols++
		if cols > n {
			cols -= 2
		}
	}
	if cols = max(cols, 1); cols == 1 && n > 1 && s.Direction == LeftRight {
		cols = 2
	}
	left := at.X
	if cols == 1 {
		s.how[v] |= oneColumn
		left += s.tick
	}
	rows := s.rows(lo, hi, n, cols)
	i, col, row, y := int32(0), int32(0), int32(0), at.Y
	for c := lo; c < hi && out != nil; c++ {
		if !s.leaf(c) {
			continue
		}
		w, h := s.nodes[c].w, s.nodes[c].low
		x := left + s.columnX(col, wide)
		s.how[c] &^= stemRight
		if cols > 1 && col%2 == 0 { // the stem is at the right
			s.how[c] |= stemRight
			x += wide - w
		}
		out[s.box[c]] = Rect{x, y + (rows[row]-h)/2, w, h}
		y += rows[row] + s.row
		i, row = i+1, row+1
		if row == inColumn(n, cols, col) {
			col, row, y = col+1, 0, at.Y
		}
	}
	size := Point{s.columnX(cols-1, wide) + wide, -s.row}
	if cols == 1 {
		size.X += s.tick
	}
	for _, h := range rows {
		size.Y += h + s.row
	}
	return size
}

// rows finds the height of each row of a stack.
func (s *sketch) rows(lo, hi, n, cols int32) []int32 {
	s.grid = resize(s.grid, int((n+cols-1)/cols))
	clear(s.grid)
	col, row := int32(0), int32(0)
	for c := lo; c < hi; c++ {
		if s.leaf(c) {
			s.grid[row] = max(s.grid[row], s.nodes[c].low)
			if row++; row == inColumn(n, cols, col) {
				col, row = col+1, 0
			}
		}
	}
	return s.grid
}

// inColumn is how many of n boxes stand in a column, the first ones taking one more.
func inColumn(n, cols, col int32) int32 {
	if col < n%cols {
		return n/cols + 1
	}
	return n / cols
}

// columnX is where a column of a stack begins: the stem and its ticks take 2*tick within a
// pair, the gap between siblings stands between pairs.
func (s *sketch) columnX(col, wide int32) int32 {
	return col*wide + (col+1)/2*2*s.tick + col/2*s.SiblingGap
}

// list arranges what hangs under v one under the other, each with its own block indented
// under it, in as many columns as it needs, each with a stem at its left.
func (s *sketch) list(v int32, at Point, out []Rect) Point {
	lo, hi := s.nodes[v].kid, s.nodes[v+1].kid
	var wide, high int64
	for c := lo; c < hi; c++ {
		w, h := s.outer(c)
		wide, high = max(wide, int64(w)), high+int64(h+s.row)
	}
	cols := s.columns(int(hi-lo), wide+int64(s.tick+s.SiblingGap), high)
	if cols == 1 {
		s.how[v] |= oneColumn
	}
	var size Point
	x, y, w, done, col := at.X+s.tick, at.Y, int32(0), int64(0), int64(1)
	for c := lo; c < hi; c++ {
		cw, ch := s.outer(c)
		if y > at.Y && (done+int64(ch)/2)*cols > high*col {
			x, y, w, col = x+w+s.SiblingGap+s.tick, at.Y, 0, col+1
		}
		if out != nil {
			s.hang(c, x, y, out)
		}
		y, w, done = y+ch+s.row, max(w, cw), done+int64(ch+s.row)
		size.X, size.Y = max(size.X, x+cw-at.X), max(size.Y, y-s.row-at.Y)
	}
	return size
}

// hang puts a box of a list in its place, and says where its own block will be.
func (s *sketch) hang(c, x, y int32, out []Rect) {
	w, h := s.nodes[c].w, s.nodes[c].low
	out[s.box[c]] = Rect{x, y, w, h}
	if s.how[c]&(stacked|hung) != 0 {
		s.block[c] = Point{x + s.tick, y + h + s.row}
	}
}
