package graphviz_test

import (
	"os"
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

// newPool is a pool of this binary, closed with the test.
func newPool(t testing.TB, p *graphviz.Pool) *graphviz.Pool {
	t.Helper()
	if p == nil {
		p = &graphviz.Pool{}
	}
	if len(p.Command) == 0 {
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
