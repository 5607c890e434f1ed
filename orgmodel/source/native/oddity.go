package native

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// An oddity is a way of writing that says something and was probably meant to say something
// else: how many nodes are written so, and the first.
type oddity struct {
	nodes int
	pos   orgmodel.Pos
	text  string
}

// The oddities of a node that is a name alone.
const (
	oddName = iota // a name with a key behind its comma: "a: Boss, top"
	oddID          // an id that is a key of a node: "grade: G6" where a node is due
	oddKey         // a brace in the id: "a {name: Boss}"
)

// suspect notes a node of a section that was probably meant otherwise. What is in quotation marks
// is meant so.
func (f *file) suspect(id string, k, v *yaml.Node) {
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle
	if k.Style&quoted != 0 {
		return
	}
	if is, known := nodeKeyOf[id]; known && (is.attr || is.rel != "" || id == keyName) {
		f.strange(oddID, k, id)
	}
	if strings.Contains(id, " {") && strings.HasSuffix(v.Value, "}") {
		f.strange(oddKey, k, id)
	}
	if v.Style&quoted != 0 {
		return
	}
	if _, after, ok := strings.Cut(v.Value, ", "); ok {
		for part := range strings.SplitSeq(after, ", ") {
			first, _, more := strings.Cut(part, " ")
			if part == orgmodel.Top || more && strings.Contains(first, "-") && knownRelation[first] {
				f.strange(oddName, v, v.Value)
				return
			}
		}
	}
}

func (f *file) strange(what int, n *yaml.Node, text string) {
	o := &f.odd[what]
	if o.nodes++; o.nodes == 1 {
		o.pos, o.text = f.pos(n), strings.Clone(text)
	}
}

// tellOddities notes the nodes that are read and probably meant otherwise.
func (r *reader) tellOddities() {
	advice := [...]string{
		oddName: "The name %s holds what looks like a key; if it is one, write a mapping: {name: Boss, top: true}",
		oddID:   "A node has the id %s, which is a key of nodes; if it belongs to the node above, indent it more",
		oddKey:  "A node has the id %s; if it is a mapping in braces, put a colon before the brace",
	}
	for i, o := range r.odd {
		if o.nodes == 0 {
			continue
		}
		text := fmt.Sprintf(advice[i], yamltext.Shown(o.text))
		if o.nodes > 1 {
			text += fmt.Sprintf(" (%d nodes are like this)", o.nodes)
		}
		r.notes.Add(o.pos, "%s.", text)
	}
}

// bare says that the pair at i of a mapping is a key alone, as in {a, b: c}.
func bare(n *yaml.Node, i int) bool {
	return yamltext.Null(n.Content[i+1]) && n.Content[i+1].Value == ""
}

// uncolon parts a key alone, such as "fte 0.8" or "name = Developer", into the key of a node that it
// begins with and the rest; ok where it begins with one.
func uncolon(s string) (key, rest string, ok bool) {
	for i := 0; i < len(s) && i <= yamltext.Longest; i++ {
		if s[i] != ' ' && s[i] != '=' {
			continue
		}
		key, rest = yamltext.Fold(s[:i]), strings.TrimLeft(s[i:], " =")
		if _, known := nodeKeyOf[key]; known && rest != "" && key != keyID && key != keyKind {
			return key, rest, true
		}
	}
	return "", "", false
}

// torn notes a key alone that is half of something: a key with its value, or what a comma parted
// from the text before it. False where it is none.
func (f *file) torn(n *yaml.Node, i int, name string) bool {
	if _, ok := relationOf(name); ok || n.Style&yaml.FlowStyle == 0 || !bare(n, i) || digits(name) {
		return false
	}
	k := n.Content[i]
	if key, rest, ok := uncolon(name); ok {
		f.fault(k, "Write "+key+": "+yamltext.Cut(rest)+".", "a colon is missing after %s", key)
		return true
	}
	if scope, ok := strings.CutPrefix(name, "in "); ok {
		f.fault(k, scopeFix(n, i, scope), "%s is no key of a node", yamltext.Shown(name))
		return true
	}
	at := i - 2
	for at >= 0 && bare(n, at) {
		at -= 2
	}
	if at < 0 || n.Content[at+1].Kind != yaml.ScalarNode || n.Content[at+1].Style != 0 {
		return false
	}
	key, parts := n.Content[at].Value, []string{n.Content[at+1].Value}
	is := nodeKeyOf[key]
	if is.rel == "" && !is.attr && key != keyName {
		return false
	}
	for j := at + 2; j+1 < len(n.Content) && bare(n, j) && len(parts) < 9; j += 2 {
		part := n.Content[j].Value
		if _, _, ok := uncolon(part); ok || strings.HasPrefix(part, "in ") || nodeKeyOf[part].bit != 0 {
			if j < i {
				return false
			}
			break
		}
		parts = append(parts, part)
	}
	if i > at+2 {
		return true // told at the first
	}
	whole := strings.Join(parts, ", ")
	if is.rel != "" {
		f.fault(k, "Put several in brackets: "+key+": ["+yamltext.Cut(whole)+"].", "%s is no key of a node", yamltext.Shown(name))
	} else {
		f.fault(k, fmt.Sprintf("Within braces a comma ends a value. Quote a text that holds one: %s: %q.", key, yamltext.Cut(whole)), "%s is no key of a node", yamltext.Shown(name))
	}
	return true
}

// otherKey is the advice for a key of a node that is no key but says what another says; empty where
// there is none.
func (f *file) otherKey(id string, n *yaml.Node, i int, name string) string {
	v, word := n.Content[i+1], yamltext.Fold(name)
	if digits(name) {
		return "Within braces a comma ends a value: write a decimal number with a point, 0.5, and quote a text that holds a comma."
	}
	m, ok := relationOf(name)
	if slices.Contains([]string{"project-manager", "programme-manager", "lead", "leader"}, word) {
		m, ok = meaning{orgmodel.ReportsTo, false}, true
	}
	if ok {
		if ids := idsOf(v); len(ids) > 0 {
			if fix := f.headed(m, id, ids[0]); fix != "" {
				return fix
			}
		}
	}
	switch {
	case v.Kind != yaml.ScalarNode:
	case word == keyIn:
		return scopeFix(n, i, v.Value)
	case slices.Contains(occupancies, word):
		if slices.Contains([]string{"false", "no", "n", "0", "off"}, yamltext.Fold(v.Value)) {
			return "It is a value of occupancy. Leave it out, or write the occupancy: " + yamltext.Listed(occupancies, "or") + "."
		}
		return "Write occupancy: " + word + "."
	case slices.Contains(gone, word) && f.sectionKind(id) == orgmodel.Person:
		return "Write state: inactive, or until and the first day no more."
	case word == "status" && slices.Contains(occupancies, yamltext.Fold(v.Value)):
		return "Write occupancy: " + yamltext.Fold(v.Value) + "."
	case word == "status":
		return "Did you mean state? An attribute of your own stands under attrs: {attrs: {" + short(name) + ": ...}}."
	}
	return ""
}

// scopeFix says where the scope of a line stands, which is written as the key at i of a node.
func scopeFix(n *yaml.Node, i int, scope string) string {
	key, id := keyRole, "project-manager"
	for j := 0; j+1 < len(n.Content) && j < i; j += 2 {
		v := n.Content[j+1]
		if is := nodeKeyOf[n.Content[j].Value]; is.rel != "" && v.Kind == yaml.ScalarNode && v.Value != "" {
			key, id = n.Content[j].Value, v.Value
		}
	}
	return "The scope of a line stands behind its id. Write " + key + ": " + yamltext.Cut(id) + " in " + quoteWord(yamltext.Cut(scope)) + "."
}
