package orgmodel_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"testing"

	"example.com/orgchart/orgmodel"
)

// benchOrg is the organisation of the CSV file that ORGCHART_CSV names (id, name, title, manager,
// unit), else 100,000 people of our own, eight to a boss and in no order.
func benchOrg(b *testing.B) *orgmodel.Org {
	b.Helper()
	if name := os.Getenv("ORGCHART_CSV"); name != "" {
		o, err := readPeople(name)
		if err != nil {
			b.Fatal(err)
		}
		return o
	}
	const n = 100_000
	var s orgmodel.Builder
	person, reports := s.KindCode(orgmodel.Person), s.RelCode(orgmodel.ReportsTo)
	for k := range n {
		i := k * 7919 % n
		r := s.AddNode(fmt.Sprintf("E%07d", i), person, "", 0, orgmodel.Place{})
		if i > 0 {
			s.AddLine(r, reports, s.Refer(fmt.Sprintf("E%07d", (i-1)/8)), orgmodel.Place{})
		}
	}
	return s.Org()
}

func readPeople(name string) (*orgmodel.Org, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows := csv.NewReader(f)
	rows.ReuseRecord = true
	if _, err := rows.Read(); err != nil {
		return nil, err
	}
	var b orgmodel.Builder
	person, unit := b.KindCode(orgmodel.Person), b.KindCode(orgmodel.Unit)
	reports, part := b.RelCode(orgmodel.ReportsTo), b.RelCode(orgmodel.PartOf)
	units := map[string]orgmodel.Ref{}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return b.Org(), nil
		}
		if err != nil {
			return nil, err
		}
		r := b.AddNode(row[0], person, row[1], b.AttrCode(orgmodel.Title, row[2]), orgmodel.Place{})
		if row[3] != "" {
			b.AddLine(r, reports, b.Refer(row[3]), orgmodel.Place{})
		}
		u, ok := units[row[4]]
		if !ok {
			u = b.AddNode("unit:"+row[4], unit, "", 0, orgmodel.Place{})
			units[string([]byte(row[4]))] = u
		}
		b.AddLine(r, part, u, orgmodel.Place{})
	}
}

// BenchmarkCommonManager asks for the common manager of random pairs of people, by Ref.
func BenchmarkCommonManager(b *testing.B) {
	o := benchOrg(b)
	var people []orgmodel.Ref
	for r := range o.OfKind(orgmodel.Person) {
		people = append(people, r)
	}
	rnd := rand.New(rand.NewPCG(1, 1))
	pairs := make([][2]orgmodel.Ref, 1<<16)
	for i := range pairs {
		pairs[i] = [2]orgmodel.Ref{people[rnd.IntN(len(people))], people[rnd.IntN(len(people))]}
	}
	o.CommonManager(pairs[0][0], pairs[0][1])
	b.ReportAllocs()
	b.ResetTimer()
	found := 0
	for i := range b.N {
		p := pairs[i&(len(pairs)-1)]
		if o.CommonManager(p[0], p[1]) != orgmodel.None {
			found++
		}
	}
	if found == 0 {
		b.Fatal("nobody has a common manager")
	}
}

// BenchmarkForest works out who reports to whom, anew for each day.
func BenchmarkForest(b *testing.B) {
	o := benchOrg(b)
	for i := range b.N {
		o.At(day(i % 2)).ManyBosses()
	}
}

// BenchmarkHeadcount counts everybody, from the bottom up.
func BenchmarkHeadcount(b *testing.B) {
	o := benchOrg(b)
	for i := range b.N {
		if v := o.At(day(i % 2)); v.Headcount(v.Deepest()).Posts == 0 {
			b.Fatal("nobody is counted")
		}
	}
}

// BenchmarkDownRels walks from the top to everybody along lines as they are written, and from
// somebody at the edge, where the walk is at its end at once.
func BenchmarkDownRels(b *testing.B) {
	o := benchOrg(b)
	for name, from := range map[string]orgmodel.Ref{"All": o.Tops()[0], "Few": o.Deepest()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				n := 0
				for range o.Down(from, orgmodel.ReportsTo) {
					n++
				}
				if (n > 1000) != (name == "All") {
					b.Fatal(n)
				}
			}
		})
	}
}
