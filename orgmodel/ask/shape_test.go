package ask_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

// answers are all questions about r, and with s.
func answers(q ask.Asker, r, s orgmodel.Ref) []ask.Answer {
	return []ask.Answer{
		q.Manager(r), q.Chain(r), q.Reports(r, 1), q.Reports(r, 0), q.Reports(r, 2), q.Span(r), q.Layers(r), q.Headcount(r),
		q.Holders(r), q.Roles(r, orgmodel.None), q.RolesIn(r), q.Members(r, 0), q.Members(r, 1), q.Loop(r),
		q.CommonManager(r, s), q.RoleHolders(r, s), q.RoleHolders(r, orgmodel.None), q.Roles(r, s),
		q.Path(r, s), q.Path(r, s, orgmodel.ReportsTo, orgmodel.PartOf), q.Tops(), q.Loops(),
		q.RoleOverlap(r, s), q.ScopeOf(r), q.FacetsOf(r), q.IsLineManager(r), q.ProjectsOf(r, ""), q.ProjectsOf(r, "it"), q.RunAs("project"), q.RunAs("\x1b"),
		q.History(r), q.ClassifyPM(r), q.WhyAmIHere(r), q.LineOfSight(), q.AssumedRoles(),
	}
}

// TestEveryAnswer: whatever is asked of whatever organisation, an answer is whole, can be written
// in every way, and nothing in it acts on a terminal.
func TestEveryAnswer(t *testing.T) {
	eachOrg(t, 16, func(t *testing.T, o *orgmodel.Org) {
		all := everyone(o)
		for i, r := range all {
			for _, a := range answers(ask.Asker{Org: o}, r, all[(i*7+3)%len(all)]) {
				testShape(t, o, a)
			}
		}
	})
}

func testShape(t *testing.T, o *orgmodel.Org, a ask.Answer) {
	t.Helper()
	if a.Sentence == "" || a.Question == "" || a.AsOf != o.AsOf() || a.Total != len(a.Items) || a.None() && len(a.Items) > 0 {
		t.Errorf("not whole: %+v", a)
	}
	for _, it := range a.Items {
		if it.ID != o.ID(it.Ref) || it.State == "" {
			t.Errorf("item %+v is not what the organisation has", it)
		}
	}
	write := func(name string, to func() (string, error)) string {
		s, err := to()
		if err != nil || !utf8.ValidString(s) || strings.IndexFunc(s, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }) >= 0 {
			t.Errorf("%s of %s: %v, %q", name, a.Question, err, s)
		}
		return s
	}
	text := write("text", func() (string, error) { var b bytes.Buffer; err := ask.Text(&b, a); return b.String(), err })
	table := write("table", func() (string, error) { var b bytes.Buffer; err := ask.Table(&b, a); return b.String(), err })
	if n := strings.Count(table, "\n"); len(a.Items) > 0 && n != 1+len(a.Items) {
		t.Errorf("a table of %d items has %d lines:\n%s", len(a.Items), n, table)
	}
	for _, r := range a.Why {
		if r.Text == "" || r.Code == "" || !strings.Contains(text, r.Text) {
			t.Errorf("the reason %+v is not told in\n%s", r, text)
		}
	}
	testJSON(t, a, write("JSON", func() (string, error) { var b bytes.Buffer; err := ask.JSON(&b, a); return b.String(), err }))
}

// testJSON: what JSON writes reads back as the same answer, bytes that are no text aside.
func testJSON(t *testing.T, a ask.Answer, s string) {
	t.Helper()
	var got struct {
		Version int `json:"version"`
		ask.Answer
	}
	dec := json.NewDecoder(strings.NewReader(s))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&got); err != nil || got.Version != ask.JSONVersion || strings.Contains(s, `"why": null`) || strings.Contains(s, `"items": null`) {
		t.Fatalf("%v: %s", err, s)
	}
	var want, again bytes.Buffer
	if err := ask.JSON(&want, a); err != nil {
		t.Fatal(err)
	}
	if err := ask.JSON(&again, got.Answer); err != nil || again.String() != strings.ReplaceAll(want.String(), `\ufffd`, "\ufffd") {
		t.Errorf("%v: reads back as\n%s\nnot\n%s", err, again.String(), want.String())
	}
}

// TestSameAnswerTwice: no order of a map reaches an answer.
func TestSameAnswerTwice(t *testing.T) {
	for seed := range uint64(16) {
		s := randomSpec(seed)
		a, b := orgmodel.New(s), orgmodel.New(s)
		for _, r := range everyone(a) {
			if x, y := answers(ask.Asker{Org: a}, r, 0), answers(ask.Asker{Org: b}, r, 0); !reflect.DeepEqual(x, y) {
				t.Fatalf("seed %d: asked twice about %d, answered in two ways", seed, r)
			}
		}
	}
}

// TestLimit: a limit cuts lists and nothing else.
func TestLimit(t *testing.T) {
	eachOrg(t, 24, func(t *testing.T, o *orgmodel.Org) {
		for _, r := range everyone(o) {
			all, few := answers(ask.Asker{Org: o, Limit: -1}, r, 0), answers(ask.Asker{Org: o, Limit: 2}, r, 0)
			for i, a := range all {
				b := few[i]
				if b.Total != a.Total || !reflect.DeepEqual(b.Counts, a.Counts) || b.Sentence != a.Sentence || len(b.Items) != min(2, len(a.Items)) {
					t.Errorf("%s about %d: %+v, cut %+v", a.Question, r, a, b)
				}
				if len(b.Items) > 0 && !reflect.DeepEqual(b.Items, a.Items[:len(b.Items)]) {
					t.Errorf("%s about %d lists others where it is cut", a.Question, r)
				}
			}
		}
	})
}
