package orgchart_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	blocks = regexp.MustCompile("(?ms)^```.*?^```$")
	links  = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	titles = regexp.MustCompile(`(?m)^#+ (.*)$`)
)

// anchors are the names that GitHub gives the headings of a page.
func anchors(page string) map[string]bool {
	all := map[string]bool{}
	for _, m := range titles.FindAllStringSubmatch(blocks.ReplaceAllString(page, ""), -1) {
		name := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(m[1]), "")
		all[strings.ReplaceAll(name, " ", "-")] = true
	}
	return all
}

// Every link of every page leads to a file or folder of the repository, and to a heading that it has.
func TestLinks(t *testing.T) {
	met := 0
	for _, root := range []string{"README.md", "docs", "examples"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".md" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, m := range links.FindAllStringSubmatch(blocks.ReplaceAllString(string(text), ""), -1) {
				if strings.Contains(m[1], "://") {
					continue
				}
				met++
				file, heading, _ := strings.Cut(m[1], "#")
				to := filepath.Join(filepath.Dir(path), file)
				if file == "" {
					to = path
				}
				if _, err := os.Stat(to); err != nil {
					t.Errorf("%s links to %s: %v", path, m[1], err)
					continue
				}
				if page, err := os.ReadFile(to); heading != "" && (err != nil || !anchors(string(page))[heading]) {
					t.Errorf("%s links to %s, which has no such heading", path, m[1])
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if met < 300 {
		t.Errorf("%d links: the expression no longer fits", met)
	}
}

// A shelf is what the public packages export, and say of themselves.
type shelf struct {
	exports map[string]map[string]bool // by the name of the package
	docs    map[string]string          // by the folder
}

// publicPackages reads the sources of the packages that anybody may import.
func publicPackages(t *testing.T) shelf {
	t.Helper()
	s := shelf{map[string]map[string]bool{}, map[string]string{}}
	for _, root := range []string{"orgmodel", "layout", "chart"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && (d.Name() == "internal" || d.Name() == "testdata") {
				return filepath.SkipDir
			}
			if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
			if err != nil {
				return err
			}
			s.add(filepath.ToSlash(filepath.Dir(path)), f)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func (s shelf) add(dir string, f *ast.File) {
	names := s.exports[f.Name.Name]
	if names == nil {
		names = map[string]bool{}
		s.exports[f.Name.Name] = names
	}
	s.docs[dir] += f.Doc.Text()
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				names[d.Name.Name] = true
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					names[spec.Name.Name] = true
				case *ast.ValueSpec:
					for _, n := range spec.Names {
						names[n.Name] = true
					}
				}
			}
		}
	}
}

var qualified = regexp.MustCompile(`\b([a-z]+)\.([A-Z]\w*)`)

// unknown are names that a text takes from packages which do not export them.
func (s shelf) unknown(text string) (all []string) {
	for _, m := range qualified.FindAllStringSubmatch(text, -1) {
		if names := s.exports[m[1]]; names != nil && !names[m[2]] {
			all = append(all, m[0])
		}
	}
	return all
}

// Every public package tells what it is with a short program, and what is not in it; it and the pages take
// from packages only what they export.
func TestPackageDocs(t *testing.T) {
	s := publicPackages(t)
	if len(s.docs) < 18 {
		t.Errorf("%d packages: the test looks at the wrong folders", len(s.docs))
	}
	program := regexp.MustCompile(`(?m)(^\t.*\n){3}`)
	for dir, doc := range s.docs {
		if !strings.HasPrefix(doc, "Package ") || !program.MatchString(doc) || !strings.Contains(strings.ToLower(doc), "not here") {
			t.Errorf("the doc of %s lacks its first sentence, a program of three lines, or what is not here", dir)
		}
		for _, name := range s.unknown(doc) {
			t.Errorf("the doc of %s names %s, which there is not", dir, name)
		}
	}
	pages, _ := filepath.Glob("docs/*.md")
	rules, _ := filepath.Glob("docs/rules/*.md")
	for _, page := range append(append(pages, rules...), "README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range regexp.MustCompile("(?ms)^```go\n.*?^```$").FindAllString(string(text), -1) {
			for _, name := range s.unknown(b) {
				t.Errorf("%s names %s, which there is not", page, name)
			}
		}
	}
}
