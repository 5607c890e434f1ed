package orgmodel

// An Edit is a working copy of an Org: one-line changes whose cost does not grow with the
// organisation, and the questions a service asks before it writes them. The Org underneath never
// changes and may be read and edited by others meanwhile; the Edit itself belongs to one goroutine.
//
// Refs and Edges of the Org are good in its Edit, as are those that the Edit gives; a record keeps
// its Ref when it is changed and a line its Edge. In the Org that Org finishes, records that were
// there before keep their Refs, while new records, ghosts and lines are numbered anew: look them
// up by Find.
//
// A question costs what the lines at the seats that it passes cost, whatever the size of the
// organisation: Boss those of one seat, Up and WouldLoop those of the chain, Reports those of each
// report. Org costs a few passes over the columns that changed.
//
// What makes no sense (a line that was dropped, the boss of None) changes nothing and has an empty
// answer. As in a Spec nothing is refused, and what is wrong is reported by the rules: a service
// that wants no loops asks WouldLoop first.
type Edit struct {
	base *Org

	ids   map[string]Ref // ids that the Org does not have
	names []ID           // ids of the Refs beyond those of the Org
	nodes map[Ref]Node   // records that were changed or added
	added []Ref          // records that were added, in order
	born  map[Ref]int    // where they stand in added

	lines   map[int32]*editLine // lines that were changed, dropped or added
	next    int32               // number of the next line
	touched map[Ref]bool        // ends, in the Org, of lines that were changed or dropped
	out, in map[Ref][]int32     // by end: lines that were changed or added, ascending
	holds   int                 // how many of those are holds lines
	haunted bool                // the ghosts may be others, or named in another order
}

// editLine is a line as the Edit has it.
type editLine struct {
	Line
	from, to, scope Ref
	dropped         bool
}

// Edit begins a working copy of the organisation, on the view's day.
func (o *Org) Edit() *Edit {
	o.AsOf() // a rule that edits is taken to ask for the day: what the copy answers is not watched
	return &Edit{
		base: o, next: int32(o.Lines()),
		ids: map[string]Ref{}, nodes: map[Ref]Node{}, lines: map[int32]*editLine{},
		born: map[Ref]int{}, touched: map[Ref]bool{}, out: map[Ref][]int32{}, in: map[Ref][]int32{},
	}
}

func (e *Edit) has(r Ref) bool { return r >= 0 && int(r) < e.base.c.nodes()+len(e.names) }

func (e *Edit) declared(r Ref) bool {
	if e.base.Declared(r) {
		return true
	}
	_, added := e.nodes[r]
	return added
}

// refOf is the node with this id, ghosts included; None where there is none.
func (e *Edit) refOf(id ID) Ref {
	if r := e.base.c.ids.find(e.base.c, string(id)); r != None {
		return r
	}
	if r, ok := e.ids[string(id)]; ok {
		return r
	}
	return None
}

// newRef is a Ref that the Org does not have.
func (e *Edit) newRef(id ID) Ref {
	e.names = append(e.names, id)
	return Ref(e.base.c.nodes() + len(e.names) - 1)
}

// refer is the node that a line names, a new ghost where there is none.
func (e *Edit) refer(id ID) Ref {
	r := e.refOf(id)
	if r == None {
		r = e.newRef(id)
		e.ids[string(id)] = r
	}
	e.haunted = e.haunted || !e.declared(r)
	return r
}

// Find gives the node declared with this id, the first of several.
func (e *Edit) Find(id ID) (Ref, bool) {
	r := e.refOf(id)
	return r, e.declared(r)
}

// Node is the record as it now is; that of a ghost has its id alone.
func (e *Edit) Node(r Ref) Node {
	if n, ok := e.nodes[r]; ok {
		return n
	}
	if i := int(r) - e.base.c.nodes(); i >= 0 && i < len(e.names) {
		return Node{ID: e.names[i]}
	}
	return e.base.Node(r)
}

// AddNode adds a record after all others. If lines have named its id before, they lead to it now;
// if another record has its id, that one stays the first.
func (e *Edit) AddNode(n Node) Ref {
	r := e.refOf(n.ID)
	switch {
	case r == None:
		r = e.newRef(n.ID)
		e.ids[string(n.ID)] = r
	case e.declared(r):
		r = e.newRef(n.ID)
	default:
		e.haunted = true
	}
	e.nodes[r], e.born[r] = n, len(e.added)
	e.added = append(e.added, r)
	return r
}

// SetNode puts another record in the place of one, under the same id: n.ID does not count. To
// change a part, take Node, change that and set it again; a record that ends on a day has that day
// as its Live.Until. A ghost is no record and stays one.
func (e *Edit) SetNode(r Ref, n Node) {
	if !e.declared(r) {
		return
	}
	n.ID = e.Node(r).ID
	e.nodes[r] = n
}
