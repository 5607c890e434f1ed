package ask_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/orgtest"
)

const department = `as-of 2026-04-01
+unit it
+unit net
+unit void
+post it-1
+post net-1
+post net-9 until 2026-01-01
+post out-1
+person ada
+person bo fte=0.5
+person cy
+project payments
net part-of it
it-1 part-of it
net-1 part-of net
net-1 part-of it
net-9 part-of it
ada part-of it
ada holds it-1
bo holds net-1
bo holds out-1 until 2026-01-01
cy works-on payments
`

// TestUnitHeadcount: of a unit the seats that are part of it count, each once, through units within
// it too; an empty unit has none, and whoever works on a project is no part of it.
func TestUnitHeadcount(t *testing.T) {
	c, err := orgtest.Case{Name: "department", Text: department}.Parse()
	if err != nil {
		t.Fatal(err)
	}
	q := ask.Asker{Org: c.Org()}
	for word, want := range map[string]string{
		"it":       "it has 2 posts, 2 people and 1.5 FTE.",
		"net":      "net has 1 post, 1 person and 0.5 FTE.",
		"void":     "void has 0 posts, 0 people and 0 FTE.",
		"payments": "payments has 0 posts, 0 people and 0 FTE.",
	} {
		r, err := q.Find(word)
		if err != nil {
			t.Fatal(err)
		}
		a := q.Headcount(r)
		said := ""
		for _, why := range a.Why {
			said += why.Text
		}
		if a.Sentence != want || a.None() || !strings.Contains(said, "each once") || strings.Contains(said, "works on it") != (word == "payments") {
			t.Errorf("%s: %s %s", word, a.Sentence, said)
		}
	}
	r, _ := q.Find("it")
	if a := q.Members(r, 0); a.Sentence != "it has 4 members, of them 1 ended or not begun." {
		t.Error(a.Sentence)
	}
	if r, err = q.Find("payments"); err != nil || !strings.Contains(q.Manager(r).Why[1].Text, "ask about the roles of payments") {
		t.Errorf("%v %+v", err, q.Manager(r))
	}
}
