package table_test

import (
	"context"
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/table"
)

func ExampleRead() {
	const people = `Employee ID;Full Name;Job Title;Line Manager;Department
007;Ada Okafor;Director;;Harbour
008;Bo Larsen;Engineer;007;Quay
009;Chloe Cohen;Engineer;Ada Okafor;Quay
`
	org, notes, err := table.Read("people.csv", strings.NewReader(people))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(notes.Rows, "rows")
	for e := range org.Edges() {
		fmt.Println(org.LinePos(e), org.Line(e))
	}
	for _, n := range notes.List {
		fmt.Println(n.Text)
	}
	// Output:
	// 3 rows
	// people.csv:2:26 [Department] 007 part-of unit:Harbour
	// people.csv:3:24 [Line Manager] 008 reports-to 007
	// people.csv:3:28 [Department] 008 part-of unit:Quay
	// people.csv:4:26 [Line Manager] 009 reports-to 007
	// people.csv:4:37 [Department] 009 part-of unit:Quay
	// Cells are separated by semicolon.
	// Columns: id from "Employee ID", name from "Full Name", title from "Job Title", manager from "Line Manager", unit from "Department".
	// 1 cell matched by name, not by id.
}

func ExampleReader() {
	rd := table.Reader{Mapping: table.Mapping{"Personalnr": table.ID, "Chef": table.Manager}}
	var b orgmodel.Builder
	_, err := rd.Read(context.Background(), &b, source.Input{Name: "people.csv", Reader: strings.NewReader("Personalnr,Chef\n1,\n2,1\n")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for e := range b.Org().Edges() {
		fmt.Println(e.From, e.Rel, e.To)
	}
	// Output: 1 reports-to 0
}

func ExampleParseMapping() {
	m, err := table.ParseMapping("Chef=manager", "Pay = ignore")
	fmt.Println(m["Chef"], m["Pay"], err)
	_, err = table.ParseMapping("Chef=boss")
	fmt.Println(err)
	// Output:
	// manager ignore <nil>
	// "Chef=boss": "boss" is no field: want one of id, name, first-name, last-name, title, manager, manager-post, unit, grade, fte, start, end, email, post, status, engagement, top, attribute, ignore, dotted-to, directed-by, functional-to, overseen-by, sponsored-by, represents, supported-by, has-role, works-on, owns, responsible-for, accountable-for, consulted-on, informed-of
}

func ExampleFormat() {
	fmt.Println(table.Format().Match("people.csv", []byte("id,name,manager\n1,Ada,\n")) > 0)
	fmt.Println(table.Format().Match("people.json", []byte(`{"id": 1}`)))
	// Output:
	// true
	// 0
}
