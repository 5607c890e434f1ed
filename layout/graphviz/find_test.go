package graphviz_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/orgchart/layout/graphviz"
)

// TestFindSays: where no worker is found, the error says where it looked and how to build it, but
// not in which passing folder go test built this program.
func TestFindSays(t *testing.T) {
	empty := t.TempDir()
	for _, env := range []string{"PATH", "GOBIN", "GOPATH", "HOME", "USERPROFILE"} {
		t.Setenv(env, filepath.Join(empty, strings.ToLower(env)))
	}
	_, err := graphviz.Find()
	if !errors.Is(err, graphviz.ErrNoWorker) {
		t.Fatalf("%v", err)
	}
	for _, want := range []string{
		"is not beside the program, on PATH, in " + filepath.Join(empty, "gobin") + ", in ",
		"build it with: go install example.com/orgchart/cmd/orgchart-graphviz",
		"in a checkout of orgchart: go install ./cmd/orgchart-graphviz",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %q", err, want)
		}
	}
	if own, _ := os.Executable(); strings.Contains(filepath.Dir(own), "go-build") && strings.Contains(err.Error(), filepath.Dir(own)) {
		t.Errorf("%v names the folder of the test", err)
	}
}
