package native

import (
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// A record is a node or a line as its keys are read.
type record struct {
	id, kind, name string // of a line the id is From
	rel, to, scope string // of a line
	dates          dates
	attrs          []string     // keys and values in turn
	attrsAt        []*yaml.Node // where each stands
	links          []link       // of a node
	ofNode         bool         // a line under a key of a node
	seen           uint64       // the keys met, by nodeKey.bit or lineBit
}

// A link is the value of a key that names a relation.
type link struct {
	key  string // as written
	rel  orgmodel.Rel
	list *yaml.Node
}

func (r *record) reset() {
	r.id, r.kind, r.name, r.rel, r.to, r.scope = "", "", "", "", "", ""
	r.dates, r.ofNode, r.seen = dates{}, false, 0
	r.attrs, r.attrsAt, r.links = r.attrs[:0], r.attrsAt[:0], r.links[:0]
}

// A nodeKey is what a key of a node means.
type nodeKey struct {
	bit  uint64
	attr bool
	rel  orgmodel.Rel
}

var nodeKeyOf = func() map[string]nodeKey {
	keys := map[string]nodeKey{}
	add := func(key string, attr bool, rel orgmodel.Rel) { keys[key] = nodeKey{1 << len(keys), attr, rel} }
	for _, k := range append(nodeKeys, plainKeys...) {
		add(k, false, "")
	}
	for _, k := range attributes {
		add(k, true, "")
	}
	for _, r := range relations {
		add(string(r), false, r)
	}
	role := keys[keyRole]
	keys[keyRole] = nodeKey{role.bit, false, orgmodel.HasRole}
	return keys
}()

// node reads the value of an id in a section.
func (f *file) node(id string, kind orgmodel.KindCode, k, v *yaml.Node) {
	f.rec.reset()
	f.rec.id = id
	switch {
	case yamltext.Null(v):
	case v.Kind == yaml.ScalarNode || quotedForm(v):
		f.rec.name, _ = f.text(v, "a name")
		f.suspect(id, k, v)
	case v.Kind == yaml.MappingNode:
		if f.plainTag(v) {
			f.fields(v, false)
		}
	default:
		f.fault(v, "Write the name, or a mapping: {name: Head of IT, reports-to: ceo}.", "a list stands where the node %s is due", yamltext.Shown(id))
	}
	f.addNode(kind, k)
}

// plainNodes reads the list of nodes in plain form.
func (f *file) plainNodes(n *yaml.Node) {
	const fix = "Write a hyphen before each, and its id and kind: - {id: r2, kind: robot, name: R2}."
	for _, item := range f.items(n, keyNodes, fix) {
		if f.fatal != nil {
			return
		}
		if item.Kind != yaml.MappingNode {
			f.fault(item, fix, "%s stands where a node with id and kind is due", yamltext.KindOf(item))
			continue
		}
		f.rec.reset()
		if f.plainTag(item) {
			f.fields(item, true)
		}
		f.addNode(f.b.KindCode(orgmodel.Kind(f.rec.kind)), item)
	}
}

// fields reads the keys of a node into the record. Id and kind are keys of the plain form.
func (f *file) fields(n *yaml.Node, plainForm bool) {
	rec := &f.rec
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		name, ok := f.key(k)
		if !ok {
			continue
		}
		is, known := nodeKeyOf[name]
		if !known || !plainForm && (name == keyID || name == keyKind) {
			f.unknownField(n, i, name, plainForm)
			continue
		}
		if rec.seen&is.bit != 0 {
			f.twice(k, name)
			continue
		}
		rec.seen |= is.bit
		switch {
		case is.attr:
			f.attr(rec, k, name, v)
		case is.rel != "":
			rec.links = append(rec.links, link{name, is.rel, v})
		case name == keyName:
			rec.name, _ = f.text(v, "a name")
		case name == keyAttrs:
			f.attrs(rec, v)
		case name == keyID:
			rec.id, _ = f.text(v, "an id")
		case name == keyKind:
			rec.kind, _ = f.text(v, "a kind")
		default:
			f.dated(&rec.dates, k, name, v)
		}
	}
	f.distinct(rec)
}

func (f *file) twice(k *yaml.Node, name string) {
	fix := "Leave one out."
	if is := nodeKeyOf[name]; is.rel != "" {
		fix = "Write both lines as a list: " + name + ": [a, b]."
	}
	f.fault(k, fix, "the key %s stands here a second time", yamltext.Shown(name))
}

// addNode adds the record, then its lines.
func (f *file) addNode(kind orgmodel.KindCode, at *yaml.Node) {
	rec := &f.rec
	if !f.count(at) {
		return
	}
	attrs := orgmodel.AttrCode(0)
	if len(rec.attrs) > 0 {
		attrs = f.b.AttrCode(rec.attrs...)
	}
	ref := f.b.AddNode(rec.id, kind, rec.name, attrs, f.place(at, ""))
	if live := rec.dates.live; !live.IsZero() {
		f.b.SetLive(ref, live)
	}
	id := rec.id
	for _, l := range rec.links {
		f.link(id, l)
	}
}

// unknownField is a key of a node that is none: that of the pair at i of a mapping.
func (f *file) unknownField(n *yaml.Node, i int, name string, plainForm bool) {
	if f.errs.Full() {
		return // looking for what was meant takes time
	}
	k, v := n.Content[i], n.Content[i+1]
	if f.torn(n, i, name) {
		return
	}
	id := f.rec.id
	if plainForm {
		id = field(n, keyID)
	}
	fix := f.otherKey(id, n, i, name)
	if fix == "" {
		choices := append([]string{}, nodeKeys...)
		if plainForm {
			choices = append(choices, plainKeys...)
		}
		choices = append(choices, attributes...)
		for _, r := range relations {
			choices = append(choices, string(r))
		}
		own := "An attribute of your own stands under attrs: {attrs: {" + short(name) + ": ...}}."
		m, ok := relationOf(name)
		if ok && yamltext.Fold(name) == "reports" && v.Kind == yaml.SequenceNode {
			m.round = true // those who report
		}
		switch word := meant(name, choices); {
		case ok && m.round:
			fix = fmt.Sprintf("Did you mean %s, which is written the other way round? Write it at the other node, with this one's id behind it%s. %s", m.rel, m.lines(id, v), own)
		case word == keyUntil:
			fix = "Did you mean through, the last day, or until, the first day no more? " + own
		case word != "":
			fix = "Did you mean " + word + "? " + own
		case name == keyID || name == keyKind:
			fix = "The key before the node is its id and the section its kind; under nodes both are keys."
		default:
			fix = own
		}
	}
	f.fault(k, fix, "%s is no key of a node", yamltext.Shown(name))
}

// short is a key as messages show it inside of others.
func short(key string) string {
	if s := yamltext.Shown(key); yamltext.TooLong(key) || len(s) > len(key)+2 || strings.ContainsAny(key, " :{}[],#") {
		return s
	}
	return key
}
