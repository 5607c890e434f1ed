package orgtest

import (
	"math/rand/v2"

	"example.com/orgchart/orgmodel"
)

const organisationName = "Harbour Office"

// Names of people who do not exist.
var (
	forenames = []string{"Ada", "Bo", "Cy", "Dee", "Efua", "Femi", "Gwen", "Hana", "Idris", "Jo", "Kit", "Lena", "Mo", "Nia", "Ola", "Pia",
		"Quinn", "Rhys", "Suki", "Tam", "Una", "Vera", "Wim", "Xan", "Yuki", "Zoë"}
	surnames = []string{"Abara", "Bell", "Castell", "Dahl", "Eze", "Farrow", "Grieve", "Hollis", "Iqbal", "Jarvis", "Keane", "Larsen", "Moss",
		"Nash", "Okafor", "Penrose", "Quill", "Rask", "Sorley", "Thorne", "Usher", "Vance", "Wyatt", "Yarrow", "Zeller"}
)

// What units, professions and work are called.
var (
	divisions = []string{"Harbour Office", "Digital", "Operations", "Finance", "People", "Delivery", "Licensing", "Inspection", "Policy",
		"Legal", "Data", "Estates", "Communications", "Procurement", "Security", "Customer service", "Research", "Audit", "Pilotage", "Tides"}
	professions = []string{"Analyst", "Engineer", "Designer", "Lawyer", "Accountant", "Inspector", "Researcher", "Developer", "Tester",
		"Economist", "Editor", "Surveyor", "Buyer", "Trainer", "Caseworker", "Statistician"}
	grades = []string{"SCS2", "SCS1", "G6", "G7", "SEO", "HEO", "EO", "AO"}
	works  = []string{"Payments", "Ports", "Registers", "Licences", "Tide tables", "Pilots", "Customs", "Moorings", "Archives", "Dredging"}
)

// Roles of delivery.
const (
	projectManager   orgmodel.ID = "project-manager"
	programmeManager orgmodel.ID = "programme-manager"
	itManager        orgmodel.ID = "it-manager"
)

// roles are the declared roles.
func (p *plan) roles() []orgmodel.Node {
	var roles []orgmodel.Node
	if p.Programmes > 0 {
		for _, r := range []struct {
			id   orgmodel.ID
			name string
		}{{programmeManager, "Programme manager"}, {itManager, "IT manager"}, {projectManager, "Project manager"}} {
			roles = append(roles, orgmodel.Node{ID: r.id, Kind: orgmodel.Role, Name: r.name})
		}
	}
	for _, name := range professions[:p.Roles] {
		roles = append(roles, orgmodel.Node{ID: roleOf(name), Kind: orgmodel.Role, Name: name})
	}
	return roles
}

func roleOf(profession string) orgmodel.ID {
	return orgmodel.ID(string(profession[0]+'a'-'A') + profession[1:])
}

// A writer writes a plan down.
type writer struct {
	*plan
	rnd        *rand.Rand
	node       func(orgmodel.Node)
	line       func(orgmodel.Line)
	shared     map[[2]string]orgmodel.Attrs // by title and grade: there are few
	nextPerson int
}

// each gives every record and line, nodes and lines in turn.
func (p *plan) each(node func(orgmodel.Node), line func(orgmodel.Line)) {
	w := &writer{plan: p, rnd: p.rand(4), node: node, line: line, shared: map[[2]string]orgmodel.Attrs{}}
	for _, r := range p.roles() {
		node(r)
	}
	w.units()
	w.work()
	special := map[int]orgmodel.ID{}
	for _, i := range p.programmeManagers {
		special[i] = programmeManager
	}
	for _, i := range p.itManagers {
		special[i] = itManager
	}
	for i := range p.Posts {
		w.onePost(i, special[i])
	}
}

func (w *writer) join(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID) {
	w.line(orgmodel.Line{From: from, Rel: rel, To: to})
}

func (w *writer) units() {
	for k, head := range w.heads {
		w.node(orgmodel.Node{ID: w.unit(k), Kind: orgmodel.Unit, Name: nth(divisions, k)})
		if head > 0 {
			w.join(w.unit(k), orgmodel.PartOf, w.unit(int(w.unitOf[w.boss[head]])))
		}
	}
}

// work writes programmes and projects, and the office that supports them.
func (w *writer) work() {
	if w.Programmes == 0 {
		return
	}
	w.node(orgmodel.Node{ID: "pmo", Kind: orgmodel.PMO, Name: "Programme office"})
	if len(w.heads) > 0 {
		w.join("pmo", orgmodel.PartOf, w.unit(0))
	}
	for k := range w.Programmes {
		w.node(orgmodel.Node{ID: w.programme(k), Kind: orgmodel.Programme, Name: nth(works, k) + " programme"})
		w.join(w.programme(k), orgmodel.SponsoredBy, w.post(0))
		w.join(w.programme(k), orgmodel.SupportedBy, "pmo")
		w.line(orgmodel.Line{From: w.post(w.programmeManager(k)), Rel: orgmodel.HasRole, To: programmeManager, Scope: w.programme(k)})
	}
	for k := range w.Projects {
		w.node(orgmodel.Node{ID: w.project(k), Kind: orgmodel.Project, Name: nth(works, k) + " renewal"})
		w.join(w.project(k), orgmodel.PartOf, w.programme(k%w.Programmes))
		w.join(w.project(k), orgmodel.SponsoredBy, w.post(0))
	}
}

// onePost writes a post, who holds it, and its lines.
func (w *writer) onePost(i int, special orgmodel.ID) {
	id, profession := w.post(i), professions[w.rnd.IntN(len(professions))]
	title := profession
	pm := i - w.firstPM()
	switch {
	case i == 0:
		title = "Chief executive"
	case pm >= 0:
		title = "Project manager"
	case special == programmeManager:
		title = "Programme manager"
	case special == itManager:
		title = "Head of IT"
	case w.reports[i] > 0:
		title = "Lead " + string(roleOf(profession))
	}
	w.node(orgmodel.Node{ID: id, Kind: orgmodel.Post, Name: title, Attrs: w.attrs(title, grades[min(int(w.level[i]), len(grades)-1)])})
	w.hold(i)
	if i > 0 {
		w.join(id, orgmodel.ReportsTo, w.post(int(w.boss[i])))
	}
	if u := w.unitOf[i]; u >= 0 {
		w.join(id, orgmodel.PartOf, w.unit(int(u)))
	}
	switch {
	case pm >= 0:
		w.manage(id, pm)
	case special == itManager:
		w.join(id, orgmodel.HasRole, itManager)
	case special == "" && i > 0 && w.Roles > 0 && title == profession:
		for _, p := range professions[:w.Roles] {
			if p == profession {
				w.join(id, orgmodel.HasRole, roleOf(profession))
			}
		}
	}
	if other := w.rnd.IntN(w.Posts); w.rnd.Float64() < w.Dotted && other != i && other != int(w.boss[i]) {
		w.join(id, orgmodel.DottedTo, w.post(other))
	}
}

// manage gives a project manager a project, and a line to its programme's manager.
func (w *writer) manage(id orgmodel.ID, project int) {
	w.line(orgmodel.Line{From: id, Rel: orgmodel.HasRole, To: projectManager, Scope: w.project(project)})
	w.join(id, orgmodel.WorksOn, w.project(project))
	manager := w.programmeManager(project % w.Programmes)
	if int(w.boss[w.firstPM()+project]) != manager {
		w.line(orgmodel.Line{From: id, Rel: orgmodel.DirectedBy, To: w.post(manager), Scope: w.project(project)})
	}
}

var (
	firstHolding = orgmodel.NewDate(2016, 1, 1)
	half         = orgmodel.NewAttrs(orgmodel.FTE, "0.5", orgmodel.Mode, "job-share")
)

// hold writes the people on a post, who have been there since some day of ten years.
func (w *writer) hold(i int) {
	for range w.holders[i] {
		id := w.person(w.nextPerson)
		w.nextPerson++
		name := forenames[w.rnd.IntN(len(forenames))] + " " + surnames[w.rnd.IntN(len(surnames))]
		w.node(orgmodel.Node{ID: id, Kind: orgmodel.Person, Name: name})
		l := orgmodel.Line{From: id, Rel: orgmodel.Holds, To: w.post(i)}
		l.Live.From = firstHolding.AddDays(w.rnd.IntN(3650))
		if w.holders[i] == 2 {
			l.Attrs = half
		}
		w.line(l)
	}
}

func (w *writer) attrs(title, grade string) orgmodel.Attrs {
	k := [2]string{title, grade}
	a, ok := w.shared[k]
	if !ok {
		a = orgmodel.NewAttrs(orgmodel.Title, title, orgmodel.Grade, grade)
		w.shared[k] = a
	}
	return a
}
