package gonumview

import (
	"gonum.org/v1/gonum/graph"

	"example.com/orgchart/orgmodel"
)

// nodes iterates over some nodes.
type nodes struct {
	refs []orgmodel.Ref
	next int
}

func someNodes(refs []orgmodel.Ref) graph.Nodes {
	if len(refs) == 0 {
		return graph.Empty
	}
	return &nodes{refs: refs}
}

func (it *nodes) Len() int { return max(0, len(it.refs)-it.next) }
func (it *nodes) Reset()   { it.next = 0 }

func (it *nodes) Next() bool {
	if it.next < len(it.refs) {
		it.next++
		return true
	}
	it.next = len(it.refs) + 1 // past the last
	return false
}

// Node is the node that Next came to, nil before the first and after the last.
func (it *nodes) Node() graph.Node {
	if it.next == 0 || it.next > len(it.refs) {
		return nil
	}
	return Node(it.refs[it.next-1])
}

// NodeSlice are the nodes that are left.
func (it *nodes) NodeSlice() []graph.Node {
	left := it.refs[min(it.next, len(it.refs)):]
	it.next = len(it.refs) + 1
	if len(left) == 0 {
		return nil
	}
	all := make([]graph.Node, len(left))
	for i, r := range left {
		all[i] = Node(r)
	}
	return all
}

// everyNode iterates over a set.
type everyNode struct {
	set  set
	next int // where to look for the next one
	left int
	now  graph.Node
}

func (it *everyNode) Len() int         { return it.left }
func (it *everyNode) Reset()           { it.next, it.left, it.now = 0, it.set.count, nil }
func (it *everyNode) Node() graph.Node { return it.now }

func (it *everyNode) Next() bool {
	if it.left == 0 {
		it.now = nil
		return false
	}
	id, _ := it.set.from(it.next)
	it.next, it.now = id+1, Node(id)
	it.left--
	return true
}

// NodeSlice are the nodes that are left.
func (it *everyNode) NodeSlice() []graph.Node {
	if it.left == 0 {
		return nil
	}
	all := make([]graph.Node, 0, it.left)
	for it.Next() {
		all = append(all, it.now)
	}
	return all
}
