package grammar_test

import (
	"bytes"
	"strings"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
	"example.com/orgchart/layout/graphviz/internal/grammar"
	"example.com/orgchart/layout/layouttest"
	"example.com/orgchart/layout/svg"
)

func encode(t testing.TB, e dot.Encoder, g layout.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := e.Encode(&b, &g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var encoders = []dot.Encoder{{}, {Sized: true}, {Direction: layout.LeftRight, Colours: svg.Dark().Colours, Sized: true}}

// Whatever package dot writes is accepted.
func TestAcceptsOurs(t *testing.T) {
	graphs := layouttest.Odd()
	for seed := range uint64(30) {
		g := layouttest.Random(seed, int(seed*3))
		for i := range g.Boxes {
			b := &g.Boxes[i]
			b.State, b.Mark, b.Badge, b.Below = layout.State(i%7), layout.Mark(i%6), int32(i%3), int32(i%2)
		}
		for i := range g.Edges {
			e := &g.Edges[i]
			e.Stroke, e.Mark, e.Arrow = layout.Stroke(i%8), layout.Mark(i%6), i%3 == 0
		}
		g.Desc = "two\nlines"
		graphs["random "+g.Subtitle] = g
	}
	for name, g := range graphs {
		for _, e := range encoders {
			src := encode(t, e, g)
			if err := grammar.Check(src); err != nil {
				t.Errorf("%s: %v in\n%s", name, err, src)
			}
		}
	}
}

// Any change to it that means something is refused.
func TestRefusesOthers(t *testing.T) {
	g := layout.Graph{Title: "T", Tray: "tray", Boxes: []layout.Box{{ID: "a"}, {ID: "b"}, {ID: "c", Tray: true}}, Edges: []layout.Edge{{From: 0, To: 1}}}
	src := string(encode(t, dot.Encoder{}, g))
	for _, change := range [][2]string{
		{"digraph orgchart {", "digraph x {"}, {"digraph", "strict digraph"}, {"\tgraph [", "\tgraph [\t"}, {"rankdir=TB", "rankdir=BT"},
		{"rankdir=TB", `charset="latin1", rankdir=TB`}, {`fontname="Arial"`, `fontname="Arial\"><x"`}, {`fontname="Arial"`, `fontname="/etc/x"`},
		{"n0 [", "n1 ["}, {"n1 [", "n01 ["}, {"n0 [", `"n0" [`}, {"n0 [", "n0 [image=x, "}, {"n0 [", "n0 [ "}, {`label="a"`, `label=<a>`}, {`label="a"`, `label=a`},
		{`label="a"`, `label="\N"`}, {`label="a"`, `label="a\l"`}, {`label="a"`, `label="&lt;"`}, {`label="a"`, `label="&"`}, {`label="a"`, `label="a" + "b"`},
		{`label="a"`, "label=\"a\nb\""}, {`label="a"`, "label=\"a\tb\""}, {`label="a"`, "label=\"a\x1bb\""}, {`label="a"`, "label=\"a\xffb\""}, {`label="a"`, "label=\"a\x00\""},
		{`label="a"`, "label=\"\ufffd\""}, {`label="a"`, "label=\"\u202eb\""}, {`label="a"`, `label="a\"`}, {`label="a"`, `label="a`}, {`id="a"`, `URL="a"`},
		{"n0 -> n1", "n0 -- n1"}, {"n0 -> n1", "n0 -> n9"}, {"n0 -> n1", "n0 -> n1 -> n0"}, {"n0 -> n1", "n0:n -> n1"}, {"n0 -> n1", "n-1 -> n1"}, {"n0 -> n1", "n0 -> n1; n1"},
		{"[constraint=false]", "[constraint=true]"}, {"[constraint=false]", "[constraint=false] [a=b]"}, {"[constraint=false]", `[label="x"]`}, {"[constraint=false]", "[]"},
		{"cluster_tray", "cluster_x"}, {"\t\tn2\n", "\t\tn2\n\t\tn2\n"}, {"\t\tn2\n", "\t\tn7\n"}, {"\t\tn2\n", "\t\tn2 [a=b]\n"},
		{"}\n", "}\ndigraph x {}\n"}, {"\n}\n", "\n"}, {"\n", "\r\n"}, {"\tn0 [", "\t// x\n\tn0 ["}, {"\tn0 [", "\n\tn0 ["}, {"penwidth=1.5", "penwidth=99999"}, {"#ffffff", "red"}, {"#ffffff", "#FFFFFF"},
		{"[shape=box", "[shape=plaintext"}, {"[shape=box", "[shape=box, shapefile=x"},
	} {
		changed := strings.Replace(src, change[0], change[1], 1)
		if change[0] == "}\n" || change[0] == "\n}\n" { // the end, not the tray's
			i := strings.LastIndex(src, change[0])
			changed = src[:i] + change[1]
		}
		if changed == src {
			t.Errorf("%q is not in\n%s", change[0], src)
		}
		if err := grammar.Check([]byte(changed)); err == nil {
			t.Errorf("%q for %q is accepted", change[1], change[0])
		} else if strings.ContainsAny(err.Error(), "\x00\x1b\n") {
			t.Errorf("the error shows what it found raw: %q", err)
		}
	}
	if grammar.Check(nil) == nil || grammar.Check([]byte("}")) == nil {
		t.Error("nothing is accepted")
	}
}

// What an author wrote reaches no place but a text; what is accepted has no raw control character.
func FuzzCheck(f *testing.F) {
	g := layouttest.Random(1, 12)
	f.Add(encode(f, dot.Encoder{Sized: true}, g), "a")
	f.Add([]byte("digraph orgchart {\n\tgraph [rankdir=TB]\n\tnode [shape=box]\n\tedge [dir=none]\n\tn0 [label=\"x\"]\n}\n"), `\"];`)
	f.Fuzz(func(t *testing.T, src []byte, s string) {
		if grammar.Check(src) == nil {
			for _, bad := range []string{"\x00", "\x1b", "image", "URL", "href", "shapefile", "stylesheet", "=<"} {
				outside := bytes.Split(src, []byte{'"'})
				for i := 0; i < len(outside) && !bytes.Contains(src, []byte{'\\'}); i += 2 {
					if bytes.Contains(outside[i], []byte(bad)) {
						t.Errorf("%q is accepted in %q", bad, src)
					}
				}
			}
		}
		g := layout.Graph{Title: s, Subtitle: s, Desc: s, Tray: s, Boxes: []layout.Box{{ID: s, Hover: s, Count: 1, Tray: true}}, Lines: []layout.Line{{S: s, Cut: true}}}
		if ours := encode(t, dot.Encoder{Sized: true}, g); grammar.Check(ours) != nil {
			t.Errorf("%v in\n%s", grammar.Check(ours), ours)
		}
	})
}
