package dot_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
	gonumdot "gonum.org/v1/gonum/graph/formats/dot"
	"gonum.org/v1/gonum/graph/formats/dot/ast"
)

// odd are texts that DOT, HTML or a terminal would take for something else.
var odd = []string{
	"Ada Okafor", `"];a->b`, `ends in \`, `<b>bold</b>`, "%x", `\N \G \E`, "&amp; &#0; &lt;", "</text><script>", "=cmd()",
	"Zoë 中文 עברית", "a\nb", "", "\x1b[31m", "a\x00b", "\xff\xfe", "digraph", "n0 -> n1",
}

func graphOf(texts []string) *layout.Graph {
	g := &layout.Graph{Title: `T"itle`, Tray: "No boss"}
	for i, s := range texts {
		g.Boxes = append(g.Boxes, layout.Box{ID: s, First: int32(len(g.Lines)), Count: 1, State: layout.State(i % 5), Mark: layout.Mark(i % 4), Tray: i == len(texts)-1})
		g.Lines = append(g.Lines, layout.Line{S: s})
		if i > 0 {
			g.Edges = append(g.Edges, layout.Edge{From: int32(i / 2), To: int32(i), Tree: i%3 > 0, Stroke: layout.Stroke(i % 6), Arrow: i%2 > 0})
		}
	}
	return g
}

func encode(t testing.TB, g *layout.Graph) string {
	t.Helper()
	var b bytes.Buffer
	if err := dot.Encode(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What comes out parses, has the boxes and edges of the graph and nothing else, and each label
// is the text that went in.
func TestParsesBack(t *testing.T) {
	g := graphOf(odd)
	labels, edges := parse(t, encode(t, g))
	if len(labels) != len(odd) || len(edges) != len(g.Edges) {
		t.Fatalf("%d nodes and %d edges, want %d and %d", len(labels), len(edges), len(odd), len(g.Edges))
	}
	for i, s := range odd {
		if got := dot.Unquote(labels[fmt.Sprint("n", i)]); got != shows(s) {
			t.Errorf("label %q came back as %q", s, got)
		}
	}
	for _, e := range g.Edges {
		if !edges[fmt.Sprintf("n%d->n%d", e.From, e.To)] {
			t.Errorf("no edge from %d to %d", e.From, e.To)
		}
	}
}

// shows is what of a text can be shown at all.
func shows(s string) string {
	var b strings.Builder
	for _, r := range s { // a byte that is not UTF-8 comes as U+FFFD
		switch {
		case r == '\t':
			b.WriteByte(' ')
		case r != '\n' && r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xFFFE || r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func parse(t testing.TB, text string) (labels map[string]string, edges map[string]bool) {
	t.Helper()
	// The parser takes U+FFFD for an error of its own.
	f, err := gonumdot.ParseString(strings.ReplaceAll(text, "\uFFFD", "\u25A1"))
	if err != nil {
		t.Fatalf("%v\n%q", err, text)
	}
	labels, edges = map[string]string{}, map[string]bool{}
	var walk func([]ast.Stmt)
	walk = func(stmts []ast.Stmt) {
		for _, s := range stmts {
			switch s := s.(type) {
			case *ast.NodeStmt:
				for _, a := range s.Attrs {
					if a.Key == "label" {
						labels[s.Node.ID] = strings.ReplaceAll(a.Val, "\u25A1", "\uFFFD")
					}
				}
			case *ast.EdgeStmt:
				edges[s.From.String()+"->"+s.To.Vertex.String()] = true
			case *ast.Subgraph:
				walk(s.Stmts)
			}
		}
	}
	for _, g := range f.Graphs {
		walk(g.Stmts)
	}
	return labels, edges
}

// Graphviz itself reads the same nodes, labels and edges.
func TestGraphvizReadsIt(t *testing.T) {
	prog, err := exec.LookPath("dot")
	if err != nil {
		if os.Getenv("ORGCHART_REQUIRE") != "" {
			t.Fatal("ORGCHART_REQUIRE is set and the program dot is not there")
		}
		t.Skip("the program dot is not there: install graphviz to run this test")
	}
	texts := []string{"Ada Okafor", `"];a->b`, `ends in \`, `<b>bold</b>`, "%x", `\N \G \E`, "&amp; &lt;", "</text><script>", "Zoë"}
	g := graphOf(texts)
	cmd := exec.Command(prog, "-Tsvg")
	cmd.Stdin = strings.NewReader(encode(t, g))
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	svg := string(out)
	if n := strings.Count(svg, `class="node"`); n != len(texts) {
		t.Errorf("%d nodes drawn, want %d", n, len(texts))
	}
	if n := strings.Count(svg, `class="edge"`); n != len(g.Edges) {
		t.Errorf("%d edges drawn, want %d", n, len(g.Edges))
	}
	if strings.Contains(svg, "<script") || strings.Contains(svg, "<b>") {
		t.Error("a text became markup")
	}
	texts2 := regexp.MustCompile(`<text [^>]*>([^<]*)</text>`).FindAllStringSubmatch(svg, -1)
	seen := map[string]bool{}
	for _, m := range texts2 {
		seen[unescape.Replace(m[1])] = true
	}
	for _, s := range texts {
		if !seen[s] {
			t.Errorf("%q is not shown; shown are %v", s, seen)
		}
	}
}

var unescape = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#45;", "-", "&#39;", "'", "&#160;", " ", "&amp;", "&")

func TestFirstWriteErrorIsKept(t *testing.T) {
	boom := errors.New("boom")
	if err := dot.Encode(failing{boom}, graphOf(odd)); !errors.Is(err, boom) {
		t.Error(err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// A graph whose numbers lie is written as far as it makes sense.
func TestOddNumbers(t *testing.T) {
	g := &layout.Graph{
		Boxes: []layout.Box{{First: -1, Count: 5}, {First: 1 << 30, Count: 1 << 30}, {State: 200, Mark: 200}},
		Edges: []layout.Edge{{From: -1}, {To: 99}, {From: 1, To: 2, Stroke: 200, Mark: 200}},
	}
	labels, edges := parse(t, encode(t, g))
	if len(labels) != 3 || len(edges) != 1 {
		t.Errorf("%v %v", labels, edges)
	}
}

func FuzzQuote(f *testing.F) {
	for _, s := range odd {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		labels, _ := parse(t, "digraph { n0 [label="+dot.Quote(s)+"]; }")
		if strings.Contains(s, "\u25A1") {
			t.Skip("stands for U+FFFD here")
		}
		if got := dot.Unquote(labels["n0"]); got != shows(s) {
			t.Errorf("%q came back as %q", s, got)
		}
	})
}
