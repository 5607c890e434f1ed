package policy

import (
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// longest is how many bytes a text may have.
const longest = 10_000

// text is a value that is a text, as it is written: numbers and truths are texts too.
func (f *file) text(n *yaml.Node, what string) (string, bool) {
	switch {
	case yamltext.Null(n):
		f.fault(n, `Write a text, "" for an empty one, or leave the key out.`, "nothing stands where %s is due", what)
	case n.Kind == yaml.MappingNode:
		f.fault(n, "Write a text; quote one that holds a colon and a space.", "a mapping stands where %s is due", what)
	case n.Kind != yaml.ScalarNode:
		f.fault(n, "Write a single text.", "a list stands where %s is due", what)
	case len(n.Value) > longest:
		f.fault(n, "Write a shorter one.", "the text of %s has %d bytes, more than %d", what, len(n.Value), longest)
	case f.plain(n):
		return n.Value, true
	}
	return "", false
}

// plain refuses tags, but for those that say what a value is anyway.
func (f *file) plain(n *yaml.Node) bool {
	if n.Style&yaml.TaggedStyle == 0 || n.Tag == "!!str" || n.Tag == "!!map" || n.Tag == "!!seq" {
		return true
	}
	f.fault(n, "Leave the tag out. Quote a text that begins with !.", "the tag %s says nothing here", yamltext.Shown(n.Tag))
	return false
}

// each calls do for every key of a mapping that is a text and stands there once.
func (f *file) each(n *yaml.Node, do func(key string, k, v *yaml.Node)) {
	if !f.plain(n) {
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if k.Tag == "!!merge" {
			f.fault(k, "Write the keys out, or let an alias stand for a whole value.", "merge keys (<<) are not read")
			continue
		}
		key, ok := f.text(k, "a key")
		if !ok {
			continue
		}
		if line, twice := seen[key]; twice {
			f.fault(k, "Put the two together.", "the key %s stands here a second time, after line %d", yamltext.Shown(key), line)
			continue
		}
		seen[key] = k.Line
		do(key, k, v)
	}
}

// truth is true or false.
func (f *file) truth(n *yaml.Node, what string) (value, ok bool) {
	text, ok := f.text(n, what)
	if ok && text != "true" && text != "false" {
		f.fault(n, "Write true or false.", "%s is neither true nor false for %s", yamltext.Shown(text), what)
		ok = false
	}
	return text == "true", ok
}

// day is a day.
func (f *file) day(n *yaml.Node, what string) (orgmodel.Date, bool) {
	text, ok := f.text(n, what)
	if !ok {
		return orgmodel.Date{}, false
	}
	d, err := orgmodel.ParseDate(text)
	if err != nil {
		f.fault(n, yamltext.DayFix(text), "%s: %s is no day", what, yamltext.Shown(text))
	}
	return d, err == nil
}

// relations are those the library knows, and the catalogue's names of some.
func relations() (names []string) {
	for _, r := range []orgmodel.Rel{
		orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo, orgmodel.OverseenBy, orgmodel.SponsoredBy,
		orgmodel.Represents, orgmodel.SupportedBy, orgmodel.Holds, orgmodel.HasRole, orgmodel.IsA, orgmodel.PartOf, orgmodel.WorksOn,
		orgmodel.JustifiedBy, orgmodel.Answers, orgmodel.Realises, orgmodel.ContributesTo, orgmodel.Owns,
		orgmodel.ResponsibleFor, orgmodel.AccountableFor, orgmodel.ConsultedOn, orgmodel.InformedOf,
	} {
		names = append(names, string(r))
	}
	return names
}

func kinds() (names []string) {
	for _, k := range []orgmodel.Kind{
		orgmodel.Person, orgmodel.Post, orgmodel.Role, orgmodel.Unit, orgmodel.PMO, orgmodel.Board, orgmodel.Portfolio, orgmodel.Programme,
		orgmodel.Project, orgmodel.Service, orgmodel.Process, orgmodel.Need, orgmodel.BusinessCase, orgmodel.Benefit, orgmodel.Outcome, orgmodel.Duty,
	} {
		names = append(names, string(k))
	}
	return names
}

// relation is a relation by its name or the catalogue's. Relations are an open set, so that one that is
// like none of the library's is a house's own.
func (f *file) relation(n *yaml.Node, what string) (orgmodel.Rel, bool) {
	text, ok := f.text(n, what)
	if r, short := relationNames[text]; short {
		return r, ok
	}
	known := relations()
	if !ok || slices.Contains(known, text) {
		return orgmodel.Rel(text), ok
	}
	for short := range relationNames {
		known = append(known, short)
	}
	slices.Sort(known)
	return orgmodel.Rel(text), f.open(n, text, "relation", known)
}

// kind is a kind of node, likewise of an open set.
func (f *file) kind(n *yaml.Node, what string) (orgmodel.Kind, bool) {
	text, ok := f.text(n, what)
	known := kinds()
	return orgmodel.Kind(text), ok && (slices.Contains(known, text) || f.open(n, text, "kind", known))
}

// open refuses a word of an open set where it is empty or most likely misspelt.
func (f *file) open(n *yaml.Node, text, what string, known []string) bool {
	like := yamltext.Like(text, known)
	switch {
	case text == "":
		f.fault(n, "Name one of "+yamltext.Listed(known, "and")+", or one of your own.", "an empty text is no %s", what)
	case like != "":
		f.fault(n, "Did you mean "+like+"?", "%s is no %s", yamltext.Shown(text), what)
	}
	return text != "" && like == ""
}

// didYouMean is a question about a misspelt word, with a space before it; empty where it is like none.
func didYouMean(word string, known []string) string {
	if like := yamltext.Like(strings.ToLower(word), known); like != "" {
		return " Did you mean " + like + "?"
	}
	return ""
}
