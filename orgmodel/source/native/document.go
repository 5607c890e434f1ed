package native

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// document reads a whole file. What it includes comes first, then nodes and lines as they stand.
func (f *file) document(root *yaml.Node) {
	f.b.File(f.name)
	f.root = root
	if root.Kind != yaml.MappingNode || !f.plainTag(root) {
		f.fault(root, `Begin with the line "format: 1"; then write sections such as posts, and lines.`, "%s stands where a mapping with the key format is due", yamltext.KindOf(root))
		return
	}
	parts := f.head(root)
	if nodes, lines := sizes(root); nodes+lines > 1000 {
		f.b.Grow(nodes, lines, 32*nodes)
		f.b.GrowRefs(lines, 8*lines)
	}
	for _, i := range parts {
		key, n := root.Content[i].Value, root.Content[i+1]
		switch s := sectionOf(key); {
		case f.fatal != nil:
			return
		case s >= 0:
			f.section(s, n)
		case key == keyNodes:
			f.plainNodes(n)
		default:
			f.lines(n)
		}
	}
}

// head reads what a document says about itself and about other files, and gives the places of
// the keys of the sections, of nodes and of lines.
func (f *file) head(root *yaml.Node) (parts []int) {
	seen := map[string]int{}
	var include *yaml.Node
	for i := 0; i+1 < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		key, ok := f.key(k)
		if !ok {
			continue
		}
		if line, twice := seen[key]; twice {
			f.fault(k, "Put the two together.", "the key %s stands here a second time, after line %d", yamltext.Shown(key), line)
		}
		seen[key] = k.Line
		switch {
		case key == keyFormat:
			if n := v; n.Kind != yaml.ScalarNode || n.Value != "1" || !f.plainTag(n) {
				f.fault(v, "Write format: 1.", "%s is no format that is read here", yamltext.KindOf(v))
			}
		case key == keyOrganisation:
			if name, ok := f.text(v, "the organisation's name"); ok && len(f.trail) == 1 && f.b.Organisation() == "" {
				f.b.Name(name)
			} else if ok && len(f.trail) > 1 {
				f.names = append(f.names, name)
			}
		case key == keyInclude:
			include = v
		case key == keyNodes || key == keyLines || sectionOf(key) >= 0:
			parts = append(parts, i)
		default:
			f.unknownPart(k, key)
		}
	}
	if seen[keyFormat] == 0 {
		f.fault(root, `Write the line "format: 1" at the top.`, "the key format is missing")
	}
	if include != nil {
		f.include(include)
	}
	if len(f.trail) == 1 && f.b.Organisation() == "" && len(f.names) > 0 {
		f.b.Name(f.names[0])
	}
	return parts
}

func sectionOf(key string) int {
	return slices.IndexFunc(sections, func(s section) bool { return s.Name == key })
}

// unknownPart is a key of a document that is none.
func (f *file) unknownPart(k *yaml.Node, key string) {
	if f.errs.Full() {
		return // looking for what was meant takes time
	}
	choices := slices.Clone(documentKeys)
	for _, s := range sections {
		choices = append(choices, s.Name)
		if string(s.Kind) == yamltext.Fold(key) {
			f.fault(k, "Did you mean "+s.Name+"?", "%s is no key of a document", yamltext.Shown(key))
			return
		}
	}
	fix := "There are " + yamltext.Listed(choices, "and") + "; a node of a kind of your own stands under nodes, with id and kind."
	if m := meant(key, choices); m != "" {
		fix = "Did you mean " + m + "?"
	}
	f.fault(k, fix, "%s is no key of a document", yamltext.Shown(key))
}

// sizes are how many nodes and lines a document has, roughly.
func sizes(root *yaml.Node) (nodes, lines int) {
	for i := 0; i+1 < len(root.Content); i += 2 {
		switch key, n := root.Content[i].Value, root.Content[i+1]; {
		case sectionOf(key) >= 0:
			nodes += len(n.Content) / 2
		case key == keyNodes:
			nodes += len(n.Content)
		case key == keyLines:
			lines += len(n.Content)
		}
	}
	return nodes, lines + nodes
}

// section reads the nodes of one kind.
func (f *file) section(s int, n *yaml.Node) {
	if yamltext.Null(n) || !f.plainTag(n) {
		return
	}
	name := sections[s].Name
	if n.Kind != yaml.MappingNode {
		fix := "Write each as its id, a colon, a space and its name, or a mapping with name: it-1: {name: Head of IT}."
		if id, rest, ok := strings.Cut(n.Value, ":"); ok && n.Kind == yaml.ScalarNode && rest != "" {
			fix = "Put a space after the colon: " + yamltext.Cut(id) + ": " + yamltext.Cut(strings.TrimSpace(rest)) + "."
		} else if n.Kind == yaml.SequenceNode {
			fix = "Leave out the hyphens; write each as its id, a colon, a space and its name: it-1: Head of IT. A list of mappings with id and kind stands under nodes."
		}
		f.fault(n, fix, "%s stands under %s where a mapping from ids to nodes is due", yamltext.KindOf(n), name)
		return
	}
	kind := f.kind(s)
	for i := 0; i+1 < len(n.Content) && f.fatal == nil; i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if id, ok := f.key(k); ok {
			f.node(id, kind, k, v)
		}
	}
}

// kind is the Builder's number of a section's kind.
func (f *file) kind(s int) orgmodel.KindCode {
	if f.kinds[s] == 0 {
		f.kinds[s] = f.b.KindCode(sections[s].Kind)
	}
	return f.kinds[s]
}

// items are the items of a list, none of nothing.
func (f *file) items(n *yaml.Node, key, fix string) []*yaml.Node {
	switch {
	case yamltext.Null(n) || !f.plainTag(n):
	case n.Kind == yaml.SequenceNode:
		return n.Content
	default:
		f.fault(n, fix, "%s stands under %s where a list is due", yamltext.KindOf(n), key)
	}
	return nil
}
