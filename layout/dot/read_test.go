package dot_test

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	parser "gonum.org/v1/gonum/graph/formats/dot"
	"gonum.org/v1/gonum/graph/formats/dot/ast"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
)

// A document is what gonum reads in a DOT text.
type document struct {
	nodes map[string]map[string]string // attributes by node
	edges []edge
	graph map[string]string
	tray  []string
}

type edge struct {
	from, to string
	attrs    map[string]string
}

// encode writes g.
func encode(t testing.TB, e dot.Encoder, g *layout.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := e.Encode(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read reads src with gonum and turns every text back into what Graphviz shows.
func read(t testing.TB, src []byte) document {
	t.Helper()
	file, err := parser.ParseBytes(src)
	if err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	if len(file.Graphs) != 1 {
		t.Fatalf("%d graphs in\n%s", len(file.Graphs), src)
	}
	d := document{nodes: map[string]map[string]string{}, graph: map[string]string{}}
	for _, s := range file.Graphs[0].Stmts {
		switch s := s.(type) {
		case *ast.NodeStmt:
			if d.nodes[s.Node.ID] != nil {
				t.Fatalf("%s stated twice in\n%s", s.Node.ID, src)
			}
			d.nodes[s.Node.ID] = attributes(s.Attrs)
		case *ast.EdgeStmt:
			d.edges = append(d.edges, edge{fmt.Sprint(s.From), fmt.Sprint(s.To.Vertex), attributes(s.Attrs)})
		case *ast.AttrStmt:
			if s.Kind == ast.GraphKind {
				d.graph = attributes(s.Attrs)
			}
		case *ast.Subgraph:
			for _, s := range s.Stmts {
				if n, ok := s.(*ast.NodeStmt); ok {
					d.tray = append(d.tray, n.Node.ID)
				}
			}
		default:
			t.Fatalf("a statement %T in\n%s", s, src)
		}
	}
	return d
}

func attributes(list []*ast.Attr) map[string]string {
	m := map[string]string{}
	for _, a := range list {
		m[a.Key] = shown(a.Val)
	}
	return m
}

// shown is what Graphviz shows of a value: quotes off, \" to ", then escapes, then entities.
func shown(v string) string {
	if !strings.HasPrefix(v, `"`) {
		return v
	}
	v = v[1 : len(v)-1]
	var b strings.Builder
	for i := 0; i < len(v); i++ {
		if v[i] != '\\' || i+1 == len(v) {
			b.WriteByte(v[i])
			continue
		}
		switch i++; v[i] {
		case 'n':
			b.WriteByte('\n')
		case '\\', '"':
			b.WriteByte(v[i])
		default:
			b.WriteString("<escape " + v[i:i+1] + ">") // would be replaced: never written
		}
	}
	return html.UnescapeString(b.String())
}
