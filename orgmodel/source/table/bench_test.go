package table_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/table"
)

// people writes a table of n people in three-digit branches, ids not in order.
func people(n int) []byte {
	var b bytes.Buffer
	b.WriteString("id,name,title,manager_id,unit\n")
	first := []string{"Ada", "Bo", "Élodie", "Grace", "Søren", "Maximiliana"}
	last := []string{"Okafor", "Lindqvist", "García", "O'Brien", "Smith-Jones", "Li"}
	title := []string{"Engineer", "Senior Analyst", "Head of Research", "Coordinator"}
	for k := range n {
		i := k * 7919 % n
		boss := ""
		if i > 0 {
			boss = fmt.Sprintf("E%07d", (i-1)/8)
		}
		fmt.Fprintf(&b, "E%07d,%s %s,%s,%s,U%05d\n", i, first[i%6], last[i/6%6], title[i%4], boss, i%97)
	}
	return b.Bytes()
}

// BenchmarkRead reads the file $ORGCHART_CSV, or one of 100,000 people of its own, into an
// Org, the file's reading included. B/person is the heap the Org keeps.
func BenchmarkRead(b *testing.B) {
	file := os.Getenv("ORGCHART_CSV")
	if file == "" {
		file = filepath.Join(b.TempDir(), "people.csv")
		if err := os.WriteFile(file, people(100_000), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	read := func() (*orgmodel.Org, int) {
		f, err := os.Open(file)
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		o, notes, err := table.Read(file, f)
		if err != nil {
			b.Fatal(err)
		}
		return o, notes.Rows
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&before)
	o, rows := read()
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	kept := float64(after.HeapAlloc) - float64(before.HeapAlloc)
	runtime.KeepAlive(o)
	o = nil
	b.ResetTimer()
	for b.Loop() {
		read()
	}
	b.ReportMetric(kept/float64(rows), "B/person")
}
