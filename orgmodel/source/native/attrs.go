package native

import (
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// attr reads an attribute that has a key of its own.
func (f *file) attr(rec *record, k *yaml.Node, name string, v *yaml.Node) {
	if s, ok := f.text(v, "the attribute "+yamltext.Shown(name)); ok {
		f.valued(v, name, s)
		f.put(rec, k, name, s)
	}
}

// anyAttr reads an attribute of any name, whose value is taken at its word.
func (f *file) anyAttr(rec *record, k *yaml.Node, name string, v *yaml.Node) {
	if s, ok := f.text(v, "the attribute "+yamltext.Shown(name)); ok {
		f.put(rec, k, name, s)
	}
}

func (f *file) put(rec *record, k *yaml.Node, name, value string) {
	rec.attrs = append(rec.attrs, name, value)
	rec.attrsAt = append(rec.attrsAt, k)
}

// attrs reads attributes of any name: a mapping, or a list of keys and values.
func (f *file) attrs(rec *record, n *yaml.Node) {
	switch {
	case yamltext.Null(n) || !f.plainTag(n):
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if name, ok := f.key(n.Content[i]); ok {
				f.anyAttr(rec, n.Content[i], name, n.Content[i+1])
			}
		}
	case n.Kind == yaml.SequenceNode:
		for _, item := range n.Content {
			f.pair(rec, item)
		}
	default:
		f.fault(n, "Write a mapping: {attrs: {email: ada@example.com}}.", "%s stands under attrs where a mapping is due", yamltext.KindOf(n))
	}
}

// pair reads an attribute of the list form, a mapping with key and value.
func (f *file) pair(rec *record, n *yaml.Node) {
	const fix = `Write each as {key: email, value: ada@example.com}.`
	if n.Kind != yaml.MappingNode {
		f.fault(n, fix, "%s stands where a mapping with key and value is due", yamltext.KindOf(n))
		return
	}
	var k, v *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch n.Content[i].Value {
		case "key":
			k = n.Content[i+1]
		case "value":
			v = n.Content[i+1]
		}
	}
	if k == nil || v == nil || len(n.Content) != 4 || !f.plainTag(n) {
		f.fault(n, fix, "an item of attrs has not the keys key and value, once each")
		return
	}
	name, ok := f.text(k, "the name of an attribute")
	if s, also := f.text(v, "the value of an attribute"); ok && also {
		f.put(rec, n, name, s)
	}
}

// distinct holds that the record has each attribute once.
func (f *file) distinct(rec *record) {
	kv := rec.attrs
	if len(kv) <= 16 {
		for i := 2; i < len(kv); i += 2 {
			for j := 0; j < i; j += 2 {
				if kv[i] == kv[j] {
					f.again(rec, i/2)
				}
			}
		}
		return
	}
	seen := make(map[string]bool, len(kv)/2)
	for i := 0; i < len(kv); i += 2 {
		if seen[kv[i]] {
			f.again(rec, i/2)
		}
		seen[kv[i]] = true
	}
}

func (f *file) again(rec *record, i int) {
	f.fault(rec.attrsAt[i], "Leave one out.", "the attribute %s stands here a second time", yamltext.Shown(rec.attrs[2*i]))
}
