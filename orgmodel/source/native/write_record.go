package native

import (
	"iter"
	"slices"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// Keys of an attribute whose name cannot be a key.
const (
	pairKey   = "key"
	pairValue = "value"
)

// A drafter makes entries of records. It belongs to one document.
type drafter struct {
	o     *orgmodel.Org
	own   func(orgmodel.Ref) []orgmodel.Edge // the lines that stand with a node
	edges []orgmodel.Edge                    // exact order: those not written yet
	tmp   []orgmodel.Edge
	items []entry // of the node in work
	buf   []byte
}

// next takes the lines that come next in exact order and may stand with r: those that start
// from its id, as long as those of one relation are neighbours.
func (d *drafter) next(r orgmodel.Ref) []orgmodel.Edge {
	n := 0
	for n < len(d.edges) {
		e := d.edges[n]
		if !slices.Contains(relations, e.Rel) || d.o.ID(e.From) != d.o.ID(r) ||
			n > 0 && d.edges[n-1].Rel != e.Rel && slices.ContainsFunc(d.edges[:n], func(b orgmodel.Edge) bool { return b.Rel == e.Rel }) {
			break
		}
		n++
	}
	own := d.edges[:n]
	d.edges = d.edges[n:]
	return own
}

// exact are the lines that no node took.
func (d *drafter) exact() iter.Seq[orgmodel.Edge] {
	return func(yield func(orgmodel.Edge) bool) {
		for _, e := range d.edges {
			if !yield(e) {
				return
			}
		}
	}
}

// grouped are all lines of known relations from r, by relation.
func (d *drafter) grouped(r orgmodel.Ref) []orgmodel.Edge {
	d.tmp = d.tmp[:0]
	for e := range d.o.Out(r) {
		if slices.Contains(relations, e.Rel) {
			d.tmp = append(d.tmp, e)
		}
	}
	if len(d.tmp) > 1 {
		slices.SortStableFunc(d.tmp, func(a, b orgmodel.Edge) int {
			return slices.Index(relations, a.Rel) - slices.Index(relations, b.Rel)
		})
	}
	return d.tmp
}

// loose are the lines that grouped gives with no node.
func (d *drafter) loose() iter.Seq[orgmodel.Edge] {
	return func(yield func(orgmodel.Edge) bool) {
		for e := range d.o.Edges() {
			if (!d.o.Declared(e.From) || !slices.Contains(relations, e.Rel)) && !yield(e) {
				return
			}
		}
	}
}

// node is a node as an entry of its section, or as an item of the plain list. It is good until the
// next node.
func (d *drafter) node(r orgmodel.Ref, plain bool) entry {
	var x entry
	own := d.own(r)
	name, attrs, life := d.o.NameOf(r), d.o.Attrs(r), d.o.Life(r)
	v := value{shape: aMapping, items: d.items[:0]}
	if plain {
		v.items = append(v.items, entry{key: keyID, value: d.text(string(d.o.ID(r)))})
		if k := d.o.Kind(r); k != "" {
			v.items = append(v.items, entry{key: keyKind, value: d.text(string(k))})
		}
	} else {
		x.key = string(d.o.ID(r))
		if len(own) == 0 && attrs.Len() == 0 && life.IsZero() && utf8.ValidString(name) {
			if name != "" {
				x.value = textOf(name)
			}
			return x
		}
	}
	if name != "" {
		v.items = append(v.items, entry{key: keyName, value: d.text(name)})
	}
	v.items = appendLife(v.items, life)
	v.items = d.appendAttrs(v.items, attrs)
	for i := 0; i < len(own); {
		rel, many := own[i].Rel, i+1
		for many < len(own) && own[many].Rel == rel {
			many++
		}
		v.items = append(v.items, d.relation(rel, own[i:many]))
		i = many
	}
	d.items = v.items
	x.value = v
	return x
}

// relation is the lines of one relation under the node they start from.
func (d *drafter) relation(rel orgmodel.Rel, edges []orgmodel.Edge) entry {
	x := entry{key: string(rel)}
	if rel == orgmodel.HasRole {
		x.key = keyRole
	}
	if len(edges) == 1 {
		x.value = d.sentence(edges[0], false)
		return x
	}
	x.value.shape = aList
	for _, e := range edges {
		x.value.items = append(x.value.items, entry{value: d.sentence(e, false)})
	}
	return x
}

func appendLife(items []entry, life orgmodel.Interval) []entry {
	if !life.From.IsZero() {
		items = append(items, entry{key: keySince, value: bareText(life.From.String())})
	}
	if !life.Until.IsZero() {
		items = append(items, entry{key: keyUntil, value: bareText(life.Until.String())})
	}
	return items
}

// appendAttrs appends the attributes: those with a key of their own in the format's order, the
// others, and those whose value may not stand under that key, under attrs.
func (d *drafter) appendAttrs(items []entry, attrs orgmodel.Attrs) []entry {
	if attrs.Len() == 0 {
		return items
	}
	left := attrs.Len()
	for _, key := range attributes {
		if s, ok := attrs.Lookup(key); ok && takes(key, s) {
			left--
			v := d.text(s)
			v.bare = mayBeBare(key)
			items = append(items, entry{key: key, value: v})
		}
	}
	if left == 0 {
		return items
	}
	more := value{shape: aMapping}
	for key := range attrs.All() {
		if !isKey(key) {
			more.shape = aList
		}
	}
	for key, s := range attrs.All() {
		switch {
		case slices.Contains(attributes, key) && takes(key, s):
		case more.shape == aList:
			more.items = append(more.items, entry{value: value{shape: aMapping, items: []entry{
				{key: pairKey, value: d.text(key)}, {key: pairValue, value: d.text(s)},
			}}})
		default:
			more.items = append(more.items, entry{key: key, value: d.text(s)})
		}
	}
	return append(items, entry{key: keyAttrs, value: more})
}

// mayBeBare says that the values of an attribute are numbers or booleans by nature.
func mayBeBare(key string) bool {
	switch key {
	case orgmodel.FTE, orgmodel.Cost, orgmodel.Budget, orgmodel.Top:
		return true
	}
	return false
}

// line is a line of the document's own: a sentence where its relation is a known one, else the
// plain form.
func (d *drafter) line(e orgmodel.Edge) value {
	if slices.Contains(relations, e.Rel) {
		return d.sentence(e, true)
	}
	v := value{shape: aMapping, items: []entry{
		{key: keyFrom, value: d.text(string(d.o.ID(e.From)))},
		{key: keyRel, value: d.text(string(e.Rel))},
		{key: keyTo, value: d.text(string(d.o.ID(e.To)))},
	}}
	if s := d.o.Scope(e); s != orgmodel.None {
		v.items = append(v.items, entry{key: keyIn, value: d.text(string(d.o.ID(s)))})
	}
	v.items = appendLife(v.items, d.o.LineLife(e))
	v.items = d.appendAttrs(v.items, d.o.LineAttrs(e))
	return v
}

// sentence is a line as a sentence, or, without its start, as the rest of one; a mapping where
// it has attributes.
func (d *drafter) sentence(e orgmodel.Edge, whole bool) value {
	b := d.buf[:0]
	if whole {
		b = appendWord(b, string(d.o.ID(e.From)))
		b = append(b, ' ')
		b = append(b, e.Rel...)
		b = append(b, ' ')
	}
	b = appendWord(b, string(d.o.ID(e.To)))
	if s := d.o.Scope(e); s != orgmodel.None {
		b = append(b, " in "...)
		b = appendWord(b, string(d.o.ID(s)))
	}
	life := d.o.LineLife(e)
	if !life.From.IsZero() {
		b = append(b, " since "...)
		b = append(b, life.From.String()...)
	}
	if !life.Until.IsZero() {
		b = append(b, " until "...)
		b = append(b, life.Until.String()...)
	}
	d.buf = b
	v := textOf(string(b))
	if a := d.o.LineAttrs(e); a.Len() > 0 {
		return value{shape: aMapping, items: d.appendAttrs([]entry{{key: keyLine, value: v}}, a)}
	}
	return v
}

// text is a text, as a quoted word where it is no UTF-8.
func (d *drafter) text(s string) value {
	if utf8.ValidString(s) {
		return textOf(s)
	}
	return value{shape: aMapping, items: []entry{{key: keyQuoted, value: textOf(string(appendQuoted(nil, s)))}}}
}
