package table_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/table"
)

// dump is an organisation as text: records and lines in the author's order, places as
// line:column[field].
func dump(o *orgmodel.Org) string {
	var b strings.Builder
	at := func(p orgmodel.Pos) string { return fmt.Sprintf("%d:%d[%s]", p.Line, p.Column, p.Field) }
	for r := range o.Nodes() {
		fmt.Fprintf(&b, "%s %s %q", o.Kind(r), o.ID(r), o.NameOf(r))
		for k, v := range o.Attrs(r).All() {
			fmt.Fprintf(&b, " %s=%s", k, v)
		}
		if l := o.Life(r); !l.IsZero() {
			fmt.Fprintf(&b, " %s", l)
		}
		fmt.Fprintf(&b, " %s\n", at(o.Pos(r)))
	}
	for e := range o.Edges() {
		fmt.Fprintf(&b, "%s", o.Line(e))
		for k, v := range o.LineAttrs(e).All() {
			fmt.Fprintf(&b, " %s=%s", k, v)
		}
		fmt.Fprintf(&b, " %s\n", at(o.LinePos(e)))
	}
	return b.String()
}

func texts(n source.Notes) string {
	var b strings.Builder
	for _, n := range n.List {
		if !strings.HasPrefix(n.Text, "Columns: ") {
			fmt.Fprintf(&b, "%d:%d %s\n", n.Pos.Line, n.Pos.Column, n.Text)
		}
	}
	return b.String()
}

func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }

// A reading is a table, what becomes of it and what the notes say.
type reading struct {
	what, in   string
	want, note string
}

func (c reading) check(t *testing.T, rd table.Reader) {
	t.Helper()
	var b orgmodel.Builder
	notes, err := rd.Read(context.Background(), &b, source.Input{Name: "t.csv", Reader: strings.NewReader(c.in)})
	if err != nil {
		t.Errorf("%s: %v", c.what, err)
		return
	}
	if got := dump(b.Org()); got != c.want {
		t.Errorf("%s: got\n%swant\n%s", c.what, got, c.want)
	}
	if got := texts(notes); got != c.note {
		t.Errorf("%s: notes\n%swant\n%s", c.what, got, c.note)
	}
}

func TestRead(t *testing.T) {
	for _, c := range []reading{
		{"plain", "id,name,title,manager,unit\n1,Ada,CEO,,HQ\n2,Bo,Dev,1,HQ\n",
			lines(`person 1 "Ada" title=CEO 2:1[id]`, `person 2 "Bo" title=Dev 3:1[id]`, `unit unit:HQ "HQ" 2:12[unit]`,
				"1 part-of unit:HQ 2:12[unit]", "2 reports-to 1 3:10[manager]", "2 part-of unit:HQ 3:12[unit]"), ""},
		{"tab, quotes, runes", "Emp. No.\tFull Name\tReports To\r\n007\t\"Élodie \"\"É\"\"\n Kim\"\t\r\n008\tÅsa\t007\r\n",
			lines(`person 007 "Élodie \"É\"\n Kim" 2:1[Emp. No.]`, `person 008 "Åsa" 4:1[Emp. No.]`, "008 reports-to 007 4:9[Reports To]"), "0:0 Cells are separated by tab.\n"},
		{"sep line", "sep=|\nid|name\n1|a\n", lines(`person 1 "a" 3:1[id]`), "0:0 Cells are separated by bar.\n"},
		{"rows above the header", "Staff list\n\nas of May,,\nStaff ID,Name,Line manager\n1,Ada,\n2,Bo,1\n",
			lines(`person 1 "Ada" 5:1[Staff ID]`, `person 2 "Bo" 6:1[Staff ID]`, "2 reports-to 1 6:6[Line manager]"),
			"4:1 The header stands here; the rows above it are not read, the first of them begins with \"Staff list\".\n"},
		{"first and last name", "ID,First Name,Surname\n1,Ada,Okafor\n2,,Li\n", lines(`person 1 "Ada Okafor" 2:1[ID]`, `person 2 "Li" 3:1[ID]`), ""},
		{"other columns", "id,name,Cost Centre,,Cost Centre\n1,Ada,C1,x,C2\n2,Bo,,,\n",
			lines(`person 1 "Ada" (column 4)=x Cost Centre=C1 Cost Centre (column 5)=C2 2:1[id]`, `person 2 "Bo" 3:1[id]`), ""},
		{"the name is the id", "name,manager\nAda,\nBo,ada\n", lines(`person Ada "Ada" 2:1[name]`, `person Bo "Bo" 3:1[name]`, "Bo reports-to Ada 3:4[manager]"),
			"0:0 1 cell matched by name, not by id.\n0:0 No column of ids: the name is the id.\n"},
		{"spaces, zeros", "id,name,manager\n 007 ,Ada,\n7,Bo, 007\n\u00a08,Cy,7\n", lines(`person 007 "Ada" 2:1[id]`, `person 7 "Bo" 3:1[id]`, `person 8 "Cy" 4:1[id]`,
			"7 reports-to 007 3:6[manager]", "8 reports-to 7 4:7[manager]"),
			"2:1 2 cells of column \"id\" with spaces around it, left out: lines 2, 4.\n3:6 1 cell of column \"manager\" with spaces around it, left out: line 3.\n"},
		{"nobody", "id,manager,unit\n1,-,n/a\n2,none,\n3,0,\n4,N/A,\n", lines(`person 1 "" 2:1[id]`, `person 2 "" 3:1[id]`, `person 3 "" 4:1[id]`, `person 4 "" 5:1[id]`),
			"2:3 4 cells of column \"manager\" taken for empty (such as - or none): lines 2, 3, 4 and more.\n2:5 1 cell of column \"unit\" taken for empty (such as - or none): line 2.\n"},
		{"an id like nobody", "id,manager\n1,0\n2,-\n0,none\n", lines(`person 1 "" 2:1[id]`, `person 2 "" 3:1[id]`, `person 0 "" 4:1[id]`, "1 reports-to 0 2:3[manager]"),
			"3:3 2 cells of column \"manager\" taken for empty (such as - or none): lines 3, 4.\n"},
		{"vacant", "id,name,title\n1,Vacant,Dev\n2,TBH,Dev\n3,Vance Op,Dev\n", lines(`person 1 "Vacant" occupancy=vacant title=Dev 2:1[id]`, `person 2 "TBH" occupancy=vacant title=Dev 3:1[id]`, `person 3 "Vance Op" title=Dev 4:1[id]`), ""},
		{"status", "id,Employment Status\n1,Terminated\n2,Active\n3,On leave\n4,\n", lines(`person 1 "" Employment Status=Terminated state=inactive 2:1[id]`,
			`person 2 "" Employment Status=Active state=active 3:1[id]`, `person 3 "" state=On leave 4:1[id]`, `person 4 "" 5:1[id]`), ""},
		{"active", "id,Active\n1,No\n2,Y\n", lines(`person 1 "" Active=No state=inactive 2:1[id]`, `person 2 "" Active=Y state=active 3:1[id]`), ""},
		{"fte, top, engagement", "id;fte;top;worker type\n1;0,8;yes;Contractor\n2;60%;;\n3;half;no;Temp\n", lines(`person 1 "" engagement=contractor fte=0.8 top=true 2:1[id]`,
			`person 2 "" fte=0.6 3:1[id]`, `person 3 "" engagement=Temp top=no unreadable:3:fte=half 4:1[id]`), "0:0 Cells are separated by semicolon.\n"},
		{"dates", "id,Start Date,Leaving Date\n1,2026-01-05,2026-03-31\n2,05.01.2026,\n3,5 Jan 2026,31-Dec-2026 00:00:00\n4,20260105,9999-12-31\n5,soon,2026-02-30\n6,n/a,\n",
			lines(`person 1 "" 2026-01-05 to 2026-04-01 2:1[id]`, `person 2 "" since 2026-01-05 3:1[id]`, `person 3 "" 2026-01-05 to 2027-01-01 4:1[id]`, `person 4 "" since 2026-01-05 5:1[id]`,
				`person 5 "" unreadable:3:Start Date=soon unreadable:8:Leaving Date=2026-02-30 6:1[id]`, `person 6 "" 7:1[id]`),
			"7:3 1 cell of column \"Start Date\" taken for empty (such as - or none): line 7.\n"},
		{"day first", "id,start\n1,05/06/2026\n2,25/06/2026\n3,05/05/2026\n", lines(`person 1 "" since 2026-06-05 2:1[id]`, `person 2 "" since 2026-06-25 3:1[id]`, `person 3 "" since 2026-05-05 4:1[id]`),
			"0:0 Dates like 05/06/2026 are read with the day first, as other cells of the column must be.\n"},
		{"month first", "id,start\n1,05/06/2026\n2,06/25/2026\n", lines(`person 1 "" since 2026-05-06 2:1[id]`, `person 2 "" since 2026-06-25 3:1[id]`),
			"0:0 Dates like 05/06/2026 are read with the month first, as other cells of the column must be.\n"},
		{"either first", "id,start\n1,05/06/2026\n", lines(`person 1 "" unreadable:3:start=05/06/2026 2:1[id]`), ""},
		{"both first", "id,start\n1,05/06/2026\n2,06/25/2026\n3,25/06/2026\n", lines(`person 1 "" unreadable:3:start=05/06/2026 2:1[id]`, `person 2 "" since 2026-06-25 3:1[id]`, `person 3 "" since 2026-06-25 4:1[id]`),
			"0:0 Some dates of the column have the day first and some the month: those that could be either are not read.\n"},
		{"managers by name", "id,name,email,manager\n1,Ada Okafor,a@x.org,\n2,Bo Li,b@x.org,\"Okafor, Ada\"\n3,Bo Li,c@x.org,Bo  li\n4,Cy,,A@X.org\n5,Di,,Nobody\n",
			lines(`person 1 "Ada Okafor" email=a@x.org 2:1[id]`, `person 2 "Bo Li" email=b@x.org 3:1[id]`, `person 3 "Bo Li" email=c@x.org 4:1[id]`, `person 4 "Cy" 5:1[id]`, `person 5 "Di" 6:1[id]`,
				"2 reports-to 1 3:17[manager]", "3 reports-to Bo  li 4:17[manager]", "4 reports-to 1 5:7[manager]", "5 reports-to Nobody 6:7[manager]"),
			"0:0 1 cell matched by name, not by id.\n0:0 1 cell matched by e-mail address, not by id.\n" +
				"4:17 \"Bo  li\" is no id and the name of several rows: 2 (line 3), 3 (line 4). It is not guessed: write the id.\n"},
		{"posts", "Position ID,Employee ID,Name,Title,FTE,Reports to position,Unit,Start\nP1,1,Ada,CEO,1,,HQ,2026-01-05\nP2,,Vacant,Dev,1,P1,HQ,\nP3,2,Bo,Dev,0.5,P1,,\nP3,3,Cy,Dev,0.5,P1,,\nP4,2,Bo,Lead,0.5,P1,,\n,4,Di,Temp,,,,\n",
			lines(`person 1 "Ada" 2:4[Employee ID]`, `post P1 "CEO" title=CEO 2:1[Position ID]`, `post P2 "Dev" fte=1 occupancy=vacant title=Dev 3:1[Position ID]`,
				`person 2 "Bo" 4:4[Employee ID]`, `post P3 "Dev" title=Dev 4:1[Position ID]`, `person 3 "Cy" 5:4[Employee ID]`, `post P4 "Lead" title=Lead 6:1[Position ID]`, `person 4 "Di" title=Temp 7:2[Employee ID]`, `unit unit:HQ "HQ" 2:17[Unit]`,
				"1 holds P1 since 2026-01-05 fte=1 2:1[Position ID]", "P1 part-of unit:HQ 2:17[Unit]", "P2 reports-to P1 3:18[Reports to position]", "P2 part-of unit:HQ 3:21[Unit]",
				"2 holds P3 fte=0.5 4:1[Position ID]", "P3 reports-to P1 4:17[Reports to position]", "3 holds P3 fte=0.5 5:1[Position ID]",
				"2 holds P4 fte=0.5 6:1[Position ID]", "P4 reports-to P1 6:18[Reports to position]"), ""},
		{"dotted", "id,manager,Dotted-line manager\n1,,\n2,1,\n3,1,2\n", lines(`person 1 "" 2:1[id]`, `person 2 "" 3:1[id]`, `person 3 "" 4:1[id]`,
			"2 reports-to 1 3:3[manager]", "3 reports-to 1 4:3[manager]", "3 dotted-to 2 4:5[Dotted-line manager]"), ""},
		{"rivals", "id,Employee ID,manager name,manager id\na,1,,\nb,2,Ada,1\n", lines(`person 1 "" id=a 2:3[Employee ID]`, `person 2 "" id=b manager name=Ada 3:3[Employee ID]`, "2 reports-to 1 3:9[manager id]"), ""},
		{"brackets", "id,Name (Last),Grade [or equivalent],Grade\n1,Li,x,G7\n", lines(`person 1 "Li" Grade [or equivalent]=x grade=G7 2:1[id]`), ""},
		{"Windows-1252", "id,name\n1,Andr\xe9\n", lines(`person 1 "André" 2:1[id]`), "0:0 Read as Windows-1252.\n"},
		{"UTF-16", "\xff\xfei\x00d\x00\n\x001\x00\n\x00", lines(`person 1 "" 2:1[id]`), "0:0 Read as UTF-16, little end first.\n"},
		{"UTF-16, odd bytes", "\xff\xfei\x00d\x00\n\x001\x00\n\x002", lines(`person 1 "" 2:1[id]`, "person \ufffd \"\" 3:1[id]"), "0:0 Read as UTF-16, little end first.\n"},
		{"carriage returns", "id,name\r1,Ada\r2,Bo\r", lines(`person 1 "Ada" 2:1[id]`, `person 2 "Bo" 3:1[id]`), "0:0 Lines end with a carriage return alone.\n"},
	} {
		c.check(t, table.Reader{})
	}
}

func TestOptions(t *testing.T) {
	reading{"mapping", "Wer,Chef,Lohn,Projekt\n1,,9,p\n2,1,8,p\n", lines(`person 1 "" 2:1[Wer]`, `person 2 "" 3:1[Wer]`, "1 works-on p 2:6[Projekt]", "2 reports-to 1 3:3[Chef]", "2 works-on p 3:7[Projekt]"), ""}.
		check(t, table.Reader{Mapping: table.Mapping{"wer": table.ID, "CHEF": table.Manager, "Lohn": table.Ignored, "projekt": "works-on"}})
	reading{"mapping wins", "id,name,manager,boss\n1,Ada,x,\n2,Bo,y,1\n", lines(`person 1 "Ada" manager=x 2:1[id]`, `person 2 "Bo" manager=y 3:1[id]`, "2 reports-to 1 3:8[boss]"), ""}.
		check(t, table.Reader{Mapping: table.Mapping{"boss": table.Manager}})
	reading{"separator", "id:name\n1:a,b\n", lines(`person 1 "a,b" 2:1[id]`), "0:0 Cells are separated by ':'.\n"}.check(t, table.Reader{Separator: ':'})
	reading{"encoding", "id,name\n1,\xc3\xa9\n", lines(`person 1 "Ã©" 2:1[id]`), "0:0 Read as windows-1252.\n"}.check(t, table.Reader{Encoding: "windows-1252"})
	for _, rd := range []table.Reader{{Separator: '"'}, {Encoding: "ebcdic"}, {Mapping: table.Mapping{"a": "boss"}}, {Mapping: table.Mapping{"a b": "id", "A-B": "name"}}} {
		if _, err := rd.Read(context.Background(), new(orgmodel.Builder), source.Input{Name: "t", Reader: strings.NewReader("id\n1\n")}); err == nil {
			t.Errorf("%+v: no error", rd)
		}
	}
}

// TestIdleMapping holds that a mapping of a column that is not there is said, whether the table
// can be read without it or not.
func TestIdleMapping(t *testing.T) {
	rd := table.Reader{Mapping: table.Mapping{"CHEF": table.Manager, "Nr.": table.ID}}
	read := func(in string) (source.Notes, error) {
		return rd.Read(context.Background(), new(orgmodel.Builder), source.Input{Name: "t.csv", Reader: strings.NewReader(in)})
	}
	notes, err := read("id,name,chef\n1,Ada,\n")
	if err != nil || !slices.ContainsFunc(notes.List, func(n source.Note) bool { return n.Text == `The mapping is of columns that are not here: "Nr.".` }) {
		t.Error(notes, err)
	}
	if _, err := read("PNr,Boss\n1,\n"); err == nil || !strings.HasSuffix(err.Error(), `the mapping is of columns that are not here: "CHEF", "Nr."`) {
		t.Error(err)
	}
	if _, err := table.ParseMapping("Chef=manager", "Chef=name"); err == nil || !strings.Contains(err.Error(), "mapped to manager already") {
		t.Error(err)
	}
}

// TestFilesTogether holds that files of one run join by id and share units.
func TestFilesTogether(t *testing.T) {
	var b orgmodel.Builder
	for i, in := range []string{"id,manager,unit\n1,,HQ\n2,9,Quay\n", "id,name,manager,unit\n9,Ada,1,HQ\n8,Bo,Ada,Quay\n"} {
		if _, err := (table.Reader{}).Read(context.Background(), &b, source.Input{Name: fmt.Sprint("f", i), Reader: strings.NewReader(in)}); err != nil {
			t.Fatal(err)
		}
	}
	o := b.Org()
	n := 0
	for range o.Ghosts() {
		n++
	}
	if r, _ := o.Find("8"); n != 0 || o.Len() != 6 || o.Pos(r).File != "f1" || o.ID(o.Boss(r)) != "9" {
		t.Errorf("%d ghosts, %d records, %v, boss %s:\n%s", n, o.Len(), o.Pos(r), o.ID(o.Boss(r)), dump(o))
	}
}

func TestMatch(t *testing.T) {
	f := table.Format()
	for _, c := range []struct {
		name, head string
		want       int
	}{
		{"a.csv", "id,name,manager\n", 8}, {"a.tsv", "id\tname\n", 8}, {"a.txt", "id;name\n1;a\n", 6}, {"a", "id,name\n", 5}, {"a.csv", "1,2\n", 3}, {"a.md", "# Title\n", 0},
		{"a.json", `{"id":1}`, 0}, {"a.yaml", "format: 1\npeople:\n", 0}, {"a.csv", "Post Unique Reference,Name,Job Title,Reports to Senior Post\n", 3}, {"a.xlsx", "PK\x03\x04", 1}, {"", "", 0},
		{"a.csv", "\xff\xfei\x00d\x00,\x00n\x00a\x00m\x00e\x00\n\x00", 8},
	} {
		if got := f.Match(c.name, []byte(c.head)); got != c.want {
			t.Errorf("%s %q: %d, want %d", c.name, c.head, got, c.want)
		}
	}
}

// TestPrefixedNames holds that managers are found by name where ids have a prefix, and that notes
// show what the file says.
func TestPrefixedNames(t *testing.T) {
	b := orgmodel.Builder{Prefix: "north/"}
	notes, err := (table.Reader{}).Read(context.Background(), &b, source.Input{Name: "t.csv",
		Reader: strings.NewReader("id,name,manager\n1,Ada,\n2,Bo,ada\n3,Bo,\n4,Cy,Bo\n")})
	if err != nil {
		t.Fatal(err)
	}
	o := b.Org()
	if r, ok := o.Find("north/2"); !ok || o.ID(o.Boss(r)) != "north/1" {
		t.Errorf("the boss of Bo is %s:\n%s", o.ID(o.Boss(r)), dump(o))
	}
	if want := `"Bo" is no id and the name of several rows: 2 (line 3), 3 (line 4).`; !strings.Contains(texts(notes), want) {
		t.Errorf("notes\n%swant %s", texts(notes), want)
	}
}
