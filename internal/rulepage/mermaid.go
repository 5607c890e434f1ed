package rulepage

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// mermaid is a sample as a diagram that GitHub and GitLab draw in a Markdown page, with what a rule finds
// in red; empty where a sample has no lines.
func (s sample) mermaid(rule orgmodel.Rule) string {
	org, found, err := s.findings("before.yaml", rule)
	if err != nil || org.Lines() == 0 {
		return ""
	}
	spec := org.Spec()
	var b strings.Builder
	b.WriteString("\n```mermaid\nflowchart BT\n")
	number := map[orgmodel.ID]int{}
	box := func(id orgmodel.ID, label string) {
		if _, there := number[id]; !there {
			number[id] = len(number)
			fmt.Fprintf(&b, "  n%d[\"%s\"]\n", number[id], label)
		}
	}
	for _, n := range spec.Nodes {
		if !slices.ContainsFunc(spec.Lines, func(l orgmodel.Line) bool { return l.From == n.ID || l.To == n.ID }) && !about(found, n.ID) {
			continue // a role that nobody holds
		}
		label := string(n.ID)
		if n.Name != "" {
			label += " " + n.Name
		}
		box(n.ID, quoted(label+" ("+string(n.Kind)+")"))
	}
	for _, l := range spec.Lines {
		box(l.From, quoted(string(l.From)+" (not declared)"))
		box(l.To, quoted(string(l.To)+" (not declared)"))
	}
	var red []string
	for i, l := range spec.Lines {
		label := string(l.Rel)
		if l.Scope != "" {
			label += " in " + string(l.Scope)
		}
		fmt.Fprintf(&b, "  n%d -->|\"%s\"| n%d\n", number[l.From], quoted(label), number[l.To])
		if slices.ContainsFunc(found, func(f orgmodel.Finding) bool {
			return slices.ContainsFunc(f.Path, func(p orgmodel.Line) bool {
				return p.From == l.From && p.Rel == l.Rel && p.To == l.To && p.Scope == l.Scope
			})
		}) {
			red = append(red, fmt.Sprint(i))
		}
	}
	for _, n := range spec.Nodes {
		if about(found, n.ID) {
			fmt.Fprintf(&b, "  style n%d stroke:#c00,stroke-width:3px\n", number[n.ID])
		}
	}
	if len(red) > 0 {
		fmt.Fprintf(&b, "  linkStyle %s stroke:#c00,stroke-width:3px\n", strings.Join(red, ","))
	}
	b.WriteString("```\n")
	return b.String()
}

func about(found orgmodel.Findings, id orgmodel.ID) bool {
	return slices.ContainsFunc(found, func(f orgmodel.Finding) bool { return f.Subject == id })
}

// quoted is a text as it may stand in quotes in a diagram.
func quoted(s string) string {
	return strings.NewReplacer("#", "#35;", "\"", "#quot;", "<", "#lt;", ">", "#gt;").Replace(s)
}
