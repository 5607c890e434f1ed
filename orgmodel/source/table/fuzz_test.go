package table_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/table"
)

// FuzzRead holds that no input panics and no row is lost: each row that an independent count
// finds is the line of a record or of a line.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"id,name,title,manager_id,unit\n1,Ada,CEO,,HQ\n2,\"B\"\"o\",Dev,1,HQ\n", "name;manager;start\nAda;;05/06/2026\n", "position id\tid\tname\tfte\nP1\t1\tAda\t0,5\nP1\t\tVacant\t\n",
		"\xff\xfei\x00d\x00\n\x001\x00", "sep=|\nid|name\n", "id,name\n1,\"x\n", "id,manager\n0,0\n-,-\n", "id,name,email,manager\n1,A,a@b,A\n2,A,,a@b\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		o, notes, err := table.Read("f", bytes.NewReader(in))
		if err != nil {
			return
		}
		met := map[int]bool{}
		for r := range o.Nodes() {
			met[o.Pos(r).Line] = true
		}
		for e := range o.Edges() {
			met[o.LinePos(e).Line] = true
		}
		if len(met) < notes.Rows && !bytes.ContainsAny(in, "\"") { // a quoted row may have several lines
			t.Errorf("%q: %d rows, records at %d lines:\n%s", in, notes.Rows, len(met), dump(o))
		}
		people := 0
		for r := range o.Nodes() {
			if o.Kind(r) != orgmodel.Unit {
				people++
			}
		}
		if people+o.Lines() < notes.Rows {
			t.Errorf("%q: %d rows, %d records and %d lines", in, notes.Rows, people, o.Lines())
		}
	})
}

// TestEveryRowAtRandom holds the same against encoding/csv for tables it can read.
func TestEveryRowAtRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	cell := func() string {
		return []string{"", "1", "2", "03", "Ada", "Bo Li", "a\nb", "é", "-", "0", "Vacant", "2026-01-05", "1/2/2026", "0,5", `5"`, "x,y"}[r.IntN(16)]
	}
	headers := []string{"id", "name", "title", "manager", "unit", "fte", "start", "end", "position id", "status", "email", "colour"}
	for range 3000 {
		head := slices.Clone(headers)
		r.Shuffle(len(head), func(i, j int) { head[i], head[j] = head[j], head[i] })
		head = head[:2+r.IntN(len(head)-2)]
		if !slices.Contains(head, "id") {
			head[0] = "id"
		}
		var in bytes.Buffer
		w := csv.NewWriter(&in)
		w.Write(head)
		for range r.IntN(8) {
			row := make([]string, len(head))
			for i := range row {
				row[i] = cell()
			}
			w.Write(row)
		}
		w.Flush()
		rows, at, err := split(in.Bytes(), ',')
		if err != nil {
			t.Fatal(err)
		}
		o, notes, err := table.Read("t", &in)
		if err != nil {
			t.Fatal(err)
		}
		met := map[int]bool{}
		for r := range o.Nodes() {
			met[o.Pos(r).Line] = true
		}
		for e := range o.Edges() {
			met[o.LinePos(e).Line] = true
		}
		n := 0
		for i := range rows[1:] {
			if strings.TrimSpace(strings.Join(rows[i+1], "")) == "" {
				continue
			}
			n++
			if !slices.ContainsFunc(at[i+1], func(p [2]int) bool { return met[p[0]] }) {
				t.Fatalf("row %q has no record:\n%s", rows[i+1], dump(o))
			}
		}
		if n != notes.Rows {
			t.Fatalf("%d rows, notes say %d", n, notes.Rows)
		}
	}
}

// TestShuffle holds that the order of rows changes no record and no line.
func TestShuffle(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	strip := func(o *orgmodel.Org) []string {
		var all []string
		for n := range o.Nodes() {
			s := fmt.Sprint(o.Kind(n), " ", o.ID(n), " ", o.NameOf(n), " ", o.Life(n))
			for k, v := range o.Attrs(n).All() {
				s += " " + k + "=" + v
			}
			all = append(all, s)
		}
		for e := range o.Edges() {
			all = append(all, o.Line(e).String())
		}
		slices.Sort(all)
		return all
	}
	const head = "id,name,title,manager,unit,start,fte\n"
	rows := []string{
		"1,Ada,CEO,,HQ,05/06/2026,1\n", "2,Bo Li,Dev,1,HQ,25/06/2026,\"0,5\"\n", "3,Vacant,Dev,0,Quay,,x\n", "4,Cy,\"De\nv\",Bo li,Quay,,\n", "5,Di,Dev,-,,soon,1\n",
		"6,Twin,,2,,,\n", "7,Twin,,Twin,,,\n", "8,É,Dev,gone,HQ,,\n", "9, Ed ,Dev,9,HQ,1/2/2026,1\n",
	}
	read := func() []string {
		o, notes, err := table.Read("t", strings.NewReader(head+strings.Join(rows, "")))
		if err != nil || notes.Rows != len(rows) {
			t.Fatal(err, notes.Rows)
		}
		return strip(o)
	}
	want := read()
	for range 200 {
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		if got := read(); !slices.Equal(got, want) {
			t.Fatalf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestHalves holds that reading a file in two parts changes nothing.
func TestHalves(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	parts := []string{"1", "2", "Ada", "Bo Li", " x", "é", "-", "0", "Vacant", "05/06/2026", "25/06/2026", "\"a\nb\"", "\"x\n", "\"", "5\"", "a@b"}
	read := func(rd table.Reader, in string) string {
		var b orgmodel.Builder
		notes, err := rd.Read(context.Background(), &b, source.Input{Name: "t", Reader: strings.NewReader(in), Limits: source.Limits{Rows: 60}})
		if err != nil {
			return err.Error()
		}
		return fmt.Sprint(notes.Rows, "\n", dump(b.Org()), texts(notes))
	}
	met := map[bool]int{}
	for range 1000 {
		var in strings.Builder
		in.WriteString("id,name,manager,unit,start,email,team\n")
		odd := 1 + r.IntN(len(parts)-1)
		for range 4 + r.IntN(60) {
			for c := range 2 + r.IntN(7) {
				if c > 0 {
					in.WriteByte(',')
				}
				in.WriteString([]string{"", parts[r.IntN(odd)], fmt.Sprint(r.IntN(40))}[r.IntN(3)])
			}
			in.WriteString([]string{"\n", "\r\n", "\n\n"}[r.IntN(3)])
		}
		want := read(table.Halves(1<<40), in.String())
		if got := read(table.Halves(1), in.String()); got != want {
			t.Fatalf("%s\nin two parts\n%s\nin one\n%s", in.String(), got, want)
		}
		met[strings.HasPrefix(want, "t:")]++
	}
	if met[true] < 50 || met[false] < 50 {
		t.Errorf("faulty and good tables: %v", met)
	}
}
