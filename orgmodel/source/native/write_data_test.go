package native_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
	"example.com/orgchart/orgmodel/source/organogram"
	"example.com/orgchart/orgmodel/source/table"
)

// TestRealTables: what departments publish survives writing, formatting and reading, record by
// record and finding by finding.
func TestRealTables(t *testing.T) {
	dir := os.Getenv("ORGCHART_DATA")
	if dir == "" {
		t.Skip("ORGCHART_DATA names no folder of published organograms")
	}
	seniors, _ := filepath.Glob(filepath.Join(dir, "*", "*-senior.csv"))
	if len(seniors) == 0 {
		t.Fatalf("no organograms in %s", dir)
	}
	if testing.Short() {
		seniors = seniors[:min(len(seniors), 4)]
	}
	unreadable := 0
	for _, senior := range seniors {
		names := []string{filepath.Base(senior)}
		if junior := strings.TrimSuffix(senior, "senior.csv") + "junior.csv"; exists(junior) {
			names = append(names, filepath.Base(junior))
		}
		t.Run(names[0], func(t *testing.T) {
			o, _, err := source.Load(context.Background(), []source.Format{organogram.Format(), table.Format()}, source.Limits{},
				source.FromFS(os.DirFS(filepath.Dir(senior)), names...)...)
			if err != nil {
				t.Fatal(err)
			}
			for range o.HasUnreadable() {
				unreadable++
			}
			before := fingerprints(t, o)
			for _, w := range []native.Writer{{}, {JSON: true}, {Grouped: true}, {Grouped: true, JSON: true}} {
				survives(t, w, o, before)
			}
		})
	}
	if unreadable == 0 && !testing.Short() {
		t.Error("no cell was unreadable: this proves nothing about them")
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// survives writes, formats, reads, checks and writes again.
func survives(t *testing.T, w native.Writer, o *orgmodel.Org, before []string) {
	t.Helper()
	text := written(t, w, o)
	canon, err := native.Canon(fileName(w.JSON), text)
	if err != nil || !bytes.Equal(canon, text) {
		t.Fatalf("%v: formatting changes what was written: %s", err, firstDifference(text, canon))
	}
	got, _, err := native.Read(fileName(w.JSON), bytes.NewReader(canon))
	if err != nil {
		t.Fatal(err)
	}
	if again := written(t, w, got); !bytes.Equal(again, text) {
		t.Errorf("written again it differs: %s", firstDifference(text, again))
	}
	want, have := o.Spec(), got.Spec()
	if w.Grouped {
		want.Nodes, have.Nodes = byKind(want.Nodes), byKind(have.Nodes)
		byText := func(a, b orgmodel.Line) int { return strings.Compare(sayLine(a), sayLine(b)) }
		slices.SortFunc(want.Lines, byText)
		slices.SortFunc(have.Lines, byText)
	}
	sameRecords(t, have, want)
	if after := fingerprints(t, got); !slices.Equal(before, after) {
		t.Errorf("findings were\n%q\nand are\n%q", before, after)
	}
}

func fingerprints(t *testing.T, o *orgmodel.Org) []string {
	t.Helper()
	found, err := orgmodel.Check(context.Background(), o, rules.Core()...)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range found {
		all = append(all, f.Rule+" "+f.Fingerprint())
	}
	slices.Sort(all)
	return all
}
