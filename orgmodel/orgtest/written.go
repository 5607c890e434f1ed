package orgtest

import (
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// Written is an organisation in the language of a Case: what Parse reads back as the same
// records, but for their positions. It is how the proofs show an organisation that a rule fails
// on, to be pasted as a case.
func Written(s orgmodel.Spec) string {
	var b strings.Builder
	if s.Name != "" {
		b.WriteString("organisation " + strconv.Quote(s.Name) + "\n")
	}
	for _, n := range s.Nodes {
		b.WriteString("+")
		if kind := string(n.Kind); bare(kind) {
			b.WriteString(kind)
		} else {
			b.WriteString(strconv.Quote(kind))
		}
		b.WriteString(" " + quote(string(n.ID)))
		if n.Name != "" {
			b.WriteString(" " + strconv.Quote(n.Name))
		}
		writeTail(&b, "", n.Attrs, n.Live)
	}
	for _, l := range s.Lines {
		b.WriteString(quote(string(l.From)) + " " + quote(string(l.Rel)) + " " + quote(string(l.To)))
		writeTail(&b, l.Scope, l.Attrs, l.Live)
	}
	return b.String()
}

func writeTail(b *strings.Builder, scope orgmodel.ID, attrs orgmodel.Attrs, live orgmodel.Interval) {
	if scope != "" {
		b.WriteString(" in " + quote(string(scope)))
	}
	for k, v := range attrs.All() {
		b.WriteString(" " + quote(k) + "=" + quote(v))
	}
	if !live.From.IsZero() {
		b.WriteString(" since " + live.From.String())
	}
	if !live.Until.IsZero() {
		b.WriteString(" until " + live.Until.String())
	}
	b.WriteString("\n")
}
