package worker

import (
	"context"
	"encoding/xml"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	graphviz "github.com/goccy/go-graphviz"

	"example.com/orgchart/layout/graphviz/internal/grammar"
	"example.com/orgchart/layout/graphviz/internal/wire"
)

// with is DOT text with the header that ours has and the statements given.
func with(statements ...string) string {
	return "digraph orgchart {\n\tgraph [rankdir=TB]\n\tnode [shape=box]\n\tedge [dir=none]\n\t" + strings.Join(statements, "\n\t") + "\n}\n"
}

// spy is a file system that remembers what was asked for.
type spy struct {
	fs.FS
	asked []string
}

func (s *spy) Open(name string) (fs.File, error) {
	s.asked = append(s.asked, name)
	return s.FS.Open(name)
}

// newGraphviz is Graphviz as it comes, its files those given.
func newGraphviz(t *testing.T, files fs.FS) *graphviz.Graphviz {
	t.Helper()
	one.Lock()
	t.Cleanup(one.Unlock)
	graphviz.SetFileSystem(files)
	t.Cleanup(seal)
	gv, err := graphviz.New(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return gv
}

// wellFormed is nil for XML.
func wellFormed(src []byte) error {
	d := xml.NewDecoder(strings.NewReader(string(src)))
	d.Strict = true
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// refused holds src against the guard: refused for what it is, and accepted without it.
func refused(t *testing.T, gv *graphviz.Graphviz, src string) {
	t.Helper()
	if _, err := draw(gv, wire.Request{Format: wire.SVG, Layout: "dot", DOT: []byte(src)}); err == nil || !strings.Contains(err.Error(), "no DOT text of ours") {
		t.Errorf("the guard lets %q pass: %v", src, err)
	}
}

// Each of these does harm in Graphviz as it comes: harm looks at what comes out of it, and a
// case without harm would test nothing. The worker refuses each before Graphviz sees it.
func TestInjections(t *testing.T) {
	contains := func(s string) func(string) bool { return func(out string) bool { return strings.Contains(out, s) } }
	lacks := func(s string) func(string) bool { return func(out string) bool { return !strings.Contains(out, s) } }
	for name, c := range map[string]struct {
		src  string
		harm func(out string) bool
	}{
		"fontname":             {with(`n0 [label="x", fontname="\"><script>alert(1)</script>"]`), contains("<script>")},
		"fontname of all":      {strings.Replace(with("n0 [label=x]"), "shape=box", `shape=box, fontname="\"><script>alert(1)</script>"`, 1), contains("<script>")},
		"stylesheet":           {strings.Replace(with("n0"), "rankdir=TB", `stylesheet="\"?><script>alert(1)</script><?x "`, 1), contains("<script>")},
		"URL":                  {with(`n0 [label="x", URL="javascript:alert(1)"]`), contains(`href="javascript:`)},
		"href":                 {with(`n0 [label="x", href="javascript:alert(1)"]`), contains(`href="javascript:`)},
		"edgeURL":              {with(`n0 [label="a"]`, `n1 [label="b"]`, `n0 -> n1 [URL="javascript:alert(1)"]`), contains(`href="javascript:`)},
		"URL in an HTML label": {with(`n0 [label=<<table><tr><td href="javascript:alert(1)">x</td></tr></table>>]`), contains(`href="javascript:`)},
		"target":               {with(`n0 [label="x", URL="http://example.com", target="_top"]`), contains(`target="_top"`)},
		"malformed HTML label": {with(`n0 [label=<<b>Ada Lovelace</i>>]`), lacks("Lovelace")},
		"bare & in HTML":       {with(`n0 [label=<Ada & Bao>]`), lacks("Bao")},
		"HTML label":           {with(`n0 [label=<<b>Ada</b>>]`), contains("font-weight")},
		"escape in a label":    {with(`n0 [label="\N of \G"]`), contains("n0 of orgchart")},
		"entity in a label":    {with(`n0 [label="&#65;da"]`), contains("Ada")},
		"bad UTF-8":            {with("n0 [label=\"Zo\xeb\"]"), contains("Zoë")}, // a guess at Latin-1
		"control character":    {with("n0 [label=\"a\x01b\"]"), func(out string) bool { return wellFormed([]byte(out)) != nil }},
		"id with %":            {with(`"%7" [label="\N"]`), lacks("%7<")},
		"size and dpi":         {strings.Replace(with(`n0 [label=x]`), "rankdir=TB", `size="900,900!", dpi=3000`, 1), contains(`width="2700000pt"`)},
		"comment":              {with(`n0 [label="x", comment="--><script>"]`), contains("<!--")},
		"class":                {with(`n0 [label="x", class="oc-title"]`), contains("node oc")},
		"layout":               {strings.Replace(with(`n0 [label=x]`), "rankdir=TB", "rankdir=TB, rotate=90", 1), contains("rotate(-90")},
	} {
		t.Run(name, func(t *testing.T) {
			gv := newGraphviz(t, noFiles{})
			out, err := render(gv, []byte(c.src), graphviz.DOT, graphviz.SVG)
			if err != nil || !c.harm(string(out)) {
				t.Errorf("Graphviz as it comes does no harm with it, so that this tests nothing: %v\n%s", err, out)
			}
			refused(t, gv, c.src)
		})
	}
}

// What Graphviz does not even read is refused too, with better words.
func TestSyntax(t *testing.T) {
	gv := newGraphviz(t, noFiles{})
	for name, src := range map[string]string{
		"backslash at the end of an id": with(`"a\" [label="x"]`),
		"NUL":                           with("n0 [label=\"a\x00b\"]"),
	} {
		if _, err := render(gv, []byte(src), graphviz.DOT, graphviz.SVG); err == nil {
			t.Errorf("%s: Graphviz draws it", name)
		}
		if _, err := draw(gv, wire.Request{Format: wire.SVG, Layout: "dot", DOT: []byte(src)}); err == nil {
			t.Errorf("%s: the guard lets it pass", name)
		}
	}
}

// png is an 1x1 picture.
const png = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"

// Each of these makes Graphviz as it comes read a file. With the worker's file system it reads
// none even where the text gets to it, and the text does not.
func TestFiles(t *testing.T) {
	for name, src := range map[string]string{
		"image":             with(`n0 [label="x", image="secret.png"]`),
		"shapefile":         with(`n0 [label="x", shapefile="secret.png"]`),
		"custom shape":      with(`n0 [label="x", shape=custom, shapefile="secret.png"]`),
		"image in HTML":     with(`n0 [label=<<table><tr><td><img src="secret.png"/></td></tr></table>>]`),
		"image of all":      strings.Replace(with(`n0 [label="x"]`), "shape=box", `shape=box, image="secret.png"`, 1),
		"image, imagepath":  strings.Replace(with(`n0 [label="x", image="secret.png"]`), "rankdir=TB", `imagepath="."`, 1),
		"label of an image": with(`n0 [label="", image="secret.png", imagescale=true]`),
	} {
		t.Run(name, func(t *testing.T) {
			// Graphviz remembers pictures by name from one render to the next.
			file := strings.Map(func(r rune) rune { return max(r, 'A') }, name) + ".png"
			watch := &spy{FS: fstest.MapFS{file: {Data: []byte(png)}}}
			gv := newGraphviz(t, watch)
			out, err := render(gv, []byte(strings.ReplaceAll(src, "secret.png", file)), graphviz.DOT, graphviz.SVG)
			if err != nil {
				t.Fatal(err)
			}
			if len(watch.asked) == 0 || !strings.Contains(string(out), file) {
				t.Errorf("Graphviz as it comes reads no file for it, so that this tests nothing: asked for %q", watch.asked)
			}
			seal()
			if out, err := render(gv, []byte(strings.ReplaceAll(src, "secret.png", "sealed"+file)), graphviz.DOT, graphviz.SVG); err == nil && strings.Contains(string(out), "<image") {
				t.Errorf("without files it draws an image:\n%s", out)
			}
			refused(t, gv, src)
		})
	}
}

// The guard takes no part in what it refuses: what it accepts is drawn with all its text.
func TestHarmless(t *testing.T) {
	gv := newGraphviz(t, noFiles{})
	src := with(`n0 [label="Ada \\N <b> &amp;lt; \"x\"", id="%7\\", tooltip="a\nb"]`, `n1 [label="Жанна"]`, `n0 -> n1 [style=dotted, color="#123456:invis:#123456"]`)
	if err := grammar.Check([]byte(src)); err != nil {
		t.Fatal(err)
	}
	out, err := draw(gv, wire.Request{Format: wire.SVG, Layout: "dot", DOT: []byte(src)})
	if err != nil || wellFormed(out) != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{`Ada \N &lt;b&gt; &amp;lt; &quot;x&quot;`, "Жанна"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}
