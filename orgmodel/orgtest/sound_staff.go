package orgtest

import (
	"fmt"
	"slices"

	"example.com/orgchart/orgmodel"
)

// A soundWork is a project of a Sound organisation.
type soundWork struct {
	id        orgmodel.ID
	programme int
	post      int  // whose holder, or who itself, runs it
	untitled  bool // the role is its holder's
	it        bool
}

// deliver hires those who run programmes and projects: a programme whose projects have managers of
// their own, one whose projects are run from IT, and more as there is room.
func (p *soundPlan) deliver() {
	it, work := &p.departments[0], &p.departments[1]
	director := p.keep(work.head, work.id, "Programmes director", work)
	p.keep(work.head, office, "Head of programme office", work)
	manager := func() int {
		p.managers = append(p.managers, p.keep(director, work.id, "Programme manager", work))
		return len(p.managers) - 1
	}
	first, mixed := manager(), manager()
	p.keep(p.managers[first], work.id, "Planner", work)
	for k := range 2 {
		pm := p.keep(p.managers[first], work.id, "Project manager", work)
		p.run(soundWork{programme: first, post: pm}, k > 0)
		if k == 0 { // whose project ends soon
			p.closing = []int{p.keep(pm, work.id, "Engineer", work), p.keep(pm, work.id, "Tester", work)}
		}
	}
	p.run(soundWork{programme: mixed, post: p.keep(it.head, it.id, "Project manager", it), it: true}, true)
	p.analyst = p.keep(it.head, it.id, "Business analyst", it)
	p.run(soundWork{programme: mixed, post: p.analyst, untitled: true}, false)
	for work.left >= 4 && len(p.managers) < 5 && p.IntN(3) > 0 {
		k := manager()
		for range 2 + p.IntN(2) {
			p.run(soundWork{programme: k, post: p.keep(p.managers[k], work.id, "Project manager", work)}, true)
		}
	}
}

// run gives a post a project, and perhaps a second one.
func (p *soundPlan) run(w soundWork, twice bool) {
	twice = twice && p.IntN(3) > 0
	n := 1
	if twice {
		n = 2
	}
	for range n {
		w.id = orgmodel.ID(fmt.Sprintf("prj-%d", len(p.works)+1))
		p.works = append(p.works, w)
	}
}

// write writes the posts, who holds them, and their lines.
func (p *soundPlan) write() {
	interim, twin := false, false
	for i := range p.posts {
		post := &p.posts[i]
		kv := []string{orgmodel.Title, post.title, orgmodel.Grade, post.grade}
		if i == 0 {
			kv = append(kv, orgmodel.Top, "true")
		}
		manages, chance := len(post.reports) > 0, p.IntN(20)
		switch {
		case p.kept[i]:
			p.person(i)
		case manages && !interim && chance < 6:
			interim = true
			kv = append(kv, orgmodel.Occupied, "vacant")
			p.person(i, orgmodel.Mode, "interim")
		case !manages && !twin && chance == 0: // a shared post in the way of tables: a row for each
			twin = true
			kv = append(kv, orgmodel.Mode, "job-share")
			p.node(orgmodel.Post, p.id(i), oneOf(p.Rand, forenames)+" "+oneOf(p.Rand, surnames), kv...)
		case !manages && chance < 3:
			p.vacant = append(p.vacant, i)
			kv = append(kv, orgmodel.Occupied, "vacant")
		case chance < 5:
			p.person(i, orgmodel.FTE, "0.5", orgmodel.Mode, "job-share")
			p.person(i, orgmodel.FTE, "0.5", orgmodel.Mode, "job-share")
		default:
			p.person(i)
		}
		p.node(orgmodel.Post, p.id(i), post.title, kv...)
		if i > 0 && !slices.Contains(p.closing, i) {
			p.line(p.id(i), orgmodel.ReportsTo, p.id(post.boss))
		}
		p.line(p.id(i), orgmodel.PartOf, post.unit)
		if !p.kept[i] && !manages && len(post.who) == 1 {
			p.free = append(p.free, i)
		}
	}
	p.Shuffle(len(p.free), func(i, j int) { p.free[i], p.free[j] = p.free[j], p.free[i] })
	p.line(p.id(p.departments[0].head), orgmodel.HasRole, itManager)
	p.line(p.id(p.analyst), orgmodel.HasRole, "business-analyst")
	p.twoPosts()
}

// person makes a person who holds a post.
func (p *soundPlan) person(post int, kv ...string) {
	p.people++
	id := orgmodel.ID(fmt.Sprintf("p-%d", p.people))
	p.node(orgmodel.Person, id, oneOf(p.Rand, forenames)+" "+oneOf(p.Rand, surnames))
	p.line(id, orgmodel.Holds, p.id(post), kv...).Live.From = firstHolding.AddDays(p.IntN(3000))
	p.posts[post].who = append(p.posts[post].who, id)
}

// twoPosts gives somebody a vacant post beside their own.
func (p *soundPlan) twoPosts() {
	if len(p.vacant) == 0 || p.IntN(3) == 0 {
		return
	}
	second, first := p.id(p.vacant[0]), p.take("")
	if first < 0 {
		return
	}
	who := p.posts[first].who[0]
	for i, l := range p.spec.Lines {
		if l.From == who && l.Rel == orgmodel.Holds {
			p.spec.Lines[i].Attrs = orgmodel.NewAttrs(orgmodel.FTE, "0.6")
		}
	}
	for i, n := range p.spec.Nodes {
		if n.ID == second {
			p.spec.Nodes[i].Attrs = orgmodel.NewAttrs(orgmodel.Title, n.Attrs.Get(orgmodel.Title), orgmodel.Grade, n.Attrs.Get(orgmodel.Grade))
		}
	}
	p.line(who, orgmodel.Holds, second, orgmodel.FTE, "0.4").Live.From = SoundDay.AddDays(-p.IntN(300) - 1)
}

// take gives a post that is free, in a department if one is named, and -1 where none is left.
func (p *soundPlan) take(in orgmodel.ID) int {
	k := slices.IndexFunc(p.free, func(i int) bool { return in == "" || p.department(i) == in })
	if k < 0 {
		return -1
	}
	post := p.free[k]
	p.free = slices.Delete(p.free, k, k+1)
	return post
}

// department is that of a post.
func (p *soundPlan) department(post int) orgmodel.ID {
	for p.posts[post].level > 1 {
		post = p.posts[post].boss
	}
	return p.posts[post].unit
}
