package native

import (
	"io"
	"iter"
	"slices"

	"example.com/orgchart/orgmodel"
)

// A Writer writes organisations in the native format. The zero Writer writes YAML and is exact:
// reading what it wrote gives the same name and the same nodes and lines in the same order, for
// every Org, whatever its bytes; only the positions are those of the new file. One Org, one
// sequence of bytes. A Writer may be used by many goroutines.
type Writer struct {
	JSON bool // JSON instead of YAML

	// Grouped is for people: nodes stand by kind, in the order of the format's sections, and
	// each line stands with the node it starts from. Nodes of one kind keep their order, and so do lines
	// of one relation from one node. Later records of an id stand in plain form after all
	// others, so that the first still answers to it.
	Grouped bool

	// Comment stands at the head of a YAML file, a # before each of its lines; what cannot be
	// seen in it is U+FFFD. JSON has no comments.
	Comment string
}

// Write writes o as the zero Writer does: exact, in YAML.
func Write(w io.Writer, o *orgmodel.Org) error { return Writer{}.Write(w, o) }

// Write writes o. The error is the first of out.
func (w Writer) Write(out io.Writer, o *orgmodel.Org) error {
	e := newEmitter(out, w.JSON)
	d := drafter{o: o}
	rest := d.exact
	if w.Grouped {
		d.own, rest = d.grouped, d.loose
	} else {
		d.edges = slices.AppendSeq(make([]orgmodel.Edge, 0, o.Lines()), o.Edges())
		d.own = d.next
	}
	e.begin()
	first := entry{key: keyFormat, value: bareText("1")}
	if first.head = commentOf(w.Comment); len(first.head) > 0 && !w.JSON {
		first.blank = true
	}
	e.entry(&first, false, 0)
	if o.Name() != "" {
		e.entry(&entry{key: keyOrganisation, value: d.text(o.Name())}, false, 0)
	}
	parts := exactParts
	if w.Grouped {
		parts = groupedParts
	}
	for _, p := range parts(o) {
		d.part(e, p)
	}
	d.lines(e, rest())
	return e.end()
}

// part writes one section, or the nodes in plain form.
func (d *drafter) part(e *emitter, p part) {
	head := entry{key: p.key, value: value{shape: aMapping}}
	if p.key == keyNodes {
		head.value.shape = aList
	}
	e.open(&head)
	for r := range p.refs {
		x := d.node(r, p.key == keyNodes)
		e.entry(&x, p.key == keyNodes, 2)
	}
	e.close(&head)
}

// lines writes the lines that stand with no node.
func (d *drafter) lines(e *emitter, rest iter.Seq[orgmodel.Edge]) {
	head := entry{key: keyLines, value: value{shape: aList}}
	some := false
	for edge := range rest {
		if !some {
			e.open(&head)
			some = true
		}
		e.entry(&entry{value: d.line(edge)}, true, 2)
	}
	if some {
		e.close(&head)
	}
}
