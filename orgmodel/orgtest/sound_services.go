package orgtest

import (
	"fmt"

	"example.com/orgchart/orgmodel"
)

// operate writes what goes on: services of the departments, and who works on what.
func (p *soundPlan) operate() {
	for k, d := range p.departments {
		if d.id == workUnit {
			continue
		}
		service := orgmodel.ID(fmt.Sprintf("service-%d", k+1))
		var kv []string
		if k == 0 {
			kv = []string{orgmodel.RunAs, "project", "review", SoundDay.AddDays(60 + p.IntN(300)).String()}
		}
		p.node(orgmodel.Service, service, d.name+" service", kv...)
		p.line(p.id(d.head), orgmodel.Owns, service)
		p.gain(service, d.head)
		if post := p.take(d.id); post >= 0 && k != 0 {
			p.line(p.posts[post].who[0], orgmodel.WorksOn, service)
		} else if post >= 0 { // one who has two sorts of work
			p.line(p.posts[post].who[0], orgmodel.WorksOn, service, orgmodel.FTE, "0.4")
			p.line(p.posts[post].who[0], orgmodel.WorksOn, oneOf(p.Rand, p.works).id, orgmodel.FTE, "0.6")
		}
	}
	p.line(p.works[0].id, "hands-over-to", "service-3")
	if post := p.take(""); post >= 0 {
		p.line(p.id(post), orgmodel.WorksOn, oneOf(p.Rand, p.works).id)
	}
	p.node(orgmodel.Process, "process-1", "Change of what is in use")
	p.line(p.id(p.departments[3].head), orgmodel.Owns, "process-1")
	for k, role := range []orgmodel.ID{"change-initiator", "change-approver"} {
		if post := p.take(p.departments[2+k].id); post >= 0 {
			p.in("service-1", p.id(post), orgmodel.HasRole, role)
		}
	}
}

// answer writes the duties: each department has one that its head answers for, and some have a
// role, a scope or a holder.
func (p *soundPlan) answer() {
	duty := func(id orgmodel.ID, name string, accountable, responsible orgmodel.ID, scope orgmodel.ID) {
		p.node(orgmodel.Duty, id, name)
		p.in(scope, accountable, orgmodel.AccountableFor, id)
		p.in(scope, responsible, orgmodel.ResponsibleFor, id)
		if p.IntN(2) == 0 {
			p.in(scope, p.id(0), orgmodel.InformedOf, id)
		}
	}
	for k, d := range p.departments {
		if d.id == workUnit {
			continue
		}
		responsible := p.id(d.head)
		if post := p.take(d.id); post >= 0 {
			if responsible = p.id(post); p.IntN(2) == 0 {
				responsible = p.posts[post].who[0]
			}
		}
		if k == 0 {
			duty("write-code", "Write code", p.id(d.head), developer, "")
			p.line(responsible, orgmodel.HasRole, developer)
			continue
		}
		duty(orgmodel.ID(fmt.Sprintf("duty-%d", k)), "What "+d.name+" must do", p.id(d.head), responsible, "")
	}
	head := p.departments[1].head
	duty("distribute-project-update", "Distribute the project update", p.id(head), p.id(p.posts[head].reports[1]), "")
	p.line(p.id(p.auditor), orgmodel.ConsultedOn, "distribute-project-update")
	w := p.works[1]
	duty("plan-project", "Plan the project", p.id(p.managers[w.programme]), p.id(w.post), w.id)
}

// stood is how many posts hang nowhere.
const stood = 2

// beside writes what hangs nowhere by design, and what crosses the departments.
func (p *soundPlan) beside() {
	p.line(p.id(p.departments[2].head), orgmodel.HasRole, financeManager)
	p.line(p.id(p.auditor), orgmodel.HasRole, auditor)
	p.line(p.id(p.auditor), orgmodel.DottedTo, p.id(p.departments[2].head))
	p.node(orgmodel.Unit, poolUnit, "Pool")
	p.line(poolUnit, orgmodel.PartOf, wholeUnit)
	for k := range stood {
		post, person := orgmodel.ID(fmt.Sprintf("pool-%d", k+1)), orgmodel.ID(fmt.Sprintf("stand-in-%d", k+1))
		p.node(orgmodel.Post, post, "Stand-in")
		p.node(orgmodel.Person, person, oneOf(p.Rand, forenames)+" "+oneOf(p.Rand, surnames))
		p.line(person, orgmodel.Holds, post)
		p.line(post, orgmodel.PartOf, poolUnit)
	}
}
