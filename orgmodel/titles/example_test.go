package titles_test

import (
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/titles"
)

func ExampleClassifier_Read() {
	for _, title := range []string{"Senior Project Manager", "Assistant to the Project Manager", "PM"} {
		read := titles.Default().Read(title)
		fmt.Println(title, len(read.Guesses), read.Silenced)
		for _, g := range read.Guesses {
			fmt.Println(" ", g.Role, g.Candidates, "by", g.Pattern)
		}
	}
	// Output:
	// Senior Project Manager 1 false
	//   project-manager [] by project manager
	// Assistant to the Project Manager 0 true
	// PM 1 false
	//    [project-manager programme-manager product-manager] by PM
}

func ExampleClassifier_IsA() {
	c := titles.Default()
	fmt.Println(c.IsA("project-director", "project-manager"), c.IsA("project-manager", "project-director"))
	// Output: true false
}

func ExampleClassifier_Known() {
	for _, role := range titles.Default().Known() {
		if role.IsA == "project-manager" {
			fmt.Println(role.ID, role.Name)
		}
	}
	// Output: project-director Project director
}

func ExampleTitleOf() {
	org := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{
		{ID: "pm-1", Kind: orgmodel.Post, Name: "Payments project manager"},
		{ID: "ada", Kind: orgmodel.Person, Name: "Ada Okafor", Attrs: orgmodel.NewAttrs(orgmodel.Title, "Head of IT")},
	}})
	for r := range org.Nodes() {
		fmt.Println(org.ID(r), titles.TitleOf(org, r))
	}
	// Output:
	// pm-1 Payments project manager
	// ada Head of IT
}
