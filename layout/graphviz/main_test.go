package graphviz_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/graphviz/worker"
	"example.com/orgchart/layout/layouttest"
)

// scratch is a folder for the programs that tests build.
var scratch string

// The test binary is its own worker.
func TestMain(m *testing.M) {
	worker.MaybeRun()
	var err error
	if scratch, err = os.MkdirTemp("", "graphviz-test-*"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(scratch)
	os.Exit(code)
}

// programs are those built so far, by package.
var programs sync.Map

// build builds a program, once, and returns its path.
func build(t testing.TB, pkg string) string {
	t.Helper()
	once, _ := programs.LoadOrStore(pkg, sync.OnceValues(func() (string, error) {
		path := filepath.Join(scratch, filepath.Base(pkg))
		out, err := exec.Command("go", "build", "-o", path, pkg).CombinedOutput()
		if err != nil {
			err = fmt.Errorf("%w: %s", err, out)
		}
		return path, err
	}))
	path, err := once.(func() (string, error))()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// newPool is a pool of this binary, closed with the test.
func newPool(t testing.TB, p *graphviz.Pool) *graphviz.Pool {
	t.Helper()
	if p == nil {
		p = &graphviz.Pool{}
	}
	switch {
	case len(p.Command) > 0:
	case raceDetector: // the worker has nothing to race with, and is ten times as slow under it
		p.Command = []string{build(t, "../../cmd/orgchart-graphviz")}
	default:
		p.Self = true
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// graph is a random organisation, its address.
func graph(seed uint64, n int) *layout.Graph {
	g := layouttest.Random(seed, n)
	return &g
}
