package dot_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
	"example.com/orgchart/layout/layouttest"
	"example.com/orgchart/layout/text"
)

// command is Graphviz's command; the test is skipped where it is not installed.
func command(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("dot")
	if err != nil {
		if os.Getenv("ORGCHART_REQUIRE") == "1" {
			t.Fatal("ORGCHART_REQUIRE=1, and Graphviz's dot is not installed")
		}
		t.Skip("Graphviz's dot is not installed")
	}
	return path
}

// graphs are random organisations and odd ones, small enough for Graphviz.
func graphs(random int) map[string]layout.Graph {
	all := layouttest.Odd()
	for seed := range random {
		g := layouttest.Random(uint64(seed), 3*seed)
		for i := range g.Lines {
			g.Lines[i].S = nasty[(i+seed)%len(nasty)]
		}
		for i := range g.Edges {
			g.Edges[i].Arrow, g.Edges[i].Stroke = i%2 == 0, layout.Stroke(i%6)
		}
		all[fmt.Sprintf("Random(%d, %d)", seed, 3*seed)] = g
	}
	return all
}

// mean compares what a reader found with the graph: nodes and their labels, edges and which of
// them shape the tree, the tray.
func mean(t *testing.T, name string, g layout.Graph, d document) {
	t.Helper()
	var tray []string
	for i, b := range g.Boxes {
		node := "n" + strconv.Itoa(i)
		if b.Tray {
			tray = append(tray, node)
		}
		want := text.Clean(b.ID)
		if b.Count > 0 {
			want = text.Clean(g.Lines[b.First].S)
		}
		if n, ok := d.nodes[node]; !ok || squeeze(n["label"]) != squeeze(want) {
			t.Errorf("%s: %s is %q, want %q", name, node, n["label"], want)
		}
	}
	if len(d.nodes) != len(g.Boxes) || strings.Join(d.tray, " ") != strings.Join(tray, " ") {
		t.Errorf("%s: %d nodes for %d boxes, tray %v, want %v", name, len(d.nodes), len(g.Boxes), d.tray, tray)
	}
	var want, got []string
	for _, e := range g.Edges {
		if n := uint32(len(g.Boxes)); uint32(e.From) < n && uint32(e.To) < n {
			want = append(want, fmt.Sprintf("n%d n%d %v", e.From, e.To, e.Tree))
		}
	}
	for _, e := range d.edges {
		got = append(got, fmt.Sprint(e.from, " ", e.to, " ", e.attrs["constraint"] != "false"))
	}
	slices.Sort(got) // Graphviz lists them node by node
	slices.Sort(want)
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("%s: edges %v, want %v", name, got, want)
	}
}

// gonum reads the same graph back.
func TestMeansTheSame(t *testing.T) {
	for name, g := range graphs(40) {
		for _, e := range []dot.Encoder{{}, {Sized: true}} {
			mean(t, name, g, read(t, encode(t, e, &g)))
		}
	}
}

// So does Graphviz, which tells what it read as JSON.
func TestGraphvizMeansTheSame(t *testing.T) {
	path := command(t)
	for name, g := range graphs(12) {
		cmd := exec.Command(path, "-Tdot_json")
		cmd.Stdin = bytes.NewReader(encode(t, dot.Encoder{Sized: true}, &g))
		var complaints strings.Builder
		cmd.Stderr = &complaints
		out, err := cmd.Output()
		if err != nil || complaints.Len() > 0 {
			t.Errorf("%s: dot: %v: %s", name, err, complaints.String())
			continue
		}
		mean(t, name, g, readJSON(t, out))
	}
}

// raw turns a text of dot_json, which has its escapes and entities still, into what is shown.
var raw = strings.NewReplacer(`\\`, `\`, "&amp;", "&", "&#65533;", "\ufffd")

// readJSON reads Graphviz's dot_json.
func readJSON(t *testing.T, src []byte) document {
	t.Helper()
	var in struct {
		Objects []struct {
			ID    int `json:"_gvid"`
			Name  string
			Label string
			Nodes []int
		}
		Edges []struct {
			Tail, Head int
			Constraint string
		}
	}
	if err := json.Unmarshal(src, &in); err != nil {
		t.Fatal(err)
	}
	d := document{nodes: map[string]map[string]string{}}
	names := map[int]string{}
	for _, o := range in.Objects {
		names[o.ID] = o.Name
		if o.Name != "cluster_tray" {
			d.nodes[o.Name] = map[string]string{"label": raw.Replace(o.Label)}
		}
	}
	for _, o := range in.Objects {
		for _, n := range o.Nodes {
			d.tray = append(d.tray, names[n])
		}
	}
	for _, e := range in.Edges {
		d.edges = append(d.edges, edge{names[e.Tail], names[e.Head], map[string]string{"constraint": e.Constraint}})
	}
	return d
}

// With Sized, boxes are as large as the graph says, larger for badges alone; without a size they
// are left to Graphviz.
func TestSized(t *testing.T) {
	g := office()
	g.Boxes[7].W = 0
	d := read(t, encode(t, dot.Encoder{Sized: true}, g))
	if d.graph["overlap"] != "false" {
		t.Errorf("overlap %q", d.graph["overlap"])
	}
	for node, want := range map[string][3]string{
		"n0": {"2.000", "0.653", ""}, // 144 x 47 px
		"n3": {"2.000", "0.694", ""}, // a ghost with a finding: three lines and room, 50 px
		"n7": {"", "", "false"},      // of no size
		"n5": {"2.000", "0.694", ""}, // three lines
		"n6": {"2.000", "0.653", ""},
	} {
		if got := [3]string{d.nodes[node]["width"], d.nodes[node]["height"], d.nodes[node]["fixedsize"]}; got != want {
			t.Errorf("%s is %q, want %q", node, got, want)
		}
	}
}
