package native_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/source/native"
)

// TestProve holds the reader to what readers owe their users.
func TestProve(t *testing.T) {
	orgtest.ProveFormat(t, native.Format(),
		orgtest.Sample{Name: "org.yaml", Mute: func(line string) bool {
			line = strings.TrimSpace(line)
			return strings.HasPrefix(line, "#") || strings.HasSuffix(line, ":") && strings.HasSuffix(strings.TrimSuffix(line, ":"), "s")
		}, Text: `format: 1
# A small office.
organisation: Harbour Digital
roles:
  it-manager: IT manager
  infrastructure-manager: {name: Infrastructure manager, is-a: it-manager}
posts:
  it-1: {name: Head of IT, role: it-manager, grade: G6, top: true}
  pm-1:
    name: Payments project manager
    reports-to: it-1
  "007": {name: Éclair, part-of: digital, until: 2027-04-01}
units:
  digital: Digital
lines:
  - pm-1 directed-by it-1 in payments since 2026-01-05
  - {line: "ada holds pm-1", fte: 0.5}
  - "007 reports-to gone"
`},
		orgtest.Sample{Name: "org.json", Text: `{
"format": 1,
"posts": {"a": {"name": "A", "top": true}, "b": "B"},
"lines": ["b reports-to a"]
}`, Mute: func(line string) bool { return strings.Trim(line, "{}") == "" }},
	)
}
