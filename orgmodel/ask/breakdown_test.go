package ask_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

// ages is an answer of another package in the shape of this one.
func ages(q ask.Asker) ask.Answer {
	a := q.Begin("ages")
	a.Sentence = "Two units are known by age."
	a.Breakdowns = []ask.Breakdown{q.Breakdown("units", "Units by age", []string{"years", "sort"}, []ask.Row{
		{ID: "it", Label: "IT", Cells: []ask.Cell{"12.5", "old"}},
		{ID: "fin", Cells: []ask.Cell{"3", ""}},
	})}
	return a
}

func ExampleAsker_Breakdown() {
	q := ask.Asker{Org: orgmodel.New(orgmodel.Spec{Name: "Harbour Digital"})}
	ask.Text(os.Stdout, ages(q))
	// Output:
	// Two units are known by age.
	//
	// Units by age
	//          years  sort
	//   it IT  12.5   old
	//   fin    3
	//
	// Harbour Digital, on no particular day.
}

func ExampleAsker_Begin() {
	q := ask.Asker{Org: orgmodel.New(orgmodel.Spec{Name: "Harbour Digital"}), Limit: 1}
	ask.Table(os.Stdout, ages(q))
	// Output:
	// UNITS  YEARS  SORT
	// it IT  12.5   old
}

// What is cut off is counted, and several breakdowns stand apart.
func TestBreakdownIsCut(t *testing.T) {
	a := ages(ask.Asker{Org: orgmodel.New(orgmodel.Spec{}), Limit: 1})
	a.Breakdowns = append(a.Breakdowns, a.Breakdowns[0], ask.Asker{}.Breakdown("none", "None", nil, nil))
	var text, table, data bytes.Buffer
	ask.Text(&text, a)
	ask.Table(&table, a)
	if !strings.Contains(text.String(), "... 2 in all, 1 more") || strings.Contains(text.String(), "None") {
		t.Error(text.String())
	}
	if strings.Count(table.String(), "\n\n") != 2 {
		t.Error(table.String())
	}
	if err := ask.JSON(&data, a); err != nil || !strings.Contains(data.String(), `"rows": []`) {
		t.Errorf("%v: %s", err, data.String())
	}
	var back ask.Answer
	if err := json.Unmarshal(data.Bytes(), &back); err != nil || back.Breakdowns[0].Total != 2 {
		t.Errorf("%v: %+v", err, back)
	}
}

// An id that a reader made of the name is not said beside it to people, and is for tools.
func TestRowsSayIDsOnce(t *testing.T) {
	a := ask.Asker{Org: orgmodel.New(orgmodel.Spec{})}.Begin("x")
	a.Breakdowns = []ask.Breakdown{{Name: "units", Title: "Units", Rows: []ask.Row{{ID: "unit:Ministry/Navy", Label: "Navy"}}}}
	var text, table bytes.Buffer
	ask.Text(&text, a)
	ask.Table(&table, a)
	if strings.Contains(text.String(), "unit:") || !strings.Contains(text.String(), "  Navy") || !strings.Contains(table.String(), "unit:Ministry/Navy Navy") {
		t.Errorf("%s\n%s", text.String(), table.String())
	}
}

// FuzzCell: a cell is JSON whatever is in it, a number where it looks like one, and comes back.
func FuzzCell(f *testing.F) {
	for _, s := range []string{"", "0", "-1", "7.5", "00", "1.", ".5", "-", "1e9", "NaN", "a\"b", "\x1b", "1 ", "+1", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b, err := json.Marshal(ask.Cell(s))
		if err != nil {
			t.Fatal(err)
		}
		var c ask.Cell
		if err := json.Unmarshal(b, &c); err != nil {
			t.Fatal(err)
		}
		if want := string([]rune(s)); string(c) != want { // JSON has no bytes that are no text
			t.Errorf("%q came back as %q", s, c)
		}
		a := ask.Asker{Org: orgmodel.New(orgmodel.Spec{})}.Begin("x")
		a.Breakdowns = []ask.Breakdown{{Name: "n", Rows: []ask.Row{{ID: orgmodel.ID(s), Label: s, Cells: []ask.Cell{ask.Cell(s)}}}}}
		var text, table bytes.Buffer
		ask.Text(&text, a)
		ask.Table(&table, a)
		if strings.ContainsAny(text.String()+table.String(), "\x00\x1b\u202e\r") {
			t.Errorf("%q acts on a terminal", s)
		}
	})
}

// An answer without breakdowns says nothing of them: programs written before there were any see no change.
func TestNoBreakdowns(t *testing.T) {
	a := ask.Asker{Org: orgmodel.New(orgmodel.Spec{})}.Tops()
	b, err := json.Marshal(a)
	if err != nil || bytes.Contains(b, []byte("breakdowns")) || !reflect.DeepEqual(a.Breakdowns, []ask.Breakdown(nil)) {
		t.Errorf("%v: %s", err, b)
	}
}

// Millionths are percent for people, and themselves for programs.
func TestMillionths(t *testing.T) {
	q := ask.Asker{Org: orgmodel.New(orgmodel.Spec{})}
	for _, c := range []struct{ cell, says string }{
		{"0", "0.0%"}, {"1", "<0.1%"}, {"499", "<0.1%"}, {"500", "0.1%"}, {"666667", "66.7%"}, {"50449", "5.0%"}, {"50450", "5.0%"}, {"50500", "5.1%"},
		{"999499", "99.9%"}, {"999500", ">99.9%"}, {"1000000", "100.0%"}, {"1000001", "1000001"}, {"-1", "-1"}, {"many", "many"},
	} {
		a := q.Begin("ways")
		b := q.Breakdown("ways", "Ways", []string{"between", "n"}, []ask.Row{{ID: "x", Cells: []ask.Cell{ask.Cell(c.cell), "1000000"}}})
		b.Millionths = []string{"between"}
		a.Breakdowns = []ask.Breakdown{b}
		var text, table, data bytes.Buffer
		ask.Text(&text, a)
		ask.Table(&table, a)
		ask.JSON(&data, a)
		if got := strings.Fields(text.String()); !strings.Contains(strings.Join(got, " "), "x "+c.says+" 1000000") {
			t.Errorf("%s: %s", c.cell, text.String())
		}
		if !strings.Contains(table.String(), c.cell+" ") || !strings.Contains(data.String(), c.cell) || !strings.Contains(data.String(), `"millionths"`) {
			t.Errorf("%s for programs:\n%s%s", c.cell, table.String(), data.String())
		}
		if b.Rows[0].Cells[0] != ask.Cell(c.cell) {
			t.Errorf("writing %s changed it to %s", c.cell, b.Rows[0].Cells[0])
		}
	}
}
