package native_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/native"
)

// dump is an organisation as text: each record with its attributes and its place.
func dump(o *orgmodel.Org) string {
	var b strings.Builder
	s := o.Spec()
	fmt.Fprintf(&b, "%q\n", s.Name)
	attrs := func(a orgmodel.Attrs) {
		for k, v := range a.All() {
			fmt.Fprintf(&b, " %q=%q", k, v)
		}
		b.WriteByte('\n')
	}
	for _, n := range s.Nodes {
		fmt.Fprintf(&b, "%s %q %q %q %s", n.Pos, n.ID, n.Kind, n.Name, n.Live)
		attrs(n.Attrs)
	}
	for _, l := range s.Lines {
		fmt.Fprintf(&b, "%s %q %q %q in %q %s", l.Pos, l.From, l.Rel, l.To, l.Scope, l.Live)
		attrs(l.Attrs)
	}
	return b.String()
}

func read(t *testing.T, name, text string) *orgmodel.Org {
	t.Helper()
	o, _, err := native.Read(name, strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return o
}

const harbour = `format: 1
organisation: Harbour Digital
roles:
  it-manager: IT manager
  infrastructure-manager: {name: Infrastructure manager, is-a: it-manager}
lines:
  - p-17 holds pm-1 since 2026-01-05
  - "pm-1\tdirected-by  prg-1 in payments since 2026-01-05 through 2026-03-31"
  - {line: p-18 holds pm-1, fte: 0.50, mode: job-share, attrs: {why: ~x}}
  - {from: "", rel: reports too, to: "a b", in: in, until: 2027-01-01}
  - in in in in in
  - '"Zo\xeb" mentors "a b" in "" until 2027-01-01'
posts:
  it-1:
    name: Head of IT
    role: [it-manager in payments, {line: x since 2026-01-01, mode: acting}, {to: y z, in: q r}]
    grade: 0123
    top: true
    since: 2026-01-05
    reports-to: ceo
  0123: 1_000
  true: yes
  ~:
  null: ~
  2026-01-05: 2026-01-06
  "": ""
  it-1: again
nodes:
  - {}
  - {id: {quoted: '"Zo\xeb"'}, kind: robot, name: {quoted: '"\xff"'}, attrs: [{key: {quoted: '"\xfe"'}, value: 007}, {value: b, key: a}]}
`

func TestRead(t *testing.T) {
	const want = `"Harbour Digital"
h.yaml:4:3 "it-manager" "role" "IT manager" always
h.yaml:5:3 "infrastructure-manager" "role" "Infrastructure manager" always
h.yaml:14:3 "it-1" "post" "Head of IT" since 2026-01-05 "grade"="0123" "top"="true"
h.yaml:21:3 "0123" "post" "1_000" always
h.yaml:22:3 "true" "post" "yes" always
h.yaml:23:3 "~" "post" "" always
h.yaml:24:3 "null" "post" "" always
h.yaml:25:3 "2026-01-05" "post" "2026-01-06" always
h.yaml:26:3 "" "post" "" always
h.yaml:27:3 "it-1" "post" "again" always
h.yaml:29:5 "" "" "" always
h.yaml:30:5 "Zo\xeb" "robot" "\xff" always "a"="b" "\xfe"="007"
h.yaml:5:64 [is-a] "infrastructure-manager" "is-a" "it-manager" in "" always
h.yaml:7:5 "p-17" "holds" "pm-1" in "" since 2026-01-05
h.yaml:8:5 "pm-1" "directed-by" "prg-1" in "payments" 2026-01-05 to 2026-04-01
h.yaml:9:5 "p-18" "holds" "pm-1" in "" always "fte"="0.50" "mode"="job-share" "why"="~x"
h.yaml:10:5 "" "reports too" "a b" in "in" until 2027-01-01
h.yaml:11:5 "in" "in" "in" in "in" always
h.yaml:12:5 "Zo\xeb" "mentors" "a b" in "" until 2027-01-01
h.yaml:16:12 [role] "it-1" "has-role" "it-manager" in "payments" always
h.yaml:16:36 [role] "it-1" "has-role" "x" in "" since 2026-01-01 "mode"="acting"
h.yaml:16:78 [role] "it-1" "has-role" "y z" in "q r" always
h.yaml:20:17 [reports-to] "it-1" "reports-to" "ceo" in "" always
`
	if got := dump(read(t, "h.yaml", harbour)); got != want {
		g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
		for i := range max(len(g), len(w)) {
			if i >= len(g) || i >= len(w) || g[i] != w[i] {
				t.Fatalf("line %d:\n%s\nwant\n%s", i, strings.Join(g[i:], "\n"), strings.Join(w[min(i, len(w)):], "\n"))
			}
		}
	}
}

func TestReadJSON(t *testing.T) {
	o := read(t, "h.json", "\ufeff{\"format\": 1, \"organisation\": \"\\ud83d\\ude00 \\u00e9\\/\",\n \"posts\": {\"é\": \"x\", \"a\": {\"grade\": 1e3, \"top\": true,\n\t\"reports-to\": \"é\"}, \"<<\": null, \"\ufffd\": \"\\ufffd\"}}\n")
	const want = `"😀 é/"
h.json:2:12 "é" "post" "x" always
h.json:2:22 "a" "post" "" always "grade"="1e3" "top"="true"
h.json:3:22 "<<" "post" "" always
h.json:3:34 "�" "post" "�" always
h.json:3:16 [reports-to] "a" "reports-to" "é" in "" always
`
	if got := dump(o); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for text, want := range map[string]string{
		`{"format": 1, "posts": {"a": "\ud800"}}`: "x.json:1:30: \\ud800 is half of a pair",
		"{\"format\": 1,\n }":                     "x.json:2:2: this is no JSON",
		`{"format": 1, "posts": {`:                "x.json:1:25: the file ends in the middle",
		`{"format": 1} x`:                         "x.json:1:15: there is more after",
		`{"format": 1} 2`:                         "x.json:1:15: there is more after",
		"{'format': 1}":                           "x.json:1:2: this is no JSON",
		`{"format": 1, "organisation": null}`:     "x.json:1:31: nothing stands where",
		`[1, 2]`:                                  "x.json:1:1: a list stands where",
		`{"format": 1.0}`:                         `x.json:1:12: the text "1.0" is no format`,
		`}`:                                       "x.json:1:1: this is no JSON",
		`{"format": 1, "format": 1}`:              `x.json:1:15: the key "format" stands here a second time`,
	} {
		if _, _, err := native.Read("x.json", strings.NewReader(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s gives %v, want %s", text, err, want)
		}
	}
}

// The same document in YAML and in JSON is the same organisation.
func TestJSONIsYAML(t *testing.T) {
	text := `{"format": 1, "posts": {"a": {"name": "A", "role": ["r in s", {"line": "q", "fte": 0.5}]}}, "lines": ["a b-s c"], "nodes": [{"id": "n", "kind": "k"}]}`
	a, b := dump(read(t, "x.json", text)), dump(read(t, "x.yaml", text))
	if a != strings.ReplaceAll(b, ".yaml", ".json") {
		t.Errorf("%s\n%s", a, b)
	}
	if c := dump(read(t, "x", text)); c != strings.ReplaceAll(a, "x.json", "x") {
		t.Errorf("%s\n%s", a, c)
	}
}

func TestEncodings(t *testing.T) {
	wide := []byte{0xff, 0xfe}
	for _, r := range "format: 1\nposts: {é: x}\n" {
		wide = append(wide, byte(r), byte(r>>8))
	}
	for text, note := range map[string]string{
		"format: 1\nposts: {é: x}\n":       "",
		"\ufeffformat: 1\nposts: {é: x}\n": "byte order mark",
		"format: 1\nposts: {\xe9: x}\n":    "Windows-1252",
		string(wide):                       "UTF-16",
	} {
		o, notes, err := native.Read("x.yaml", strings.NewReader(text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if _, ok := o.Find("é"); !ok {
			t.Errorf("%q: no é", text)
		}
		if note == "" != (len(notes.List) == 0) || note != "" && !strings.Contains(notes.List[0].Text, note) {
			t.Errorf("%q: notes %v", text, notes.List)
		}
	}
}

// A relation that no rule knows is read, and noted once with the number of its lines.
func TestOwnRelations(t *testing.T) {
	text := "format: 1\nlines:\n  - a mentors b\n  - a reports-to b\n  - {from: a, rel: boss, to: b}\n  - c mentors b\n"
	o, notes, err := native.Read("x.yaml", strings.NewReader(text))
	if err != nil || o.Lines() != 4 {
		t.Fatalf("%d lines, %v", o.Lines(), err)
	}
	var told []string
	for _, n := range notes.List {
		told = append(told, n.Pos.String()+": "+n.Text)
	}
	want := []string{`x.yaml:3:5: 2 lines have the relation "mentors", which no rule knows.`, `x.yaml:5:5: 1 line has the relation "boss", which no rule knows.`}
	if !slices.Equal(told, want) {
		t.Errorf("noted is %q, want %q", told, want)
	}
	var many strings.Builder
	many.WriteString("format: 1\nlines:\n")
	for i := range 3000 {
		fmt.Fprintf(&many, "  - a zzz%d b\n", i)
	}
	_, notes, err = native.Read("x.yaml", strings.NewReader(many.String()))
	if err != nil || len(notes.List) != 21 || notes.List[20].Text != "2980 lines have other relations that no rule knows." {
		t.Errorf("%v: %d notes, the last %v", err, len(notes.List), notes.List[len(notes.List)-1])
	}
}

// What is read and was probably meant otherwise is noted.
func TestOddities(t *testing.T) {
	for text, want := range map[string]string{
		"posts: {}\nroles:\n  a: Boss, top\n  b: Bee, reports-to a\n": `x.yaml:4:6: The name "Boss, top" holds what looks like a key; if it is one, write a mapping: {name: Boss, top: true} (2 nodes are like this).`,
		"posts:\n  a:\n    name: A\n  grade: G6\n":                    `x.yaml:5:3: A node has the id "grade", which is a key of nodes; if it belongs to the node above, indent it more.`,
		"posts:\n  a {name: Boss}\n":                                  `x.yaml:3:3: A node has the id "a {name"; if it is a mapping in braces, put a colon before the brace.`,
		"posts:\n  \"grade\": G6\n  a: \"Boss, top\"\n":               "",
		"posts:\n  a: Service owner, payments\n":                      "",
	} {
		_, notes, err := native.Read("x.yaml", strings.NewReader("format: 1\n"+text))
		got := ""
		for _, n := range notes.List {
			got += n.Pos.String() + ": " + n.Text
		}
		if err != nil || got != want {
			t.Errorf("%s%v: %s\nwant %s", text, err, got, want)
		}
	}
}
