package native

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"go.yaml.in/yaml/v4"
)

// named is the id of the one record of the file that has a name, empty where none or several have
// it. It is for messages: the names are gathered when the first is asked for.
func (f *file) named(name string) string {
	if f.idOf == nil {
		f.idOf = map[string]string{}
		f.gatherNames()
	}
	return f.idOf[strings.ToLower(name)]
}

func (f *file) gatherNames() {
	several := map[string]bool{}
	add := func(id string, v *yaml.Node) {
		name := v.Value
		if v.Kind == yaml.MappingNode {
			name = field(v, keyName)
		}
		if name = strings.ToLower(name); name == "" || several[name] {
			return
		}
		if _, met := f.idOf[name]; met {
			several[name] = true
			delete(f.idOf, name)
			return
		}
		f.idOf[name] = id
	}
	for i := 0; f.root != nil && i+1 < len(f.root.Content); i += 2 {
		key, n := f.root.Content[i].Value, f.root.Content[i+1]
		switch {
		case sectionOf(key) >= 0 && n.Kind == yaml.MappingNode:
			for j := 0; j+1 < len(n.Content); j += 2 {
				add(n.Content[j].Value, n.Content[j+1])
			}
		case key == keyNodes && n.Kind == yaml.SequenceNode:
			for _, item := range n.Content {
				if item.Kind == yaml.MappingNode {
					add(field(item, keyID), item)
				}
			}
		}
	}
}

// sectionKind is the kind of the node of the file that has an id and stands in a section; empty
// where none has. It looks through the file and is for messages.
func (f *file) sectionKind(id string) orgmodel.Kind {
	if f.root == nil || f.errs.Crowded() {
		return ""
	}
	for i := 0; i+1 < len(f.root.Content); i += 2 {
		s, n := sectionOf(f.root.Content[i].Value), f.root.Content[i+1]
		if s < 0 || n.Kind != yaml.MappingNode {
			continue
		}
		for j := 0; j+1 < len(n.Content); j += 2 {
			if n.Content[j].Value == id {
				return sections[s].Kind
			}
		}
	}
	return ""
}

// field is the text under a key of a mapping; empty where there is none.
func field(n *yaml.Node, key string) string {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key && n.Content[i+1].Kind == yaml.ScalarNode {
			return n.Content[i+1].Value
		}
	}
	return ""
}

// nameAmong is the name that words begin with, several of them, and the id of the record that has
// it; empty where there is none.
func (f *file) nameAmong(words []word) (name, id string) {
	if f.errs.Crowded() {
		return "", ""
	}
	for n := min(len(words), 12); n > 1; n-- {
		name := joined(words[:n])
		if id := f.named(name); id != "" {
			return name, id
		}
	}
	return "", ""
}

func joined(words []word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

// upToKeyword are the words before the first that may follow an id.
func upToKeyword(words []word) []word {
	i := slices.IndexFunc(words, func(w word) bool { return !w.quoted && slices.Contains(afterID, w.text) })
	if i < 0 {
		return words
	}
	return words[:i]
}
