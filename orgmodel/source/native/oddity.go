package native

import (
	"fmt"
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
