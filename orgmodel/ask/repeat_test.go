package ask_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/source/table"
)

// TestRepeatedID: whatever is asked about an id that several records have, the answer says which
// they are and where.
func TestRepeatedID(t *testing.T) {
	o, _, err := table.Read("p.csv", strings.NewReader("id,name,manager\nE1,Top,\nE6,Finn Berg,E1\nE6,Ida Lund,E1\n"))
	if err != nil {
		t.Fatal(err)
	}
	q := ask.Asker{Org: o}
	for word, want := range map[string]string{
		"E6":       `E6 is the id of 2 records: p.csv:3:1 [id] ("Finn Berg") and p.csv:4:1 [id] ("Ida Lund"); the answer is for the first, with the lines of all.`,
		"Ida Lund": `the first has the lines of all, and this is another.`,
		"E1":       "",
	} {
		r, err := q.Find(word)
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, why := range q.Manager(r).Why {
			if why.Code == ask.RepeatedID {
				said += why.Text
			}
		}
		if !strings.HasSuffix(said, want) || want == "" && said != "" {
			t.Errorf("%s: %q, want %q", word, said, want)
		}
	}
}
