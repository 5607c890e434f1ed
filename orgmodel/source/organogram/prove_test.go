package organogram_test

import (
	"testing"

	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/source/organogram"
)

// TestProve holds the reader to what readers owe their users.
func TestProve(t *testing.T) {
	orgtest.ProveFormat(t, organogram.Format(),
		orgtest.Sample{Name: "senior.csv", Rows: 6, Text: senior(
			"Parent=D;Organisation=O;Unit=U;Post=1;Name=Ada Okafor;Job Title=Director;Reports=XX;FTE=1;Actual Pay Floor=70000",
			"Parent=D;Organisation=O;Unit=U;Post=2;Name=N/D;Job Title=Deputy;Reports=1;FTE=half",
			"Parent=D;Organisation=O;Unit=V;Post=2;Name=Bo Li;Job Title=Deputy;Reports=9;FTE=0.5",
			"Parent=D;Organisation=O;Unit=U;Post=0;Name=Cy Young;Job Title=Adviser;Reports=1;FTE=0.2",
			"Parent=D;Organisation=O;Unit=N/A;Post=;Name=Vacant;Job Title=Head;Reports=2;FTE=1;Notes=n",
			"Parent=D;Organisation=O;Unit=N/A;Post=4;Name=Eliminated;Job Title=Head;Reports=2;FTE=1")},
		orgtest.Sample{Name: "junior.csv", Rows: 3, Text: junior(
			"Parent=D;Organisation=O;Unit=U;Reporting=1;Grade=EO;Generic=Caseworker;Number=3",
			"Parent=D;Organisation=O;Unit=U;Reporting=9;Grade=AO;Generic=Clerk;Number=few",
			"Parent=D;Organisation=O;Unit=U;Reporting=;Grade=AO;Generic=Clerk;Number=0")},
	)
}
