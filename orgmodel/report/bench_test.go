package report_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
)

// many is a report of n findings by four rules about n rows of a table, which can be quoted.
func many(n int) report.Report {
	var table strings.Builder
	table.WriteString("id,name,manager\n")
	r := report.Report{Files: []string{"people.csv"}}
	for i := range 4 {
		r.Rules = append(r.Rules, orgmodel.Rule{Name: fmt.Sprintf("rule-%d", i), Doc: "Nobody is wrong."})
	}
	for i := range n {
		id := fmt.Sprintf("E%07d", i)
		fmt.Fprintf(&table, "%s,Ada Okafor,X%07d\n", id, i)
		pos := orgmodel.Pos{File: "people.csv", Line: i + 2, Column: 21, Field: "manager"}
		r.Findings = append(r.Findings, orgmodel.Finding{
			Rule: fmt.Sprintf("rule-%d", 4*i/n), Severity: orgmodel.Error, Subject: orgmodel.ID(id),
			Message: id + ` "Ada Okafor" reports ~ to somebody whom no record declares.`, Fix: "Correct the id, or add the record.",
			Path: []orgmodel.Line{{From: orgmodel.ID(id), Rel: orgmodel.ReportsTo, To: "X", Pos: pos}}, Pos: pos,
		})
	}
	text := table.String()
	r.Open = func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
	return r
}

// Every finding of very many is written where all are asked for, Markdown apart.
func TestVeryManyFindings(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n = 5_000
	}
	r := many(n)
	for _, f := range formats(true) {
		if f.name == "demo-colour.txt" || f.name == "demo-subjects.txt" || f.name == "demo.jsonl" {
			continue // the benchmark has them; what they write is written above and below
		}
		var tally counter
		if err := f.write(&tally, r); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.name, ".md") {
			if tally.bytes > 65_536 || tally.bytes < 60_000 {
				t.Errorf("%s has %d bytes", f.name, tally.bytes)
			}
		} else if tally.found < n {
			t.Errorf("%s names %d findings of %d", f.name, tally.found, n)
		}
	}
	// Otherwise the first of each rule, and a count of the others.
	out := written(t, formats(false)[0], r)
	if len(out) > 20_000 || strings.Count(out, fmt.Sprintf("... and %d more.", n/4-10)) != 4 {
		t.Errorf("the text has %d bytes: %s", len(out), out[:2000])
	}
}

// A counter counts bytes and findings, by a sign that stands in the message of each.
type counter struct{ bytes, found int }

func (c *counter) Write(b []byte) (int, error) {
	c.bytes += len(b)
	c.found += bytes.Count(b, []byte{0x7e})
	return len(b), nil
}

func BenchmarkWrite(b *testing.B) {
	r := many(100_000)
	for _, f := range formats(true) {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var tally counter
				if err := f.write(&tally, r); err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(tally.bytes))
			}
		})
	}
}
