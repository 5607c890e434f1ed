package examples_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/orgmodel/source/native"
)

var update = flag.Bool("update", false, "write the golden outputs anew")

// servers is the folder of files for build servers, which a test of cmd/orgchart runs.
const servers = "ci"

// Each folder here is an example. A program runs, in a folder of its own, and prints what its golden
// file holds; a test package, a folder without a program, is run by go test ./... itself and only
// has to be readable. A folder that is neither fails, but for servers, whose files are no Go.
func TestExamples(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	programs := build(t, ".", "./...")
	ran := 0
	for _, e := range entries {
		if !e.IsDir() || e.Name() == servers {
			continue
		}
		ran++
		t.Run(e.Name(), func(t *testing.T) {
			if err := example(t, e.Name(), programs); err != nil {
				t.Error(err)
			}
		})
	}
	if ran == 0 {
		t.Fatal("no examples")
	}
}

// example says what is wrong with the example in a folder.
func example(t *testing.T, dir string, programs built) error {
	name := filepath.Base(dir)
	if _, err := os.Stat(filepath.Join(dir, "main.go")); errors.Is(err, fs.ErrNotExist) {
		return readable(filepath.Join(dir, name+"_test.go"), "Package "+name+"_test ")
	}
	if err := readable(filepath.Join(dir, "main.go"), "Command "+name+" "); err != nil {
		return err
	}
	got, err := programs.run(t, name)
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

// readable says whether a newcomer can take a file in at a look: under 60 lines, and a comment at
// its head that says what it shows. A file of tests has one.
func readable(name, begins string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if n := bytes.Count(src, []byte("\n")); n >= 60 {
		return fmt.Errorf("%s has %d lines, want fewer than 60", name, n)
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(f.Doc.Text(), begins) {
		return fmt.Errorf("%s begins %q, want a comment that begins %q and says what it shows", name, f.Doc.Text(), begins)
	}
	if strings.HasSuffix(name, "_test.go") && !slices.ContainsFunc(f.Decls, isTest) {
		return fmt.Errorf("%s has no function TestXxx: nothing would run", name)
	}
	return nil
}

func isTest(d ast.Decl) bool {
	f, ok := d.(*ast.FuncDecl)
	return ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Test")
}

// built is programs, each named as its folder.
type built struct {
	dir string
	err error // what did not build, in the compiler's words; the others did
}

// build builds the programs of a pattern, in one go and without what debuggers want: that takes half
// the time of one after the other, which is nearly all linking.
func build(t *testing.T, dir, pattern string) built {
	t.Helper()
	b := built{dir: t.TempDir()}
	cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", b.dir+string(filepath.Separator), pattern)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		b.err = fmt.Errorf("%w\n%s", err, out)
	}
	return b
}

// run runs a program in an empty folder. Whatever it prints counts; a program that was not built,
// fails, or has not ended after a minute, is an error.
func (b built) run(t *testing.T, name string) ([]byte, error) {
	bin := filepath.Join(b.dir, name)
	if runtime.GOOS == "windows" {
		bin += ".exe"
	}
	if _, err := os.Stat(bin); err != nil {
		return nil, cmp.Or(b.err, err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin)
	cmd.Dir = t.TempDir()
	got, err := cmd.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%w after it printed\n%s", errors.Join(err, ctx.Err()), got)
	}
	return got, nil
}

// The organisations of the examples are written as orgchart fmt writes them.
func TestFilesAreCanonical(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*/*.yaml", "*/testdata/*.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Fatal("no files")
	}
	for _, name := range files {
		if filepath.Dir(name) == servers {
			continue // of other tools
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if canon, err := native.Canon(name, text); err != nil || !bytes.Equal(canon, text) {
			t.Errorf("%s is not in canonical form (%v): run 'go run ./cmd/orgchart fmt -w examples/%s'", name, err, filepath.ToSlash(name))
		}
	}
}

// What TestExamples is there to catch, it catches.
func TestExamplesThatFail(t *testing.T) {
	if *update {
		t.Skip("-update would write golden files for programs that are meant to fail")
	}
	const program, tests = "// Command %s is an example.\npackage main\n\n", "// Package %s_test is an example.\npackage bad_test\n\n"
	cases := []struct {
		name, main, test, golden string // %s is the name
		want                     string
	}{
		{"nothing", "", "", "x", "nothing_test.go"},
		{"nogolden", program + "func main() { print(1) }\n", "", "", "-update"},
		{"otheroutput", program + "func main() { print(1) }\n", "", "2", "printed\n1\nwant\n2"},
		{"fails", program + "func main() { panic(\"out of luck\") }\n", "", "x", "out of luck"},
		{"unbuilt", program + "func main() { x }\n", "", "x", "undefined: x"},
		{"nocomment", "package main\n\nfunc main() { print(1) }\n", "", "1", "Command nocomment"},
		{"long", program + strings.Repeat("\n", 60) + "func main() { print(1) }\n", "", "1", "fewer than 60"},
		{"testnocomment", "", "package bad_test\n\nfunc TestX(t *testing.T) {}\n", "", "Package testnocomment_test"},
		{"testlong", "", tests + strings.Repeat("\n", 60) + "func TestX() {}\n", "", "fewer than 60"},
		{"notests", "", tests + "func help() {}\n", "", "no function TestXxx"},
	}
	root := t.TempDir()
	write := func(name, text, example string) {
		t.Helper()
		if text == "" {
			return
		}
		if err := os.WriteFile(filepath.Join(root, example, name), []byte(strings.ReplaceAll(text, "%s", example)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.com/bad\n\ngo 1.24.0\n", "")
	for _, c := range cases {
		if err := os.Mkdir(filepath.Join(root, c.name), 0o755); err != nil {
			t.Fatal(err)
		}
		write("main.go", c.main, c.name)
		write(c.name+"_test.go", c.test, c.name)
		write("output.golden", c.golden, c.name)
	}
	programs := build(t, root, "./...")
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := example(t, filepath.Join(root, c.name), programs); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one with %q", err, c.want)
			}
		})
	}
}
