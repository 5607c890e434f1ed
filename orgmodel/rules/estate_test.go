package rules_test

import (
	"fmt"
	"strconv"
	"time"

	"example.com/orgchart/orgmodel"
)

// estate is an organisation of n people with what all packs look at, and with a few faults of every kind:
// a tree of bosses, eight reports each; units along it; posts for those who run and sponsor work; a
// project for every hundred people, a programme and a PMO for every ten projects; benefits, cases and
// needs; services, processes and duties. The same n gives the same organisation.
type estate struct {
	orgmodel.Builder
	n     int
	rels  map[orgmodel.Rel]orgmodel.RelCode
	kinds map[orgmodel.Kind]orgmodel.KindCode
	row   int32
}

var estateGrades = []string{"SCS4", "SCS3", "SCS2", "SCS1", "G6", "G7", "SEO", "HEO", "EO", "AO"}

var estateTitles = []string{
	"Engineer", "Analyst", "Senior engineer", "Accountant", "Caseworker", "Policy adviser", "Officer", "Support technician",
	"Data analyst", "Buyer", "Nurse", "Lawyer", "Statistician", "Inspector", "Planner", "Clerk",
}

// estateRoles are declared; those that are-a another stand beside it.
var estateRoles = [][2]orgmodel.ID{
	{"project-manager", ""}, {"senior-project-manager", "project-manager"}, {"programme-manager", ""}, {"sponsor", ""}, {"business-analyst", ""},
	{"budget-holder", ""}, {"benefit-owner", ""}, {"service-owner", ""}, {"executive", ""}, {"project-assurance", ""}, {"it-manager", ""},
	{"change-initiator", ""}, {"change-approver", ""}, {"incident-manager", ""}, {"problem-manager", ""}, {"auditor", ""},
}

func newEstate(n int) *orgmodel.Org {
	b := &estate{n: n, rels: map[orgmodel.Rel]orgmodel.RelCode{}, kinds: map[orgmodel.Kind]orgmodel.KindCode{}}
	b.Builder.Name("estate")
	b.File("estate.csv")
	for _, r := range estateRoles {
		b.node(string(r[0]), orgmodel.Role)
	}
	for _, r := range estateRoles {
		if r[1] != "" {
			b.join(string(r[0]), orgmodel.IsA, string(r[1]))
		}
	}
	for k := range b.units() {
		b.unit(k)
	}
	for k := range n {
		b.person(k * 7919 % n)
	}
	for k := range n / 100 {
		b.project(k)
		b.value(k)
		b.operations(k)
		if k%10 == 0 {
			b.programme(k / 10)
		}
	}
	return b.Org()
}

func (b *estate) units() int { return max(1, b.n/64) }

func (b *estate) node(id string, kind orgmodel.Kind, kv ...string) orgmodel.Ref {
	code, known := b.kinds[kind]
	if !known {
		code = b.KindCode(kind)
		b.kinds[kind] = code
	}
	b.row++
	return b.AddNode(id, code, "", b.AttrCode(kv...), orgmodel.Place{Line: b.row, Column: 1})
}

func (b *estate) join(from string, rel orgmodel.Rel, to string) int {
	return b.line(b.Refer(from), rel, to)
}

func (b *estate) line(from orgmodel.Ref, rel orgmodel.Rel, to string) int {
	code, known := b.rels[rel]
	if !known {
		code = b.RelCode(rel)
		b.rels[rel] = code
	}
	return b.AddLine(from, code, b.Refer(to), orgmodel.Place{Line: b.row, Column: 9})
}

// scoped is a line from one record to another in a scope.
func (b *estate) scoped(from string, rel orgmodel.Rel, to, scope string) int {
	l := b.join(from, rel, to)
	b.SetLineScope(l, b.Refer(scope))
	return l
}

func estateID(i int) string { return fmt.Sprintf("E%07d", i) }
func unitID(k int) string   { return "unit:U" + strconv.Itoa(k) }

func (b *estate) unit(k int) {
	kv := []string{}
	if k%9 == 5 {
		kv = []string{orgmodel.Tags, "it"}
	}
	u := b.node(unitID(k), orgmodel.Unit, kv...)
	if k > 0 {
		b.line(u, orgmodel.PartOf, unitID((k-1)/8))
	}
	if k == b.units()-1 && k > 20 {
		b.join(unitID(20), orgmodel.PartOf, unitID(k)) // a second parent
	}
}

// home is the unit of person i: that of the nearest boss who leads one.
func (b *estate) home(i int) int {
	for i >= b.units() {
		i = (i - 1) / 8
	}
	return i
}

// person is somebody of the tree of bosses, with the faults that those without reports can have.
func (b *estate) person(i int) {
	depth := 0
	for k := i; k > 0; k = (k - 1) / 8 {
		depth++
	}
	grade, title := estateGrades[depth], estateTitles[i%len(estateTitles)]
	if i%4999 == 4998 {
		grade = "SCS2" // above the boss
	}
	kv := []string{orgmodel.Title, title, orgmodel.Grade, grade}
	if i%50 == 7 {
		kv = append(kv, orgmodel.Engagement, "contractor")
	}
	if i%1000 == 333 {
		kv = append(kv, orgmodel.Tags, "seconded")
	}
	r := b.node(estateID(i), orgmodel.Person, kv...)
	if i%20 == 3 {
		b.SetLive(r, orgmodel.Interval{From: orgmodel.NewDate(2010+i%15, time.Month(1+i%12), 1+i%28)})
	}
	boss, home := estateID((i-1)/8), b.home(i)
	switch last := b.n - 1 - i; {
	case i == 0 || last >= 8 && last < 10:
		boss = ""
	case last < 5:
		boss = "X" + strconv.Itoa(last)
	case last < 8:
		boss = estateID(i)
	case i >= 40 && i < 47:
		boss = estateID(40 + (i-39)%7) // a loop
	case i%3001 == 3000:
		home = (home + b.units()/2) % b.units() // another unit than the boss's
	case i > b.n/2 && i%2500 < 30:
		boss = estateID(b.n/2 + i/2500*2500%(b.n/2)) // a wide span
	case i%2600 > 2591 && i > b.n/2:
		boss = estateID(i - 1) // one report each
	}
	if boss != "" {
		b.line(r, orgmodel.ReportsTo, boss)
	}
	b.line(r, orgmodel.PartOf, unitID(home))
	b.work(i, r)
}

// work is what a person does beside reporting to a boss.
func (b *estate) work(i int, r orgmodel.Ref) {
	project := "project:" + strconv.Itoa(i/100)
	switch i % 100 {
	case 10, 20, 30, 40, 60, 70, 80, 90:
		b.line(r, orgmodel.WorksOn, project)
		b.SetLineScope(b.line(r, orgmodel.DirectedBy, "pm:"+strconv.Itoa(i/100)), b.Refer(project))
	case 15, 25:
		b.line(r, orgmodel.DottedTo, "pm:"+strconv.Itoa(i/100))
	case 35:
		if i%1000 == 35 {
			b.line(r, orgmodel.HasRole, string(estateRoles[i/1000%len(estateRoles)][0]))
			b.line(r, orgmodel.HasRole, string(estateRoles[i/3000%len(estateRoles)][0]))
		}
	case 45:
		b.line(r, orgmodel.FunctionalTo, "pmo:"+strconv.Itoa(i/1000))
		b.SetLineAttrs(b.line(r, orgmodel.WorksOn, project), b.AttrCode(orgmodel.FTE, "0.5"))
		b.SetLineAttrs(b.line(r, orgmodel.WorksOn, "service:"+strconv.Itoa(i/100)), b.AttrCode(orgmodel.FTE, "0.5"))
	case 46:
		b.line(r, orgmodel.WorksOn, project)
		if i%700 == 46 {
			b.line(r, orgmodel.WorksOn, "service:"+strconv.Itoa(i/100))
		}
	case 55:
		if i%1000 == 55 {
			b.line(r, orgmodel.DottedTo, estateID((i-1)/8))
		}
	}
}

// project is a project with its manager's post, who reports to the head of a unit and whose holder is one of
// the people.
func (b *estate) project(k int) {
	id, pm, holder := "project:"+strconv.Itoa(k), "pm:"+strconv.Itoa(k), estateID(k*100+50)
	kv := []string{orgmodel.Budget, strconv.Itoa(10_000 * (k%40 + 1))}
	if k%5 == 0 {
		kv = append(kv, orgmodel.Tags, "it")
	}
	r := b.node(id, orgmodel.Project, kv...)
	live := orgmodel.Interval{From: orgmodel.NewDate(2025, time.Month(1+k%12), 1)}
	if k%25 != 3 {
		live.Until = orgmodel.NewDate(2026+k%3, time.Month(3+k%10), 1)
	}
	b.SetLive(r, live)
	if k%30 != 7 {
		b.line(r, orgmodel.PartOf, "programme:"+strconv.Itoa(k/10))
	}
	if k%50 == 6 {
		b.line(r, orgmodel.OverseenBy, pm)
	}
	b.line(r, orgmodel.OverseenBy, "board:"+strconv.Itoa(k/10))
	p := b.node(pm, orgmodel.Post, orgmodel.Title, "Project manager", orgmodel.Grade, "G7")
	b.line(p, orgmodel.PartOf, unitID(b.home(k*100+50)))
	b.line(p, orgmodel.ReportsTo, estateID((k*100+50-1)/64))
	if k%15 != 2 {
		b.SetLineScope(b.line(p, orgmodel.DirectedBy, "prgm:"+strconv.Itoa(k/10)), b.Refer("programme:"+strconv.Itoa(k/10)))
	}
	if k%20 != 3 {
		b.line(p, orgmodel.FunctionalTo, "pmo:"+strconv.Itoa(k/10))
	}
	role := "project-manager"
	if k%6 == 1 {
		role = "senior-project-manager"
	}
	if k%50 != 9 {
		b.scoped(pm, orgmodel.HasRole, role, id)
	}
	if k%40 != 11 {
		b.join(holder, orgmodel.Holds, pm)
	}
	if k%70 == 4 {
		b.line(r, orgmodel.SponsoredBy, estateID(k/8))
	}
	if holder := b.sponsor(k / 10); k%30 != 0 {
		if k%40 == 21 {
			holder++
		}
		b.scoped(estateID(holder), orgmodel.HasRole, "budget-holder", id)
	}
}

// programme is a programme with its manager's post, its PMO and its board.
func (b *estate) programme(k int) {
	id, post, pmo, board := "programme:"+strconv.Itoa(k), "prgm:"+strconv.Itoa(k), "pmo:"+strconv.Itoa(k), "board:"+strconv.Itoa(k)
	b.node(id, orgmodel.Programme)
	p := b.node(post, orgmodel.Post, orgmodel.Title, "Programme manager", orgmodel.Grade, "G6")
	b.line(p, orgmodel.ReportsTo, estateID((k*1000+51-1)/512))
	b.join(estateID(k*1000+51), orgmodel.Holds, post)
	b.scoped(post, orgmodel.HasRole, "programme-manager", id)
	o := b.node(pmo, orgmodel.PMO)
	b.line(o, orgmodel.PartOf, unitID(k%b.units()))
	b.join(id, orgmodel.SupportedBy, pmo)
	b.line(b.node(board, orgmodel.Board), orgmodel.PartOf, unitID(0))
	b.join(estateID(k), orgmodel.PartOf, board)
	b.join(post, orgmodel.PartOf, board)
	if k%20 != 5 {
		b.scoped(estateID(b.sponsor(k)), orgmodel.HasRole, "sponsor", id)
	}
	b.join(id, orgmodel.JustifiedBy, "case:"+strconv.Itoa(k*10))
}

// sponsor is who sponsors a programme: a boss of the boss of its manager.
func (b *estate) sponsor(programme int) int { return programme * 1000 / 4096 }

// value is what a project is for.
func (b *estate) value(k int) {
	s := strconv.Itoa(k)
	c := b.node("case:"+s, orgmodel.BusinessCase)
	b.node("need:"+s, orgmodel.Need)
	if k%15 != 8 {
		b.line(c, orgmodel.Answers, "need:"+s)
	}
	if k%20 != 4 {
		b.join("project:"+s, orgmodel.JustifiedBy, "case:"+s)
	}
	if k%10 != 9 {
		v := b.node("benefit:"+s, orgmodel.Benefit)
		b.join("project:"+s, orgmodel.Realises, "benefit:"+s)
		b.line(v, orgmodel.ContributesTo, "outcome:"+strconv.Itoa(k/100*100))
		owner := estateID(k / 2)
		if k%24 == 2 {
			owner = "pm:" + s
		}
		b.join(owner, orgmodel.Owns, "benefit:"+s)
	}
	if k%100 == 0 {
		b.node("outcome:"+s, orgmodel.Outcome)
	}
}

// operations is a service with its owner and a duty with its letters.
func (b *estate) operations(k int) {
	s, head := strconv.Itoa(k), estateID(k)
	b.node("service:"+s, orgmodel.Service)
	b.node("duty:"+s, orgmodel.Duty)
	if k%20 != 6 {
		b.join(head, orgmodel.Owns, "service:"+s)
	}
	if k%20 != 0 {
		b.join("project:"+s, "hands-over-to", "service:"+s)
	}
	if k%30 != 12 {
		b.join(head, orgmodel.AccountableFor, "duty:"+s)
	}
	b.join(estateID(min(8*k+1, b.n-1)), orgmodel.ResponsibleFor, "duty:"+s)
	b.join("project-manager", orgmodel.ConsultedOn, "duty:"+s)
	if k%10 == 0 {
		b.scoped("pm:"+s, orgmodel.ResponsibleFor, "duty:"+s, "project:"+s)
		b.join(estateID(k*100+10), orgmodel.InformedOf, "duty:"+s)
	}
}
