package chart_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/chart"
	"example.com/orgchart/internal/demo"
	"example.com/orgchart/layout/bars"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

func ExampleDistribution() {
	ctx, org := context.Background(), demo.Org().At(orgmodel.NewDate(2026, 4, 1))
	report, err := analysis.Spans{}.Report(ctx, org)
	if err != nil {
		return // the context's
	}
	sheet := chart.Distribution(org, report)
	for _, panel := range sheet.Panels {
		fmt.Println(panel.Title, len(panel.Bars))
	}
	if err := bars.Encode(io.Discard, sheet); err != nil {
		return // the writer's
	}
	// Output:
	// Managers by span 7
	// Seats by layer 4
	// Spans by unit 3
}

// distribution is a sheet and its picture, which is read as XML.
func distribution(t *testing.T, o *orgmodel.Org, count rules.Counting) (bars.Sheet, []byte) {
	t.Helper()
	r, err := analysis.Spans{Count: count}.Report(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	s := chart.Distribution(o, r)
	var b bytes.Buffer
	if err := bars.Encode(&b, s); err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	managers, seats := int64(0), int64(0)
	for _, bar := range s.Panels[0].Bars {
		managers += bar.Parts[0].N
	}
	for _, bar := range s.Panels[1].Bars {
		seats += bar.Parts[0].N + bar.Parts[1].N
	}
	if managers != int64(r.Managers) || seats != int64(r.Seats-r.Loose-r.Circling) {
		t.Errorf("%d of %d managers and %d of %d seats are drawn", managers, r.Managers, seats, r.Seats-r.Loose-r.Circling)
	}
	return s, b.Bytes()
}

// units is an organisation of n units of one manager and two reports each, part of one.
func units(n int) *orgmodel.Org {
	s := orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "all", Kind: orgmodel.Unit}}}
	for k := range n {
		unit := orgmodel.ID(fmt.Sprintf("u%03d", k))
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: unit, Kind: orgmodel.Unit, Name: fmt.Sprintf("Donaudampfschifffahrtsgesellschaft %d", k)})
		s.Lines = append(s.Lines, orgmodel.Line{From: unit, Rel: orgmodel.PartOf, To: "all"})
		for i := range 3 + k%9 {
			id := orgmodel.ID(fmt.Sprintf("p%03d-%d", k, i))
			s.Nodes = append(s.Nodes, orgmodel.Node{ID: id, Kind: orgmodel.Post})
			s.Lines = append(s.Lines, orgmodel.Line{From: id, Rel: orgmodel.PartOf, To: unit})
			if i > 0 {
				s.Lines = append(s.Lines, orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: orgmodel.ID(fmt.Sprintf("p%03d-0", k))})
			}
		}
	}
	return orgmodel.New(s)
}

// A few units are drawn all, many are drawn as the largest and one row for the others.
func TestDistributionOfUnits(t *testing.T) {
	for n, want := range map[int]int{1: 1, 3: 3, 20: 20, 21: 21, 22: 21, 200: 21} {
		s, _ := distribution(t, units(n), rules.Posts)
		rows := s.Panels[2].Bars
		if len(rows) != want {
			t.Errorf("of %d units %d rows are drawn, want %d", n, len(rows), want)
		}
		if !slices.IsSortedFunc(rows[:min(n, 20)], func(a, b bars.Bar) int { return int(b.Parts[0].N - a.Parts[0].N) }) {
			t.Errorf("of %d units the widest do not come first: %+v", n, rows)
		}
		if n == 21 && strings.Contains(rows[20].Label, "other") {
			t.Errorf("one row stands for one unit: %+v", rows[20])
		}
		if n == 200 && (rows[20].Label != "180 other units" || !strings.HasPrefix(rows[20].Text, "180 managers, ")) {
			t.Errorf("the others are %+v", rows[20])
		}
	}
}

// Chains far deeper than a picture is high are drawn to their end, and spans of hundreds as one column.
func TestDistributionOfExtremes(t *testing.T) {
	var s orgmodel.Spec
	for i := range 3000 {
		id := func(k int) orgmodel.ID { return orgmodel.ID(fmt.Sprint(k)) }
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: id(i), Kind: orgmodel.Post})
		switch {
		case i >= 2000:
			s.Lines = append(s.Lines, orgmodel.Line{From: id(i), Rel: orgmodel.ReportsTo, To: id(i / 400)})
		case i > 0:
			s.Lines = append(s.Lines, orgmodel.Line{From: id(i), Rel: orgmodel.ReportsTo, To: id(i - 1)})
		}
	}
	sheet, _ := distribution(t, orgmodel.New(s), rules.Posts)
	if n := len(sheet.Panels[1].Bars); n != 16 || sheet.Panels[1].Bars[15].Label != "16–2000" {
		t.Errorf("%d layers, %+v", n, sheet.Panels[1].Bars[n-1])
	}
	if last := sheet.Panels[0].Bars[len(sheet.Panels[0].Bars)-1]; last.Label != "101+" || last.Parts[0].N != 3 {
		t.Errorf("%+v", last)
	}
}

// Whatever an organisation holds, its picture is XML, twice the same, and no script.
func TestDistributionOfHostile(t *testing.T) {
	for seed := range uint64(40) {
		o := orgmodel.New(orgtest.Hostile(seed, int(seed*5)))
		for _, c := range []rules.Counting{rules.Posts, rules.People, rules.FTEs} {
			_, a := distribution(t, o, c)
			_, b := distribution(t, o, c)
			if !bytes.Equal(a, b) || bytes.Contains(a, []byte("<script")) {
				t.Fatalf("seed %d: other bytes, or script", seed)
			}
		}
	}
}

// The note on seats without a layer counts one as one.
func TestDistributionOfLooseSeats(t *testing.T) {
	spec := orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.Top, "true")}, {ID: "b", Kind: orgmodel.Post}, {ID: "x", Kind: orgmodel.Post}}, Lines: []orgmodel.Line{{From: "b", Rel: orgmodel.ReportsTo, To: "a"}}}
	for _, want := range []string{"1 seat hangs nowhere or on a loop, and is in no layer.", "2 seats hang nowhere or on a loop, and are in no layer."} {
		s, _ := distribution(t, orgmodel.New(spec), rules.Posts)
		if !slices.ContainsFunc(s.Panels, func(p bars.Panel) bool { return p.Note == want }) {
			t.Errorf("no note says %q", want)
		}
		spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: "y", Kind: orgmodel.Post})
	}
}

// Each colour that is drawn is in the legend, and says what it is.
func TestDistributionLegend(t *testing.T) {
	for _, c := range []struct {
		reports int
		grey    string
	}{{0, ""}, {2, "a span below all archetypes; others of a layer"}, {4, "others of a layer"}} {
		spec := orgmodel.Spec{Nodes: []orgmodel.Node{{ID: "a", Kind: orgmodel.Post, Attrs: orgmodel.NewAttrs(orgmodel.Top, "true")}}}
		for i := range c.reports {
			id := orgmodel.ID(fmt.Sprint("r", i))
			spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: id, Kind: orgmodel.Post})
			spec.Lines = append(spec.Lines, orgmodel.Line{From: id, Rel: orgmodel.ReportsTo, To: "a"})
		}
		s, _ := distribution(t, orgmodel.New(spec), rules.Posts)
		said := map[uint8]string{}
		for _, k := range s.Legend {
			said[k.Colour] = k.Text
		}
		if said[0] != c.grey {
			t.Errorf("of %d reports the legend says %q of grey, want %q", c.reports, said[0], c.grey)
		}
		for _, p := range s.Panels {
			for _, b := range p.Bars {
				for _, part := range b.Parts {
					if part.N > 0 && said[part.Colour] == "" {
						t.Errorf("of %d reports colour %d of %q is in no legend", c.reports, part.Colour, p.Title)
					}
				}
			}
		}
	}
}
