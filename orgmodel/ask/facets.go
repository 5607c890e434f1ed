package ask

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Facets of a role or of whoever has it. Each is optional, and none excludes another.
const (
	ProjectFacet      = "project"       // work that ends
	OperationsFacet   = "operations"    // work that goes on
	BackOfficeFacet   = "back-office"   // for those inside
	ClientFacingFacet = "client-facing" // for those outside
)

var facets = [...]string{ProjectFacet, OperationsFacet, BackOfficeFacet, ClientFacingFacet}

// ByFacet is the code of what makes a facet.
const ByFacet Code = "facet"

// FacetsOf answers which facets somebody's work has, or that of whoever has a role. Items are the
// records that say so, each with a reason: work in the remit, by its kind, its run-as and its tags;
// roles and units, by their tags. Counts are how many records say it of each facet, 0 among them;
// Label has the facets in the order of the constants.
func (q Asker) FacetsOf(r orgmodel.Ref) Answer {
	a := q.about("facets", r)
	o := q.Org
	f := facetted{a, map[orgmodel.Ref]bool{}, [len(facets)]int{}}
	f.take(charge{at: r}, false)
	for _, x := range a.faces(r) {
		if x.other {
			f.take(charge{x.at, x.how, 1}, false)
		}
		for e := range o.Out(x.at, orgmodel.HasRole, orgmodel.PartOf) {
			if o.LiveLine(e) && (e.Rel == orgmodel.HasRole || bodyKinds[o.Kind(e.To)]) {
				f.take(charge{e.To, e, 1}, false)
			}
		}
	}
	for _, t := range a.remit(r).things {
		f.take(t, true)
	}
	if a.Total == 0 {
		a.because(NotCounted, "Facets come from work in the remit and from tags: "+wording.Series(facets[:], len(facets))+".")
		return a.none("Nothing says which facets the work of " + a.who(r) + " has.")
	}
	var has, not []string
	for i, name := range facets {
		a.Counts = append(a.Counts, Count{Name: name, N: float64(f.n[i])})
		if f.n[i] > 0 {
			has = append(has, name)
		} else {
			not = append(not, name)
		}
	}
	for i, name := range has {
		if i > 0 {
			a.Label += " "
		}
		a.Label += name
	}
	also := ""
	if len(not) > 0 {
		also = "; nothing says " + wording.Series(not, len(not))
	}
	return a.done("The work of " + a.who(r) + " is " + wording.Series(has, len(has)) + also + ".")
}

// facetted collects what says of which facets.
type facetted struct {
	a   *answer
	met map[orgmodel.Ref]bool
	n   [len(facets)]int
}

// take looks at a record, once: its tags, and as work also its kind.
func (f *facetted) take(t charge, work bool) {
	o := f.a.o
	if f.met[t.at] {
		return
	}
	f.met[t.at] = true
	why := [len(facets)]string{}
	if k := o.Kind(t.at); work && workKinds[k] {
		i := 1
		if isDelivery(k) || k == "development" {
			i = 0
		}
		why[i] = "it is " + kindOf(o, t.at)
		switch o.Attrs(t.at).Get(orgmodel.RunAs) {
		case "project":
			why[0] = firstText(why[0], "it is run as a project")
		case "operation":
			why[1] = firstText(why[1], "it is run as an operation")
		}
	}
	for _, tag := range tagsOf(o, t.at) {
		for i, name := range facets {
			if tag == name || i == 1 && tag == "operation" {
				why[i] = firstText(why[i], "it has the tag "+name)
			}
		}
	}
	f.put(t, why)
}

func firstText(s, t string) string {
	if s != "" {
		return s
	}
	return t
}

// put makes an item of a record that has a facet.
func (f *facetted) put(t charge, why [len(facets)]string) {
	var it *Item
	some := false
	for i, text := range why {
		if text == "" {
			continue
		}
		f.n[i]++
		if !some {
			some = true
			if t.far == 0 {
				it = f.a.item(t.at, 0)
			} else {
				it = f.a.itemBy(t.at, t.far, t.line)
			}
		}
		it.because(Reason{Code: ByFacet, Text: facets[i] + ": " + text + "."})
	}
}
