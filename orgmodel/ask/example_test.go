package ask_test

import (
	"errors"
	"fmt"
	"os"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
)

// office is what the examples ask: the infrastructure post is vacant, and two share the desk.
func office() *orgmodel.Org {
	post := func(id orgmodel.ID, name string) orgmodel.Node {
		return orgmodel.Node{ID: id, Kind: orgmodel.Post, Name: name}
	}
	person := func(id orgmodel.ID, name string) orgmodel.Node {
		return orgmodel.Node{ID: id, Kind: orgmodel.Person, Name: name}
	}
	line := func(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID) orgmodel.Line {
		return orgmodel.Line{From: from, Rel: rel, To: to}
	}
	return orgmodel.New(orgmodel.Spec{
		Name: "Harbour Digital",
		Nodes: []orgmodel.Node{
			post("it-1", "Head of IT"), post("infra-1", "Infrastructure manager"), post("net-1", "Network engineer"), post("desk-1", "Service desk"),
			person("p-1", "Hiro Tanaka"), person("p-2", "Bo Larsen"), person("p-3", "Inés García"), person("p-4", "Wen Li"),
			{ID: "it-manager", Kind: orgmodel.Role, Name: "IT manager"}, {ID: "infrastructure-manager", Kind: orgmodel.Role, Name: "Infrastructure manager"},
			{ID: "payments", Kind: orgmodel.Project, Name: "Payments renewal"}, {ID: "it", Kind: orgmodel.Unit, Name: "IT"},
		},
		Lines: []orgmodel.Line{
			line("infra-1", orgmodel.ReportsTo, "it-1"), line("net-1", orgmodel.ReportsTo, "infra-1"), line("desk-1", orgmodel.ReportsTo, "it-1"),
			line("p-1", orgmodel.Holds, "it-1"), line("p-2", orgmodel.Holds, "net-1"), line("p-3", orgmodel.Holds, "desk-1"), line("p-4", orgmodel.Holds, "desk-1"),
			line("infrastructure-manager", orgmodel.IsA, "it-manager"), line("infra-1", orgmodel.HasRole, "infrastructure-manager"),
			{From: "it-1", Rel: orgmodel.HasRole, To: "it-manager", Scope: "payments"},
			line("net-1", orgmodel.PartOf, "it"), line("desk-1", orgmodel.PartOf, "it"),
		},
	})
}

// asked is what the examples ask about.
func asked(names ...string) (ask.Asker, []orgmodel.Ref) {
	q := ask.Asker{Org: office()}
	var refs []orgmodel.Ref
	for _, n := range names {
		r, err := q.Find(n)
		if err != nil {
			panic(err)
		}
		refs = append(refs, r)
	}
	return q, refs
}

func ExampleAsker_Manager() {
	q, r := asked("bo larsen")
	a := q.Manager(r[0])
	fmt.Println(a.Sentence)
	for _, why := range a.Why {
		fmt.Println(why.Code, "|", why.Text)
	}
	// Output:
	// The manager of p-2 "Bo Larsen" is it-1 "Head of IT" (Hiro Tanaka).
	// lifted | p-2 "Bo Larsen" stands for the post held, net-1 "Network engineer".
	// line | net-1 reports to infra-1.
	// vacant | infra-1 "Infrastructure manager" is vacant, so it is passed over.
	// line | infra-1 reports to it-1.
}

func ExampleAsker_Chain() {
	q, r := asked("net-1")
	for _, it := range q.Chain(r[0]).Items {
		fmt.Println(it.Distance, it.ID, it.State)
	}
	// Output:
	// 1 infra-1 vacant
	// 2 it-1 filled
}

func ExampleAsker_Reports() {
	q, r := asked("it-1")
	for _, it := range q.Reports(r[0], 0).Items {
		fmt.Println(it.Distance, it.ID, it.Via.Sentence)
	}
	// Output:
	// 1 infra-1 infra-1 reports-to it-1
	// 1 desk-1 desk-1 reports-to it-1
	// 2 net-1 net-1 reports-to infra-1
}

func ExampleAsker_CommonManager() {
	q, r := asked("net-1", "desk-1")
	fmt.Println(q.CommonManager(r[0], r[1]).Items[0].ID)
	// Output: it-1
}

func ExampleAsker_Span() {
	q, r := asked("it-1")
	fmt.Println(q.Span(r[0]).Sentence)
	// Output: The span of it-1 "Head of IT" (Hiro Tanaka) is 2 live seats, 1 of them filled.
}

func ExampleAsker_Layers() {
	q, r := asked("it-1")
	fmt.Println(q.Layers(r[0]).Counts.Of("layers"))
	// Output: 3
}

func ExampleAsker_Headcount() {
	q, r := asked("it-1")
	for _, c := range q.Headcount(r[0]).Counts {
		fmt.Println(c.Name, c)
	}
	// Output:
	// posts 4
	// groups 0
	// people 4
	// fte 4
}

func ExampleAsker_Tops() {
	q, _ := asked()
	fmt.Println(q.Tops().Items[0].ID)
	// Output: it-1
}

func ExampleAsker_Holders() {
	q, r := asked("Service desk")
	fmt.Println(q.Holders(r[0]).Sentence)
	// Output: desk-1 "Service desk" is held by 2 persons: Inés García and Wen Li.
}

func ExampleAsker_RoleHolders() {
	q, r := asked("it-manager", "payments")
	for _, it := range q.RoleHolders(r[0], orgmodel.None).Items {
		fmt.Printf("%s %s %q\n", it.ID, it.Role, it.Scope)
	}
	a := q.RoleHolders(r[0], r[1])
	fmt.Println(a.Items[0].ID, "|", a.Why[0].Text)
	// Output:
	// it-1 it-manager "payments"
	// infra-1 infrastructure-manager ""
	// it-1 | infra-1 "Infrastructure manager" has the role infrastructure-manager "Infrastructure manager" without a scope, which does not make it so in payments "Payments renewal".
}

func ExampleAsker_Roles() {
	q, r := asked("infra-1")
	for _, it := range q.Roles(r[0], orgmodel.None).Items {
		fmt.Println(it.Distance, it.ID, it.Via.Sentence)
	}
	// Output:
	// 0 infrastructure-manager infra-1 has-role infrastructure-manager
	// 1 it-manager infrastructure-manager is-a it-manager
}

func ExampleAsker_RolesIn() {
	q, r := asked("payments")
	for _, it := range q.RolesIn(r[0]).Items {
		fmt.Println(it.ID, "is", it.Role)
	}
	// Output: it-1 is it-manager
}

func ExampleAsker_Members() {
	q, r := asked("it")
	for _, it := range q.Members(r[0], 0).Items {
		fmt.Println(it.ID)
	}
	// Output:
	// net-1
	// desk-1
}

func ExampleAsker_Path() {
	q, r := asked("p-2", "p-3")
	for _, it := range q.Path(r[0], r[1], orgmodel.Holds, orgmodel.PartOf).Items {
		fmt.Println(it.ID)
	}
	// Output:
	// p-2
	// net-1
	// it
	// desk-1
	// p-3
}

func ExampleAsker_Loop() {
	q, r := asked("it-1")
	a := q.Loop(r[0])
	fmt.Println(a.None(), a.Sentence)
	// Output: true it-1 "Head of IT" (Hiro Tanaka) is in no loop.
}

func ExampleAsker_Loops() {
	q, _ := asked()
	fmt.Println(q.Loops().Sentence)
	// Output: There are no loops: nobody is above themselves.
}

func ExampleAsker_Find() {
	q, _ := asked()
	r, _ := q.Find("INES GARCIA")
	fmt.Println(q.Org.ID(r))
	_, err := q.Find("Hiro Tanka")
	var unknown *ask.UnknownError
	fmt.Println(errors.As(err, &unknown), unknown.Near[0].Name)
	// Output:
	// p-3
	// true Hiro Tanaka
}

func ExampleText() {
	q, r := asked("net-1")
	if err := ask.Text(os.Stdout, q.Chain(r[0])); err != nil {
		panic(err)
	}
	// Output:
	// Above net-1 "Network engineer" (Bo Larsen) are 2 seats, nearest first.
	//
	//   1  infra-1  Infrastructure manager  vacant       net-1 reports-to infra-1
	//   2  it-1     Head of IT              Hiro Tanaka  infra-1 reports-to it-1
	//
	// Why:
	//   it-1 "Head of IT" is a top: it has no boss.
	//
	// Harbour Digital, on no particular day.
}

func ExampleTable() {
	q, r := asked("it-1")
	if err := ask.Table(os.Stdout, q.Span(r[0])); err != nil {
		panic(err)
	}
	// Output:
	// COUNT   N
	// span    2
	// filled  1
	// vacant  1
	// ended   0
}

func ExampleJSON() {
	q, r := asked("it")
	a := q.Members(r[0], 0)
	a.Subjects, a.Items, a.Why = []ask.Record{}, []ask.Item{}, []ask.Reason{} // to be brief
	if err := ask.JSON(os.Stdout, a); err != nil {
		panic(err)
	}
	// Output:
	// {
	//   "version": 1,
	//   "question": "members",
	//   "organisation": "Harbour Digital",
	//   "as_of": "",
	//   "subjects": [],
	//   "sentence": "it \"IT\" has 2 members.",
	//   "items": [],
	//   "total": 2,
	//   "counts": {
	//     "members": 2,
	//     "post": 2
	//   },
	//   "why": []
	// }
}
