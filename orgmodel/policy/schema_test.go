package policy_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/internal/schematest"
	"example.com/orgchart/orgmodel/policy"
)

// beyond are the errors that a schema cannot say.
var beyond = regexp.MustCompile(`a second time|is no day|is no relation|is no kind|cannot be 0|is the name of another check|cannot be found|is no id of a rule|: when: |lacks its id`)

// agree holds that the schema and the reader both take a document or both refuse it.
func agree(t *testing.T, c *schematest.Validator, doc string) (taken bool) {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(doc), &v); err != nil {
		t.Fatalf("%s: %v", doc, err)
	}
	fits := c.Valid(c.Root, v)
	_, err := policy.Load("x.json", strings.NewReader(doc))
	switch {
	case err == nil && !fits:
		t.Errorf("the schema refuses what the reader takes:\n%s", doc)
	case err != nil && fits:
		for _, line := range strings.Split(err.Error(), "\n") {
			if !beyond.MatchString(line) {
				t.Errorf("the schema takes what the reader refuses:\n%s\n%s", doc, line)
			}
		}
	}
	return err == nil
}

func TestSchemaAtRandom(t *testing.T) {
	c := schematest.New(t, policy.Schema())
	n := 1_500
	if testing.Short() {
		n = 500
	}
	m := maker{rand.New(rand.NewPCG(7, 8))}
	taken := 0
	for range n {
		doc, err := json.Marshal(m.document())
		if err != nil {
			t.Fatal(err)
		}
		if agree(t, c, string(doc)) {
			taken++
		}
		if t.Failed() {
			return
		}
	}
	if taken < n/10 || taken > n*9/10 {
		t.Errorf("%d of %d documents are good: the maker makes too much of one sort", taken, n)
	}
}

// A maker makes documents that are mostly right.
type maker struct{ *rand.Rand }

func (m maker) one(of ...any) any { return of[m.IntN(len(of))] }

// odd is v, or now and then something that has no business there.
func (m maker) odd(v any) any {
	if m.IntN(50) > 0 {
		return v
	}
	return m.one(nil, "", "x", 5, 0.5, -3, true, []any{}, []any{"x"}, []any{nil}, map[string]any{}, map[string]any{"x": "y"}, "2026-01-05", "30 days", "50%", "error")
}

// some is an object with some of the keys of parts.
func (m maker) some(parts map[string]func() any) map[string]any {
	out := map[string]any{}
	for _, k := range slices.Sorted(maps.Keys(parts)) {
		if m.IntN(2) == 0 {
			out[k] = m.odd(parts[k]())
		}
	}
	if m.IntN(60) == 0 {
		out["nonsense"] = "x"
	}
	return out
}

func (m maker) rule() any {
	if m.IntN(8) == 0 {
		return m.odd(map[string]any{"id": m.odd("x"), "when": m.odd("span > 0"), "message": m.odd("m"), "for": m.odd(m.one("posts", []any{"people"})), "severity": m.odd("info")})
	}
	s := policy.ShippedRules()[m.IntN(len(policy.ShippedRules()))]
	r := map[string]any{"check": m.odd(s.Name), "id": m.odd(fmt.Sprintf("r-%d", m.IntN(1e6)))}
	for i := range s.Type.NumField() {
		f := s.Type.Field(i)
		if key := policy.Kebab(f.Name); slices.Contains(s.Keys, key) && m.IntN(2) == 0 {
			var v any
			if err := json.Unmarshal([]byte(policy.SampleJSON(f.Type)), &v); err != nil {
				panic(err)
			}
			r[key] = m.odd(v)
		}
	}
	if slices.Contains(s.Keys, "for") {
		r["for"] = m.odd(m.one("a", map[string]any{"role": m.odd("a"), "kinds": m.odd("post"), "live": m.odd(true)}, map[string]any{}))
	}
	if slices.Contains(s.Keys, "missing") {
		r["to"], r["missing"] = m.odd(m.one("a", []any{"a"}, map[string]any{"any-role": m.odd([]any{"a", m.odd("b")})})), m.odd("pass")
		r["share"] = m.odd(m.one(0.5, "50%", map[string]any{"min": m.odd(0.3)}))
		r["exempt"] = m.odd(m.one("a", map[string]any{"also-role": m.odd("c")}))
	}
	if m.IntN(2) == 0 {
		r["severity"], r["because"] = m.odd("info"), m.odd("x")
	}
	return m.odd(r)
}

func (m maker) waiver() any {
	return m.odd(m.some(map[string]func() any{
		"rule": func() any { return "a" }, "subject": func() any { return "b" }, "fingerprint": func() any { return "0123456789abcdef" },
		"reason": func() any { return "c" }, "owner": func() any { return nil }, "expires": func() any { return "2026-01-05" },
	}))
}

func (m maker) document() any {
	doc := m.some(map[string]func() any{
		"title": func() any { return "x" }, "profile": func() any { return m.one("weak", []any{"strong", m.odd("weak")}) },
		"packs": func() any { return m.one("core", []any{"shape", m.odd("core")}) }, "off": func() any { return map[string]any{"a": m.odd("b")} },
		"coverage": func() any {
			return m.one("90%", 0.5, map[string]any{"min": m.odd(m.one(0.9, "100%", "0.25", "101%")), "severity": m.odd("warning")}, map[string]any{"seats": m.odd(1), "lines": m.odd("12.5%")})
		},
		"external": func() any { return m.one("a", []any{m.odd("a"), "b"}) }, "rules": func() any { return []any{m.rule()} }, "assume-roles": func() any { return m.one("en", []any{m.odd("en"), "de"}) },
	})
	if m.IntN(3) == 0 {
		doc["waivers"] = m.odd([]any{m.waiver()})
	}
	if m.IntN(40) > 0 {
		doc["policy"] = m.odd("orgpolicy/v1")
	}
	return m.odd(doc)
}

func ExampleSchema() {
	var s struct{ Title string }
	err := json.Unmarshal(policy.Schema(), &s)
	fmt.Println(s.Title, err)
	// Output: A policy for orgchart, orgpolicy/v1 <nil>
}
