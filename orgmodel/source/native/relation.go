package native

import (
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// A relationMet is a relation that lines have.
type relationMet struct {
	name  string
	code  orgmodel.RelCode
	own   bool         // of the author's own
	lines int          // how many have it, of an author's own
	first orgmodel.Pos // and where
}

// relationsKept is how many different relations are remembered, relationsTold of how many of the author's own
// there is a note.
const relationsKept, relationsTold = 1000, 20

// relOf is the Builder's number of the relation of a line at n.
func (f *file) relOf(n *yaml.Node, rel string) orgmodel.RelCode {
	m := f.rels[rel]
	if m == nil {
		m = &relationMet{name: rel, code: f.b.RelCode(orgmodel.Rel(rel)), own: !knownRelation[rel], first: f.pos(n)}
		if len(f.rels) >= relationsKept {
			if m.own {
				f.other++
			}
			return m.code
		}
		m.name = strings.Clone(rel)
		f.rels[m.name] = m
		if m.own {
			f.own = append(f.own, m)
		}
	}
	m.lines++
	return m.code
}

// tellRelations notes the relations that the library gives no meaning.
func (r *reader) tellRelations() {
	for i, m := range r.own {
		if i >= relationsTold {
			r.other += m.lines
			continue
		}
		r.notes.Add(m.first, "%s the relation %s, which no rule knows.", linesHave(m.lines), yamltext.Shown(m.name))
	}
	if r.other > 0 {
		r.notes.Add(orgmodel.Pos{File: r.in.Name}, "%s other relations that no rule knows.", linesHave(r.other))
	}
}

func linesHave(n int) string {
	if n == 1 {
		return "1 line has"
	}
	return fmt.Sprintf("%d lines have", n)
}
