package orgtest

import (
	"fmt"
	"math/rand/v2"

	"example.com/orgchart/orgmodel"
)

// Ids of a Sound organisation that rules or mutations name.
const (
	wholeUnit orgmodel.ID = "u-all"
	itUnit    orgmodel.ID = "u-it"
	workUnit  orgmodel.ID = "u-delivery"
	poolUnit  orgmodel.ID = "u-pool"
	office    orgmodel.ID = "pmo"
	board     orgmodel.ID = "board-1"

	auditor        orgmodel.ID = "auditor"
	financeManager orgmodel.ID = "finance-manager"
	developer      orgmodel.ID = "developer"
)

// businesses are what the departments are called that are neither IT nor delivery.
var businesses = []string{"Operations", "Finance", "People", "Licensing", "Inspection", "Policy", "Legal", "Estates"}

func soundProgramme(k int) orgmodel.ID { return orgmodel.ID(fmt.Sprintf("prg-%d", k+1)) }

// A soundPlan is a Sound organisation while it is made. Posts are known by number, bosses before
// their reports, the top is 0.
type soundPlan struct {
	*rand.Rand
	spec  orgmodel.Spec
	posts []soundPost
	kept  map[int]bool // posts that growth leaves as they are
	free  []int        // posts without reports about which nothing has been said; each is taken once
	teams int          // units below departments so far

	departments []soundUnit // IT, delivery, then the business
	people      int
	works       []soundWork
	managers    []int // of programmes, by programme
	sponsors    []int // of programmes, by programme
	closing     []int // posts under the manager of a project that ends soon
	vacant      []int

	accountant, auditor, analyst int
}

type soundPost struct {
	boss, level int
	reports     []int
	unit        orgmodel.ID
	title       string
	grade       string
	who         []orgmodel.ID // who holds it
}

type soundUnit struct {
	id   orgmodel.ID
	name string
	head int
	left int // posts to come
}

func newSoundPlan(s Sound) *soundPlan {
	if s.Posts == 0 {
		s.Posts = 60
	}
	s.Posts = max(s.Posts, 33)
	p := &soundPlan{Rand: rand.New(rand.NewPCG(s.Seed, uint64(s.Posts))), kept: map[int]bool{}}
	p.spec.Name = organisationName
	p.roles()
	p.top()
	p.divide(s.Posts - 1 - stood)
	p.deliver()
	for i := range p.departments {
		p.grow(&p.departments[i])
	}
	p.write()
	p.programme()
	for k, w := range p.works {
		p.project(k, w)
	}
	p.control()
	p.operate()
	p.answer()
	p.beside()
	return p
}

func (p *soundPlan) node(kind orgmodel.Kind, id orgmodel.ID, name string, kv ...string) *orgmodel.Node {
	p.spec.Nodes = append(p.spec.Nodes, orgmodel.Node{Kind: kind, ID: id, Name: name, Attrs: orgmodel.NewAttrs(kv...)})
	return &p.spec.Nodes[len(p.spec.Nodes)-1]
}

func (p *soundPlan) line(from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID, kv ...string) *orgmodel.Line {
	p.spec.Lines = append(p.spec.Lines, orgmodel.Line{From: from, Rel: rel, To: to, Attrs: orgmodel.NewAttrs(kv...)})
	return &p.spec.Lines[len(p.spec.Lines)-1]
}

// in is line with a scope.
func (p *soundPlan) in(scope, from orgmodel.ID, rel orgmodel.Rel, to orgmodel.ID, kv ...string) *orgmodel.Line {
	l := p.line(from, rel, to, kv...)
	l.Scope = scope
	return l
}

func (p *soundPlan) id(post int) orgmodel.ID { return orgmodel.ID(fmt.Sprintf("post-%d", post+1)) }

func (p *soundPlan) roles() {
	for _, r := range []struct {
		id   orgmodel.ID
		name string
	}{
		{projectManager, "Project manager"}, {programmeManager, "Programme manager"}, {itManager, "IT manager"}, {"infrastructure-manager", "Infrastructure manager"},
		{auditor, "Auditor"}, {financeManager, "Finance manager"}, {developer, "Developer"}, {"business-analyst", "Business analyst"},
		{"budget-holder", "Budget holder"}, {"executive", "Executive"}, {"senior-user", "Senior user"}, {"senior-supplier", "Senior supplier"},
		{"change-initiator", "Change initiator"}, {"change-approver", "Change approver"}, {"benefit-owner", "Benefit owner"},
	} {
		p.node(orgmodel.Role, r.id, r.name)
	}
	p.line("infrastructure-manager", orgmodel.IsA, itManager)
}

// hire adds a post under a boss.
func (p *soundPlan) hire(boss int, unit orgmodel.ID, title string) int {
	n := len(p.posts)
	post := soundPost{boss: boss, unit: unit, title: title}
	if boss >= 0 {
		post.level = p.posts[boss].level + 1
		p.posts[boss].reports = append(p.posts[boss].reports, n)
	}
	post.grade = grades[min(post.level, len(grades)-1)]
	if post.level > 2 && p.IntN(4) == 0 {
		post.grade = p.posts[boss].grade // a boss of one's own grade is no inversion
	}
	p.posts = append(p.posts, post)
	return n
}

func (p *soundPlan) top() {
	p.node(orgmodel.Unit, wholeUnit, organisationName)
	p.hire(-1, wholeUnit, "Chief executive")
	p.kept[0] = true
}

// divide makes the departments, and says how many posts each has: none so many that its head is on
// the way up of two in five.
func (p *soundPlan) divide(left int) {
	p.departments = []soundUnit{{id: itUnit, left: 6}, {id: workUnit, left: 10}}
	for k := range min(2+left/40, 8) {
		p.departments = append(p.departments, soundUnit{id: orgmodel.ID(fmt.Sprintf("u-%d", k+1)), left: 7})
	}
	for i := range p.departments {
		left -= p.departments[i].left
	}
	for i := 0; left > 0; i++ {
		n := min(left, 1+p.IntN(3))
		if d := &p.departments[i%len(p.departments)]; d.id != workUnit || i/len(p.departments)%2 == 1 {
			d.left += n
			left -= n
		}
	}
	for i := range p.departments {
		d := &p.departments[i]
		name := nth(businesses, max(i-2, 0))
		title, tags := name+" director", []string(nil)
		switch d.id {
		case itUnit:
			name, title, tags = "Digital", "Head of IT", []string{orgmodel.Tags, "it"}
		case workUnit:
			name, title = "Delivery", "Delivery director"
		}
		d.name = name
		p.node(orgmodel.Unit, d.id, name, tags...)
		p.line(d.id, orgmodel.PartOf, wholeUnit)
		d.head = p.hire(0, d.id, title)
		p.kept[d.head] = true
		d.left--
	}
	keep := func(d *soundUnit, title string) int { return p.keep(d.head, d.id, title, d) }
	p.accountant, p.auditor = keep(&p.departments[2], "Accountant"), keep(&p.departments[3], "Auditor")
}

// keep hires one about whom more will be said.
func (p *soundPlan) keep(boss int, unit orgmodel.ID, title string, d *soundUnit) int {
	post := p.hire(boss, unit, title)
	p.kept[post] = true
	d.left--
	return post
}

// grow gives a department the posts that it still lacks: every manager has two reports or more, and
// nobody stands lower than the seventh level.
func (p *soundPlan) grow(d *soundUnit) {
	boss, open := d.head, []int(nil)
	for d.left > 0 {
		n := min(2+p.IntN(5), d.left)
		switch {
		case d.left == 1:
			boss = d.head
		case d.left-n == 1:
			n++ // one alone would make a manager of one
		}
		if p.posts[boss].level == 2 && p.IntN(2) == 0 {
			p.team(boss, d)
		}
		for range n {
			post := p.hire(boss, p.posts[boss].unit, professions[p.IntN(len(professions))])
			if p.posts[post].level < 6 {
				open = append(open, post)
			}
		}
		d.left -= n
		k := p.IntN(len(open))
		boss, open[k] = open[k], open[len(open)-1]
		open = open[:len(open)-1]
	}
}

// team makes a unit of a manager and those below.
func (p *soundPlan) team(boss int, d *soundUnit) {
	p.teams++
	id := orgmodel.ID(fmt.Sprintf("t-%d", p.teams))
	p.node(orgmodel.Unit, id, p.posts[boss].title+" team")
	p.line(id, orgmodel.PartOf, d.id)
	p.posts[boss].unit = id
}
