package grammar

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// head is how every text begins, apart from the attributes.
var head = [...]struct {
	opening string
	attrs   list
}{
	{"digraph orgchart {", nil},
	{"\tgraph [", ofGraph},
	{"\tnode [", ofNodes},
	{"\tedge [", ofEdges},
}

// A reader goes through the lines of a text.
type reader struct {
	rest  string
	line  int // 1-based
	nodes int // stated so far
}

// Check is nil for DOT text of ours. The error says in which line and at what it ends.
func Check(src []byte) error {
	if i := bytes.IndexByte(src, 0); i >= 0 {
		return fmt.Errorf("byte %d is NUL", i)
	}
	r := &reader{rest: string(src)}
	if err := r.file(); err != nil {
		return fmt.Errorf("line %d: %w", r.line, err)
	}
	return nil
}

func (r *reader) next() string {
	r.line++
	line, rest, ok := strings.Cut(r.rest, "\n")
	if r.rest = rest; !ok {
		r.rest = ""
	}
	return line
}

func (r *reader) file() error {
	for _, h := range head {
		line := r.next()
		after, ok := strings.CutPrefix(line, h.opening)
		if !ok {
			return fmt.Errorf("%.60q; want %q", line, h.opening)
		}
		if err := statement(after, h.attrs); err != nil {
			return err
		}
	}
	const nodes, cluster, edges = 0, 1, 2
	for part := nodes; ; {
		line := r.next()
		switch {
		case line == "}":
			if r.rest != "" {
				return fmt.Errorf("%.60q after the end", r.rest)
			}
			return nil
		case part == nodes && line == "\tsubgraph cluster_tray {":
			if err := r.tray(); err != nil {
				return err
			}
			part = cluster
		case strings.Contains(line, " -> "):
			part = edges
			if err := r.edge(line); err != nil {
				return err
			}
		case part == nodes:
			if err := r.node(line); err != nil {
				return err
			}
		default:
			return fmt.Errorf("%.60q; want an edge or the end", line)
		}
	}
}

// node reads the statement of the next node.
func (r *reader) node(line string) error {
	after, ok := strings.CutPrefix(line, "\tn"+strconv.Itoa(r.nodes)+" [")
	if !ok {
		return fmt.Errorf("%.60q; want node n%d, an edge or the end", line, r.nodes)
	}
	r.nodes++
	return statement(after, ofNode)
}

// tray reads the rest of the cluster of boxes that stand apart.
func (r *reader) tray() error {
	after, ok := strings.CutPrefix(r.next(), "\t\tgraph [")
	if !ok {
		return fmt.Errorf("the tray begins without attributes")
	}
	if err := statement(after, ofTray); err != nil {
		return err
	}
	for last := -1; ; {
		line := r.next()
		if line == "\t}" {
			return nil
		}
		after, ok := strings.CutPrefix(line, "\t\tn")
		n, err := r.number(after)
		if !ok || err != nil || n <= last {
			return fmt.Errorf("%.60q in the tray; want nodes in order", line)
		}
		last = n
	}
}

// edge reads a statement that joins two nodes.
func (r *reader) edge(line string) error {
	ends, after, more := strings.Cut(line, " [")
	from, to, ok := strings.Cut(ends, " -> n")
	from, tab := strings.CutPrefix(from, "\tn")
	_, err := r.number(from)
	_, err2 := r.number(to)
	if !ok || !tab || err != nil || err2 != nil {
		return fmt.Errorf("%.60q; want an edge between two of %d nodes", line, r.nodes)
	}
	if !more {
		return nil
	}
	return statement(after, ofEdge)
}

// number is the number of a node, written as we write it.
func (r *reader) number(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err == nil && (n < 0 || n >= r.nodes || strconv.Itoa(n) != s) {
		err = fmt.Errorf("no node n%s", s)
	}
	return n, err
}

// statement reads attributes up to the bracket that ends the line; nothing where there is no
// list.
func statement(s string, known list) error {
	for known != nil {
		name, rest, ok := strings.Cut(s, "=")
		if !ok {
			return fmt.Errorf("%.60q; want an attribute and its value", s)
		}
		may, ok := known[name]
		if !ok {
			return fmt.Errorf("attribute %.60q is not one of ours here", name)
		}
		n := valueLength(rest)
		if !may(rest[:n]) {
			return fmt.Errorf("attribute %s has the value %.60q, which we never give it", name, rest[:n])
		}
		s = rest[n:]
		if s, ok = strings.CutPrefix(s, ", "); !ok {
			if s != "]" {
				return fmt.Errorf("%.60q after attribute %s", s, name)
			}
			return nil
		}
	}
	if s != "" {
		return fmt.Errorf("%.60q after the opening", s)
	}
	return nil
}

// valueLength is how long the value at the start of s is: up to the quote that ends it, or to
// the comma or bracket after it.
func valueLength(s string) int {
	if !strings.HasPrefix(s, `"`) {
		if n := strings.IndexAny(s, ",]"); n >= 0 {
			return n
		}
		return len(s)
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}
