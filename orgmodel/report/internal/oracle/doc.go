// Package oracle holds what other people's readers say of reports: the JSON Schema of SARIF 2.1.0
// as module go-sarif carries it, go-sarif itself, and a reader of GitHub's Markdown. It is a
// module of its own, so that the library needs none of them, and has tests alone.
package oracle
