package native

import "example.com/orgchart/orgmodel/internal/yamltext"

// synonyms are words that people write for a key, and the key. A key that is one of the
// choices is suggested, another is not.
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
	"manager":       {"reports-to"},
	"boss":          {"reports-to"},
	"supervisor":    {"reports-to"},
	"reports":       {"reports-to"},
	"unit":          {"part-of"},
	"team":          {"part-of"},
	"department":    {"part-of"},
	"parent":        {"part-of"},
	"sponsor":       {"sponsored-by"},
	"roles":         {keyRole},
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

// meant is what a misspelt word was probably meant to be, and looks at what people call things besides.
func meant(s string, choices []string) string {
	for _, c := range synonyms[yamltext.Fold(s)] {
		for _, d := range choices {
			if c == d {
				return c
			}
		}
	}
	return yamltext.Like(s, choices)
}
