package organogram

import (
	"strings"

	"example.com/orgchart/orgmodel"
)

// A filler puts the records of one sheet into a Builder.
type filler struct {
	*sheet
	b                          *orgmodel.Builder
	post, person, unit         orgmodel.KindCode
	reportsTo, holds, partOf   orgmodel.RelCode
	unitOf                     map[[3]string]string // department, organisation and unit to the id of the smallest
	kv                         []string
	departments, organisations map[string]bool
}

func newFiller(s *sheet, b *orgmodel.Builder) *filler {
	return &filler{sheet: s, b: b,
		post: b.KindCode(orgmodel.Post), person: b.KindCode(orgmodel.Person), unit: b.KindCode(orgmodel.Unit),
		reportsTo: b.RelCode(orgmodel.ReportsTo), holds: b.RelCode(orgmodel.Holds), partOf: b.RelCode(orgmodel.PartOf),
		unitOf: map[[3]string]string{}, departments: map[string]bool{}, organisations: map[string]bool{},
	}
}

// units makes the units that a row names and gives the id of the smallest, empty where it
// names none.
func (f *filler) units(r row) string {
	path := [3]string{unitName(r.get(department)), unitName(r.get(organisation)), unitName(r.get(unit))}
	id, known := f.unitOf[path]
	if known {
		return id
	}
	inOrganisation := "unit:" + escaped(path[0]) + "/" + escaped(path[1])
	ids := [...]string{"unit:" + escaped(path[0]), inOrganisation, inOrganisation + "/" + path[2]}
	for i, c := range [...]column{department, organisation, unit} {
		if path[i] == "" {
			continue
		}
		if f.b.Find(ids[i]) == orgmodel.None {
			n := f.b.AddNode(ids[i], f.unit, path[i], 0, r.place(c))
			if id != "" {
				f.b.AddLine(n, f.partOf, f.b.Refer(id), r.place(c))
			}
		}
		id = ids[i]
	}
	f.unitOf[path] = id
	f.departments[path[0]], f.organisations[path[1]] = true, true
	return id
}

// escaped is a name without strokes, so that the strokes of a unit's id can be told apart.
// The last name of an id needs none of this.
func escaped(name string) string {
	return strokes.Replace(name)
}

// belong says what a node is part of.
func (f *filler) belong(n orgmodel.Ref, r row, id string) {
	if id == "" {
		return
	}
	c := unit
	switch {
	case unitName(r.get(unit)) != "":
	case unitName(r.get(organisation)) != "":
		c = organisation
	default:
		c = department
	}
	f.b.AddLine(n, f.partOf, f.b.Refer(id), r.place(c))
}

var strokes = strings.NewReplacer("%2", "%252", "/", "%2F")

// baptise names the organisation: after the one organisation of the sheet, else after its one
// department. A name that another file gave before stays.
func (f *filler) baptise() {
	if f.b.Organisation() != "" {
		return
	}
	for _, names := range []map[string]bool{f.organisations, f.departments} {
		delete(names, "")
		if len(names) == 1 {
			for n := range names {
				f.b.Name(n)
			}
			return
		}
	}
}
