package native

import (
	"bytes"
	_ "embed"
)

//go:embed schema.json
var schema []byte

// Schema is the format as a JSON Schema (draft 2020-12), for editors that complete and check
// while one writes. It says what the reader says but for what a schema cannot: that a key or
// an attribute stands twice, that a day does not exist, that a relation in a sentence is
// misspelt, that a value looks like a known one and is none, half of a surrogate pair, what the words of a text in the quoted form are, and
// where includes lead. The bytes are the caller's.
func Schema() []byte { return bytes.Clone(schema) }
