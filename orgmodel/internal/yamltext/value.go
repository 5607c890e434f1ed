package yamltext

import "go.yaml.in/yaml/v4"

// Null says that a value is none: nothing at all, null or ~, not quoted.
func Null(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Style&yaml.TaggedStyle == 0
}

// KindOf is what a value is called in messages.
func KindOf(n *yaml.Node) string {
	switch {
	case Null(n):
		return "nothing"
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	}
	return "the text " + Shown(n.Value)
}
