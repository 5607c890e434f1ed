package titles_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/titles"
)

func BenchmarkRead(b *testing.B) {
	c := titles.Default()
	some := []string{"Policy adviser", "Senior Project Manager, Payments", "Head of Finance, Estates and IT", "Director, Deputy Director and Head of Programme Management Office", "Administrator"}
	for i := range b.N {
		c.Read(some[i%len(some)])
	}
}

// BenchmarkAssume is a million people with five thousand titles, of whom one in ten gets a role.
func BenchmarkAssume(b *testing.B) {
	const people = 1_000_000
	var build orgmodel.Builder
	person := build.KindCode(orgmodel.Person)
	for i := range people {
		title := fmt.Sprint("Caseworker ", i%5000)
		if i%10 == 0 {
			title = fmt.Sprint("Project manager ", i%5000)
		}
		build.AddNode(fmt.Sprint("E", i), person, "", build.AttrCode(orgmodel.Title, title), orgmodel.Place{})
	}
	o := build.Org()
	b.ResetTimer()
	for range b.N {
		if _, did := titles.Default().Assume(o); len(did.Made) != people/10 {
			b.Fatal(did)
		}
	}
}
