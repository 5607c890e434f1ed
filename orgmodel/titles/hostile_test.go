package titles_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/titles"
)

// testReading holds a reading to what every reading promises.
func testReading(t *testing.T, c *titles.Classifier, title string) {
	t.Helper()
	got := c.Read(title)
	if again := c.Read(title); !reflect.DeepEqual(got, again) {
		t.Fatalf("%.80q: %v, and then %v", title, got, again)
	}
	open := false
	for i, g := range got.Guesses {
		if g.Pattern == "" || g.Ambiguous() != (g.Role == "") || g.Ambiguous() == (len(g.Candidates) == 0) || open && !g.Ambiguous() {
			t.Fatalf("%.80q: guess %d of %v", title, i, got.Guesses)
		}
		open = open || g.Ambiguous()
		for _, h := range got.Guesses[:i] {
			if !g.Ambiguous() && (h.Role == g.Role || c.IsA(h.Role, g.Role) || c.IsA(g.Role, h.Role)) {
				t.Fatalf("%.80q: %s beside %s", title, g.Role, h.Role)
			}
		}
	}
}

// Titles of any length and shape are read, and what stands beyond the limits counts for nothing.
func TestHostileTitles(t *testing.T) {
	c := titles.Default()
	for _, word := range []string{"a", "project ", "project & ", "head of ", ", ", "'", "\xff", "\u0301", "＆", "project manager's ", "of the and ", "П", "\u200b", "PM "} {
		for _, n := range []int{1, 2, 63, 64, 65, 1001} {
			testReading(t, c, strings.Repeat(word, n))
		}
	}
	long := strings.Repeat("quay ", 2<<20) // 10 MB
	testReading(t, c, long)
	if got := said(c, "Project manager "+long); got != "project-manager" {
		t.Errorf("at the beginning of a long title: %q", got)
	}
	if got := said(c, strings.Repeat("quay ", 200)+"project manager"); got != "" {
		t.Errorf("beyond the limit: %q", got)
	}
	if got := said(c, strings.Repeat("é", 499)+"x project manager"); got != "" {
		t.Errorf("across the limit: %q", got)
	}
}

// Roles that are each other, around a circle, end the question.
func TestCircleOfRoles(t *testing.T) {
	c := titles.New(titles.Set{
		Roles:    []titles.Role{{ID: "a", IsA: "b"}, {ID: "b", IsA: "a"}, {ID: "c", IsA: "c"}},
		Patterns: []titles.Pattern{{Pattern: "quay", Role: "c"}},
	})
	if !c.IsA("a", "b") || !c.IsA("b", "a") || c.IsA("a", "c") || c.IsA("c", "a") {
		t.Error("what is what, in a circle")
	}
	if got := said(c, "quay"); got != "c" {
		t.Errorf("said %q", got)
	}
}

// Case, space and the width of letters never change what a title says.
func TestFolding(t *testing.T) {
	c := titles.Default()
	for _, title := range []string{"Head of Finance and IT", "Project & Programme Manager", "PA to Head of IT", "Business analyst"} {
		want := said(c, title)
		wide := strings.Map(func(r rune) rune {
			if r > ' ' && r < 0x7f {
				return r - '!' + 0xFF01
			}
			return r
		}, title)
		for _, other := range []string{strings.ToUpper(title), strings.ToLower(title), "  " + strings.ReplaceAll(title, " ", " \t "), wide, strings.Join(strings.Split(title, ""), "\u200d")} {
			if got := said(c, other); got != want {
				t.Errorf("%q: %q, and %q: %q", title, want, other, got)
			}
		}
	}
}

func FuzzTitle(f *testing.F) {
	for _, s := range []string{"Project, programme & portfolio manager", "Head of Finance, Estates and IT (PM)", "PA to the Director-General's office", "Ｐ\u0301\xff - x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, title string) {
		testReading(t, titles.Default(), title)
		// A comma and a word that nothing knows take nothing away.
		before := titles.Default().Roles(title)
		if len(title) < 500 && !slices.ContainsFunc(titles.Default().Roles(title+" , zzzq"), func(g titles.Guess) bool { return !g.Ambiguous() }) && slices.ContainsFunc(before, func(g titles.Guess) bool { return !g.Ambiguous() }) && len(strings.Fields(title)) < 20 && !strings.ContainsAny(title, "'’`") {
			t.Errorf("%q says %v, and with a comma behind it nothing", title, before)
		}
	})
}
