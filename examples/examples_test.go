package examples_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden outputs anew")

// Each folder here is an example: it runs, in a folder of its own, and prints what its golden
// file holds. A folder without a program or without a golden file fails.
func TestExamples(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		ran++
		t.Run(e.Name(), func(t *testing.T) {
			if err := example(t, e.Name()); err != nil {
				t.Error(err)
			}
		})
	}
	if ran == 0 {
		t.Fatal("no examples")
	}
}

// example says what is wrong with the example in a folder.
func example(t *testing.T, dir string) error {
	if err := readable(dir); err != nil {
		return err
	}
	got, err := run(t, dir)
	if err != nil {
		return err
	}
	golden := filepath.Join(dir, "output.golden")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			return err
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		return fmt.Errorf("%w; run the test with -update and read what it wrote", err)
	}
	if !bytes.Equal(got, want) {
		return fmt.Errorf("printed\n%s\nwant\n%s", got, want)
	}
	return nil
}

// readable says whether a newcomer can take main.go in at a look: under 60 lines, and a comment
// at its head that says what it shows.
func readable(dir string) error {
	name := filepath.Join(dir, "main.go")
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if n := bytes.Count(src, []byte("\n")); n >= 60 {
		return fmt.Errorf("%s has %d lines, want fewer than 60", name, n)
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return err
	}
	if want := "Command " + filepath.Base(dir) + " "; !strings.HasPrefix(f.Doc.Text(), want) {
		return fmt.Errorf("%s begins %q, want a comment that begins %q and says what it shows", name, f.Doc.Text(), want)
	}
	return nil
}

// run builds the program in a folder and runs it in an empty one. Whatever it prints counts; a
// program that fails, or has not ended after a minute, is an error.
func run(t *testing.T, dir string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	bin := filepath.Join(t.TempDir(), "example")
	build := exec.CommandContext(ctx, "go", "build", "-o", bin, ".")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	cmd := exec.CommandContext(ctx, bin)
	cmd.Dir = t.TempDir()
	got, err := cmd.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%w after it printed\n%s", errors.Join(err, ctx.Err()), got)
	}
	return got, nil
}

// What TestExamples is there to catch, it catches.
func TestExamplesThatFail(t *testing.T) {
	if *update {
		t.Skip("-update would write golden files for programs that are meant to fail")
	}
	const head = "// Command bad is an example.\npackage main\n\n"
	for name, c := range map[string]struct {
		main, golden string
		want         string
	}{
		"no program":     {"", "x", "main.go"},
		"no golden":      {head + "func main() { print(1) }\n", "", "-update"},
		"other output":   {head + "func main() { print(1) }\n", "2", "printed\n1\nwant\n2"},
		"fails":          {head + "func main() { panic(\"out of luck\") }\n", "x", "out of luck"},
		"does not build": {head + "func main() { x }\n", "x", "undefined: x"},
		"no comment":     {"package main\n\nfunc main() { print(1) }\n", "1", "Command bad"},
		"long":           {head + strings.Repeat("\n", 60) + "func main() { print(1) }\n", "1", "fewer than 60"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "bad")
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			for file, text := range map[string]string{"go.mod": "module example.com/bad\n\ngo 1.24.0\n", "main.go": c.main, "output.golden": c.golden} {
				if text == "" {
					continue
				}
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if err := example(t, dir); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one with %q", err, c.want)
			}
		})
	}
}
