package titles_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/titles"
)

func harbour() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{
		Name: "Harbour",
		Nodes: []orgmodel.Node{
			{ID: "it-1", Kind: orgmodel.Post, Name: "Head of IT"},
			{ID: "pm-1", Kind: orgmodel.Post, Name: "Payments", Attrs: orgmodel.NewAttrs(orgmodel.Title, "Project director")},
			{ID: "pm-2", Kind: orgmodel.Post, Name: "PM, quays"},
			{ID: "ada", Kind: orgmodel.Person, Name: "Ada", Attrs: orgmodel.NewAttrs(orgmodel.Title, "Project manager")},
			{ID: "unit", Kind: orgmodel.Unit, Name: "Project manager"},
		},
		Lines: []orgmodel.Line{{From: "pm-1", Rel: orgmodel.ReportsTo, To: "it-1"}},
	})
}

func lines(o *orgmodel.Org, rels ...orgmodel.Rel) (all []string) {
	for e := range o.Edges(rels...) {
		l := o.Line(e)
		all = append(all, fmt.Sprintf("%s %s %s [%s]", l.From, l.Rel, l.To, l.Attrs.Get(orgmodel.Assumed)))
	}
	return all
}

func TestAssume(t *testing.T) {
	o, did := titles.Default().Assume(harbour())
	want := []string{
		"it-1 has-role it-manager [title: head business? it (en)]",
		"project-director is-a project-manager [title]",
		"pm-1 has-role project-director [title: project director (en)]",
		"ada has-role project-manager [title: project manager (en)]",
	}
	if got := lines(o, orgmodel.HasRole, orgmodel.IsA); !slices.Equal(got, want) {
		t.Errorf("lines are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r, ok := o.Find("project-manager"); !ok || o.NameOf(r) != "Project manager" || o.Attrs(r).Get(orgmodel.Assumed) == "" {
		t.Errorf("the role is %+v", o.Node(r))
	}
	if got := did.String(); got != "3 roles assumed from titles, 1 ambiguous title left alone" {
		t.Errorf("it says %q", got)
	}
	if again, did := titles.Default().Assume(o); again != o || len(did.Made) > 0 || did.Stated != 3 {
		t.Errorf("a second time: %v", did)
	}
}

// What is stated is not assumed: of the record, of its seat, of one that is the role or that it is,
// in a scope or out of it.
func TestStated(t *testing.T) {
	for _, add := range []string{"ada has-role project-manager", "ada has-role project-manager in unit", "ada has-role project-director", "quay has-role project-manager"} {
		e := harbour().Edit()
		e.AddNode(orgmodel.Node{ID: "quay", Kind: orgmodel.Post, Name: "Quay"})
		e.AddLine(orgmodel.Line{From: "ada", Rel: orgmodel.Holds, To: "quay"})
		w := strings.Fields(add)
		e.AddNode(orgmodel.Node{ID: orgmodel.ID(w[2]), Kind: orgmodel.Role})
		l := orgmodel.Line{From: orgmodel.ID(w[0]), Rel: orgmodel.HasRole, To: orgmodel.ID(w[2])}
		if len(w) > 3 {
			l.Scope = orgmodel.ID(w[4])
		}
		e.AddLine(l)
		o, did := titles.Default().Assume(e.Org())
		if did.Stated != 1 {
			t.Errorf("%s: %v, %v", add, did, lines(o, orgmodel.HasRole))
		}
	}
}

// Something else than a role that has a role's id keeps it, records without ids of their own get
// none, and a role of a post and of its only holder is assumed once.
func TestNotAssumed(t *testing.T) {
	e := harbour().Edit()
	e.AddNode(orgmodel.Node{ID: "it-manager", Kind: orgmodel.Post, Name: "IT manager"})
	e.AddNode(orgmodel.Node{ID: "pm-1", Kind: orgmodel.Post, Name: "Programme manager"})
	e.AddNode(orgmodel.Node{Kind: orgmodel.Post, Name: "Programme manager"})
	e.AddNode(orgmodel.Node{ID: "post", Kind: orgmodel.Post, Name: "Project manager"})
	e.AddLine(orgmodel.Line{From: "ada", Rel: orgmodel.Holds, To: "post"})
	o, did := titles.Default().Assume(e.Org())
	if got := did.String(); got != "2 roles assumed from titles, 1 ambiguous title left alone, 2 records without an id of their own left out; it-manager is no role here, so nobody was given it" {
		t.Errorf("it says %q: %v", got, lines(o, orgmodel.HasRole))
	}
}

// Whatever the organisation: what was there stays as it was, only has-role and is-a lines and roles
// come, each marked, and what is assumed once is not again.
func TestAssumeAnything(t *testing.T) {
	words := []string{"Project manager", "PM", "Head of IT", "PA to the Head of IT", "\xff, programme director", ""}
	for seed := uint64(1); seed <= 40; seed++ {
		for _, o := range []*orgmodel.Org{orgtest.Random{Seed: seed}.Org(), orgmodel.New(orgtest.Hostile(seed, 150)).At(orgtest.HostileDay)} {
			e := o.Edit()
			for r := range o.Nodes() {
				n := e.Node(r)
				n.Name = words[(int(r)+int(seed))%len(words)]
				e.SetNode(r, n)
			}
			before := e.Org()
			after, did := titles.Default().Assume(before)
			was, is := before.Spec(), after.Spec()
			if !reflect.DeepEqual(texts(was.Nodes), texts(is.Nodes[:len(was.Nodes)])) || len(is.Lines) < len(was.Lines) {
				t.Fatalf("seed %d: records changed", seed)
			}
			for _, n := range is.Nodes[len(was.Nodes):] {
				if n.Kind != orgmodel.Role || n.Attrs.Get(orgmodel.Assumed) == "" {
					t.Errorf("seed %d: it adds %+v", seed, n)
				}
			}
			roles := 0
			for _, l := range is.Lines[len(was.Lines):] {
				if l.Attrs.Get(orgmodel.Assumed) == "" || l.Rel != orgmodel.HasRole && l.Rel != orgmodel.IsA {
					t.Errorf("seed %d: it adds %+v", seed, l)
				}
				if l.Rel == orgmodel.HasRole {
					roles++
				}
			}
			if roles != len(did.Made) {
				t.Errorf("seed %d: %d lines for %d roles", seed, roles, len(did.Made))
			}
			if again, did := titles.Default().Assume(after); again != after || len(did.Made) > 0 {
				t.Errorf("seed %d: a second time %v", seed, did)
			}
		}
	}
}

func texts(nodes []orgmodel.Node) (all []string) {
	for _, n := range nodes {
		all = append(all, fmt.Sprintf("%q %s %q %v", n.ID, n.Kind, n.Name, n.Live))
	}
	return all
}

func ExampleClassifier_Roles() {
	for _, title := range []string{"Head of Finance and IT", "Project & Programme Manager", "PM, payments", "PA to the Project Manager"} {
		fmt.Printf("%s:", title)
		for _, g := range titles.Default().Roles(title) {
			if g.Ambiguous() {
				fmt.Print(" may be ", g.Candidates)
				continue
			}
			fmt.Print(" ", g.Role)
		}
		fmt.Println()
	}
	// Output:
	// Head of Finance and IT: it-manager
	// Project & Programme Manager: project-manager programme-manager
	// PM, payments: may be [project-manager programme-manager product-manager]
	// PA to the Project Manager:
}

func ExampleClassifier_Assume() {
	org, did := titles.Default().Assume(harbour())
	fmt.Println(did)
	for e := range org.Edges(orgmodel.HasRole) {
		l := org.Line(e)
		fmt.Println(l.From, l.Rel, l.To, "by", l.Attrs.Get(orgmodel.Assumed))
	}
	// Output:
	// 3 roles assumed from titles, 1 ambiguous title left alone
	// it-1 has-role it-manager by title: head business? it (en)
	// pm-1 has-role project-director by title: project director (en)
	// ada has-role project-manager by title: project manager (en)
}

func ExampleRead() {
	house, err := titles.Read("house.titles", strings.NewReader(`
language: harbour
role quay-lead is-a project-manager: Quay lead
title quay-lead: quay boss|captain
not: catering project manager
`))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	c := titles.New(titles.English(), house)
	fmt.Println(c.Roles("Senior Quay Captain")[0].Role, len(c.Roles("Catering Project Manager")))
	// Output: quay-lead 0
}

func ExampleNew() {
	german, _ := titles.Shipped("de")
	c := titles.New(titles.English(), german)
	fmt.Println(c.Roles("Projektleiterin")[0].Role, c.Roles("Project manager")[0].Role)
	// Output: project-manager project-manager
}

func ExampleShipped() {
	for _, language := range titles.Languages() {
		set, _ := titles.Shipped(language)
		fmt.Println(set.Language, len(set.Roles) > 0)
	}
	// Output:
	// de true
	// en true
	// fr true
}
