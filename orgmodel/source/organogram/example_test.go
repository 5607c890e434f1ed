package organogram_test

import (
	"context"
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/organogram"
)

const harbourSenior = `Post Unique Reference,Name,Grade (or equivalent),Job Title,Parent Department,Organisation,Unit,Reports to Senior Post,FTE
H1,Ada Okafor,SCS3,Chief Executive,Department of Tides,Harbour Authority,Board,XX,1
H2,Bo Larsen,SCS1,Director of Pilots,Department of Tides,Harbour Authority,Pilots,H1,0.6
H2,Cy Duarte,SCS1,Director of Pilots,Department of Tides,Harbour Authority,Pilots,H1,0.4
H3,Vacant,SCS1,Director of Locks,Department of Tides,Harbour Authority,Locks,H1,1
`

const harbourJunior = `Parent Department,Organisation,Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE
Department of Tides,Harbour Authority,Locks,H3,AO,Lock keeper,12.5
`

func ExampleRead() {
	org, notes, err := organogram.Read(context.Background(), strings.NewReader(harbourSenior), strings.NewReader(harbourJunior))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(org.Name(), notes.Rows)
	keepers, _ := org.Find("group:H3/Locks/AO/Lock keeper#1")
	boss := org.Manager(keepers)
	fmt.Println(org.NameOf(keepers), "answer to", org.NameOf(boss.Seat), "since", org.NameOf(boss.Skipped[0].Seat), "is", boss.Skipped[0].Why)
	h2, _ := org.Find("H2")
	for e := range org.Holders(h2) {
		fmt.Println(org.NameOf(e.From), org.LineAttrs(e).Get(orgmodel.FTE))
	}
	for _, n := range notes.List {
		if strings.Contains(n.Text, "shared") {
			fmt.Println(n.Pos, n.Text)
		}
	}
	// Output:
	// Harbour Authority 5
	// Lock keeper answer to Chief Executive since Director of Locks is vacant
	// Bo Larsen 0.6
	// Cy Duarte 0.4
	// senior:3:1 The reference "H2" stands on 2 rows that differ in nothing but name, pay, contact, notes and FTE: they are read as one post that is shared. Their lines are 3, 4.
}

func ExampleFormat() {
	formats := []source.Format{organogram.Format()}
	file := source.File{Name: "H/senior.csv", Prefix: "harbour/", Open: opened(harbourSenior)}
	org, _, err := source.Load(context.Background(), formats, source.Limits{Rows: 1000}, file)
	fmt.Println(err)
	for _, r := range org.Tops() {
		fmt.Println(org.ID(r), org.Pos(r))
	}
	// Output:
	// <nil>
	// harbour/H1 H/senior.csv:2:1
}

func ExampleReader() {
	var b orgmodel.Builder
	notes, err := organogram.Reader{}.Read(context.Background(), &b, source.Input{Name: "senior.csv", Reader: strings.NewReader(harbourSenior)})
	fmt.Println(notes.Rows, err, b.Org().Len())
	// Output: 4 <nil> 11
}
