package rules_test

import (
	"context"
	"os"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// TestPostless: of a person without a post the message says which holding is over or to come.
func TestPostless(t *testing.T) {
	c := orgtest.Cases(t, os.DirFS("testdata/unreachable-from-top"), "bad-postless.org")[0]
	found, err := orgmodel.Check(context.Background(), c.Org(), rules.UnreachableFromTop{}.Rule())
	if err != nil {
		t.Fatal(err)
	}
	said := map[orgmodel.ID][2]string{}
	for _, f := range found {
		said[f.Subject] = [2]string{f.Message, f.Fix}
	}
	for id, want := range map[orgmodel.ID][2]string{
		"joiner":  {"joiner hangs nowhere: it holds no post on this day (the holding of b begins on 2030-01-01), has no boss and no reports, and is no top.", "Give joiner a post for this day, or let its record begin on 2030-01-01."},
		"leaver":  {"leaver hangs nowhere: it holds no post on this day (the last day of its holding of b was 2025-12-31), has no boss and no reports, and is no top.", "Give leaver a post, or end its record with 2025-12-31."},
		"between": {"between hangs nowhere: it holds no post on this day (the holding of cio begins on 2030-01-01), has no boss and no reports, and is no top.", "Give between a post for this day, or let its record begin on 2030-01-01."},
		"never":   {"never hangs nowhere: it holds no post, has no boss and no reports, and is no top.", "Give never a post or a boss, or end its record."},
		"boss":    {"boss holds no post on this day (the last day of its holding of b was 2025-12-31), has no boss and is no top, and 1 seat under it cannot be reached.", "Give boss a post, or end its record with 2025-12-31."},
	} {
		if said[id] != want {
			t.Errorf("%s: %q, want %q", id, said[id], want)
		}
	}
}

// TestPostAbolished: of a person whose post was abolished the message says which.
func TestPostAbolished(t *testing.T) {
	c := orgtest.Cases(t, os.DirFS("testdata/unreachable-from-top"), "bad-abolished.org")[0]
	for _, day := range []orgmodel.Date{{}, orgmodel.NewDate(2026, 4, 1)} {
		found, err := orgmodel.Check(context.Background(), c.Org().At(day), rules.UnreachableFromTop{}.Rule())
		if err != nil || len(found) != 2 {
			t.Fatal(err, found)
		}
		want := "cy hangs nowhere: it holds no post (archivist, which it held, has ended), has no boss and no reports, and is no top."
		if f := found[1]; f.Message != want || f.Fix != "Give cy a post, or end its record." || f.Severity != orgmodel.Error {
			t.Errorf("%v, fix %q; want %q", f, f.Fix, want)
		}
	}
}

// TestDatesAsTablesHaveThem: what ends before it begins is told with its last day, which tables
// write, and not with the first day after it.
func TestDatesAsTablesHaveThem(t *testing.T) {
	c, err := orgtest.Case{Name: "dates", Text: "+post a since 2023-02-05 until 2023-02-02\n+post b since 2023-02-05 until 2023-02-05"}.Parse()
	if err != nil {
		t.Fatal(err)
	}
	found, err := orgmodel.Check(context.Background(), c.Org(), rules.DateInverted{}.Rule())
	if err != nil || len(found) != 2 {
		t.Fatal(err, found)
	}
	for i, want := range []string{"a begins on 2023-02-05, and its last day is before that, 2023-02-01.", "b begins on 2023-02-05, and its last day is the day before, 2023-02-04."} {
		if found[i].Message != want {
			t.Errorf("%q, want %q", found[i].Message, want)
		}
	}
}
