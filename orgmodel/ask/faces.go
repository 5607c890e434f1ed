package ask

import (
	"iter"
	"strings"

	"example.com/orgchart/orgmodel"
)

// faces are the records whose roles and work count for a subject, each once: itself; of a person
// the live posts they hold, of anything else those who hold it. Up to the subject leads a holds
// line, which how gives.
func (a *answer) faces(r orgmodel.Ref) []face {
	o := a.o
	all := []face{{at: r}}
	if o.Kind(r) != orgmodel.Person {
		for e := range holdersOf(o, r) {
			all = append(all, face{e.From, e, true})
		}
		return all
	}
	met := map[orgmodel.Ref]bool{r: true}
	for e := range o.Posts(r) {
		if !met[e.To] && o.Kind(e.To) != orgmodel.Person {
			met[e.To] = true
			all = append(all, face{e.To, e, true})
		}
	}
	return all
}

// holdersOf are the holds lines by which persons hold a record that is no person, each person once.
func holdersOf(o *orgmodel.Org, r orgmodel.Ref) iter.Seq[orgmodel.Edge] {
	return func(yield func(orgmodel.Edge) bool) {
		if o.Kind(r) == orgmodel.Person {
			return
		}
		for e := range o.HeldBy(r) {
			if o.Kind(e.From) == orgmodel.Person && !yield(e) {
				return
			}
		}
	}
}

// A face is a record that stands for a subject, and the holds line by which it does; the subject
// itself needs none.
type face struct {
	at    orgmodel.Ref
	how   orgmodel.Edge
	other bool
}

// kinds of work, and of bodies that somebody may be in charge of.
var (
	workKinds = map[orgmodel.Kind]bool{orgmodel.Portfolio: true, orgmodel.Programme: true, orgmodel.Project: true, orgmodel.Service: true,
		orgmodel.Process: true, "operation": true, "maintenance": true, "development": true}
	bodyKinds = map[orgmodel.Kind]bool{orgmodel.Unit: true, orgmodel.PMO: true, orgmodel.Board: true}
)

// isDelivery says that a kind of work has an end.
func isDelivery(k orgmodel.Kind) bool {
	return k == orgmodel.Project || k == orgmodel.Programme || k == orgmodel.Portfolio
}

// tagged says that a record has a tag.
func (a *answer) tagged(r orgmodel.Ref, tag string) bool {
	for _, t := range tagsOf(a.o, r) {
		if t == tag {
			return true
		}
	}
	return false
}

// tagsOf are the tags of a record, which commas, semicolons or spaces keep apart.
func tagsOf(o *orgmodel.Org, r orgmodel.Ref) []string {
	tags := o.Attrs(r).Get(orgmodel.Tags)
	if tags == "" {
		return nil
	}
	return strings.FieldsFunc(tags, func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
}

// plural is a number of records of a kind: "1 process", "2 duties".
func plural(n int, k orgmodel.Kind) string {
	what := wordOfKind(k)
	switch {
	case n == 1:
		return "1 " + what
	case k == orgmodel.Process:
		what = "processes"
	case k == orgmodel.Duty:
		what = "duties"
	default:
		what += "s"
	}
	return number(n) + " " + what
}
