package native_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/native"
)

// manned are n posts, each with a grade, a unit, a boss and a holder.
func manned(n int) *orgmodel.Org {
	s := orgmodel.Spec{Name: "Harbour Digital"}
	for i := range n {
		id := orgmodel.ID(fmt.Sprintf("post-%d", i))
		person := orgmodel.ID(fmt.Sprintf("p-%d", i))
		s.Nodes = append(s.Nodes,
			orgmodel.Node{ID: id, Kind: orgmodel.Post, Name: fmt.Sprintf("Engineer %d", i), Attrs: orgmodel.NewAttrs(orgmodel.Grade, fmt.Sprint("G", i%7))},
			orgmodel.Node{ID: person, Kind: orgmodel.Person, Name: fmt.Sprintf("Ada Okafor %d", i)})
		s.Lines = append(s.Lines,
			orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: orgmodel.ID(fmt.Sprintf("post-%d", i/8))},
			orgmodel.Line{From: person, Rel: orgmodel.Holds, To: id, Live: orgmodel.Interval{From: orgmodel.NewDate(2026, 1, 5)}})
	}
	return orgmodel.New(s)
}

func BenchmarkWrite(b *testing.B) {
	o := manned(100_000)
	for _, c := range []struct {
		name string
		w    native.Writer
	}{{"Exact", native.Writer{}}, {"Grouped", native.Writer{Grouped: true}}, {"JSON", native.Writer{JSON: true}}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := c.w.Write(io.Discard, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCanon(b *testing.B) {
	var text bytes.Buffer
	native.Writer{Grouped: true}.Write(&text, manned(10_000))
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := native.Canon("org.yaml", text.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}
