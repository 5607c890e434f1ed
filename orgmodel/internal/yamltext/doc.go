// Package yamltext reads the YAML of files that people write by hand: one document, its aliases put
// in their places within a limit, and errors that say what an author may have done. With it come the
// words that readers of such files share: what a value is called, what a misspelt word may have been
// meant to be.
package yamltext
