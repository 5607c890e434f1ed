package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
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

// all are the rules by the directory of testdata that is about them.
func all() map[string]orgmodel.Rule {
	all := map[string]orgmodel.Rule{}
	for _, r := range shipped() {
		all[r.Name] = r
	}
	for dir, r := range cases {
		all[dir] = r
	}
	return all
}

// TestRules proves every rule by its fixtures: testdata/RULE/bad*.org must give exactly the
// findings it wants, good*.org none. It fails for a rule without both.
func TestRules(t *testing.T) {
	all := all()
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
			fsys := os.DirFS(filepath.Join("testdata", dir))
			bad, good := orgtest.Cases(t, fsys, "bad*.org"), orgtest.Cases(t, fsys, "good*.org")
			for _, c := range bad {
				if len(c.Want) == 0 {
					t.Errorf("testdata/%s/%s wants nothing", dir, c.Name)
				}
			}
			for _, c := range good {
				if len(c.Want) > 0 {
					t.Errorf("testdata/%s/%s wants %q", dir, c.Name, c.Want)
				}
			}
			orgtest.ProveRule(t, r, append(bad, good...)...)
		})
	}
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

// TestDocs holds every rule's Doc to its shape, and its examples to what they claim.
func TestDocs(t *testing.T) {
	for dir, r := range all() {
		if dir != r.Name {
			continue
		}
		orgtest.ProveDoc(t, r)
		at := -1
		for _, s := range sections {
			i := strings.Index(r.Doc, "\n"+s)
			if i <= at {
				t.Errorf("%s: the section %q is missing or out of order", dir, s)
				break
			}
			at = i
		}
	}
}
