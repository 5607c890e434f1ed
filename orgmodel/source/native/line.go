package native

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// lines reads the list of lines of a document.
func (f *file) lines(n *yaml.Node) {
	const fix = "Write a hyphen and a space before each: - pm-1 reports-to it-1."
	for _, item := range f.items(n, keyLines, fix) {
		if f.fatal != nil {
			return
		}
		f.said.reset()
		ok := false
		switch {
		case item.Kind == yaml.MappingNode && !quotedForm(item):
			ok = f.plainTag(item) && f.said.read(f, item, false)
		default:
			var s string
			if s, ok = f.text(item, "a line"); ok {
				ok = f.sentence(item, s)
			}
		}
		if ok {
			f.addLine(item, "")
		}
	}
}

// link reads the line or the lines of a key of a node that names a relation.
func (f *file) link(id string, l link) {
	items := []*yaml.Node{l.list}
	if l.list.Kind == yaml.SequenceNode && f.plainTag(l.list) {
		items = l.list.Content
	}
	for _, item := range items {
		if f.fatal != nil {
			return
		}
		f.said.reset()
		f.said.id, f.said.rel, f.said.ofNode = id, string(l.rel), true
		ok := false
		switch {
		case yamltext.Null(item):
			f.fault(item, "Name an id, or leave the key out.", "nothing stands where the id to which %s leads is due", l.key)
		case item.Kind == yaml.MappingNode && !quotedForm(item):
			ok = f.plainTag(item) && f.said.read(f, item, true)
		default:
			var s string
			if s, ok = f.text(item, "the id to which "+l.key+" leads"); ok {
				if words, fine := f.split(item, s); fine {
					ok = f.rest(item, s, words)
				} else {
					ok = false
				}
			}
		}
		if ok {
			f.addLine(item, l.key)
		}
	}
}

// addLine adds the line in work.
func (f *file) addLine(at *yaml.Node, field string) {
	if !f.count(at) {
		return
	}
	l, b := &f.said, f.b
	i := b.AddLine(b.Refer(l.id), f.relOf(at, l.rel), b.Refer(l.to), f.place(at, field))
	if l.scope != "" {
		b.SetLineScope(i, b.Refer(l.scope))
	}
	if len(l.attrs) > 0 {
		b.SetLineAttrs(i, b.AttrCode(l.attrs...))
	}
	if !l.dates.live.IsZero() {
		b.SetLineLive(i, l.dates.live)
	}
}

var lineBit = func() map[string]uint64 {
	bits := map[string]uint64{}
	for _, k := range slices.Concat(sentenceKeys, lineKeys, attributes) {
		if bits[k] == 0 {
			bits[k] = 1 << len(bits)
		}
	}
	return bits
}()

// read reads a line that is a mapping: a sentence, or the plain form. Of a node, the line
// begins there and has a relation: what it says is the rest.
func (r *record) read(f *file, n *yaml.Node, ofNode bool) bool {
	if !ofNode && f.dressed(n) {
		return false
	}
	ok := true
	var sentence *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		name, is := f.key(k)
		if !is {
			ok = false
			continue
		}
		bit := lineBit[name]
		if bit == 0 || ofNode && (name == keyFrom || name == keyRel) {
			f.unknownOfLine(k, v, name, ofNode)
			ok = false
			continue
		}
		if r.seen&bit != 0 {
			f.twice(k, name)
			ok = false
			continue
		}
		r.seen |= bit
		switch name {
		case keyLine:
			sentence = v
		case keyFrom:
			r.id, is = f.text(v, "an id")
		case keyRel:
			r.rel, is = f.text(v, "a relation")
		case keyTo:
			r.to, is = f.text(v, "an id")
		case keyIn:
			r.scope, is = f.text(v, "an id")
		case keySince, keyUntil, keyThrough:
			f.dated(&r.dates, k, name, v)
		case keyAttrs:
			f.attrs(r, v)
		default:
			f.attr(r, k, name, v)
		}
		ok = ok && is
	}
	f.distinct(r)
	if sentence == nil {
		return r.whole(f, n, ofNode) && ok
	}
	return r.spoken(f, n, sentence, ofNode) && ok
}

// dressed notes a mapping that is a sentence in braces or with a colon within it.
func (f *file) dressed(n *yaml.Node) bool {
	if len(n.Content) < 2 || n.Content[0].Kind != yaml.ScalarNode || n.Content[1].Kind != yaml.ScalarNode {
		return false
	}
	k, v := n.Content[0], n.Content[1]
	if lineBit[k.Value] != 0 || f.errs.Crowded() {
		return false
	}
	said := strings.TrimSpace(k.Value + " " + v.Value)
	words, _, err := splitWords(nil, said[:min(len(said), 4*yamltext.Longest)])
	if err != nil || len(words) < 3 || words[1].quoted || !knownRelation[words[1].text] {
		return false
	}
	attr := ""
	if i := len(words) - 2; i > 2 && !yamltext.TooLong(said) {
		attr = adviseAttr(said, words, i)
	}
	said = yamltext.Cut(said)
	switch alone := len(n.Content) == 2; {
	case alone && attr != "":
		f.fault(k, attr, "an attribute stands within the sentence %s", yamltext.Shown(said))
	case !alone:
		f.fault(k, "Put the key line before the sentence: {line: "+said+", ...}.", "the sentence has not the key line")
	case bare(n, 0) && n.Style&yaml.FlowStyle != 0:
		f.fault(n, "Take the braces off: - "+said+".", "a sentence stands in braces")
	default:
		f.fault(k, "Within a sentence there is no colon: "+said+".", "%s is no key of a line", yamltext.Shown(k.Value))
	}
	return true
}

// whole holds that a line in plain form has all that a line needs.
func (r *record) whole(f *file, n *yaml.Node, ofNode bool) bool {
	due := []string{keyFrom, keyRel, keyTo}
	if ofNode {
		due = due[2:]
	}
	for _, k := range due {
		if r.seen&lineBit[k] == 0 {
			fix := "Write a sentence, {line: pm-1 reports-to it-1}, or from, rel and to, each of them."
			if ofNode {
				fix = "Write the id to which it leads: {line: it-1 since 2026-01-05}, or {to: it-1}."
			}
			f.fault(n, fix, "a line lacks the key %s", k)
			return false
		}
	}
	return true
}

// spoken reads the sentence of a line that is a mapping.
func (r *record) spoken(f *file, n, sentence *yaml.Node, ofNode bool) bool {
	for _, k := range lineKeys {
		if k != keyAttrs && r.seen&lineBit[k] != 0 {
			f.fault(n, "Say it in the sentence, or write the line with from, rel and to and without line.", "a line has the keys line and %s", k)
			return false
		}
	}
	s, ok := f.text(sentence, "a sentence")
	if !ok {
		return false
	}
	if !ofNode {
		return f.sentence(sentence, s)
	}
	words, ok := f.split(sentence, s)
	return ok && f.rest(sentence, s, words)
}

// unknownOfLine is a key of a line that is none.
func (f *file) unknownOfLine(k, v *yaml.Node, name string, ofNode bool) {
	if f.errs.Full() {
		return // looking for what was meant takes time
	}
	if head, last, ok := yamltext.CutLast(name); ok && slices.Contains(afterID, last) && v.Kind == yaml.ScalarNode {
		f.fault(k, fmt.Sprintf("Within a sentence there is no colon: %s %s %s.", yamltext.Cut(head), last, yamltext.Cut(v.Value)), "%s is no key of a line", yamltext.Shown(name))
		return
	}
	choices := slices.Concat(lineKeys, sentenceKeys, attributes)
	switch m := meant(name, choices); {
	case ofNode && (name == keyFrom || name == keyRel):
		f.fault(k, "Leave it out: the line begins at this node, and its relation is the key.", "%s is no key of a line of a node", yamltext.Shown(name))
	case m != "":
		f.fault(k, "Did you mean "+m+"?", "%s is no key of a line", yamltext.Shown(name))
	default:
		f.fault(k, "Write a line as a sentence without a colon, pm-1 reports-to it-1, or as a mapping with line, or with from, rel and to. An attribute of your own stands under attrs.", "%s is no key of a line", yamltext.Shown(name))
	}
}
