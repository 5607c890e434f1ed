package native_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/internal/schematest"
	"example.com/orgchart/orgmodel/source/native"
)

// beyond are the errors that a schema cannot say.
var beyond = regexp.MustCompile(`a second time|is no day|looks like a value|is no relation|begins with a relation|stands where a relation is due|half of a pair`)

// A validator holds documents against the schema.
type validator struct {
	*schematest.Validator
	t *testing.T
}

func newValidator(t *testing.T) (*validator, map[string]any) {
	v := schematest.New(t, native.Schema())
	return &validator{v, t}, v.Root
}

// agree holds that the schema and the reader both take a document or both refuse it.
func (c *validator) agree(root map[string]any, doc string) (taken bool) {
	c.t.Helper()
	var v any
	if err := json.Unmarshal([]byte(doc), &v); err != nil {
		c.t.Fatalf("%s: %v", doc, err)
	}
	fits := c.Valid(root, v)
	_, _, err := native.Read("x.json", strings.NewReader(doc))
	switch {
	case err == nil && !fits:
		c.t.Errorf("the schema refuses what the reader takes:\n%s", doc)
	case err != nil && fits && !strings.Contains(doc, `"quoted"`):
		for _, line := range strings.Split(err.Error(), "\n") {
			if !beyond.MatchString(line) {
				c.t.Errorf("the schema takes what the reader refuses:\n%s\n%s", doc, line)
			}
		}
	}
	return err == nil
}

func TestSchemaTable(t *testing.T) {
	c, root := newValidator(t)
	good := []string{
		`{"format": 1}`, `{"format": "1", "organisation": "", "people": null, "nodes": null, "lines": null, "include": null}`,
		`{"format": 1, "posts": {"a": null, "b": "B", "c": 3, "d": true, "e": {}, "f": {"quoted": "\"x\""}}}`,
		`{"format": 1, "posts": {"a": {"name": "A", "grade": 6, "top": true, "since": "2026-01-05", "through": "2026-02-01", "attrs": {"x": 1}, "role": "r", "has-role": ["r in s", 5]}}}`,
		`{"format": 1, "posts": {"a": {"attrs": [{"key": "k", "value": "v"}], "reports-to": {"line": "b since 2026-01-01", "fte": 1}}}}`,
		`{"format": 1, "posts": {"a": {"attrs": null, "reports-to": [{"to": "b", "in": "c", "until": "2026-01-01"}], "holds": []}}}`,
		`{"format": 1, "posts": {"a": {"top": false, "fte": 0, "occupancy": "group", "state": "seconded", "mode": 5}, "b": {"attrs": {"top": "yes", "fte": "half", "state": "Ended", "occupancy": "?"}}}}`,
		`{"format": 1, "nodes": [{}, {"id": "x", "kind": "y", "part-of": "z"}]}`,
		`{"format": 1, "lines": ["a b-s c", " a  holds\tb in c since 2026-01-01 until 2026-01-01 ", "\"a b\" holds \"\\u00e9\\xff\"", {"line": "a holds b", "mode": "acting"}, {"from": "", "rel": "", "to": ""}]}`,
	}
	bad := []string{
		`{}`, `[]`, `5`, `null`, `{"format": 2}`, `{"format": null}`, `{"format": 1, "post": {}}`, `{"format": 1, "posts": []}`, `{"format": 1, "posts": "x"}`,
		`{"format": 1, "posts": {"a": []}}`, `{"format": 1, "posts": {"a": {"x": 1}}}`, `{"format": 1, "posts": {"a": {"name": null}}}`, `{"format": 1, "posts": {"a": {"id": "b"}}}`,
		`{"format": 1, "posts": {"a": {"since": "05/01/2026"}}}`, `{"format": 1, "posts": {"a": {"since": 2026}}}`, `{"format": 1, "posts": {"a": {"until": "2026-01-01", "through": "2026-01-01"}}}`,
		`{"format": 1, "posts": {"a": {"reports-to": null}}}`, `{"format": 1, "posts": {"a": {"reports-to": ""}}}`, `{"format": 1, "posts": {"a": {"reports-to": "b c"}}}`, `{"format": 1, "posts": {"a": {"reports-to": {"rel": "b", "to": "c"}}}}`,
		`{"format": 1, "posts": {"a": {"top": "yes"}}}`, `{"format": 1, "posts": {"a": {"top": 1}}}`, `{"format": 1, "posts": {"a": {"fte": "0,5"}}}`, `{"format": 1, "posts": {"a": {"fte": -1}}}`, `{"format": 1, "posts": {"a": {"fte": true}}}`, `{"format": 1, "posts": {"a": {"occupancy": "Vacant"}}}`,
		`{"format": 1, "posts": {"a": {"attrs": {"x": []}}}}`, `{"format": 1, "posts": {"a": {"attrs": [{"key": "x"}]}}}`, `{"format": 1, "posts": {"a": {"attrs": "x"}}}`,
		`{"format": 1, "nodes": {}}`, `{"format": 1, "nodes": ["x"]}`, `{"format": 1, "lines": {}}`, `{"format": 1, "lines": ["a b"]}`, `{"format": 1, "lines": [null]}`, `{"format": 1, "lines": [5]}`,
		`{"format": 1, "lines": ["a holds b until 2026-01-01 through 2026-01-01"]}`, `{"format": 1, "lines": ["a holds b in"]}`, `{"format": 1, "lines": ["a holds \"b"]}`, `{"format": 1, "lines": ["a holds \"b\"c"]}`,
		`{"format": 1, "lines": ["a holds \"\\q\""]}`, `{"format": 1, "lines": [{"line": "a holds b", "to": "c"}]}`, `{"format": 1, "lines": [{"from": "a", "to": "b"}]}`, `{"format": 1, "lines": [{}]}`, `{"format": 1, "include": {}}`,
	}
	for _, doc := range good {
		if !c.agree(root, doc) {
			t.Errorf("refused: %s", doc)
		}
	}
	for _, doc := range bad {
		if c.agree(root, doc) {
			t.Errorf("taken: %s", doc)
		}
	}
}

// TestSchemaAtRandom holds the same over documents that are made and then spoilt.
func TestSchemaAtRandom(t *testing.T) {
	c, root := newValidator(t)
	n := 6_000
	if testing.Short() {
		n = 1_000
	}
	g := maker{rand.New(rand.NewPCG(5, 6))}
	taken := 0
	for range n {
		doc, err := json.Marshal(g.document())
		if err != nil {
			t.Fatal(err)
		}
		if c.agree(root, string(doc)) {
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

func (g maker) one(of ...any) any { return of[g.IntN(len(of))] }

// odd is v, or now and then something that has no business there.
func (g maker) odd(v any) any {
	if g.IntN(60) > 0 {
		return v
	}
	return g.one(nil, "", "x", "x y", 5, 1.5, true, []any{}, []any{"x"}, map[string]any{}, map[string]any{"x": "y"}, map[string]any{"quoted": `"x"`}, map[string]any{"line": "a holds b"}, "a holds b", "2026-01-05", "2026-02-30")
}

func (g maker) word() string {
	return g.one("a", "b", "in", "since", "é", `"a b"`, `"\""`, `"\u00e9\xff"`, "1", "-", `a"b`, "\u00a0").(string)
}

func (g maker) tail() string {
	s := g.word()
	for _, part := range []string{" in " + g.word(), " since 2026-01-05", " until 2026-02-05", " through 2026-02-05"} {
		if g.IntN(6) == 0 {
			s += part
		}
	}
	switch g.IntN(30) {
	case 0:
		s += " x"
	case 1:
		s += "\t"
	case 2:
		s += `"`
	}
	return s
}

func (g maker) sentence() string {
	return g.word() + " " + g.one("holds", "reports-to", "likes", "holds\n").(string) + " " + g.tail()
}

func (g maker) keys(into map[string]any, n int, keys ...any) map[string]any {
	for range g.IntN(n + 1) {
		switch k := g.one(keys...).(string); k {
		case "since", "until", "through":
			into[k] = g.odd("2026-01-05")
		case "attrs":
			into[k] = g.odd(g.one(nil, map[string]any{"x": g.odd("y"), "grade": g.odd(1)}, []any{g.odd(map[string]any{"key": "k", "value": g.odd("v")})}))
		case "role", "holds", "reports-to":
			into[k] = g.odd(g.one(g.link(), []any{g.link(), g.link()}))
		case "line":
			into[k] = g.odd(g.sentence())
		case "fte":
			into[k] = g.odd(g.one(0.5, 1, "0.80", "1.", 1e2))
		case "top":
			into[k] = g.odd(g.one(true, "false"))
		case "mode":
			into[k] = g.odd(g.one("acting", "x", "in-law"))
		case "occupancy":
			into[k] = g.odd(g.one("vacant", "group"))
		default:
			into[k] = g.odd(g.one("x", 5, true))
		}
	}
	return into
}

func (g maker) link() any {
	return g.odd(g.one(g.tail(), g.keys(map[string]any{"line": g.tail()}, 2, "fte", "attrs", "mode", "since"), g.keys(map[string]any{"to": "b"}, 3, "in", "since", "until", "fte", "through")))
}

func (g maker) node(keys ...any) any {
	return g.odd(g.keys(map[string]any{}, 4, append(keys, "name", "name", "grade", "top", "fte", "occupancy", "since", "until", "through", "attrs", "role", "holds", "reports-to", "run-as")...))
}

func (g maker) document() any {
	doc := map[string]any{"format": g.odd(1)}
	for range g.IntN(4) {
		switch k := g.one("organisation", "posts", "duties", "nodes", "lines", "lines").(string); k {
		case "organisation":
			doc[k] = g.odd("x")
		case "nodes":
			doc[k] = g.odd([]any{g.node("id", "kind"), g.node("id", "kind")})
		case "lines":
			doc[k] = g.odd([]any{g.odd(g.sentence()), g.odd(g.keys(map[string]any{"from": "a", "rel": "b", "to": "c"}, 3, "since", "until", "through", "in", "attrs", "fte")), g.odd(g.keys(map[string]any{"line": g.sentence()}, 2, "fte", "attrs", "mode", "to"))})
		default:
			doc[k] = g.odd(map[string]any{"a": g.node("gade"), "b": g.odd("B"), "": g.odd(nil)})
		}
	}
	if g.IntN(40) == 0 {
		doc["post"] = "x"
	}
	return g.odd(doc)
}

func ExampleSchema() {
	var s struct{ Title string }
	err := json.Unmarshal(native.Schema(), &s)
	fmt.Println(s.Title, err)
	// Output: An organisation in the native format of orgchart, format 1 <nil>
}
