package policy

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// Keys of a policy file.
const (
	keyPolicy   = "policy"
	keyTitle    = "title"
	keyProfile  = "profile"
	keyInclude  = "include"
	keyPacks    = "packs"
	keyRules    = "rules"
	keyOff      = "off"
	keyExternal = "external"
	keyAssume   = "assume-roles"
	keyWaivers  = "waivers"
	keyBaseline = "baseline"
	keyCoverage = "coverage"
)

func documentKeys() []string {
	return []string{keyPolicy, keyTitle, keyProfile, keyInclude, keyPacks, keyRules, keyOff, keyExternal, keyAssume, keyWaivers, keyBaseline, keyCoverage}
}

// document reads a whole file: first what stands below it, its profiles and includes, then its own.
func (f *file) document(root *yaml.Node) {
	if root.Kind != yaml.MappingNode {
		f.fault(root, `Begin with the line "`+firstLine+`".`, "%s stands where a mapping with the key policy is due", yamltext.KindOf(root))
		return
	}
	parts := map[string]*yaml.Node{}
	f.each(root, func(key string, k, v *yaml.Node) {
		switch known := documentKeys(); {
		case key == keyPolicy:
			if v.Kind != yaml.ScalarNode || v.Value != Version {
				f.fault(v, "Write "+firstLine+".", "%s is no form of policies that is read here", yamltext.KindOf(v))
			}
			parts[key] = v
		case !contains(known, key):
			f.fault(k, "There are "+yamltext.Listed(known, "and")+"."+didYouMean(key, known), "%s is no key of a policy", yamltext.Shown(key))
		case !yamltext.Null(v):
			parts[key] = v
		}
	})
	if parts[keyPolicy] == nil {
		f.fault(root, `Write the line "`+firstLine+`" at the top.`, "the key policy is missing")
	}
	for _, part := range []struct {
		key  string
		read func(*yaml.Node)
	}{
		{keyTitle, f.title}, {keyProfile, f.profiles}, {keyInclude, f.include}, {keyPacks, f.packs}, {keyRules, f.rules},
		{keyOff, f.off}, {keyExternal, f.external}, {keyAssume, f.assume}, {keyWaivers, f.waivers}, {keyBaseline, f.baseline}, {keyCoverage, f.coverage},
	} {
		if n := parts[part.key]; n != nil && f.fatal == nil {
			part.read(n)
		}
	}
}

func (f *file) title(n *yaml.Node) {
	if s, ok := f.text(n, "a title"); ok && len(f.trail) == 1 && !f.profile {
		f.book.title = s
	}
}

// words are the texts of a list, or the one that stands alone.
func (f *file) words(n *yaml.Node, what string, do func(string, *yaml.Node)) {
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	for _, item := range items {
		if s, ok := f.text(item, what); ok {
			do(s, item)
		}
	}
}

// packs turns packs on: those that the file names and no others.
func (f *file) packs(n *yaml.Node) {
	if !f.profile {
		f.book.packs = nil
	}
	f.book.packed = true
	f.words(n, "a pack", func(name string, at *yaml.Node) {
		switch {
		case !contains(packNames(), name):
			f.fault(at, "There are "+yamltext.Listed(packNames(), "and")+"."+didYouMean(name, packNames()), "%s is no pack", yamltext.Shown(name))
		case !contains(f.book.packs, name):
			f.book.packs = append(f.book.packs, name)
		}
	})
}

// off turns rules off, each with a reason.
func (f *file) off(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		f.fault(n, `Write each rule with its reason: {span-narrow: "we are twelve people"}.`, "%s stands where a mapping from rules to reasons is due", yamltext.KindOf(n))
		return
	}
	f.each(n, func(rule string, k, v *yaml.Node) {
		why, ok := f.text(v, "the reason")
		if ok && why == "" {
			f.fault(v, "Say why it is off.", "the rule %s is off without a reason", yamltext.Shown(rule))
		}
		f.book.turnOff(Off{Rule: rule, Reason: why, Pos: f.pos(k)})
	})
}

// external names bosses and others that are declared elsewhere.
func (f *file) external(n *yaml.Node) {
	f.words(n, "an id", func(id string, at *yaml.Node) {
		if id == "" {
			f.fault(at, "Name the id.", "an empty id is nobody's")
		}
		f.book.external = append(f.book.external, orgmodel.ID(id))
	})
}

// count takes a rule or a waiver into account; false where no more is to be read.
func (f *file) count(n *yaml.Node) bool {
	if f.rows++; f.rows > f.limits.Rows {
		f.stop(&source.LimitError{Pos: f.pos(n), Limit: "Rows", Max: int64(f.limits.Rows), Option: "none", Unit: "rules and waivers"})
	}
	return f.fatal == nil
}

// items are the items of a list.
func (f *file) items(n *yaml.Node, key string) []*yaml.Node {
	if n.Kind == yaml.SequenceNode {
		return n.Content
	}
	f.fault(n, "Begin each item with a hyphen and a space.", "%s stands under %s where a list is due", yamltext.KindOf(n), key)
	return nil
}
