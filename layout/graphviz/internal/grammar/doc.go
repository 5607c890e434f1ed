// Package grammar recognises the DOT text that packages dot and graphviz write, and no other.
// It is stricter than the language in everything: one statement a line, nodes n0, n1 and so on
// in turn, a closed list of attributes for each kind of statement, and for each attribute the
// values it may have. So nothing that Graphviz takes for a file, a font, a link, a style sheet,
// markup or an escape gets past it, whoever wrote the text.
package grammar
