package wording_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// FuzzHarmless: whatever an id, a name or a relation holds, nothing of it acts on a terminal or
// drowns its sentence.
func FuzzHarmless(f *testing.F) {
	for _, s := range []string{"", "pm-1", " a", "\x1b[31m", "a\nb", "\u202etxt.exe", "\xff\xfe", "\x9b31m", strings.Repeat("E", 5000), strings.Repeat("é", 5000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: orgmodel.ID(s), Name: s}}})
		for _, said := range []string{wording.Called(o, 0), wording.Word(orgmodel.ID(s)), wording.Short(s), wording.Says(orgmodel.Rel(s))} {
			if !utf8.ValidString(said) || strings.IndexFunc(said, func(r rune) bool { return !unicode.IsGraphic(r) }) >= 0 {
				t.Errorf("%q comes through in %q", s, said)
			}
			if len(said) > 5000 {
				t.Errorf("%d bytes make a sentence of %d", len(s), len(said))
			}
		}
	})
}

// TestCalled: a name is told beside an id unless a reader made the id of it.
func TestCalled(t *testing.T) {
	for _, c := range []struct{ id, name, want string }{
		{"pm-1", "", "pm-1"},
		{"pm-1", "Payments", `pm-1 "Payments"`},
		{"Payments", "Payments", `Payments "Payments"`},
		{"unit:Digital", "Digital", "unit:Digital"},
		{"unit:Digital", "Digital and data", `unit:Digital "Digital and data"`},
		{"unit:Cabinet Office/Digital", "Digital", "unit:Cabinet Office/Digital"},
		{"group:E1/Legal/G6/Lawyer#1", "Lawyer", "group:E1/Legal/G6/Lawyer#1"},
		{"group:E1/Legal/G6/Lawyer#1", "yer", `group:E1/Legal/G6/Lawyer#1 "yer"`},
	} {
		o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: orgmodel.ID(c.id), Kind: orgmodel.Unit, Name: c.name}}})
		if got := wording.Called(o, 0); got != c.want {
			t.Errorf("%s %q is called %s, want %s", c.id, c.name, got, c.want)
		}
	}
}

func TestSeries(t *testing.T) {
	for _, c := range []struct {
		names []string
		total int
		want  string
	}{{nil, 0, ""}, {[]string{"a"}, 1, "a"}, {[]string{"a", "b"}, 2, "a and b"}, {[]string{"a", "b"}, 5, "a, b and 3 more"}} {
		if got := wording.Series(c.names, c.total); got != c.want {
			t.Errorf("%v of %d reads %q, want %q", c.names, c.total, got, c.want)
		}
	}
	if wording.Count(1, "post") != "1 post" || wording.Count(0, "post") != "0 posts" {
		t.Error("one is no plural, and none is")
	}
}
