package orgmodel_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestText reads back what the named texts and the closed sets write.
func TestText(t *testing.T) {
	id, kind, rel := orgmodel.ID("Ünit \x00"), orgmodel.Kind("squad"), orgmodel.Rel("mentors")
	check(t, id, new(orgmodel.ID))
	check(t, kind, new(orgmodel.Kind))
	check(t, rel, new(orgmodel.Rel))
	check(t, day(3), new(orgmodel.Date))
	check(t, orgmodel.Date{}, new(orgmodel.Date))
	for s := orgmodel.Severity(0); s <= orgmodel.Error; s++ {
		check(t, s, new(orgmodel.Severity))
	}
	for c := orgmodel.Filled; c <= orgmodel.Group; c++ {
		check(t, c, new(orgmodel.Occupancy))
	}
	var s orgmodel.Severity
	var c orgmodel.Occupancy
	var d orgmodel.Date
	if s.UnmarshalText([]byte("fatal")) == nil || c.UnmarshalText([]byte("empty")) == nil || d.UnmarshalText([]byte("yesterday")) == nil {
		t.Error("what is no value of the set is read")
	}
	if orgmodel.Severity(9).String() != "" {
		t.Error("an unknown severity has a name")
	}
}

// written is a value that is written as text, read one that is read from it.
type (
	written interface {
		comparable
		encoding.TextMarshaler
	}
	read[T any] interface {
		*T
		encoding.TextUnmarshaler
	}
)

func check[T written, P read[T]](t *testing.T, v T, p P) {
	t.Helper()
	b, err := v.MarshalText()
	if err != nil || p.UnmarshalText(b) != nil || *p != v {
		t.Errorf("%v is written as %q and read as %v", v, b, *p)
	}
}

// TestRecordsAsJSON: records and findings can be written with encoding/json as they are, ids as
// keys too.
func TestRecordsAsJSON(t *testing.T) {
	b, err := json.Marshal(map[orgmodel.ID]any{
		"pm-1": orgmodel.Line{From: "pm-1", Rel: orgmodel.ReportsTo, To: "it-1", Live: orgmodel.Interval{From: day(0)}},
		"x":    orgmodel.Finding{Rule: "r", Severity: orgmodel.Warning},
	})
	if err != nil {
		t.Fatal(err)
	}
	var back map[string]struct {
		From, Rel, Severity string
		Live                orgmodel.Interval
	}
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if l := back["pm-1"]; l.From != "pm-1" || l.Rel != "reports-to" || l.Live.From != day(0) || back["x"].Severity != "warning" {
		t.Errorf("%s", b)
	}
}

func TestPosString(t *testing.T) {
	for want, p := range map[string]orgmodel.Pos{
		"": {}, "a.csv": {File: "a.csv"}, "a.csv:7": {File: "a.csv", Line: 7}, "a.csv:7:3": {File: "a.csv", Line: 7, Column: 3},
		"a.csv:7:3 [manager_id]": {File: "a.csv", Line: 7, Column: 3, Field: "manager_id"},
	} {
		if p.String() != want {
			t.Errorf("%q, want %q", fmt.Sprint(p), want)
		}
	}
}
