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

// outside are the packages that may bring in a dependency, and whose; every other package of the
// two halves needs the standard library alone. The zero value is for packages built on these.
var outside = map[string][]string{
	module + "/orgmodel/gonumview":      {"gonum.org/v1/gonum"},
	module + "/orgmodel/source/native":  {"go.yaml.in/yaml/v4"},
	module + "/orgmodel/source/formats": {"go.yaml.in/yaml/v4"},

	module + "/orgmodel/internal/yamltext": {"go.yaml.in/yaml/v4"},
	module + "/orgmodel/policy":            {"go.yaml.in/yaml/v4", "github.com/expr-lang/expr"},
	module + "/orgmodel/orgtest":           {"go.yaml.in/yaml/v4", "github.com/expr-lang/expr"},
	module + "/layout/graphviz/worker":     {"github.com", "golang.org/x/image", "golang.org/x/text"},
}

// packages are those under a pattern.
func packages(t *testing.T, pattern string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", pattern).CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	return strings.Fields(string(out))
}

func within(path string, roots ...string) bool {
	return slices.ContainsFunc(roots, func(r string) bool { return path == r || strings.HasPrefix(path, r+"/") })
}

// The two halves of the house never import each other, and no package but those of outside
// brings in a dependency.
func TestHalvesStandAlone(t *testing.T) {
	for _, half := range []string{"orgmodel", "layout"} {
		for _, pkg := range packages(t, "./"+half+"/...") {
			for _, dep := range deps(t, pkg) {
				if !within(dep, module+"/"+half) && !within(dep, outside[pkg]...) {
					t.Errorf("%s imports %s", pkg, dep)
				}
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

// The worker, its program and the example of a service that is its own worker alone link Graphviz:
// it costs half a second at the start of every process that does, used or not.
func TestWorkerAloneLinksGraphviz(t *testing.T) {
	const lib = "github.com/goccy/go-graphviz"
	may := []string{module + "/layout/graphviz/worker", module + "/cmd/orgchart-graphviz", module + "/examples/graphviz"}
	for _, pkg := range packages(t, "./...") {
		if slices.Contains(deps(t, pkg), lib) != slices.Contains(may, pkg) {
			t.Errorf("%s: links Graphviz: %v", pkg, !slices.Contains(may, pkg))
		}
	}
}

// Package policy alone imports the language of expressions: another is chosen there or nowhere.
func TestPolicyAloneImportsExpr(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}{{range .Imports}} {{.}}{{end}}{{range .TestImports}} {{.}}{{end}}{{range .XTestImports}} {{.}}{{end}}", "./...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	met := false
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		pkg, imports, _ := strings.Cut(line, " ")
		uses := strings.Contains(imports, "github.com/expr-lang/expr")
		met = met || uses
		if uses && pkg != module+"/orgmodel/policy" {
			t.Errorf("%s imports expr", pkg)
		}
	}
	if !met {
		t.Error("nobody imports expr: this test looks at the wrong thing")
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
