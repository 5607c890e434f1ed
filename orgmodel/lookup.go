package orgmodel

// What a Builder already holds, for readers that must know before the organisation is
// finished: tables that name managers by name, units that several files share.

// Len is how many nodes the Builder holds: the Ref of the next one.
func (b *Builder) Len() int { return len(b.c.kind) }

// Lines is how many lines the Builder holds: the number of the next one.
func (b *Builder) Lines() int { return len(b.c.from) }

// IDOf is the id of a node that AddNode gave, prefix included. It is good until the next
// record is added.
func (b *Builder) IDOf(r Ref) string { return b.c.id(r) }

// NameOf is the name of a node that AddNode gave. It is good until the next record is added.
func (b *Builder) NameOf(r Ref) string {
	if int(r)+1 < len(b.c.idAt) {
		return b.c.nodeName(r)
	}
	return b.c.str(b.c.nameAt(r), uint32(len(b.c.text)))
}

// KindOf is the kind of a node that AddNode gave.
func (b *Builder) KindOf(r Ref) Kind {
	if k := b.c.kind[r]; k > 0 {
		return Kind(b.c.kinds[k])
	}
	return ""
}

// PosOf is where a node that AddNode gave stands.
func (b *Builder) PosOf(r Ref) Pos {
	b.c.place.fields = b.fieldNames()
	return b.c.place.pos(int32(r))
}

// LinePosOf is where a line stands, named by the number AddLine gave.
func (b *Builder) LinePosOf(line int) Pos {
	b.c.linePlace.fields = b.fieldNames()
	return b.c.linePlace.pos(int32(line))
}

// ToOf is the id that a line names as its To, good until the next record is added.
func (b *Builder) ToOf(line int) string {
	if r := b.c.to[line]; r < None {
		return b.pending(int(-r - 2))
	} else if r != None {
		return b.IDOf(r)
	}
	return ""
}

func (b *Builder) fieldNames() []string {
	if len(b.fields) == 0 {
		return []string{""}
	}
	return b.fields
}

// Find gives the first node so far with this id, put after the Prefix as AddNode puts it;
// None where there is none. The work done for it is not done again when the organisation is
// finished.
func (b *Builder) Find(id string) Ref {
	if b.Prefix != "" && id != "" {
		id = b.Prefix + id
	}
	b.enter()
	return b.c.ids.find(&b.c, id)
}

// Retarget calls do for every line from number first on whose To is an id that no node so far
// declares, in the lines' order. The node that do gives becomes the line's To; None leaves it
// to nodes that come later, or to be a ghost. The strings given to do are good for the call
// alone. As with Find, the work is not done again.
func (b *Builder) Retarget(first int, do func(line int, to string) Ref) {
	b.enter()
	if !b.resolve() {
		return
	}
	for i := first; i < len(b.c.to); i++ {
		if r := b.c.to[i]; r < None && b.found[-r-2] == None {
			if to := do(i, b.pending(int(-r-2))); to != None {
				b.c.to[i] = to
			}
		}
	}
}
