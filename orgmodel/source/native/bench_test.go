package native_test

import (
	"bytes"
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel/source/native"
	"go.yaml.in/yaml/v4"
)

// posts is a file of n posts, each with a name, a grade, a line of its own and one under lines.
func posts(n int) []byte {
	var b bytes.Buffer
	b.WriteString("format: 1\norganisation: Many\nposts:\n")
	for i := range n {
		fmt.Fprintf(&b, "  p-%d: {name: Post number %d, grade: G%d, reports-to: p-%d}\n", i, i, i%9, i/8)
	}
	b.WriteString("lines:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - e-%d holds p-%d since 2026-01-05\n", i, i)
	}
	return b.Bytes()
}

// BenchmarkRead is to be compared with BenchmarkParse, which makes the parser's tree of the
// same bytes and nothing of it.
func BenchmarkRead(b *testing.B) {
	text := posts(100_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := native.Read("x.yaml", bytes.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	text := posts(100_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var n yaml.Node
		if err := yaml.Unmarshal(text, &n); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadJSON(b *testing.B) {
	var t bytes.Buffer
	t.WriteString(`{"format": 1, "posts": {`)
	for i := range 100_000 {
		if i > 0 {
			t.WriteString(",\n")
		}
		fmt.Fprintf(&t, `"p-%d": {"name": "Post number %d", "grade": "G%d", "reports-to": "p-%d"}`, i, i, i%9, i/8)
	}
	t.WriteString("}}")
	b.SetBytes(int64(t.Len()))
	for b.Loop() {
		if _, _, err := native.Read("x.json", bytes.NewReader(t.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}
