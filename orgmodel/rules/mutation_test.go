package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// TestMutations: every rule finds the defects that are its own in organisations in which nothing
// else is wrong, on the records that were hurt, and no other rule says a word.
func TestMutations(t *testing.T) {
	t.Parallel()
	orgtest.ProveMutations(t, orgtest.SoundRules(), orgtest.Mutations()...)
}

// TestMutationsOfAll: no rule of the catalogue is without a mutation, and no mutation without a rule.
func TestMutationsOfAll(t *testing.T) {
	of, named := map[string]int{}, map[string]bool{}
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for _, m := range orgtest.Mutations() {
		of[m.Rule]++
		if named[m.String()] || !kebab.MatchString(m.Name) {
			t.Errorf("mutation %s has the name of another, or none in kebab case", m)
		}
		named[m.String()] = true
		if !strings.HasSuffix(m.Doc, ".") {
			t.Errorf("mutation %s: its Doc is no sentence: %q", m, m.Doc)
		}
	}
	for _, r := range append(rules.All(), rules.Made()...) {
		if of[r.Name] == 0 {
			t.Errorf("no mutation is of the rule %s: say in orgtest how an organisation comes to break it", r.Name)
		}
		delete(of, r.Name)
	}
	for name := range of {
		t.Errorf("a mutation is of the rule %s, which is not in the catalogue", name)
	}
}

// TestDeadRules: a rule of which nothing is left but its name passes neither its mutations nor its
// cases. Package deadrules does the same to the source, once in a while.
func TestDeadRules(t *testing.T) {
	t.Parallel()
	own := map[string][]orgtest.Mutation{}
	for _, m := range orgtest.Mutations() {
		own[m.Rule] = append(own[m.Rule], m)
	}
	for _, r := range orgtest.SoundRules() {
		dead := r
		dead.Check = func(*orgmodel.Pass) {}
		if !failed(func(t testing.TB) { orgtest.Proof{Rules: []orgmodel.Rule{dead}, Seeds: 12}.Run(t, own[r.Name]...) }) {
			t.Errorf("%s: its mutations pass though it is dead", r.Name)
		}
	}
	for dir, r := range all() {
		r.Check = func(*orgmodel.Pass) {}
		bad := orgtest.Cases(t, os.DirFS(filepath.Join("testdata", dir)), "bad*.org")
		if !failed(func(t testing.TB) { orgtest.ProveRule(t, r, bad...) }) {
			t.Errorf("testdata/%s: its cases pass though the rule is dead", dir)
		}
	}
}

// failed runs a test that nobody hears of, and says whether it fails as it should: by what was found.
func failed(test func(t testing.TB)) bool {
	var r quiet
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		test(&r)
	}()
	wg.Wait()
	return strings.Contains(r.said, "not found   ")
}

// A quiet is a test that keeps what it is told.
type quiet struct {
	testing.TB
	said string
}

func (q *quiet) Helper()                        {}
func (q *quiet) Logf(string, ...any)            {}
func (q *quiet) Errorf(format string, a ...any) { q.said += fmt.Sprintf(format, a...) + "\n" }
func (q *quiet) Fatalf(format string, a ...any) { q.Errorf(format, a...); runtime.Goexit() }
