package native_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/native"
)

func small() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{
		Name: "Harbour Digital",
		Nodes: []orgmodel.Node{
			{ID: "p-17", Kind: orgmodel.Person, Name: "Ada Okafor"},
			{ID: "it-1", Kind: orgmodel.Post, Name: "Head of IT", Attrs: orgmodel.NewAttrs(orgmodel.Grade, "6", "desk", "B 12", orgmodel.FTE, "0.5")},
			{ID: "p-18", Kind: orgmodel.Person},
			{ID: "pm-1", Kind: orgmodel.Post, Name: "Yes: manager", Live: orgmodel.Interval{Until: orgmodel.NewDate(2027, 4, 1)}},
		},
		Lines: []orgmodel.Line{
			{From: "p-17", Rel: orgmodel.Holds, To: "it-1", Attrs: orgmodel.NewAttrs(orgmodel.Mode, "acting")},
			{From: "pm-1", Rel: orgmodel.ReportsTo, To: "it-1", Live: orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 5)}},
			{From: "it-1", Rel: orgmodel.HasRole, To: "it-manager", Scope: "digital"},
			{From: "it-1", Rel: "mentors", To: "p 18"},
		},
	})
}

func ExampleWrite() {
	if err := native.Write(os.Stdout, small()); err != nil {
		panic(err)
	}
	// Output:
	// format: 1
	// organisation: Harbour Digital
	// nodes:
	//   - {id: p-17, kind: person, name: Ada Okafor, holds: {line: it-1, mode: acting}}
	//   - {id: it-1, kind: post, name: Head of IT, grade: "6", fte: 0.5, attrs: {desk: B 12}}
	//   - {id: p-18, kind: person}
	//   - {id: pm-1, kind: post, name: "Yes: manager", until: 2027-04-01, reports-to: it-1 since 2026-01-05}
	// lines:
	//   - it-1 has-role it-manager in digital
	//   - {from: it-1, rel: mentors, to: p 18}
}

func ExampleWriter_Write() {
	w := native.Writer{Grouped: true, Comment: "From people.csv."}
	if err := w.Write(os.Stdout, small()); err != nil {
		panic(err)
	}
	// Output:
	// # From people.csv.
	//
	// format: 1
	// organisation: Harbour Digital
	// people:
	//   p-17: {name: Ada Okafor, holds: {line: it-1, mode: acting}}
	//   p-18:
	// posts:
	//   it-1: {name: Head of IT, grade: "6", fte: 0.5, attrs: {desk: B 12}, role: it-manager in digital}
	//   pm-1: {name: "Yes: manager", until: 2027-04-01, reports-to: it-1 since 2026-01-05}
	// lines:
	//   - {from: it-1, rel: mentors, to: p 18}
}

// full fails once so many bytes are written.
type full struct{ left int }

var errFull = errors.New("the disk is full")

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.left {
		n := f.left
		f.left = 0
		return n, errFull
	}
	f.left -= len(b)
	return len(b), nil
}

func TestWriteKeepsTheFirstError(t *testing.T) {
	o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "a", Name: strings.Repeat("x", 1<<20)}, {ID: "b"}}})
	for _, left := range []int{0, 10, 1 << 16, 1 << 20} {
		for _, json := range []bool{false, true} {
			if err := (native.Writer{JSON: json}).Write(&full{left}, o); !errors.Is(err, errFull) {
				t.Errorf("room for %d bytes: %v", left, err)
			}
		}
	}
}

// The first record of an id still answers to it: later ones stand after all others.
func TestGroupedRepeats(t *testing.T) {
	o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{
		{ID: "a", Kind: orgmodel.Post, Name: "First"}, {ID: "b", Kind: orgmodel.Person}, {ID: "b", Kind: "squad"},
		{ID: "a", Kind: orgmodel.Unit, Name: "Second"}, {ID: "c", Kind: orgmodel.Post},
	}})
	var b bytes.Buffer
	if err := (native.Writer{Grouped: true}).Write(&b, o); err != nil {
		t.Fatal(err)
	}
	want := `format: 1
people:
  b:
posts:
  a: First
  c:
nodes:
  - {id: b, kind: squad}
  - {id: a, kind: unit, name: Second}
`
	if b.String() != want {
		t.Errorf("written as\n%s", b.String())
	}
}
