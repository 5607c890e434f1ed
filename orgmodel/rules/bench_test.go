package rules_test

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source/table"
)

// faulty is an organisation of n people, eight to a boss and not in order, with five unknown
// bosses, three self-reports, two people without a boss and loops of two, three and seven; all
// but the loops at people without reports.
func faulty(n int) *orgmodel.Org {
	var b orgmodel.Builder
	b.File("people.csv")
	person, unit := b.KindCode(orgmodel.Person), b.KindCode(orgmodel.Unit)
	reports, part := b.RelCode(orgmodel.ReportsTo), b.RelCode(orgmodel.PartOf)
	bossField, unitField := b.FieldCode("manager_id"), b.FieldCode("unit")
	name := func(i int) string { return fmt.Sprintf("E%07d", i) }
	for k := range 97 {
		b.AddNode(fmt.Sprintf("unit:U%05d", k), unit, "", 0, orgmodel.Place{Line: int32(k + 2)})
	}
	for k := range n {
		i := k * 7919 % n
		line := int32(k + 2)
		r := b.AddNode(name(i), person, "Ada Okafor", b.AttrCode(orgmodel.Title, []string{"Engineer", "Analyst"}[i%2]), orgmodel.Place{Line: line, Column: 1})
		boss := name((i - 1) / 8)
		switch last := n - 1 - i; { // leaves, from the end
		case i == 0 || last >= 8 && last < 10:
			boss = ""
		case last < 5:
			boss = fmt.Sprintf("X%d", last)
		case last < 8:
			boss = name(i)
		case i >= 20 && i < 22:
			boss = name(20 + (i-20+1)%2)
		case i >= 30 && i < 33:
			boss = name(30 + (i-30+1)%3)
		case i >= 40 && i < 47:
			boss = name(40 + (i-40+1)%7)
		}
		if boss != "" {
			b.AddLine(r, reports, b.Refer(boss), orgmodel.Place{Line: line, Column: 30, Field: bossField})
		}
		b.AddLine(r, part, b.Refer(fmt.Sprintf("unit:U%05d", i%97)), orgmodel.Place{Line: line, Column: 40, Field: unitField})
	}
	return b.Org()
}

// TestFaulty holds the core pack to what the organisation of the benchmark is known to hold,
// and to nothing else.
func TestFaulty(t *testing.T) {
	found, err := orgmodel.Check(context.Background(), faulty(2000), rules.Core()...)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, f := range found {
		got[f.Rule]++
	}
	want := map[string]int{"unknown-reference": 5, "self-report": 3, "unreachable-from-top": 2, "report-cycle": 3}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("found %v, want %v", got, want)
	}
	var loops []int
	for _, f := range found.Of("report-cycle") {
		loops = append(loops, f.PathTotal)
	}
	if fmt.Sprint(loops) != "[2 3 7]" {
		t.Errorf("loops of %v", loops)
	}
}

// BenchmarkCheck runs the core pack on the organisation of the table $ORGCHART_CSV, or one of
// 100,000 people with faults. Reading it is not timed. Each round asks about another day, so
// that nothing an earlier round worked out is at hand.
func BenchmarkCheck(b *testing.B) {
	o := benchOrg(b)
	core := rules.Core()
	day := orgmodel.NewDate(2026, time.April, 1)
	n := 0
	for b.Loop() {
		n++
		found, err := orgmodel.Check(context.Background(), o.At(day.AddDays(n%2)), core...)
		if err != nil {
			b.Fatal(err)
		}
		if n == 1 {
			b.ReportMetric(float64(len(found)), "findings")
		}
	}
}

// BenchmarkRule is each rule alone, on a table's people or an estate, after one that has built the tree. What
// rules of one check share is worked out anew each time.
func BenchmarkRule(b *testing.B) {
	var o *orgmodel.Org
	if os.Getenv("ORGCHART_CSV") != "" {
		o = benchOrg(b)
	} else {
		o = newEstate(100_000)
	}
	o = o.At(estateDay)
	o.Tops()
	for _, r := range rules.All() {
		b.Run(r.Name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				found, err := orgmodel.Check(context.Background(), o, r)
				if err != nil {
					b.Fatal(err)
				}
				n = len(found)
			}
			b.ReportMetric(float64(n), "findings")
		})
	}
}

func benchOrg(b *testing.B) *orgmodel.Org {
	b.Helper()
	file := os.Getenv("ORGCHART_CSV")
	if file == "" {
		return faulty(100_000)
	}
	f, err := os.Open(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	o, _, err := table.Read(file, f)
	if err != nil {
		b.Fatal(err)
	}
	return o
}
