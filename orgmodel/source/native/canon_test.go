package native_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
	"go.yaml.in/yaml/v4"
)

var numbered = regexp.MustCompile(`(?m)#c[0-9]+.*$`)

// TestCanonKeepsEverything: a document as no one should write it has the same records and the
// same comments in canonical form, which is its own canonical form.
func TestCanonKeepsEverything(t *testing.T) {
	rounds := uint64(1000)
	if testing.Short() {
		rounds = 150
	}
	comments, records := 0, 0
	for seed := range rounds {
		text, want := document(seed)
		before, _, err := native.Read("a.yaml", strings.NewReader(text))
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, text)
		}
		canon, err := native.Canon("a.yaml", []byte(text))
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, text)
		}
		after, _, err := native.Read("a.yaml", bytes.NewReader(canon))
		if err != nil {
			t.Fatalf("seed %d: %v\n%s\nbecame\n%s", seed, err, text, canon)
		}
		sameRecords(t, after.Spec(), before.Spec())
		got := numbered.FindAllString(string(canon), -1)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("comments are\n%q\nwant\n%q", got, want)
		}
		if again, err := native.Canon("a.yaml", canon); err != nil || !bytes.Equal(again, canon) {
			t.Errorf("%v: the canonical form differs from its own: %s", err, firstDifference(canon, again))
		}
		if t.Failed() {
			t.Fatalf("seed %d:\n%s\nbecame\n%s", seed, text, canon)
		}
		comments += len(want)
		records += after.Len() + after.Lines()
	}
	if comments < int(rounds) || records < int(rounds) {
		t.Errorf("%d comments and %d records prove nothing", comments, records)
	}
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(a, b []byte) string {
	as, bs := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return fmt.Sprintf("line %d is %q and then %q", i+1, as[i], bs[i])
		}
	}
	return fmt.Sprintf("%d lines and then %d", len(as), len(bs))
}

func ExampleCanon() {
	src := `
posts:
    it-1: {reports-to: "ceo",  name: 'Head of IT'}   # since the merger
format: 1
people: {p-17: {name: Ada Okafor}}
lines:
- p-17   holds   "it-1"
`
	text, err := native.Canon("org.yaml", []byte(src))
	if err != nil {
		panic(err)
	}
	os.Stdout.Write(text)
	// Output:
	// format: 1
	// posts:
	//   it-1: {name: Head of IT, reports-to: ceo}  # since the merger
	// people:
	//   p-17: Ada Okafor
	// lines:
	//   - p-17 holds it-1
}

// TestCanonRefuses: what a canonical form cannot keep is refused with its place, and what the
// reader refuses is refused in the reader's words.
func TestCanonRefuses(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"format: 1\nposts:\n  a: &x {name: A}\n  b: *x\n", "o.yaml:3:6: the anchor &x"},
		{"format: 1\nposts:\n  a: {name: !!str A}\n", "o.yaml:3:13: the tag !!str"},
		{"format: 1\nposts:\n  a: {<<: {name: A}}\n", "o.yaml:3:7: the merge key <<"},
		{"format: 1\nposts:\n  ? [a]\n  : b\n", "o.yaml:3:5: a mapping or a list is the key"},
		{"format: 1\nposts:\n  a: {nmae: A}\n", "o.yaml:3:7: \"nmae\" is no key of a node. Did you mean name?"},
		{"format: 1\nposts:\n  a: {name: A\n", "o.yaml:4:1: a comma or } is missing"},
		{"posts: {}\n", "o.yaml:1:1: the key format is missing"},
		{"", "o.yaml: the file says nothing"},
	} {
		text, err := native.Canon("o.yaml", []byte(c.src))
		if err == nil || text != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q gives %q and %v, want %s", c.src, text, err, c.want)
		}
	}
	_, err := native.CanonWithin("o.yaml", []byte("format: 1\nlines: [a holds b]\n"), source.Limits{Bytes: 20})
	if !errors.Is(err, source.ErrLimit) {
		t.Errorf("a file over the limit: %v", err)
	}
}

// TestCanonJSON: JSON stays JSON; half a pair of escapes and all.
func TestCanonJSON(t *testing.T) {
	src := "{\"posts\":{\"a\":{\"fte\":0.50,\"top\":true,\"name\":\"\\ud83d\\ude00\\u0001\"},\"b\":null},\n\"format\":1,\"lines\":[\"a  holds   b\"]}"
	want := `{
  "format": 1,
  "posts": {
    "a": {"name": "😀\u0001", "fte": 0.50, "top": true},
    "b": null
  },
  "lines": [
    "a holds b"
  ]
}
`
	want = strings.Replace(want, `\U0001f600`, "\U0001f600", 1)
	for _, name := range []string{"o.json", "standard input"} {
		got, err := native.Canon(name, []byte(src))
		if err != nil || string(got) != want {
			t.Errorf("%v: got\n%s\nwant\n%s", err, got, want)
		}
	}
}

// FuzzCanon: the canonical form is refused, or it is its own, with the records of the original
// and every comment that the parser knows of.
func FuzzCanon(f *testing.F) {
	for seed := range uint64(20) {
		text, _ := document(seed)
		f.Add(text)
	}
	f.Add("format: 1\ninclude: [a.yaml, # c\n b.yaml]\nposts: {? a # c\n : b}\n")
	f.Add("{\"format\": 1, \"posts\": {\"a\": {\"fte\": 1e5}}}")
	f.Fuzz(func(t *testing.T, text string) {
		canon, err := native.Canon("a", []byte(text))
		if err != nil {
			return
		}
		again, err := native.Canon("a", canon)
		if err != nil || !bytes.Equal(again, canon) {
			t.Fatalf("%v: %s", err, firstDifference(canon, again))
		}
		before, _, errBefore := native.Read("a", strings.NewReader(text))
		after, _, errAfter := native.Read("a", bytes.NewReader(canon))
		if (errBefore == nil) != (errAfter == nil) {
			t.Fatalf("before: %v; after: %v", errBefore, errAfter)
		}
		if errBefore == nil {
			sameRecords(t, after.Spec(), before.Spec())
		} else if !strings.Contains(text, "include") {
			t.Fatalf("has a canonical form and cannot be read: %v", errBefore)
		}
		var doc yaml.Node
		if yaml.Load([]byte(text), &doc) == nil {
			for _, c := range commentsOf(&doc) {
				if !bytes.Contains(canon, []byte(c)) {
					t.Fatalf("the comment %q is lost:\n%s", c, canon)
				}
			}
		}
	})
}

func commentsOf(n *yaml.Node) []string {
	var all []string
	for _, c := range []string{n.HeadComment, n.LineComment, n.FootComment} {
		for line := range strings.Lines(c) {
			all = append(all, strings.TrimSpace(line))
		}
	}
	for _, c := range n.Content {
		all = append(all, commentsOf(c)...)
	}
	return all
}
