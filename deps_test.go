package orgchart_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "example.com/orgchart"

// deps are the packages outside the standard library that a package pulls in.
func deps(t *testing.T, pkg string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", pkg).CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	return strings.Fields(string(out))
}

// The two halves of the house never import each other, and neither brings in a dependency.
func TestHalvesStandAlone(t *testing.T) {
	for _, half := range []struct{ pkgs, only string }{
		{"./orgmodel/...", module + "/orgmodel"},
		{"./layout/...", module + "/layout"},
	} {
		for _, dep := range deps(t, half.pkgs) {
			if dep != half.only && !strings.HasPrefix(dep, half.only+"/") {
				t.Errorf("%s imports %s", half.pkgs, dep)
			}
		}
	}
	for _, dep := range deps(t, "./chart") {
		if !strings.HasPrefix(dep, module+"/") {
			t.Errorf("chart imports %s", dep)
		}
	}
	if !slices.Contains(deps(t, "./chart"), module+"/layout") || !slices.Contains(deps(t, "./chart"), module+"/orgmodel") {
		t.Error("chart no longer joins the two halves: this test looks at the wrong packages")
	}
}

// A module that imports the library by a replace directive, as the README says, builds and runs
// without the network.
func TestConsumerModule(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	src, err := os.ReadFile(filepath.Join("examples", "quickstart", "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("main.go", string(src))
	write("go.mod", "module example.com/consumer\n\ngo 1.24.0\n\nrequire "+module+" v0.0.0\n\nreplace "+module+" => "+here+"\n")
	cmd := exec.Command("go", "run", "-mod=mod", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOPROXY=off", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !strings.Contains(string(out), "report") {
		t.Errorf("the program printed %q", out)
	}
	if _, err := os.Stat(filepath.Join(dir, "org.svg")); err != nil {
		t.Error(err)
	}
}
