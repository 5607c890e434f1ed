package structure_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
)

// A recorder is a test that keeps what it would fail with.
type recorder struct {
	testing.TB
	said strings.Builder
}

func (r *recorder) Errorf(format string, args ...any) { fmt.Fprintf(&r.said, format+"\n", args...) }

// TestFailure holds a broken copy of the organisation against the same policy: two slips of the pen
// of the kind that a review overlooks. testdata/failure.golden is what the author of such a change
// reads.
func TestFailure(t *testing.T) {
	text, err := os.ReadFile("testdata/org.yaml")
	if err != nil {
		t.Fatal(err)
	}
	broken := string(text)
	for _, slip := range [][2]string{
		{"pm-tickets: {name: Ticketing project manager, reports-to: prg", "pm-tickets: {name: Ticketing project manager, reports-to: apps"},
		{"moorings: {name: Moorings and power, part-of: crossing, sponsored-by: cio}", "moorings: {name: Moorings and power, part-of: crossing}"},
	} {
		if !strings.Contains(broken, slip[0]) {
			t.Fatalf("testdata/org.yaml no longer has %q to break", slip[0])
		}
		broken = strings.Replace(broken, slip[0], slip[1], 1)
	}
	org := load(t, broken)
	r := &recorder{TB: t}
	reportingPolicy(r, org)
	compare(t, "testdata/failure.golden", r.said.String())
}

// load reads a text as the organisation's file.
func load(t *testing.T, text string) *orgmodel.Org {
	t.Helper()
	const name = "testdata/org.yaml"
	return orgtest.Source{Files: []string{name}, FS: fstest.MapFS{name: {Data: []byte(text)}}, AsOf: day}.Load(t)
}

// compare fails where a text is not that of a file, which ORGTEST_UPDATE=1 writes.
func compare(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv(orgtest.UpdateVariable) == "1" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the failure reads\n%s\nwant\n%s", got, want)
	}
}
