package ask_test

import (
	"fmt"
	"os"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/titles"
)

func ExampleAsker_AssumedRoles() {
	org, did := titles.Default().Assume(orgmodel.New(orgmodel.Spec{
		Name: "Harbour",
		Nodes: []orgmodel.Node{
			{ID: "it-1", Kind: orgmodel.Post, Name: "Head of IT"},
			{ID: "pm-1", Kind: orgmodel.Post, Name: "PM, quays"},
		},
	}))
	if err := ask.Text(os.Stdout, ask.Asker{Org: org}.AssumedRoles(did.Ambiguous...)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1 role is assumed, and 1 title is ambiguous: it-manager 1, ambiguous PM 1.
	//
	//   it-1  Head of IT  it-manager
	//       Assumed, since the title is "Head of IT"; from title: head business? it (en).
	//   pm-1  PM, quays
	//       The title is "PM, quays", and PM may mean project-manager, programme-manager, product-manager or something else.
	//
	// Harbour, on no particular day.
}
