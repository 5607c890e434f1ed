package table_test

import (
	"testing"

	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/source/table"
)

// TestProve holds the reader to what readers owe their users.
func TestProve(t *testing.T) {
	orgtest.ProveFormat(t, table.Format(),
		orgtest.Sample{Name: "people.csv", Rows: 9, Text: "id,name,title,manager,unit,start,fte\n" +
			"1,Ada Okafor,Director,,Harbour,2026-01-05,1\n2,Bo Li,Analyst,1,Harbour,05/06/2026,0.5\n\n3,Vacant,Analyst,Ada Okafor,,soon,\n" +
			"2,Bo Li,Analyst,1,Harbour\n,No Id,,1,,,\n5,Self,,5,Quay,,1,more\n6,\"Two\nLines\",,9,Quay,31/12/2026,\n7,É,,-,n/a,,\n8,Cy,,8,Harbour,,x"},
		orgtest.Sample{Name: "posts.csv", Rows: 4, Text: "Position ID;Employee ID;Name;Reports to position;FTE\r\nP1;1;Ada;;1\r\nP2;;Vacant;P1;\r\nP3;2;Bo;P1;0,5\r\nP3;3;Cy;P1;0,5\r\n"},
		orgtest.Sample{Name: "names.csv", Rows: 4, Text: "id,name,email,manager\n1,Bo Li,b@x.org,\n2,Bo Li,,B@x.org\n3,Cy,,\"Li, Bo\"\n4,Di,,cy\n"},
		orgtest.Sample{Name: "staff.tsv", Mute: func(line string) bool { return line == "Staff list" }, // a note quotes it
			Text: "Staff list\n\nStaff ID\tName\tLine manager\n1\tAda\t\n2\tBo\t1\n"},
	)
}
