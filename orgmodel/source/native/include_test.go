package native_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
)

func folder(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte("format: 1\n" + files[i+1])}
	}
	return fsys
}

func load(fsys fs.FS, limits source.Limits, prefix, name string) (*orgmodel.Org, source.Notes, error) {
	files := source.FromFS(fsys, name)
	files[0].Prefix = prefix
	return source.Load(context.Background(), []source.Format{native.Format()}, limits, files...)
}

func TestIncludes(t *testing.T) {
	fsys := folder(
		"top/all.yaml", "lines: [a reports-to b]\ninclude: [teams/it.yaml, teams/ops.yaml, teams/it.yaml]\norganisation: All\nposts: {z: Z}\n",
		"top/teams/it.yaml", "organisation: IT\ninclude: ops.yaml\nposts: {a: A}\n",
		"top/teams/ops.yaml", "include: ../base.yaml\nposts: {b: B}\n",
		"top/base.yaml", "posts: {c: {name: C, reports-to: b}}\n",
	)
	o, notes, err := load(fsys, source.Limits{}, "", "top/all.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const want = `"All"
top/base.yaml:2:9 "c" "post" "C" always
top/teams/ops.yaml:3:9 "b" "post" "B" always
top/teams/it.yaml:4:9 "a" "post" "A" always
top/all.yaml:5:9 "z" "post" "Z" always
top/base.yaml:2:34 [reports-to] "c" "reports-to" "b" in "" always
top/all.yaml:2:9 "a" "reports-to" "b" in "" always
`
	if got := dump(o); got != want || notes.Rows != 6 {
		t.Errorf("%d rows\n%s\nwant\n%s", notes.Rows, got, want)
	}
	if o, _, err = load(fsys, source.Limits{}, "p:", "top/all.yaml"); err != nil {
		t.Fatal(err)
	}
	for _, id := range []orgmodel.ID{"p:a", "p:b", "p:c", "p:z"} {
		if r, ok := o.Find(id); !ok || o.Kind(r) != orgmodel.Post {
			t.Errorf("no %s", id)
		}
	}
	if o, _, err = load(folder("a.yaml", "include: b.yaml", "b.yaml", "organisation: B"), source.Limits{}, "", "a.yaml"); err != nil || o.Name() != "B" {
		t.Errorf("an organisation that only an include names is called %q (%v)", o.Name(), err)
	}
}

func TestBadIncludes(t *testing.T) {
	fsys := folder(
		"d/loop.yaml", "include: e/two.yaml\n", "d/e/two.yaml", "include: [../three.yaml]\n", "d/three.yaml", "include: e/two.yaml\n",
		"d/self.yaml", "include: self.yaml\n",
		"d/out.yaml", "include: [../x.yaml, /x.yaml, 'a\\x.yaml', '', ., e/../../x.yaml, e, nope.yaml, bad.yaml]\n",
		"d/bad.yaml", "post: {}\n", "x.yaml", "posts: {x: X}\n",
	)
	for name, want := range map[string][]string{
		"loop.yaml": {"d/three.yaml:2:10: the includes go round in a loop: e/two.yaml includes three.yaml includes e/two.yaml."},
		"self.yaml": {"d/self.yaml:2:10: the includes go round in a loop: self.yaml includes self.yaml."},
		"out.yaml": {
			`d/out.yaml:2:11: the include "../x.yaml" leads out of the folder`, `d/out.yaml:2:22: the include "/x.yaml" leads out`, `d/out.yaml:2:31: the include "a\\x.yaml" leads out`,
			"d/out.yaml:2:43: an include without a name", `d/out.yaml:2:47: the include "." leads out`, `d/out.yaml:2:50: the include "e/../../x.yaml" leads out`,
			`d/out.yaml:2:66: the include "e" cannot be read: it is no file`, `d/out.yaml:2:69: the include "nope.yaml" cannot be read: there is no such file. Names are relative to the folder of out.yaml.`,
			`d/bad.yaml:2:1: "post" is no key`,
		},
	} {
		_, _, err := load(fsys, source.Limits{}, "", "d/"+name)
		var all *native.Errors
		if !errors.As(err, &all) || len(all.List) != len(want) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, w := range want {
			if !strings.HasPrefix(all.List[i].Error(), w) {
				t.Errorf("%s: %v\nwant %s", name, all.List[i], w)
			}
		}
	}
	// A syntax error and a limit in an included file bear its name.
	if _, _, err := load(folder("a.yaml", "include: b.yaml\n", "b.yaml", "posts: [\n"), source.Limits{}, "", "a.yaml"); err == nil || !strings.HasPrefix(err.Error(), "b.yaml:3:") {
		t.Error(err)
	}
	big := folder("a.yaml", "include: b.yaml\n", "b.yaml", "organisation: "+strings.Repeat("x", 100)+"\n")
	_, _, err := load(big, source.Limits{Bytes: 120}, "", "a.yaml")
	if !errors.Is(err, source.ErrLimit) || err.Error() != "b.yaml: more than 120 bytes with what is included. Raise Limits.Bytes (option --max-bytes) if the file is meant to be so large" {
		t.Error(err)
	}
	if _, _, err := load(big, source.Limits{Bytes: 200}, "", "a.yaml"); err != nil {
		t.Error(err)
	}
	deep := fstest.MapFS{}
	for i := range 200 {
		deep[fmt.Sprintf("%d.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "format: 1\ninclude: %d.yaml\n", i+1)}
	}
	if _, _, err := load(deep, source.Limits{}, "", "0.yaml"); !errors.Is(err, source.ErrLimit) || !strings.Contains(err.Error(), "100 levels of includes") {
		t.Error(err)
	}
}

// What does not end is stopped at the limit; what is cancelled stops.
func TestLimits(t *testing.T) {
	bomb := "format: 1\norganisation: x\nposts:\n  a: &a {attrs: {x: y}}\nnodes:\n  - &l0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 30 {
		bomb += fmt.Sprintf("  - &l%d [%s*l%d]\n", i+1, strings.Repeat(fmt.Sprintf("*l%d, ", i), 9), i)
	}
	many := "format: 1\nnodes: [&a {id: x, attrs: {" + strings.Repeat("k: v, ", 1) + "}}" + strings.Repeat(", *a", 200) + "]\n"
	deep := func(open, shut string, n int) string {
		return "format: 1\nposts: " + strings.Repeat(open, n) + strings.Repeat(shut, n) + "\n"
	}
	block := "format: 1\nposts:\n"
	for i := range 300 {
		block += strings.Repeat(" ", i+1) + "a:\n"
	}
	for _, c := range []struct {
		name, file, text string
		limits           source.Limits
		want             string
	}{
		{"bomb", "x.yaml", bomb, source.Limits{}, "x.yaml:10:45: more than 100000 values that aliases stand for. Raise Limits.Alias (option --max-alias)"},
		{"aliases", "x.yaml", many, source.Limits{Alias: 1000}, "more than 1000 values that aliases"},
		{"cycle", "x.yaml", "format: 1\nnodes: &a [{attrs: *a}]\n", source.Limits{}, "x.yaml:2:20: the alias *a stands inside what it names"},
		{"cycle of the document", "x.yaml", "&a {format: 1, nodes: [*a]}\n", source.Limits{}, "x.yaml:1:24: the alias *a stands inside"},
		{"flow", "x.yaml", deep("[", "]", 100_000), source.Limits{}, "x.yaml:2:108: more than 100 levels of nesting. Raise Limits.Depth (option --max-depth)"},
		{"mappings", "x.yaml", deep("{a: ", "}", 100_000), source.Limits{}, "more than 100 levels of nesting"},
		{"block", "x.yaml", block, source.Limits{}, "more than 100 levels of nesting"},
		{"endless", "x.yaml", deep("[", "]", 150_000), source.Limits{Depth: -1}, "more than 100000 levels of nesting"},
		{"json", "x.json", `{"format": 1, "posts": ` + strings.Repeat("[", 100_000), source.Limits{}, "x.json:1:123: more than 100 levels of nesting"},
		{"cell", "x.yaml", "format: 1\norganisation: " + strings.Repeat("x", 2<<20) + "\n", source.Limits{}, "x.yaml:2:15: more than 1048576 bytes in one text. Raise Limits.Cell (option --max-cell)"},
		{"rows", "x.yaml", "format: 1\nposts: {a: x, b: y}\nlines: [a holds b]\n", source.Limits{Rows: 2}, "x.yaml:3:9: more than 2 nodes and lines. Raise Limits.Rows (option --max-rows)"},
		{"bytes", "x.yaml", "format: 1\n", source.Limits{Bytes: 5}, "x.yaml: more than 5 bytes. Raise Limits.Bytes (option --max-bytes)"},
	} {
		_, _, err := load(fstest.MapFS{c.file: {Data: []byte(c.text)}}, c.limits, "", c.file)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %.300v\nwant %s", c.name, err, c.want)
		}
		if limit := c.limits; !strings.HasPrefix(c.name, "cycle") && !errors.Is(err, source.ErrLimit) {
			t.Errorf("%s with %+v: no ErrLimit: %.300v", c.name, limit, err)
		}
	}
	if _, _, err := load(fstest.MapFS{"x.yaml": {Data: []byte(many)}}, source.Limits{}, "", "x.yaml"); err != nil {
		t.Errorf("aliases within the limit: %v", err)
	}
	var b orgmodel.Builder
	_, err := native.Format().Read(context.Background(), &b, source.Input{Name: "x", Reader: zeros{}, Limits: source.Limits{Bytes: 1 << 20}})
	if !errors.Is(err, source.ErrLimit) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = native.Format().Read(ctx, &b, source.Input{Name: "x", Reader: strings.NewReader("format: 1\n")})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = '#'
	}
	return len(b), nil
}

// Aliases stand for what they name.
func TestAliases(t *testing.T) {
	o := read(t, "x.yaml", "format: 1\nposts:\n  a: &a {name: &n A, grade: &g G6, reports-to: &b [c, d]}\n  b: {name: *n, grade: *g, reports-to: *b}\n  *n : x\n")
	var got []string
	for r := range o.Nodes() {
		got = append(got, fmt.Sprint(o.ID(r), " ", o.NameOf(r), " ", o.Attrs(r).Get("grade"), " ", len(slices.Collect(o.Out(r)))))
	}
	if want := []string{"a A G6 2", "b A G6 2", "A x  0"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A folder on disk is left by no symbolic link.
func TestRootHolds(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o755); err != nil {
		t.Fatal(err)
	}
	write("secret.yaml", "format: 1\nposts: {s: S}\n")
	write("in/a.yaml", "format: 1\ninclude: link.yaml\n")
	if err := os.Symlink(filepath.Join(dir, "secret.yaml"), filepath.Join(dir, "in", "link.yaml")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	root, err := os.OpenRoot(filepath.Join(dir, "in"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	file := source.File{Name: "in/a.yaml", Folder: root.FS(), Open: func() (io.ReadCloser, error) { return root.Open("a.yaml") }}
	_, _, err = source.Load(context.Background(), []source.Format{native.Format()}, source.Limits{}, file)
	if err == nil || !strings.Contains(err.Error(), `in/a.yaml:2:10: the include "link.yaml" cannot be read`) {
		t.Error(err)
	}
}
