package rulepage_test

import (
	"reflect"
	"strings"
	"testing"

	"example.com/orgchart/internal/rulepage"
)

const wellFormed = `Nobody is idle.

Why: it costs.

Parameters:
  Max, Min (1): how many,
  and how few. Role (r), Over (o): who.
  Name (none): a word (as it
  is written).

Idle is who does nothing.

False positives: none.

Source: a book.

Before:
  +post a
After:
  +post b
`

func TestParseDoc(t *testing.T) {
	fields := []string{"Max", "Min", "Role", "Over", "Name"}
	d, err := rulepage.ParseDoc(wellFormed, fields)
	if err != nil {
		t.Fatal(err)
	}
	want := rulepage.Doc{
		Policy: "Nobody is idle.", Why: "It costs.", Notes: []string{"Idle is who does nothing."}, FalsePositives: "None.", Source: "A book.",
		Before: "  +post a\n", After: "  +post b\n",
		Parameters: []rulepage.Param{
			{Fields: []string{"Max", "Min"}, Defaults: []string{"1", "1"}, Text: "How many, and how few."},
			{Fields: []string{"Role", "Over"}, Defaults: []string{"r", "o"}, Text: "Who."},
			{Fields: []string{"Name"}, Defaults: []string{"none"}, Text: "A word (as it is written)."},
		},
	}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("got  %+v\nwant %+v", d, want)
	}
	for was, is := range map[string]string{
		"Why: it costs.":        "",
		"Source: a book.":       "Source: a book",
		"False positives: none": "Known errors: none",
		"Max, Min (1)":          "Maximum (1)",
		"Before:\n":             "",
		"After:\n":              "",
		"Idle is":               "Why: twice.\n\nIdle is",
	} {
		if _, err := rulepage.ParseDoc(strings.Replace(wellFormed, was, is, 1), fields); err == nil {
			t.Errorf("no error with %q in place of %q", is, was)
		}
	}
}
