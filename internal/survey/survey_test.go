package survey_test

import (
	"context"
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/internal/survey"
)

var update = flag.Bool("update", false, "write the golden page anew")

const (
	seniorHead = "Post Unique Reference,Name,Grade (or equivalent),Job Title,Job/Team Function,Parent Department,Organisation,Unit,Contact Phone,Contact E-mail,Reports to Senior Post,Salary Cost of Reports (£),FTE,Actual Pay Floor (£),Actual Pay Ceiling (£),,Professional/Occupational Group,Notes,Valid?\n"
	juniorHead = "Parent Department,Organisation,Unit,Reporting Senior Post,Grade,Payscale Minimum (£),Payscale Maximum (£),Generic Job Title,Number of Posts in FTE,Professional/Occupational Group\n"
)

func senior(ref, name, title, boss string) string {
	return ref + "," + name + ",SCS1," + title + ",,Department of Quays,Harbour Office,Quays,,," + boss + ",,1,,,,,,\n"
}

func junior(boss, title, fte string) string {
	return "Department of Quays,Harbour Office,Quays," + boss + ",HEO,,," + title + "," + fte + ",\n"
}

// harbours are two snapshots of a body that does not exist, and an empty one, in which each thing that
// the survey counts happens.
func harbours() fstest.MapFS {
	files := map[string]string{
		"a/harbour_office-2024-03-31-senior.csv": seniorHead +
			senior("1", "Ada", "Chief executive", "XX") +
			senior("2", "Vacant", "Head of dredging", "3") +
			senior("3", "Bo", "Head of IT", "1") +
			senior("4", "Cy", "Director of tides", "1") +
			senior("5", "Dee", "Project manager", "3") + // conforms
			senior("6", "Eve", "Project director", "4"), // does not
		"a/harbour_office-2024-03-31-junior.csv": juniorHead +
			junior("2", "Project manager", "3.5") + // conforms: one vacancy is climbed
			junior("4", "Senior project managers", "2") + // does not
			junior("4", "Assistant to the project manager", "1") +
			junior("99", "Project manager", "4"), // open: nobody knows the boss
		"b/harbour_office-2025-09-30-senior.csv": seniorHead +
			senior("1", "Ada", "Chief executive", "XX") +
			senior("3", "Bo", "Head of IT", "1") +
			senior("5", "Dee", "Project manager", "4") +
			senior("4", "Cy", "Director of tides", "3") + // so an IT manager is above 5, but not next
			senior("7", "Flo", "PMO lead", "1") +
			senior("8", "Guy", "Project manager", "7") +
			senior("9", "Hal", "Project manager", ""),
		"b/lights-Sep-25-junior.csv": juniorHead,
		"b/readme.txt":               "no snapshot",
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestSurvey(t *testing.T) {
	results, err := survey.Folder(context.Background(), harbours())
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 3 || results[0].Body != "harbour office" || results[0].Date != "2024-03" || len(results[0].Files) != 2 || results[2].Body != "lights" || results[2].Date != "2025-09" {
		t.Fatalf("snapshots are %+v", results)
	}
	want := []survey.Tally{
		{Posts: 6, Assumed: 3, Selected: 2, Conforming: 1, Wrong: 1, FTE: 2, Above: 1, Delivery: 1},
		{Posts: 4, Assumed: 3, Selected: 3, Conforming: 1, Wrong: 1, Open: 1, Climbed: 2, FTE: 9.5, Above: 1, Delivery: 1},
		{Posts: 7, Assumed: 5, Selected: 3, Wrong: 2, None: 1, FTE: 3, Above: 1, Delivery: 1},
	}
	for i, got := range []survey.Tally{results[0].Senior, results[0].Junior, results[1].All()} {
		if got != want[i] {
			t.Errorf("tally %d is\n%+v, want\n%+v", i, got, want[i])
		}
	}
	for _, r := range results {
		if a := r.All(); a.Conforming+a.Wrong+a.None+a.Tops+a.Open != a.Selected {
			t.Errorf("%s: %+v does not add up", r.Body, a)
		}
	}
	var page strings.Builder
	if err := survey.Page(&page, results); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("testdata/page.golden", []byte(page.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile("testdata/page.golden")
	if err != nil {
		t.Fatal(err)
	}
	if page.String() != string(golden) {
		t.Errorf("the page is another: read it, then run with -update\n%s", page.String())
	}
	for _, title := range []string{"Dee", "tides", "dredging"} {
		if strings.Contains(page.String(), title) {
			t.Errorf("the page has %q of the data", title)
		}
	}
}

// Whoever is counted as wrong or without a boss has a finding, and nobody else has.
func TestSurveyAgrees(t *testing.T) {
	results, err := survey.Folder(context.Background(), harbours())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		wrong := 0
		for _, f := range r.Findings {
			if f.Rule == "pm-boss" {
				wrong++
			}
		}
		if a := r.All(); wrong != a.Wrong+a.None {
			t.Errorf("%s: %d findings, and %+v", r.Body, wrong, a)
		}
	}
}

// TestPublished makes docs/survey.md anew from the folder named by ORGCHART_DATA, and holds the committed page to it.
func TestPublished(t *testing.T) {
	dir := os.Getenv("ORGCHART_DATA")
	if dir == "" {
		t.Skip("ORGCHART_DATA names no folder of published organograms")
	}
	if under := dir + "/organograms"; exists(under) {
		dir = under
	}
	results, err := survey.Folder(context.Background(), os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	var page strings.Builder
	if err := survey.Page(&page, results); err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile("../../docs/survey.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(committed) != page.String() {
		t.Error("docs/survey.md is not what the survey finds there: go run ./internal/survey/cmd DIR > docs/survey.md")
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func TestNothingThere(t *testing.T) {
	if _, err := survey.Folder(context.Background(), fstest.MapFS{}); err == nil {
		t.Error("an empty folder is surveyed")
	}
	bad := fstest.MapFS{"x-2024-01-01-senior.csv": {Data: []byte("nothing,of,the,kind\n1,2,3,4\n")}}
	if _, err := survey.Folder(context.Background(), bad); err == nil || !strings.Contains(err.Error(), "x-2024-01-01-senior.csv") {
		t.Errorf("a file that is no organogram: %v", err)
	}
}
