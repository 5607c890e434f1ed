package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

var ciFolder = filepath.Join("..", "..", "examples", "ci")

func ciFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(ciFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// texts calls do for each text of a YAML document, with the key that it stands under.
func texts(n *yaml.Node, key string, do func(key, text string)) {
	switch n.Kind {
	case yaml.ScalarNode:
		do(key, n.Value)
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			texts(n.Content[i+1], n.Content[i].Value, do)
		}
	default:
		for _, c := range n.Content {
			texts(c, key, do)
		}
	}
}

// bare is a command without where its output goes.
func bare(command string) string {
	command, _, _ = strings.Cut(command, " >")
	return strings.TrimSpace(command)
}

// commandsOf are the commands of ours in a file of examples/ci: in YAML whole texts and lines of them, in a
// Makefile lines of recipes.
func commandsOf(t *testing.T, name string) (all []string) {
	t.Helper()
	text := ciFile(t, name)
	take := func(line string) {
		if strings.HasPrefix(line, "orgchart ") {
			all = append(all, bare(line))
		}
	}
	if filepath.Ext(name) != ".yaml" {
		for _, l := range strings.Split(text, "\n") {
			take(strings.TrimPrefix(l, "\t"))
		}
		return all
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	texts(&doc, "", func(key, text string) {
		if key == "entry" && !strings.Contains(text, "org.yaml") {
			text += " org.yaml" // as pre-commit does
		}
		for _, l := range strings.Split(text, "\n") {
			take(l)
		}
		if action := regexp.MustCompile(`^[a-z-]+/[a-z/-]+@[0-9a-f]{40}$`); key == "uses" && !action.MatchString(text) {
			t.Errorf("%s uses %s, which is not pinned to a commit", name, text)
		}
	})
	return all
}

// Every command in the examples stands in the table of their page, and each command of the table exits as it
// says there, on the sample and on the sample with a fault.
func TestCIExamples(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `(orgchart [^`]*)` \\| ([0-2]) \\| ([0-2]) \\|$")
	exits := map[string][2]string{}
	for _, m := range row.FindAllStringSubmatch(ciFile(t, "README.md"), -1) {
		exits[m[1]] = [2]string{m[2], m[3]}
	}
	var used []string
	for _, name := range []string{"github-actions.yaml", "gitlab-ci.yaml", ".pre-commit-config.yaml", "Makefile"} {
		commands := commandsOf(t, name)
		if len(commands) < 2 {
			t.Errorf("%s has the commands %q: the test looks at the wrong things", name, commands)
		}
		for _, c := range commands {
			if _, there := exits[c]; !there {
				t.Errorf("%s runs %q, which the page does not tell of", name, c)
			}
		}
		used = append(used, commands...)
	}
	for c, want := range exits {
		if !slices.Contains(used, c) {
			t.Errorf("no example runs %q", c)
		}
		for i, state := range []string{"as it is", "with the fault"} {
			t.Run(c+" "+state, func(t *testing.T) {
				t.Chdir(ciSample(t, i == 1))
				if code, out, errOut := orgchart(t, "", strings.Fields(c)[1:]...); strconv.Itoa(code) != want[i] {
					t.Errorf("exit %d, want %s\n%s%s", code, want[i], out, errOut)
				}
			})
		}
	}
}

// ciSample is a folder with the sample, with or without the fault that the page tells of.
func ciSample(t *testing.T, fault bool) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(ciFolder, "sample"))); err != nil {
		t.Fatal(err)
	}
	if fault {
		text := ciFile(t, "sample/org.yaml")
		bad := strings.Replace(text, "project-manager, reports-to: prg-1", "project-manager, reports-to: prg-9", 1)
		if bad == text {
			t.Fatal("the sample has no place for the fault")
		}
		if err := os.WriteFile(filepath.Join(dir, "org.yaml"), []byte(bad), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// The hooks that the repository declares are commands there are, with flags they have, and the example names
// those hooks.
func TestPreCommitHooks(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", ".pre-commit-hooks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID       string `yaml:"id"`
		Entry    string `yaml:"entry"`
		Language string `yaml:"language"`
	}
	if err := yaml.Unmarshal(text, &hooks); err != nil {
		t.Fatal(err)
	}
	if len(hooks) != 2 {
		t.Errorf("there are %d hooks", len(hooks))
	}
	args := map[string][]string{"orgchart-fmt": {"org.yaml"}, "orgchart-check": {"org.yaml", "--policy", "policy.yaml"}}
	for _, h := range hooks {
		if !strings.Contains(ciFile(t, ".pre-commit-config.yaml"), "id: "+h.ID) || args[h.ID] == nil {
			t.Errorf("the example does not name the hook %s", h.ID)
		}
		words := append(strings.Fields(h.Entry), args[h.ID]...)
		t.Run(h.ID, func(t *testing.T) {
			t.Chdir(ciSample(t, false))
			if code, out, errOut := orgchart(t, "", words[1:]...); words[0] != "orgchart" || code != clean {
				t.Errorf("%q: exit %d\n%s%s", words, code, out, errOut)
			}
		})
	}
}
