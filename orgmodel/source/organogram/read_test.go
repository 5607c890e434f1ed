package organogram_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/organogram"
)

func opened(text string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

var (
	seniorHeader = []string{
		"Post Unique Reference", "Name", "Grade (or equivalent)", "Job Title", "Job/Team Function", "Parent Department", "Organisation", "Unit",
		"Contact Phone", "Contact E-mail", "Reports to Senior Post", "Salary Cost of Reports (£)", "FTE", "Actual Pay Floor (£)", "Actual Pay Ceiling (£)",
		"Professional/Occupational Group", "Notes", "Valid?",
	}
	juniorHeader = []string{
		"Parent Department", "Organisation", "Unit", "Reporting Senior Post", "Grade", "Payscale Minimum (£)", "Payscale Maximum (£)",
		"Generic Job Title", "Number of Posts in FTE", "Professional/Occupational Group",
	}
)

// table writes a CSV of rows given as "column=value; column=value", columns by the start of
// their header.
func table(header []string, rows ...string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(header)
	for _, r := range rows {
		cells := make([]string, len(header))
		for _, set := range strings.Split(r, ";") {
			if set = strings.TrimLeft(set, " "); set == "" {
				continue
			}
			k, v, _ := strings.Cut(set, "=")
			i := slices.IndexFunc(header, func(h string) bool { return strings.HasPrefix(h, k) })
			if i < 0 {
				panic("no column " + k)
			}
			cells[i] = v
		}
		w.Write(cells)
	}
	w.Flush()
	return b.String()
}

func senior(rows ...string) string { return table(seniorHeader, rows...) }
func junior(rows ...string) string { return table(juniorHeader, rows...) }

func read(t testing.TB, texts ...string) (*orgmodel.Org, source.Notes) {
	t.Helper()
	var files []source.File
	for i, text := range texts {
		files = append(files, source.File{Name: fmt.Sprintf("%d.csv", i+1), Open: opened(text)})
	}
	o, notes, err := source.Load(context.Background(), []source.Format{organogram.Format()}, source.Limits{}, files...)
	if err != nil {
		t.Fatal(err)
	}
	return o, notes
}

// records are what an organisation says, without positions, sorted.
func records(o *orgmodel.Org) []string {
	var all []string
	s := o.Spec()
	for _, n := range s.Nodes {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %q %q %s", n.Kind, n.ID, n.Name, attrs(n.Attrs))))
	}
	for _, l := range s.Lines {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%q %s %q %s", l.From, l.Rel, l.To, attrs(l.Attrs))))
	}
	slices.Sort(all)
	return all
}

func attrs(a orgmodel.Attrs) string {
	var b strings.Builder
	for k, v := range a.All() {
		fmt.Fprintf(&b, "%s=%s ", k, v)
	}
	return strings.TrimSpace(b.String())
}

// recordCases are what rows become, record by record.
var recordCases = []struct {
	name  string
	files []string
	want  []string // records, sorted
	notes []string // parts of the notes, in order
}{
	{
		name:  "a post with a holder",
		files: []string{senior("Post= P 1 ;Name=Ada Okafor;Grade=SCS1;Job Title=Head;Job/Team=Leads;Reports= B ;Salary=1,234,000;FTE=0.50;Actual Pay Floor=£65,000;Actual Pay Ceiling=69999.50;Professional=Policy;Notes=On leave;Contact Phone=01;Contact E=a@b;Valid=1")},
		want: []string{
			`"P 1" reports-to "B"`,
			`"person:P 1/Ada Okafor" holds "P 1" fte=0.50`,
			`person "person:P 1/Ada Okafor" "Ada Okafor" email=a@b notes=On leave pay-ceiling=69999.50 pay-floor=65000 phone=01`,
			`post "P 1" "Head" cost-of-reports=1234000 fte=0.50 function=Leads grade=SCS1 profession=Policy`,
		},
	}, {
		name: "words in place of a name",
		files: []string{senior("Post=1;Name=;FTE=1", "Post=2;Name=N/D;Actual Pay Floor=N/D", "Post=3;Name='N/D'", "Post=4;Name=n/a", "Post=5;Name=VACANT;Grade=N/A",
			"Post=6;Name=Eliminated;Notes=gone", "Post=7;Name=Vacant Possession")},
		want: []string{
			`"person:7/Vacant Possession" holds "7"`,
			`person "person:7/Vacant Possession" "Vacant Possession"`,
			`post "1" "" fte=1 occupancy=undisclosed`, `post "2" "" occupancy=undisclosed`, `post "3" "" occupancy=undisclosed`, `post "4" "" occupancy=undisclosed`,
			`post "5" "" occupancy=vacant`, `post "6" "" notes=gone state=abolished`, `post "7" ""`,
		},
	}, {
		name: "bosses",
		files: []string{senior("Post=1;Name=Vacant;Reports=XX", "Post=2;Name=Vacant;Reports=xx", "Post=3;Name=Vacant;Reports=", "Post=4;Name=Vacant;Reports=N/A",
			"Post=5;Name=Vacant;Reports=5", "Post=6;Name=Vacant;Reports=-", "Post=7;Name=Vacant;Reports=0", "Post=8;Name=Vacant;Reports=Eliminated", "Post=9;Name=Vacant;Reports=A b")},
		want: []string{
			`"5" reports-to "5"`, `"6" reports-to "-"`, `"9" reports-to "A b"`,
			`post "1" "" occupancy=vacant top=true`, `post "2" "" occupancy=vacant top=true`, `post "3" "" occupancy=vacant`, `post "4" "" occupancy=vacant`,
			`post "5" "" occupancy=vacant`, `post "6" "" occupancy=vacant`,
			`post "7" "" occupancy=vacant unreadable:18:Reports to Senior Post=0`, `post "8" "" occupancy=vacant unreadable:18:Reports to Senior Post=Eliminated`,
			`post "9" "" occupancy=vacant`,
		},
	}, {
		name: "numbers that are none",
		files: []string{senior("Post=é;Name=Ada;Actual Pay Floor=unknown;Actual Pay Ceiling=band-5;FTE=-1;Salary=12,34", "Post=2;Name=N/D;FTE=half"),
			junior("Reporting=2;Number=ns;Payscale Minimum=1.000.5;Payscale Maximum=.5")},
		want: []string{
			`"group:2///#1" reports-to "2"`,
			`"person:é/Ada" holds "é"`,
			`person "person:é/Ada" "Ada" unreadable:24:FTE=-1 unreadable:27:Actual Pay Floor (£)=unknown unreadable:35:Actual Pay Ceiling (£)=band-5`,
			`post "2" "" occupancy=undisclosed unreadable:17:FTE=half`,
			`post "group:2///#1" "" occupancy=group payscale-maximum=.5 unreadable:19:Number of Posts in FTE=ns unreadable:7:Payscale Minimum (£)=1.000.5`,
			`post "é" "" unreadable:16:Salary Cost of Reports (£)=12,34`,
		},
	}, {
		name: "units",
		files: []string{
			senior("Post=1;Name=Vacant;Parent=D;Organisation=O/1;Unit=U/x", "Post=2;Name=Vacant;Organisation=O%2F1;Unit=N/A", "Post=3;Name=Vacant;Parent=D;Unit=U", "Post=4;Name=Vacant;Parent=N/A"),
			junior("Parent=D;Organisation=O/1;Unit=U/x;Reporting=1;Grade=AO;Generic=Clerk;Number=2"),
		},
		want: []string{
			`"1" part-of "unit:D/O%2F1/U/x"`, `"2" part-of "unit:/O%252F1"`, `"3" part-of "unit:D//U"`,
			`"group:1/U/x/AO/Clerk#1" part-of "unit:D/O%2F1/U/x"`, `"group:1/U/x/AO/Clerk#1" reports-to "1"`,
			`"unit:D//U" part-of "unit:D"`, `"unit:D/O%2F1" part-of "unit:D"`, `"unit:D/O%2F1/U/x" part-of "unit:D/O%2F1"`,
			`post "1" "" occupancy=vacant`, `post "2" "" occupancy=vacant`, `post "3" "" occupancy=vacant`, `post "4" "" occupancy=vacant`,
			`post "group:1/U/x/AO/Clerk#1" "Clerk" fte=2 grade=AO occupancy=group`,
			`unit "unit:/O%252F1" "O%2F1"`, `unit "unit:D" "D"`, `unit "unit:D//U" "U"`, `unit "unit:D/O%2F1" "O/1"`, `unit "unit:D/O%2F1/U/x" "U/x"`,
		},
	}, {
		name:  "a job share",
		files: []string{senior("Post=1;Name=Ada;Job Title=Head;FTE=0.6;Reports=XX", "Post=1;Name=Bo;Job Title=Head;FTE=0.4;Notes=n;Reports=XX")},
		want: []string{
			`"person:1/Ada" holds "1" fte=0.6 mode=job-share`, `"person:1/Bo" holds "1" fte=0.4 mode=job-share`,
			`person "person:1/Ada" "Ada"`, `person "person:1/Bo" "Bo" notes=n`,
			`post "1" "Head" fte=1 top=true`,
		},
		notes: []string{`1.csv:2:1 The reference "1" stands on 2 rows`},
	}, {
		name: "a job share whose holders are not all named",
		files: []string{senior("Post=1;Name=N/D;FTE=0.6", "Post=1;Name=Bo;FTE=0.4", "Post=2;Name=N/D;FTE=0.5", "Post=2;Name=N/D;FTE=0.4", "Post=3;Name=Eliminated", "Post=3;Name=Cy",
			"Post=4;Name=Vacant;FTE=0.5", "Post=4;Name=Di;FTE=0.5")},
		want: []string{
			`"person:1/Bo" holds "1" fte=0.4 mode=job-share`, `"person:3/Cy" holds "3"`, `"person:4/Di" holds "4" fte=0.5`,
			`person "person:1/Bo" "Bo"`, `person "person:3/Cy" "Cy"`, `person "person:4/Di" "Di"`,
			`post "1" "" fte=1`, `post "2" "" fte=0.9 occupancy=undisclosed`, `post "3" ""`, `post "4" "" fte=1`,
		},
		notes: []string{`1.csv:2:1 The reference "1" stands`, `1.csv:4:1 The reference "2" stands`, `1.csv:5:1 The row gives the post "2" a further holder`},
	}, {
		name:  "a repeated row",
		files: []string{senior("Post=1;Name=Ada;Reports=2;Valid=1", "Post=1 ;Name=Ada;Reports=2;Valid=0", "Post=3;Name=N/D", "Post=3;Name=N/D")},
		want: []string{
			`"1" reports-to "2"`, `"person:1/Ada" holds "1"`,
			`person "person:1/Ada" "Ada"`, `post "1" ""`, `post "3" "" occupancy=undisclosed`,
		},
		notes: []string{`1.csv:3:1 The row repeats line 2, reference "1": it adds nothing.`, `1.csv:5:1 The row repeats line 4`},
	}, {
		name: "rows that disagree about the post",
		files: []string{senior("Post=1;Name=Eliminated;Job Title=Old;Reports=9", "Post=1;Name=Ada;Job Title=Head;Reports=2", "Post=1;Name=Ada;Job Title=Tail;Reports=2",
			"Post=1;Name=Ada;Job Title=Tail;Reports=2;FTE=0.5")},
		want: []string{
			`"1" reports-to "2"`, `"1" reports-to "9"`,
			`"person:1/Ada" holds "1"`, `"person:1/Ada#2" holds "1" fte=0.5 mode=job-share`,
			`person "person:1/Ada#2" "Ada"`, `person "person:1/Ada" "Ada"`,
			`post "1" "Head"`, `post "1" "Old" state=abolished`, `post "1" "Tail" fte=0.5`,
		},
		notes: []string{`1.csv:4:1 The reference "1" stands on 2 rows`},
	}, {
		name: "persons without a post",
		files: []string{senior("Post=0;Name=N/D;Grade=SCS1;Job Title=Not in post;Reports=1;FTE=1", "Post=0;Name=N/D;Grade=SCS1;Job Title=Not in post;Reports=1;FTE=1",
			"Post=0;Name=Ada;Job Title=Loan;Reports=XX;Unit=N/A", "Post=00;Name=Vacant")},
		want: []string{
			`"person:0/1/SCS1/Not in post" reports-to "1"`, `"person:0/1/SCS1/Not in post#2" reports-to "1"`,
			`person "person:0/1/SCS1/Not in post" "" fte=1 grade=SCS1 occupancy=undisclosed title=Not in post`,
			`person "person:0/1/SCS1/Not in post#2" "" fte=1 grade=SCS1 occupancy=undisclosed title=Not in post`,
			`person "person:0/Ada" "Ada" title=Loan top=true`,
			`post "00" "" occupancy=vacant`,
		},
	}, {
		name: "rows without a reference",
		files: []string{senior("Name=Ada;Job Title=Head;Organisation=O;FTE=1", "Post=N/D;Name=N/D;Job Title=Tail;Reports=1", "Post=Eliminated;Name=N/D", "Post=XX;Name=Vacant",
			"Name=Ada;Job Title=Head;Organisation=O;FTE=1")},
		want: []string{
			`"" reports-to "1"`,
			`post "" "" occupancy=vacant unreadable:1:Post Unique Reference=XX`,
			`post "" "" state=abolished`,
			`post "" "Head" fte=1 holder=Ada occupancy=filled unit=unit:/O`, `post "" "Head" fte=1 holder=Ada occupancy=filled unit=unit:/O`,
			`post "" "Tail" occupancy=undisclosed`,
			`unit "unit:/O" "O"`,
		},
	}, {
		name: "groups",
		files: []string{junior("Reporting=1;Unit=U;Grade=AO;Generic=Clerk;Number=2", "Reporting=1;Unit=U;Grade=AO;Generic=Clerk;Number=1.5;Professional=Law;Payscale Min=17,000;Payscale Max=19000",
			"Reporting=XX", "Reporting=N/D", "Reporting=0")},
		want: []string{
			`"group:1/U/AO/Clerk#1" part-of "unit://U"`, `"group:1/U/AO/Clerk#1" reports-to "1"`,
			`"group:1/U/AO/Clerk#2" part-of "unit://U"`, `"group:1/U/AO/Clerk#2" reports-to "1"`,
			`post "group:0///#1" "" occupancy=group unreadable:4:Reporting Senior Post=0`,
			`post "group:1/U/AO/Clerk#1" "Clerk" fte=1.5 grade=AO occupancy=group payscale-maximum=19000 payscale-minimum=17000 profession=Law`,
			`post "group:1/U/AO/Clerk#2" "Clerk" fte=2 grade=AO occupancy=group`,
			`post "group:N/D///#1" "" occupancy=group`,
			`post "group:XX///#1" "" occupancy=group unreadable:4:Reporting Senior Post=XX`,
			`unit "unit://U" "U"`,
		},
	},
}

func TestRecords(t *testing.T) {
	for _, c := range recordCases {
		t.Run(c.name, func(t *testing.T) {
			o, notes := read(t, c.files...)
			slices.Sort(c.want)
			diff(t, records(o), c.want)
			if len(notes.List) != len(c.notes) {
				t.Errorf("notes %v", notes.List)
				return
			}
			for i, n := range notes.List {
				if s := n.Pos.String() + " " + n.Text; !strings.HasPrefix(s, c.notes[i]) {
					t.Errorf("note %q, want %q", s, c.notes[i])
				}
			}
		})
	}
}

// diff reports what two sorted lists do not share.
func diff(t testing.TB, got, want []string) {
	t.Helper()
	for len(got) > 0 || len(want) > 0 {
		switch {
		case len(want) == 0 || len(got) > 0 && got[0] < want[0]:
			t.Errorf("got, not wanted: %s", got[0])
			got = got[1:]
		case len(got) == 0 || want[0] < got[0]:
			t.Errorf("wanted, not got: %s", want[0])
			want = want[1:]
		default:
			got, want = got[1:], want[1:]
		}
	}
}

// TestPositions holds that records point at their row and lines at their cell, in runes.
func TestPositions(t *testing.T) {
	o, _ := read(t, "Post Unique Reference,Name,Job Title,Unit,Reports to Senior Post\n\nÉ1,\"Zoë, or\nnobody\",\"a \"\"b\"\"\",Ü,É2\nÉ2,,,,XX\n")
	var got []string
	for _, n := range o.Spec().Nodes {
		got = append(got, fmt.Sprintf("%s %s", n.ID, n.Pos))
	}
	for _, l := range o.Spec().Lines {
		got = append(got, fmt.Sprintf("%s %s", l, l.Pos))
	}
	slices.Sort(got)
	want := []string{
		"unit://Ü 1.csv:4:19 [Unit]",
		"É1 1.csv:3:1",
		"É1 part-of unit://Ü 1.csv:4:19 [Unit]",
		"É1 reports-to É2 1.csv:4:21 [Reports to Senior Post]",
		"É2 1.csv:5:1",
		"person:É1/Zoë, or\nnobody 1.csv:3:1",
		"person:É1/Zoë, or\nnobody holds É1 1.csv:3:4 [Name]",
	}
	slices.Sort(want)
	diff(t, got, want)
	if r, ok := o.Find("É1"); !ok || o.NameOf(r) != `a "b"` {
		t.Errorf("name %q", o.NameOf(r))
	}
}
