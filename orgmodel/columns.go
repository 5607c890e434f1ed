package orgmodel

import "unsafe"

// columns is an organisation at rest: parallel columns indexed by a node's or a line's
// number, in the author's order. Declared nodes come first, then the ghosts: ids that lines
// name and nobody declares. A nil column means that every record has the zero value.
type columns struct {
	name     string
	declared int // nodes below are records, above are ghosts
	text     []byte
	idAt     []uint32 // id of node r: idLen[r] bytes of text from here on; its name follows up to idAt[r+1]
	idLen    []uint8  // longID: the length stands in longIDs
	longIDs  map[Ref]uint32
	kind     []uint16
	attrs    []uint32
	live     []Interval
	place    places

	from, to  []Ref
	rel       []uint16
	scope     []Ref // None where there is no scope
	lineAttrs []uint32
	lineLive  []Interval
	linePlace places

	outStart, inStart []int32 // lines of node r: out[outStart[r]:outStart[r+1]]
	out, in           []int32 // nil out: the lines themselves are in order of From

	kinds    []string
	rels     []string
	attrSets *attrTable
	setFlags []uint8   // what the library reads from a set of attributes
	repeats  []Ref     // declared nodes whose id an earlier node has, ascending
	solid    uint16    // number of the relation reports-to; 0: no line has it
	holds    uint16    // the same of holds
	seatKind []seating // by kind number
	ids      idTable
	someEnd  bool  // some node may have ended
	relCount []int // by relation number: how many lines have it
	lists    *lists

	someTop        bool // some set of attributes flags a top
	someInactive   bool // some set of attributes says inactive
	someUnreadable bool // some set of attributes holds a cell nobody could read
}

func (c *columns) nodes() int { return len(c.kind) }

const longID = 1<<8 - 1

func (c *columns) id(r Ref) string       { return c.str(c.idAt[r], c.nameAt(r)) }
func (c *columns) nodeName(r Ref) string { return c.str(c.nameAt(r), c.idAt[r+1]) }

// nameAt is where the id of r ends and its name begins.
func (c *columns) nameAt(r Ref) uint32 {
	if n := c.idLen[r]; n != longID {
		return c.idAt[r] + uint32(n)
	}
	return c.idAt[r] + c.longIDs[r]
}

// addID adds the id of the next node, in two parts.
func (c *columns) addID(prefix, id string) {
	n := len(prefix) + len(id)
	if n >= longID {
		if c.longIDs == nil {
			c.longIDs = map[Ref]uint32{}
		}
		c.longIDs[Ref(len(c.idLen))] = uint32(n)
		n = longID
	}
	c.idAt = append(c.idAt, uint32(len(c.text)))
	c.idLen = append(c.idLen, uint8(n))
	c.text = append(c.text, prefix...)
	c.text = append(c.text, id...)
}

func (c *columns) str(a, b uint32) string {
	if a == b {
		return ""
	}
	return unsafe.String(&c.text[a], b-a) // text never changes once the builder is done
}

// places are the positions of records: a line and a column each, the field as a number, and
// the file once a run of records. Columns and fields that do not fit stand apart.
type places struct {
	line   []uint32
	column []uint16
	field  []uint8
	wide   map[int32]widePlace
	files  []fileRun
	fields []string
}

type fileRun struct {
	first int32 // first record of the run
	name  string
}

type widePlace struct{ column, field int32 }

const wideColumn, wideField = 1<<16 - 1, 1<<8 - 1

// add places record r.
func (p *places) add(r int, at Place) {
	if len(p.line) < r || r == 0 {
		if at == (Place{}) && len(p.line) == 0 && len(p.files) == 0 {
			return // no record has a place yet
		}
		p.fill(r)
	}
	n := int32(r)
	col, fld := max(at.Column, 0), int32(at.Field)
	if col >= wideColumn || fld >= wideField {
		if p.wide == nil {
			p.wide = map[int32]widePlace{}
		}
		p.wide[n] = widePlace{col, fld}
		col, fld = wideColumn, wideField
	}
	p.line = append(p.line, uint32(max(at.Line, 0)))
	p.column = append(p.column, uint16(col))
	p.field = append(p.field, uint8(fld))
}

// fill gives the first n records, which had no place, an empty one.
func (p *places) fill(n int) {
	for len(p.line) < n {
		p.line = append(p.line, 0)
		p.column = append(p.column, 0)
		p.field = append(p.field, 0)
	}
}

func (p *places) pos(i int32) Pos {
	if uint(i) >= uint(len(p.line)) {
		return Pos{}
	}
	at := Pos{File: p.file(i), Line: int(p.line[i]), Column: int(p.column[i])}
	fld := int(p.field[i])
	if fld == wideField {
		if w, ok := p.wide[i]; ok {
			at.Column, fld = int(w.column), int(w.field)
		}
	}
	at.Field = p.fields[fld]
	return at
}

func (p *places) file(i int32) string {
	lo, hi := 0, len(p.files)
	for lo < hi {
		if m := (lo + hi) / 2; p.files[m].first <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == 0 {
		return ""
	}
	return p.files[lo-1].name
}
