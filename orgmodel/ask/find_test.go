package ask_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

func people(kv ...string) *orgmodel.Org {
	var s orgmodel.Spec
	for i := 0; i < len(kv); i += 2 {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(kv[i]), Kind: orgmodel.Person, Name: kv[i+1]})
	}
	s.Lines = []orgmodel.Line{{From: "p1", Rel: orgmodel.ReportsTo, To: "nobody-declares"}}
	return orgmodel.New(s)
}

func TestFind(t *testing.T) {
	o := people("p1", "Zoë Papadopoulos", "p2", "Straße", "p3", "Ada Okafor", "p4", "ada okafor", "Ada Okafor", "An id that is a name", "p6", "Søren  Müller",
		"p7", "Nguyễn Văn An", "p8", "Łukasz Żak", "p1", "Zoë Papadopoulos")
	q := ask.Asker{Org: o}
	for asked, want := range map[string]orgmodel.ID{
		"p1": "p1", "zoe papadopoulos": "p1", "ZOE\u0308  PAPADOPOULOS ": "p1", "strasse": "p2", "Ada Okafor": "Ada Okafor",
		"ada okafor": "p4", "soren muller": "p6", "nguyen van an": "p7", "lukasz zak": "p8", "nobody-declares": "nobody-declares",
	} {
		if r, err := q.Find(asked); err != nil || o.ID(r) != want {
			t.Errorf("%q is %q (%v), want %q", asked, o.ID(r), err, want)
		}
	}
	var several *ask.AmbiguousError
	if _, err := q.Find("ADA OKAFOR"); !errors.As(err, &several) || several.Total != 2 || several.Matches[0].ID != "p3" || !strings.Contains(err.Error(), "p4 (person)") {
		t.Errorf("%v", err)
	}
	for asked, want := range map[string]string{"p11": "p1", "zoe": "Zoë Papadopoulos", "okafr": "", "Ada Okafr": "Ada Okafor", "muler": "", "soren mueler": "Søren", "papa": "Zoë", "": "", "  ": ""} {
		var unknown *ask.UnknownError
		_, err := q.Find(asked)
		if !errors.As(err, &unknown) || len(unknown.Near) > 5 || want != "" && !strings.Contains(err.Error(), want) || want == "" && strings.TrimSpace(asked) == "" && len(unknown.Near) > 0 {
			t.Errorf("%q: %v, want it to suggest %q", asked, err, want)
		}
	}
}

// TestFindAPostAndItsHolder: one name for a post and for its only holder means the post.
func TestFindAPostAndItsHolder(t *testing.T) {
	for _, kinds := range [][2]orgmodel.Kind{{orgmodel.Post, orgmodel.Person}, {orgmodel.Person, orgmodel.Post}} {
		s := orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "a", Kind: kinds[0], Name: "Ada"}, {ID: "b", Kind: kinds[1], Name: "ADA"}}}
		l := orgmodel.Line{From: "b", Rel: orgmodel.Holds, To: "a"}
		if kinds[0] == orgmodel.Person {
			l.From, l.To = l.To, l.From
		}
		s.Lines = append(s.Lines, l)
		o := orgmodel.New(s)
		if r, err := (ask.Asker{Org: o}).Find("ada"); err != nil || o.Kind(r) != orgmodel.Post {
			t.Errorf("%v, kind %q", err, o.Kind(r))
		}
	}
}

// TestFindWithoutIDs: records without an id are told apart, and suggested.
func TestFindWithoutIDs(t *testing.T) {
	q := ask.Asker{Org: people("", "Permanent Secretary of Trade", "", "Director", "", "Director")}
	var several *ask.AmbiguousError
	if _, err := q.Find("director"); !errors.As(err, &several) || several.Total != 2 {
		t.Error(err)
	}
	if r, err := q.Find("permanent secretary of trade"); err != nil || r != 0 {
		t.Error(r, err)
	}
	var unknown *ask.UnknownError
	if _, err := q.Find("directr"); !errors.As(err, &unknown) || len(unknown.Near) != 2 {
		t.Error(err)
	}
}

// TestFindAGhost: an id that lines name and nobody declares is found where no record has it as a
// name, and otherwise listed beside those that have.
func TestFindAGhost(t *testing.T) {
	for names, want := range map[[2]string]int{{"Bob Ray", "Bob Ray"}: 3, {"Bob Ray", "Ann"}: 2, {"BOB RAY", "Ann"}: 0, {"Bo", "Ann"}: 0} {
		s := orgmodel.Spec{Lines: []orgmodel.Line{{From: "p1", Rel: orgmodel.ReportsTo, To: "Bob Ray"}}}
		for i, n := range names {
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("p", i+1)), Kind: orgmodel.Person, Name: n})
		}
		o := orgmodel.New(s)
		r, err := ask.Asker{Org: o}.Find("Bob Ray")
		var several *ask.AmbiguousError
		switch {
		case want == 0 && (err != nil || o.Declared(r)):
			t.Errorf("%v: %v %v", names, r, err)
		case want > 0 && (!errors.As(err, &several) || several.Total != want || !strings.Contains(err.Error(), "Bob Ray, declared nowhere")):
			t.Errorf("%v: %v %v", names, r, err)
		}
	}
}

func TestFindListsTen(t *testing.T) {
	var kv []string
	for i := range 30 {
		kv = append(kv, fmt.Sprint("n", i), "Developer")
	}
	_, err := ask.Asker{Org: people(kv...)}.Find("developer")
	var several *ask.AmbiguousError
	if !errors.As(err, &several) || len(several.Matches) != 10 || several.Total != 30 || !strings.Contains(err.Error(), "and 20 more") {
		t.Error(err)
	}
}

// FuzzFind: a record is found by its name in any case and with any space around it, or the error
// lists it; and no error acts on a terminal.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"Ada", "Zoë", "ǅ", "ẞ", "İstanbul", "a\u0301\u0301", "\xff", "\x1b[2J", "K", "ﬁ", " ", "a b"} {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, name, other string) {
		o := people("p1", name, "p2", other)
		q := ask.Asker{Org: o}
		for _, asked := range []string{name, " " + name + "\t", strings.ToLower(name), other} {
			r, err := q.Find(asked)
			if err != nil && strings.IndexFunc(err.Error(), func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }) >= 0 {
				t.Errorf("%q: the error is %q", asked, err)
			}
			var several *ask.AmbiguousError
			if asked == name && name != "" && name != other && err == nil && o.ID(r) != "p1" && name != "p2" && name != "nobody-declares" {
				t.Errorf("%q is %q", asked, o.ID(r))
			}
			if asked == name && name != "" && err != nil && !errors.As(err, &several) {
				t.Errorf("%q is not found: %v", asked, err)
			}
		}
	})
}

// plainDistance is the Levenshtein distance by its definition.
func plainDistance(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return plainDistance(a[1:], b[1:])
	}
	return 1 + min(plainDistance(a[1:], b), plainDistance(a, b[1:]), plainDistance(a[1:], b[1:]))
}

// TestNear: what is suggested is what differs in the fewest letters.
func TestNear(t *testing.T) {
	var names []string
	for i := range 200 {
		names = append(names, fmt.Sprintf("%c%c%c%c", 'a'+i%3, 'a'+i/3%3, 'a'+i/9%3, 'a'+i/27%3))
	}
	for _, asked := range []string{"abcz", "zzab", "bzca", "aabbc"} {
		var unknown *ask.UnknownError
		if _, err := (ask.Asker{Org: people("x1", names[0], "x2", names[7], "x3", names[40], "x4", names[66], "x5", names[79])}).Find(asked); !errors.As(err, &unknown) {
			t.Fatal(err)
		}
		last := 0
		for _, r := range unknown.Near {
			d := plainDistance(asked, r.Name)
			if d < last || d > 1+len(asked)/4 {
				t.Errorf("%q: %q at %d after %d", asked, r.Name, d, last)
			}
			last = d
		}
		for _, n := range []int{0, 7, 40, 66, 79} {
			listed := false
			for _, r := range unknown.Near {
				listed = listed || r.Name == names[n]
			}
			if d := plainDistance(asked, names[n]); d <= 1+len(asked)/4 && !listed {
				t.Errorf("%q: %q at %d is not suggested", asked, names[n], d)
			}
		}
	}
}
