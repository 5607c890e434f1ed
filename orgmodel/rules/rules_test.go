package rules_test

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// cases are the rules that a directory of testdata is about where that is not the rule of
// the same name in a pack: rules outside the packs, and rules with parameters (the directory
// "multiple-tops.max-2").
var cases = map[string]orgmodel.Rule{
	"duplicate-id.marked":        rules.DuplicateID{Marked: true}.Rule(),
	"multiple-solid-lines.max-2": rules.MultipleSolidLines{Max: 2, CoBoss: "shared"}.Rule(),
	"multiple-tops.co-tops":      rules.MultipleTops{Max: 2, CoTops: []orgmodel.ID{"a", "b"}}.Rule(),
	"no-top.external":            rules.NoTop{External: []orgmodel.ID{"cio"}}.Rule(),
	"unknown-reference.external": rules.UnknownReference{External: []orgmodel.ID{"ceo"}}.Rule(),
	"unreachable-from-top.excused": rules.UnreachableFromTop{
		Units: []orgmodel.ID{"pools", "nowhere"}, Engagements: []string{"contractor"}, GraceDays: 28,
	}.Rule(),
	"report-cycle.live-only": rules.ReportCycle{Rels: []orgmodel.Rel{"reports-to", "directed-by"}, LiveOnly: true}.Rule(),
	"wrong-ends.also":        rules.WrongEnds{Also: []orgmodel.Join{{From: "post", Rel: "reports-to", To: "board"}}}.Rule(),
	"id-collision.keep": rules.IDCollision{
		KeepCase: true, KeepSpace: true, KeepForm: true, KeepZeros: true, Reserved: []orgmodel.ID{"nobody"},
	}.Rule(),
	"self-report.seats-only": rules.SelfReport{SeatsOnly: true}.Rule(),
}

// TestFixtures holds every rule against its fixtures: testdata/RULE/bad*.org must give exactly
// the findings it wants, good*.org none. It fails for a rule without both.
func TestFixtures(t *testing.T) {
	all := map[string]orgmodel.Rule{}
	for _, r := range shipped() {
		all[r.Name] = r
	}
	for dir, r := range cases {
		all[dir] = r
	}
	for _, name := range constructors(t) {
		if _, ok := all[name]; !ok {
			t.Errorf("the rule %s is neither in a pack nor in cases", name)
		}
	}
	dirs, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dirs {
		if _, ok := all[d.Name()]; d.IsDir() && d.Name() != "fuzz" && !ok {
			t.Errorf("testdata/%s is of no rule", d.Name())
		}
	}
	for dir, r := range all {
		t.Run(dir, func(t *testing.T) {
			t.Parallel()
			for _, kind := range []string{"bad", "good"} {
				files, _ := filepath.Glob(filepath.Join("testdata", dir, kind+"*.org"))
				if len(files) == 0 {
					t.Errorf("the rule %s lacks testdata/%s/%s.org", r.Name, dir, kind)
				}
				for _, file := range files {
					runFixture(t, r, file, kind == "bad")
				}
			}
		})
	}
}

func runFixture(t *testing.T, r orgmodel.Rule, file string, bad bool) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parseFixture(filepath.Base(file), string(text))
	if err != nil {
		t.Fatal(err)
	}
	if bad != (len(f.want) > 0) {
		t.Errorf("%s wants %d findings", file, len(f.want))
	}
	found := findings(t, f, r)
	if got := told(found, f.want); !slices.EqualFunc(got, f.want, slices.Equal[[]string]) {
		t.Errorf("%s%s:\n  found %q\n  want  %q", file, f.days(), got, f.want)
		for _, g := range found {
			t.Logf("  %s", g)
		}
	}
	for _, g := range found {
		if why := lacks(g); why != "" {
			t.Errorf("%s: %s\n  %s\n  fix: %s", file, why, g, g.Fix)
		}
	}
}

// findings are those of the rule, and those about a rule that looked at nothing where the
// fixture wants one.
func findings(t *testing.T, f fixture, r orgmodel.Rule) orgmodel.Findings {
	t.Helper()
	fs, err := orgmodel.Check(context.Background(), f.org(), r)
	if err != nil {
		t.Fatal(err)
	}
	idle := slices.ContainsFunc(f.want, func(w []string) bool { return w[1] == orgmodel.MatchesNothing })
	return slices.DeleteFunc(fs, func(g orgmodel.Finding) bool {
		return g.Rule != r.Name && !(idle && g.Rule == orgmodel.MatchesNothing)
	})
}

// told writes findings as a fixture wants them: with the key unless the wanted one leaves it out.
func told(found orgmodel.Findings, want [][]string) [][]string {
	var all [][]string
	for i, g := range found {
		words := []string{g.Severity.String(), g.Rule, string(g.Subject), g.Key}
		if i < len(want) && len(want[i]) == 3 {
			words = words[:3]
		}
		all = append(all, words)
	}
	return all
}

// lacks says what is missing of a finding that a reader of it needs.
func lacks(g orgmodel.Finding) string {
	switch {
	case !strings.HasSuffix(g.Message, "."):
		return "the message is no sentence"
	case !strings.Contains(g.Message, string(g.Subject)):
		return "the message does not name its subject"
	case !strings.HasSuffix(g.Fix, "."):
		return "the fix is no sentence"
	case g.Subject != "" && g.Pos.Line == 0 && g.Rule != orgmodel.MatchesNothing:
		return "the finding has no position"
	case slices.Contains([]string{"panic", "omitted"}, g.Key):
		return "the rule failed"
	}
	return ""
}

// constructors are the rules this package can make: every type with a method Rule.
func constructors(t *testing.T) []string {
	t.Helper()
	pkgs, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range pkgs {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range tree.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "Rule" && fn.Recv != nil {
				if id, ok := fn.Recv.List[0].Type.(*ast.Ident); ok {
					names = append(names, kebab(id.Name))
				}
			}
		}
	}
	return names
}

// kebab writes a Go name as a rule's: DuplicateID is duplicate-id.
func kebab(s string) string {
	var b strings.Builder
	rs := []rune(s)
	for i, r := range rs {
		if unicode.IsUpper(r) && i > 0 && (unicode.IsLower(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1])) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

var sections = []string{"Why:", "Parameters:", "False positives:", "Source:", "Before:", "After:"}

// TestDocs holds every rule's Doc to its shape, and its examples to what they claim: the rule
// fires on Before and not on After.
func TestDocs(t *testing.T) {
	all := shipped()
	for dir, r := range cases {
		if dir == r.Name {
			all = append(all, r)
		}
	}
	for _, r := range all {
		t.Run(r.Name, func(t *testing.T) {
			policy, rest, _ := strings.Cut(r.Doc, "\n")
			if !strings.HasSuffix(policy, ".") {
				t.Errorf("the first line is no sentence: %q", policy)
			}
			at := -1
			for _, s := range sections {
				i := strings.Index(rest, "\n"+s)
				if i <= at {
					t.Fatalf("the section %q is missing or out of order", s)
				}
				at = i
			}
			_, examples, _ := strings.Cut(rest, "\nBefore:")
			before, after, _ := strings.Cut(examples, "\nAfter:")
			for text, fires := range map[string]bool{before: true, after: false} {
				f, err := parseFixture(r.Name, text)
				if err != nil {
					t.Fatal(err)
				}
				if found := findings(t, f, r); (len(found) > 0) != fires {
					t.Errorf("fires %v, want %v, on:%s\n%v", len(found) > 0, fires, text, found)
				}
			}
		})
	}
}
