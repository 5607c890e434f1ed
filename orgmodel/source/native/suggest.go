package native

import (
	"slices"

	"example.com/orgchart/orgmodel/internal/yamltext"
)

// synonyms are words that people write for a key, and the key. A key that is one of the
// choices is suggested, another is not. Those for relations are everyday.
var synonyms = map[string][]string{
	"name":          {keyOrganisation},
	"title":         {keyOrganisation},
	"company":       {keyOrganisation},
	"version":       {keyFormat},
	"includes":      {keyInclude},
	"imports":       {keyInclude},
	"import":        {keyInclude},
	"relations":     {keyLines},
	"relationships": {keyLines},
	"edges":         {keyLines},
	"links":         {keyLines},
	"persons":       {"people"},
	"employees":     {"people"},
	"staff":         {"people"},
	"positions":     {"posts"},
	"jobs":          {"posts"},
	"teams":         {"units"},
	"departments":   {"units"},
	"programs":      {"programmes"},
	"start":         {keySince},
	"start-date":    {keySince},
	"end":           {keyUntil},
	"end-date":      {keyUntil},
	"label":         {keyName},
	"attributes":    {keyAttrs},
	"type":          {keyKind, keyRel},
	"relation":      {keyRel},
	"sentence":      {keyLine},
	"scope":         {keyIn},
	"source":        {keyFrom},
	"target":        {keyTo},
	"from":          {keySince},
	"to":            {keyUntil},
	"till":          {keyUntil},
	"for":           {keyIn},
	"of":            {keyIn},
}

// meant is like, and looks at what people call things besides.
func meant(s string, choices []string) string {
	for _, c := range synonyms[yamltext.Fold(s)] {
		if slices.Contains(choices, c) {
			return c
		}
	}
	if m, ok := relationOf(s); ok && !m.round && slices.Contains(choices, string(m.rel)) {
		return string(m.rel)
	}
	return yamltext.Like(s, choices)
}
