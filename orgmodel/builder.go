package orgmodel

import "strings"

// A Builder takes records straight into columns. Readers fill one; several files filled into
// one Builder make one organisation. The zero Builder is ready. A Builder belongs to one
// goroutine.
//
// Node and Line take whole records and suit most readers. AddNode, AddLine and Refer are the
// same for readers of millions of rows: kinds, relations, fields and attribute sets are
// numbered once with KindCode, RelCode, FieldCode and AttrCode, and a record is then a few
// appended integers. Both ways mix.
//
// A Builder holds up to 4 GiB of ids and names and 2^31-2 nodes and lines.
type Builder struct {
	// Prefix is put before every id that follows, so that files whose ids overlap can be
	// kept apart.
	Prefix string

	c       columns
	attrs   attrBuilder
	kindOf  map[string]uint16
	relOf   map[string]uint16
	fieldOf map[string]uint16
	fields  []string
	file    string

	lastKind, lastRel, lastField string
	lastKindC, lastRelC          uint16
	lastFieldC                   uint16
	lastAttrs                    Attrs
	lastAttrsC                   AttrCode

	pend     []byte   // ids named before it is known what they are, end to end
	pendAt   []uint32 // where each starts; its end is the start of the next
	lastPend Ref

	entered int         // nodes in the table of ids
	owner   map[Ref]Ref // first record of each repeated one
	found   []Ref       // node of each pending id, None while nobody declares it
	missing int         // how many are None
	looked  int         // nodes known when they were looked for
}

// Numbers a Builder gives to names that repeat. They belong to the Builder that gave them;
// the zero of each stands for the empty name or set.
type (
	KindCode  uint16
	RelCode   uint16
	FieldCode uint16
	AttrCode  uint32
)

// A Place is a Pos as the Builder keeps it: the file is the one last named to Builder.File.
type Place struct {
	Line, Column int32
	Field        FieldCode
}

// Name names the organisation.
func (b *Builder) Name(name string) { b.c.name = name }

// Organisation is the name that the organisation has so far, for readers of which the first
// to name it counts.
func (b *Builder) Organisation() string { return b.c.name }

// File names the source of the records that follow.
func (b *Builder) File(name string) {
	b.file = name
	b.c.place.run(b.c.nodes(), name)
	b.c.linePlace.run(len(b.c.from), name)
}

func (p *places) run(n int, file string) {
	if k := len(p.files); k > 0 && p.files[k-1].name == file {
		return
	}
	if file == "" && len(p.files) == 0 {
		return
	}
	p.fill(n)
	p.files = append(p.files, fileRun{int32(n), file})
}

// Grow makes room for this many more nodes and lines and bytes of ids and names. It is a
// hint; a wrong one costs memory or time and nothing else.
func (b *Builder) Grow(nodes, lines, text int) {
	c := &b.c
	c.text = grown(c.text, text)
	c.idAt, c.idLen = grown(c.idAt, nodes+1), grown(c.idLen, nodes)
	c.kind, c.attrs = grown(c.kind, nodes), grown(c.attrs, nodes)
	c.place.grow(nodes)
	c.from, c.to, c.rel = grown(c.from, lines), grown(c.to, lines), grown(c.rel, lines)
	c.linePlace.grow(lines)
}

// GrowRefs makes room for this many more calls of Refer and for bytes of ids named by them. It
// is a hint as Grow is.
func (b *Builder) GrowRefs(refs, text int) {
	b.pendAt, b.pend = grown(b.pendAt, refs), grown(b.pend, text)
}

func (p *places) grow(n int) {
	p.line, p.column, p.field = grown(p.line, n), grown(p.column, n), grown(p.field, n)
}

func grown[T any](s []T, n int) []T {
	if n <= cap(s)-len(s) {
		return s
	}
	t := make([]T, len(s), len(s)+n)
	copy(t, s)
	return t
}

// Node adds a record.
func (b *Builder) Node(n Node) {
	r := b.AddNode(string(n.ID), b.KindCode(n.Kind), n.Name, b.attrCode(n.Attrs), b.placeOf(n.Pos))
	if !n.Live.IsZero() {
		b.SetLive(r, n.Live)
	}
}

// Line adds a line between two ids, declared or not, now or later.
func (b *Builder) Line(l Line) {
	at := b.placeOf(l.Pos)
	i := b.AddLine(b.Refer(string(l.From)), b.RelCode(l.Rel), b.Refer(string(l.To)), at)
	if l.Scope != "" {
		b.SetLineScope(i, b.Refer(string(l.Scope)))
	}
	if l.Attrs.Len() > 0 {
		b.SetLineAttrs(i, b.attrCode(l.Attrs))
	}
	if !l.Live.IsZero() {
		b.SetLineLive(i, l.Live)
	}
}

// placeOf is the place of a Pos; a Pos of another file changes the file from here on.
func (b *Builder) placeOf(p Pos) Place {
	if p.File != b.file {
		b.File(p.File)
	}
	return Place{int32(p.Line), int32(p.Column), b.FieldCode(p.Field)}
}

// KindCode numbers a kind.
func (b *Builder) KindCode(k Kind) KindCode {
	if b.lastKindC == 0 || b.lastKind != string(k) {
		b.lastKind, b.lastKindC = string(k), code(&b.kindOf, &b.c.kinds, string(k))
	}
	return KindCode(b.lastKindC)
}

// RelCode numbers a relation.
func (b *Builder) RelCode(r Rel) RelCode {
	if b.lastRelC == 0 || b.lastRel != string(r) {
		b.lastRel, b.lastRelC = string(r), code(&b.relOf, &b.c.rels, string(r))
	}
	return RelCode(b.lastRelC)
}

// FieldCode numbers the name of a field.
func (b *Builder) FieldCode(f string) FieldCode {
	if f != "" && (b.lastFieldC == 0 || b.lastField != f) {
		b.lastField, b.lastFieldC = f, code(&b.fieldOf, &b.fields, f)
	}
	if f == "" {
		return 0
	}
	return FieldCode(b.lastFieldC)
}

// AttrCode numbers a set of attributes, given as keys and values in turn.
func (b *Builder) AttrCode(kv ...string) AttrCode {
	b.attrs.init()
	return AttrCode(b.attrs.set(kv))
}

func (b *Builder) attrCode(a Attrs) AttrCode {
	if a.Len() == 0 {
		return 0
	}
	if a != b.lastAttrs {
		b.attrs.init()
		b.lastAttrs, b.lastAttrsC = a, AttrCode(b.attrs.adopt(a))
	}
	return b.lastAttrsC
}

// code numbers names from 1; 0 is the empty name. Beyond 65,534 different names the last
// number is shared: hostile input loses the names of its kinds, not its records.
func code(of *map[string]uint16, all *[]string, s string) uint16 {
	if s == "" {
		return 0
	}
	if c, ok := (*of)[s]; ok {
		return c
	}
	if *of == nil {
		*of = map[string]uint16{}
	}
	if len(*all) == 0 {
		*all = append(*all, "")
	}
	if len(*all) > 1<<16-2 {
		return 1<<16 - 2
	}
	s = strings.Clone(s)
	c := uint16(len(*all))
	*all = append(*all, s)
	(*of)[s] = c
	return c
}

// AddNode adds a record and gives its number, which is its Ref in the finished Org. The
// strings are copied.
func (b *Builder) AddNode(id string, kind KindCode, name string, attrs AttrCode, at Place) Ref {
	c := &b.c
	r := Ref(len(c.kind))
	if b.Prefix != "" && id != "" {
		c.addID(b.Prefix, id)
	} else {
		c.addID("", id)
	}
	c.text = append(c.text, name...)
	c.kind = append(c.kind, uint16(kind))
	c.attrs = append(c.attrs, uint32(attrs))
	c.place.add(int(r), at)
	return r
}

// SetLive dates a node.
func (b *Builder) SetLive(r Ref, live Interval) { set(&b.c.live, int(r), live) }

// SetLineLive dates a line, named by the number AddLine gave.
func (b *Builder) SetLineLive(line int, live Interval) { set(&b.c.lineLive, line, live) }

// SetLineScope limits a line, named by the number AddLine gave, to a node named by AddNode or
// Refer.
func (b *Builder) SetLineScope(line int, scope Ref) {
	for len(b.c.scope) <= line {
		b.c.scope = append(b.c.scope, None)
	}
	b.c.scope[line] = scope
}

// SetLineAttrs gives a line, named by the number AddLine gave, its attributes.
func (b *Builder) SetLineAttrs(line int, attrs AttrCode) {
	set(&b.c.lineAttrs, line, uint32(attrs))
}

func set[T any](col *[]T, i int, v T) {
	var zero T
	for len(*col) <= i {
		*col = append(*col, zero)
	}
	(*col)[i] = v
}

// Refer names a node by its id, whether it is declared before, later or never. What it gives
// is good for AddLine of the same Builder alone.
func (b *Builder) Refer(id string) Ref {
	c := &b.c
	if n := len(c.kind); n > 0 && b.Prefix == "" && id != "" {
		if c.id(Ref(n-1)) == id {
			return Ref(n - 1)
		}
	}
	if b.lastPend != 0 && b.Prefix == "" && string(b.pend[b.pendAt[len(b.pendAt)-1]:]) == id {
		return b.lastPend
	}
	b.pendAt = append(b.pendAt, uint32(len(b.pend)))
	if b.Prefix != "" && id != "" {
		b.pend = append(b.pend, b.Prefix...)
	}
	b.pend = append(b.pend, id...)
	b.lastPend = Ref(-1 - len(b.pendAt)) // -2 and down; -1 is None
	return b.lastPend
}

// AddLine adds a line between nodes named by AddNode or Refer and gives the line's number. An
// end of None, as Find gives where it finds nothing, is the empty id.
func (b *Builder) AddLine(from Ref, rel RelCode, to Ref, at Place) int {
	c := &b.c
	if from == None {
		from = b.Refer("")
	}
	if to == None {
		to = b.Refer("")
	}
	c.from = append(c.from, from)
	c.to = append(c.to, to)
	c.rel = append(c.rel, uint16(rel))
	c.linePlace.add(len(c.from)-1, at)
	return len(c.from) - 1
}
