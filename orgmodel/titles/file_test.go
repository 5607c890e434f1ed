package titles_test

import (
	"errors"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/titles"
)

// Every shipped set can be read, declares what it names, and each of its patterns matches something.
func TestShipped(t *testing.T) {
	for _, language := range titles.Languages() {
		set, ok := titles.Shipped(language)
		if !ok || set.Language != language || len(set.Patterns) == 0 || len(set.Roles) == 0 {
			t.Fatalf("%s: %v %+v", language, ok, set)
		}
		c := titles.New(set)
		for _, p := range set.Patterns {
			title := written(p.Pattern)
			said := c.Read(title)
			match := p.Role == "" && said.Silenced
			for _, g := range said.Guesses {
				match = match || c.IsA(g.Role, p.Role)
			}
			if !match && !said.Silenced {
				t.Errorf("%s: the pattern %q says %v of %q, and nothing of %s", language, p.Pattern, said.Guesses, title, p.Role)
			}
		}
	}
	if _, ok := titles.Shipped("xx"); ok {
		t.Error("a language that is not shipped is")
	}
}

// written is a title that a pattern is to match.
func written(pattern string) string {
	var words []string
	for _, field := range strings.Fields(pattern) {
		switch first, _, _ := strings.Cut(field, "|"); {
		case field == "^" || field == "$" || strings.HasSuffix(field, "?"):
		case field == "...":
			words = append(words, "Quay")
		default:
			words = append(words, strings.TrimPrefix(first, "="))
		}
	}
	return strings.Join(words, " ")
}

func TestOtherLanguages(t *testing.T) {
	de, _ := titles.Shipped("de")
	fr, _ := titles.Shipped("fr")
	all := titles.New(titles.English(), de, fr)
	for title, want := range map[string]string{
		"Projektleiterin": "project-manager", "Projektleiter/in Hafen": "project-manager", "IT-Leiter": "it-manager", "Leiterin IT": "it-manager", "Leiter der EDV": "it-manager",
		"Stellv. Projektleiter": "", "Assistentin der IT-Leitung": "", "Programmmanagerin": "programme-manager", "PL": "? project-manager programme-manager", "Entwicklungsleiter": "developer-manager",
		"Cheffe de projet": "project-manager", "Directeur de projets": "project-director", "Responsable informatique": "it-manager", "Directrice des systèmes d’information": "it-manager",
		"Chef de projet adjoint": "", "Assistant du chef de projet": "", "Analyste métier": "business-analyst", "Project manager": "project-manager",
	} {
		if got := said(all, title); got != want {
			t.Errorf("%q: said %q, want %q", title, got, want)
		}
	}
}

// A house's own set extends that of a language, and takes exception to it.
func TestOwnSet(t *testing.T) {
	own, err := titles.Read("house.titles", strings.NewReader(`
language: harbour
role quay-lead is-a project-manager: Quay lead
title quay-lead: quay boss          # what they are called here
title project-manager: delivery wizard
not: catering project manager
ambiguous QL: quay-lead
`))
	if err != nil {
		t.Fatal(err)
	}
	c := titles.New(titles.English(), own)
	for title, want := range map[string]string{
		"Quay boss": "quay-lead", "Quay boss and project manager": "quay-lead", "Delivery wizard": "project-manager",
		"Catering project manager": "", "Project manager": "project-manager", "QL": "? quay-lead",
	} {
		if got := said(c, title); got != want {
			t.Errorf("%q: said %q, want %q", title, got, want)
		}
	}
}

// What is wrong with a file is said with its place and what to write instead.
func TestFileErrors(t *testing.T) {
	for src, want := range map[string]string{
		"titel project-manager: chief":                  `f.titles:1:1: "titel" begins no line of a file of titles. Begin with language, role, title, not, ambiguous, same, ending, small, join or ignore. Did you mean title?`,
		"\n title project-manager chief":                "f.titles:2:2: a colon is missing behind title. Write it as in title project-manager: project manager, head of projects $.",
		"title: chief":                                  "f.titles:1:1: title is about nothing. Write it as in title project-manager: project manager, head of projects $.",
		"title boss: chief\nnot x: y":                   "f.titles:1:7: the role boss is not declared. Declare it: role boss: its name.\n" + `f.titles:2:5: "x" stands before the colon of not. Write it as in not: assistant to, project accountant.`,
		"title project-manager:":                        "f.titles:1:1: nothing stands behind the colon of title. Write it as in title project-manager: project manager, head of projects $.",
		"not it-manager: x":                             `f.titles:1:5: "it-manager" stands before the colon of not. Write it as in not: assistant to, project accountant.`,
		"title projct-manager: chief":                   "f.titles:1:7: the role projct-manager is not declared. Declare it: role projct-manager: its name. Did you mean project-manager?",
		"role a is b: A":                                `f.titles:1:6: "a is b" is no role. Write it as in role project-director is-a project-manager: Project director.`,
		"role a: A\nrole a: B":                          "f.titles:2:6: the role a is declared twice. Take one of the lines out.",
		"title sponsor: (chief)":                        `f.titles:1:16: "(chief)" is no part of a pattern. Write words, one|other, optional?, =exactly, ... for a gap, ^ and $ for the ends.`,
		"title sponsor: ^ ... $":                        `f.titles:1:16: the pattern "^ ... $" has no words that must be there, or more than 32. Write words that a title has, such as project manager.`,
		"ambiguous pm: sponsor":                         `f.titles:1:11: "pm" is no abbreviation. Write one word in capital letters, such as PM.`,
		"language: \xff":                                "f.titles:1:1: the line is no UTF-8. Save the file as UTF-8.",
		"small: " + strings.Repeat("of, ", 4000):        "f.titles:1:1: the line has more than 10000 bytes. Repeat the statement on a line of its own.",
		strings.Repeat("\n", 10_001) + "language: late": "f.titles:10001:1: a file of titles has 10000 lines at most. Make several files of it.",
		strings.Repeat("small: "+strings.Repeat("of, ", 2000)+"\n", 131): "f.titles:131:1: a file of titles has 1048576 bytes at most. Make several files of it.",
	} {
		_, err := titles.Read("f.titles", strings.NewReader(src))
		var all *source.Errors
		if !errors.As(err, &all) || err.Error() != want {
			t.Errorf("%.60q:\n got %v\nwant %s", src, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("language: en\nrole a is-a b: A\nrole b: B\ntitle a: x|y ... z? $, ^ =w\nnot: q\nambiguous PM: a\nsame x: y z\nending: s\nsmall: of\njoin: and\nignore: senior", "Head of x, y z & w")
	f.Add("title :", "\xff")
	f.Fuzz(func(t *testing.T, src, title string) {
		set, err := titles.Read("fuzz", strings.NewReader(src))
		var all *source.Errors
		if err != nil && !errors.As(err, &all) {
			t.Fatalf("%v is no error of the file", err)
		}
		if err == nil {
			testReading(t, titles.New(set, titles.English()), title)
		}
	})
}
