package native_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/native"
	"go.yaml.in/yaml/v4"
)

// written is o as w writes it; writing it twice gives the same bytes.
func written(t *testing.T, w native.Writer, o *orgmodel.Org) []byte {
	t.Helper()
	var a, b bytes.Buffer
	if err := w.Write(&a, o); err != nil {
		t.Fatal(err)
	}
	if err := w.Write(&b, o); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatalf("two writings differ: %v", err)
	}
	return a.Bytes()
}

// sayNode and sayLine are records as text, without their positions.
func sayNode(n orgmodel.Node) string {
	return fmt.Sprintf("%q %q %q %v %s", n.ID, n.Kind, n.Name, n.Live, sayAttrs(n.Attrs))
}

func sayLine(l orgmodel.Line) string {
	return fmt.Sprintf("%q %q %q in %q %v %s", l.From, l.Rel, l.To, l.Scope, l.Live, sayAttrs(l.Attrs))
}

func sayAttrs(a orgmodel.Attrs) string {
	var b strings.Builder
	for k, v := range a.All() {
		fmt.Fprintf(&b, " %q=%q", k, v)
	}
	return b.String()
}

// say is a whole organisation as lines of text, in its order.
func say(s orgmodel.Spec) (nodes, lines []string) {
	for _, n := range s.Nodes {
		nodes = append(nodes, sayNode(n))
	}
	for _, l := range s.Lines {
		lines = append(lines, sayLine(l))
	}
	return nodes, lines
}

// sameRecords says where two organisations differ, positions aside.
func sameRecords(t *testing.T, got, want orgmodel.Spec) {
	t.Helper()
	if got.Name != want.Name {
		t.Errorf("the name is %q, want %q", got.Name, want.Name)
	}
	gotNodes, gotLines := say(got)
	wantNodes, wantLines := say(want)
	for _, c := range []struct{ got, want []string }{{gotNodes, wantNodes}, {gotLines, wantLines}} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("records are\n%s\nwant\n%s", strings.Join(c.got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func TestReadingIsTheInverse(t *testing.T) {
	eachHostile(t, func(t *testing.T, s orgmodel.Spec) {
		o := orgmodel.New(s)
		for _, asJSON := range []bool{false, true} {
			text := written(t, native.Writer{JSON: asJSON}, o)
			got, _, err := native.Read(fileName(asJSON), bytes.NewReader(text))
			if err != nil {
				t.Errorf("%v\n%s", err, text)
				return
			}
			if sameRecords(t, got.Spec(), s); t.Failed() {
				t.Errorf("written as\n%s", text)
			}
		}
	})
}

func fileName(asJSON bool) string {
	if asJSON {
		return "org.json"
	}
	return "org.yaml"
}

// TestGrouped: every record comes back once, those of a kind in their order.
func TestGrouped(t *testing.T) {
	eachHostile(t, func(t *testing.T, s orgmodel.Spec) {
		o := orgmodel.New(s)
		w := native.Writer{Grouped: true, Comment: s.Name}
		text := written(t, w, o)
		got, _, err := native.Read("org.yaml", bytes.NewReader(text))
		if err != nil {
			t.Errorf("%v\n%s", err, text)
			return
		}
		g := got.Spec()
		s.Nodes, g.Nodes = byKind(s.Nodes), byKind(g.Nodes)
		byStart := func(a, b orgmodel.Line) int {
			return strings.Compare(string(a.From)+"\x00"+string(a.Rel), string(b.From)+"\x00"+string(b.Rel))
		}
		slices.SortStableFunc(s.Lines, byStart)
		slices.SortStableFunc(g.Lines, byStart)
		if sameRecords(t, g, s); t.Failed() {
			t.Errorf("written as\n%s", text)
		}
	})
}

// byKind sorts nodes by kind, those of a kind in their order, and later records of an id after all
// others.
func byKind(nodes []orgmodel.Node) []orgmodel.Node {
	seen := map[orgmodel.ID]bool{}
	var firsts, repeats []orgmodel.Node
	for _, n := range nodes {
		if seen[n.ID] {
			repeats = append(repeats, n)
		} else {
			firsts = append(firsts, n)
		}
		seen[n.ID] = true
	}
	for _, part := range [][]orgmodel.Node{firsts, repeats} {
		slices.SortStableFunc(part, func(a, b orgmodel.Node) int { return strings.Compare(string(a.Kind), string(b.Kind)) })
	}
	return append(firsts, repeats...)
}

// TestOtherReaders: to a reader that knows nothing of the format the output is a document whose
// texts are texts, no key comes twice and no line is too long for a key.
func TestOtherReaders(t *testing.T) {
	eachHostile(t, func(t *testing.T, s orgmodel.Spec) {
		o := orgmodel.New(s)
		for _, grouped := range []bool{false, true} {
			var fromYAML, fromJSON any
			text := written(t, native.Writer{Grouped: grouped}, o)
			if err := yaml.Load(text, &fromYAML, yaml.WithUniqueKeys()); err != nil {
				t.Errorf("%v\n%s", err, text)
				return
			}
			asJSON := written(t, native.Writer{Grouped: grouped, JSON: true}, o)
			d := json.NewDecoder(bytes.NewReader(asJSON))
			d.UseNumber()
			if err := d.Decode(&fromJSON); err != nil {
				t.Errorf("%v\n%s", err, asJSON)
				return
			}
			if a, b := flat("", fromYAML), flat("", fromJSON); a != b {
				t.Errorf("YAML says\n%s\nJSON says\n%s", a, b)
			}
		}
	})
}

// flat is what a document says, by path; days as they are written, and numbers by their value.
func flat(path string, v any) string {
	switch v := v.(type) {
	case map[string]any:
		var b strings.Builder
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			b.WriteString(flat(fmt.Sprintf("%s.%q", path, k), v[k]))
		}
		return b.String()
	case []any:
		var b strings.Builder
		for i, item := range v {
			b.WriteString(flat(fmt.Sprintf("%s[%d]", path, i), item))
		}
		return b.String()
	case string:
		return fmt.Sprintf("%s = %q\n", path, v)
	case json.Number:
		n, _ := v.Float64()
		return fmt.Sprintf("%s = %v\n", path, n)
	case int:
		return fmt.Sprintf("%s = %v\n", path, float64(v))
	case interface{ Format(string) string }:
		return fmt.Sprintf("%s = %q\n", path, v.Format("2006-01-02"))
	}
	return fmt.Sprintf("%s = %v\n", path, v)
}

// TestFitsTheSchema: editors that hold a file to the published schema find nothing in one written here.
func TestFitsTheSchema(t *testing.T) {
	c, root := newValidator(t)
	eachHostile(t, func(t *testing.T, s orgmodel.Spec) {
		text := written(t, native.Writer{JSON: true}, orgmodel.New(s))
		var v any
		if err := json.Unmarshal(text, &v); err != nil || !c.Valid(root, v) {
			t.Errorf("%v: the schema refuses\n%s", err, text)
		}
	})
}

// TestCanonicalAlready: what is written is in canonical form.
func TestCanonicalAlready(t *testing.T) {
	eachHostile(t, func(t *testing.T, s orgmodel.Spec) {
		o := orgmodel.New(s)
		for _, w := range []native.Writer{{}, {JSON: true}, {Grouped: true, Comment: "From\nsomewhere."}} {
			text := written(t, w, o)
			got, err := native.Canon(fileName(w.JSON), text)
			if err != nil {
				t.Errorf("%v\n%s", err, text)
				return
			}
			if !bytes.Equal(got, text) {
				t.Errorf("canonical form is\n%s\nof\n%s", got, text)
			}
		}
	})
}

func TestWriteLarge(t *testing.T) {
	big := strings.Repeat("Größe: \"x\" \x01#,", 1<<20/16)
	s := orgmodel.Spec{Name: big, Nodes: []orgmodel.Node{{ID: orgmodel.ID(big), Kind: orgmodel.Kind(big), Name: big, Attrs: orgmodel.NewAttrs(big, big)}}}
	s.Lines = []orgmodel.Line{{From: orgmodel.ID(big), Rel: "r", To: orgmodel.ID(big)}}
	for _, asJSON := range []bool{false, true} {
		text := written(t, native.Writer{JSON: asJSON}, orgmodel.New(s))
		got, _, err := native.Read(fileName(asJSON), bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(got.Spec().Nodes, s.Nodes, func(a, b orgmodel.Node) bool { return sayNode(a) == sayNode(b) }) {
			t.Error("the node comes back otherwise")
		}
	}
}

// fuzzed makes an organisation of any bytes: the first says how many nodes there are and how texts
// are shared among them, the rest are the texts, each ended by the byte '|'.
func fuzzed(data []byte) orgmodel.Spec {
	if len(data) < 3 {
		return orgmodel.Spec{}
	}
	nodes, share, known := int(data[0]%8), data[1], data[2]
	texts := strings.Split(string(data[3:]), "|")
	at := 0
	next := func() string {
		at++
		return texts[(at+int(share)*(at%3))%len(texts)]
	}
	attrs := func() orgmodel.Attrs {
		if known&(1<<(at%8)) != 0 {
			return orgmodel.NewAttrs(next(), next(), orgmodel.FTE, next())
		}
		return orgmodel.Attrs{}
	}
	kinds := []orgmodel.Kind{orgmodel.Person, orgmodel.Post, orgmodel.Unit, ""}
	rels := []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.HasRole, orgmodel.Holds, ""}
	s := orgmodel.Spec{Name: next()}
	for i := range nodes {
		n := orgmodel.Node{ID: orgmodel.ID(next()), Name: next(), Kind: kinds[i/2%4], Attrs: attrs()}
		if known&1 != 0 {
			n.Kind = orgmodel.Kind(next())
		}
		s.Nodes = append(s.Nodes, n)
		l := orgmodel.Line{From: n.ID, Rel: rels[int(share)>>1%4], To: orgmodel.ID(next()), Attrs: attrs()}
		if known&2 != 0 {
			l.From, l.Rel, l.Scope = orgmodel.ID(next()), orgmodel.Rel(next()), orgmodel.ID(next())
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}

// FuzzWrite: whatever an organisation holds, a file says it.
func FuzzWrite(f *testing.F) {
	f.Add([]byte("\x05\x01\x00a|b|Ada Okafor|it-1|\xff|x: y|#|null"))
	f.Add([]byte("\x07\x02\x03a|a||since|\x00|\u2028|<<|0123"))
	f.Add([]byte("\x03\x08\xfcquoted|key|'|\"|\\|~"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := fuzzed(data)
		o := orgmodel.New(s)
		for _, asJSON := range []bool{false, true} {
			text := written(t, native.Writer{JSON: asJSON}, o)
			got, _, err := native.Read(fileName(asJSON), bytes.NewReader(text))
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if sameRecords(t, got.Spec(), s); t.Failed() {
				t.Fatalf("written as\n%s", text)
			}
			if canon, err := native.Canon(fileName(asJSON), text); err != nil || !bytes.Equal(canon, text) {
				t.Fatalf("%v: formatting changes what was written: %s", err, firstDifference(text, canon))
			}
		}
	})
}
