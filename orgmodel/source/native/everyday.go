package native

import (
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// A meaning is the relation that a word of everyday speech probably means. The other way round, the
// line runs from the second to the first: "a manages b" is b reports-to a.
type meaning struct {
	rel   orgmodel.Rel
	round bool
}

// everyday are words that people write for a relation, in sentences and as keys of nodes. None is
// read as that relation: it is suggested.
var everyday = map[string]meaning{
	"manager": {orgmodel.ReportsTo, false}, "boss": {orgmodel.ReportsTo, false}, "supervisor": {orgmodel.ReportsTo, false},
	"line-manager": {orgmodel.ReportsTo, false}, "reports": {orgmodel.ReportsTo, false}, "reporting-to": {orgmodel.ReportsTo, false},
	"report-to": {orgmodel.ReportsTo, false}, "answers-to": {orgmodel.ReportsTo, false}, "works-for": {orgmodel.ReportsTo, false},
	"works-under": {orgmodel.ReportsTo, false}, "subordinate-of": {orgmodel.ReportsTo, false}, "subordinate-to": {orgmodel.ReportsTo, false},
	"managed-by": {orgmodel.ReportsTo, false}, "supervised-by": {orgmodel.ReportsTo, false}, "led-by": {orgmodel.ReportsTo, false},
	"direct-reports": {orgmodel.ReportsTo, true}, "reportees": {orgmodel.ReportsTo, true}, "subordinates": {orgmodel.ReportsTo, true},
	"manages": {orgmodel.ReportsTo, true}, "supervises": {orgmodel.ReportsTo, true}, "manager-of": {orgmodel.ReportsTo, true},
	"line-manager-of": {orgmodel.ReportsTo, true}, "supervisor-of": {orgmodel.ReportsTo, true}, "boss-of": {orgmodel.ReportsTo, true},
	"line-manages": {orgmodel.ReportsTo, true},
	"directs":      {orgmodel.DirectedBy, true}, "oversees": {orgmodel.OverseenBy, true}, "sponsors": {orgmodel.SponsoredBy, true},
	"sponsor": {orgmodel.SponsoredBy, false}, "sponsor-of": {orgmodel.SponsoredBy, true}, "supports": {orgmodel.SupportedBy, true},
	"represented-by": {orgmodel.Represents, true},

	"post": {orgmodel.Holds, false}, "position": {orgmodel.Holds, false}, "job": {orgmodel.Holds, false}, "hold": {orgmodel.Holds, false},
	"occupies": {orgmodel.Holds, false}, "fills": {orgmodel.Holds, false}, "holder-of": {orgmodel.Holds, false},
	"holder": {orgmodel.Holds, true}, "held-by": {orgmodel.Holds, true}, "filled-by": {orgmodel.Holds, true}, "occupied-by": {orgmodel.Holds, true},
	"role": {orgmodel.HasRole, false}, "roles": {orgmodel.HasRole, false}, "plays": {orgmodel.HasRole, false},
	"kind-of": {orgmodel.IsA, false}, "subrole-of": {orgmodel.IsA, false},

	"member-of": {orgmodel.PartOf, false}, "belongs-to": {orgmodel.PartOf, false}, "member": {orgmodel.PartOf, false},
	"unit": {orgmodel.PartOf, false}, "team": {orgmodel.PartOf, false}, "department": {orgmodel.PartOf, false},
	"parent": {orgmodel.PartOf, false}, "child-of": {orgmodel.PartOf, false}, "within": {orgmodel.PartOf, false},
	"members": {orgmodel.PartOf, true}, "team-members": {orgmodel.PartOf, true},
	"contains": {orgmodel.PartOf, true}, "includes": {orgmodel.PartOf, true}, "has-member": {orgmodel.PartOf, true}, "parent-of": {orgmodel.PartOf, true},
	"project": {orgmodel.WorksOn, false}, "working-on": {orgmodel.WorksOn, false}, "assigned-to": {orgmodel.WorksOn, false},

	"owner-of": {orgmodel.Owns, false}, "owned-by": {orgmodel.Owns, true}, "owner": {orgmodel.Owns, true},
	"justifies": {orgmodel.JustifiedBy, true}, "responsible": {orgmodel.ResponsibleFor, false}, "accountable": {orgmodel.AccountableFor, false},
	"consulted": {orgmodel.ConsultedOn, false}, "informed": {orgmodel.InformedOf, false},
}

// An arrow leads to the boss. The strokes of arrows are what they are made of, besides their heads.
const (
	strokes = "-=–—─"
	right   = ">→⟶⇒⟹➔➜➝➞➡"
	left    = "<←⟵⇐⟸⬅"
)

// arrow is the relation that a word stands for which is an arrow of some kind.
func arrow(s string) (meaning, bool) {
	switch head := strings.Trim(strings.TrimSuffix(s, "\ufe0f"), strokes); {
	case head == "":
		return meaning{}, false
	case strings.Trim(head, right) == "":
		return meaning{orgmodel.ReportsTo, false}, true
	case strings.Trim(head, left) == "":
		return meaning{orgmodel.ReportsTo, true}, true
	}
	return meaning{}, false
}

// relationOf is the relation that words stand for which are none: a known one written with spaces,
// or a word of everyday speech, with or without "is the" before it.
func relationOf(phrase string) (meaning, bool) {
	p := yamltext.Fold(phrase)
	if knownRelation[p] {
		return meaning{orgmodel.Rel(p), false}, true
	}
	if m, ok := arrow(p); ok {
		return m, true
	}
	for {
		if m, ok := everyday[p]; ok {
			return m, true
		}
		rest, is := strings.CutPrefix(p, "is-")
		if !is {
			if rest, is = strings.CutPrefix(p, "the-"); !is {
				return meaning{}, false
			}
		}
		if p = rest; knownRelation[p] {
			return meaning{orgmodel.Rel(p), false}, true
		}
	}
}

// asSentence is the line that was meant, as a sentence, with what follows it.
func (m meaning) asSentence(from, to word, tail []word) string {
	if m.round {
		from, to = to, from
	}
	s := quoteWord(yamltext.Cut(from.text)) + " " + string(m.rel) + " " + quoteWord(yamltext.Cut(to.text))
	for _, w := range tail[:min(len(tail), 6)] {
		s += " " + quoteWord(yamltext.Cut(w.text))
	}
	return s
}

// lines are what a key of a node meant, as sentences to follow its advice: the lines that run the
// other way round. Empty where the value names nobody.
func (m meaning) lines(id string, v *yaml.Node) string {
	var said []string
	for _, other := range idsOf(v) {
		if len(said) == 3 {
			break
		}
		said = append(said, quoteWord(yamltext.Cut(other))+" "+string(m.rel)+" "+quoteWord(yamltext.Cut(id)))
	}
	if len(said) == 0 || id == "" {
		return ""
	}
	return ", or under lines: " + strings.Join(said, ", ")
}

// idsOf are the ids that a value names, without what stands behind them.
func idsOf(v *yaml.Node) (ids []string) {
	items := []*yaml.Node{v}
	if v.Kind == yaml.SequenceNode {
		items = v.Content
	}
	for _, item := range items[:min(len(items), 9)] {
		if item.Kind != yaml.ScalarNode || yamltext.TooLong(item.Value) {
			continue
		}
		if words, _, err := splitWords(nil, item.Value); err == nil && len(words) > 0 {
			ids = append(ids, words[0].text)
		}
	}
	return ids
}

// managed are the kinds of what has no boss but is managed by one who has a role, and the role.
var managed = map[orgmodel.Kind]string{orgmodel.Programme: "programme-manager", orgmodel.Project: "project-manager"}

// headed says how the manager of a programme or a project is written, where one of the two is such
// and the other is not; empty where the line means something else.
func (f *file) headed(m meaning, from, to string) string {
	if m.rel != orgmodel.ReportsTo {
		return ""
	}
	if m.round {
		from, to = to, from
	}
	kind := f.sectionKind(from)
	role := managed[kind]
	if role == "" || to == "" || managed[f.sectionKind(to)] != "" {
		return ""
	}
	return "A " + string(kind) + " has no boss: whoever manages it has a role. Write at " + short(yamltext.Cut(to)) + ": role: " + role + " in " + quoteWord(yamltext.Cut(from)) + "."
}
