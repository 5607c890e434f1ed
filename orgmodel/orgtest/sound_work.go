package orgtest

import (
	"fmt"
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// soon is when the first project ends, and what follows begins.
var soon = SoundDay.AddDays(49)

// programme writes the office, the programmes, and who sponsors them: one the top, one somebody in
// the business.
func (p *soundPlan) programme() {
	p.node(orgmodel.PMO, office, "Programme office", orgmodel.Tags, "prioritise", orgmodel.Mode, "embedded")
	p.line(office, orgmodel.PartOf, workUnit)
	p.node(orgmodel.Portfolio, "portfolio-1", "Renewal")
	for k := range 2 {
		p.node(orgmodel.Outcome, outcome(k), nth([]string{"Shorter waits", "Safer ports"}, k))
		p.line(p.id(0), orgmodel.Owns, outcome(k))
	}
	top := p.IntN(2)
	for k, m := range p.managers {
		prg, from := soundProgramme(k), SoundDay.AddDays(-500-p.IntN(200))
		sponsor := 0
		if k == top || k > 1 && p.IntN(2) == 0 {
			sponsor = p.departments[2+p.IntN(len(p.departments)-2)].head
		}
		p.sponsors = append(p.sponsors, sponsor)
		p.node(orgmodel.Programme, prg, nth(works, k)+" programme").Live = orgmodel.Interval{From: from, Until: SoundDay.AddDays(700 + p.IntN(300))}
		p.line(prg, orgmodel.SponsoredBy, p.id(sponsor))
		p.line(prg, orgmodel.SupportedBy, office)
		p.line(prg, orgmodel.PartOf, "portfolio-1")
		p.in(prg, p.id(m), orgmodel.HasRole, programmeManager).Live.From = from
		p.in(prg, p.id(m), orgmodel.DirectedBy, p.id(sponsor))
		p.line(p.id(m), orgmodel.FunctionalTo, office)
		p.justify(prg, sponsor)
	}
}

func outcome(k int) orgmodel.ID { return orgmodel.ID(fmt.Sprintf("outcome-%d", k+1)) }

// justify gives a delivery a case that answers a need of somebody's.
func (p *soundPlan) justify(delivery orgmodel.ID, owner int) {
	need, reason := "need-"+delivery, "case-"+delivery
	p.node(orgmodel.Need, need, "What "+string(delivery)+" is for")
	p.node(orgmodel.BusinessCase, reason, "Case for "+string(delivery))
	p.line(delivery, orgmodel.JustifiedBy, reason)
	p.line(reason, orgmodel.Answers, need)
	p.line(p.id(owner), orgmodel.Owns, need)
}

// gain gives work a benefit that somebody owns.
func (p *soundPlan) gain(work orgmodel.ID, owner int) {
	benefit := "benefit-" + work
	p.node(orgmodel.Benefit, benefit, "What "+string(work)+" brings")
	p.line(work, orgmodel.Realises, benefit)
	p.line(benefit, orgmodel.ContributesTo, outcome(p.IntN(2)))
	p.line(p.id(owner), orgmodel.Owns, benefit)
}

// project writes a project of a programme and who runs it.
func (p *soundPlan) project(k int, w soundWork) {
	prg, sponsor := soundProgramme(w.programme), p.sponsors[w.programme]
	live := orgmodel.Interval{From: SoundDay.AddDays(-100 - p.IntN(200)), Until: SoundDay.AddDays(120 + p.IntN(300))}
	if k == 0 {
		live.Until = soon
	}
	kv := []string{"rank", strconv.Itoa(k + 1)}
	owner := p.departments[2+p.IntN(len(p.departments)-2)].head
	if w.it {
		kv, owner = append(kv, orgmodel.Tags, "it"), p.departments[0].head
	}
	p.node(orgmodel.Project, w.id, nth(works, k)+" renewal", kv...).Live = live
	p.line(w.id, orgmodel.PartOf, prg)
	if w.it || p.IntN(3) > 0 {
		p.line(w.id, orgmodel.SponsoredBy, p.id(sponsor))
	}
	p.justify(w.id, owner)
	p.gain(w.id, owner)
	runs := p.id(w.post)
	if w.untitled {
		runs = p.posts[w.post].who[0]
	}
	p.in(w.id, runs, orgmodel.HasRole, projectManager).Live.From = live.From
	if p.posts[w.post].boss != p.managers[w.programme] {
		p.in(w.id, runs, orgmodel.DirectedBy, p.id(p.managers[w.programme]))
	}
	if k == 0 || p.works[k-1].post != w.post {
		p.line(runs, orgmodel.FunctionalTo, office)
	}
	if k == 0 {
		for _, post := range p.closing {
			p.line(p.id(post), orgmodel.ReportsTo, runs).Live.Until = soon
			p.line(p.id(post), orgmodel.ReportsTo, p.id(p.managers[0])).Live.From = soon
		}
	}
}

// control writes the board, the budgets, and a project that is over.
func (p *soundPlan) control() {
	p.node(orgmodel.Board, board, "Steering board")
	p.line(board, orgmodel.PartOf, wholeUnit)
	p.line(soundProgramme(0), orgmodel.OverseenBy, board)
	p.in(board, p.id(0), orgmodel.HasRole, "executive")
	p.in(board, p.id(p.departments[2].head), orgmodel.HasRole, "senior-user")
	p.in(board, p.id(p.departments[0].head), orgmodel.HasRole, "senior-supplier")

	holder := p.id(p.accountant)
	var represented []int
	for k := range p.spec.Nodes {
		n := &p.spec.Nodes[k]
		i := slices.IndexFunc(p.works, func(w soundWork) bool { return w.id == n.ID })
		if n.Kind != orgmodel.Project || p.works[i].it || i > 0 && p.IntN(3) == 0 {
			continue
		}
		n.Attrs = orgmodel.NewAttrs("rank", n.Attrs.Get("rank"), orgmodel.Budget, strconv.Itoa(10_000*(1+p.IntN(50))))
		p.in(n.ID, holder, orgmodel.HasRole, "budget-holder")
		if s := p.sponsors[p.works[i].programme]; !slices.Contains(represented, s) {
			represented = append(represented, s)
			p.line(holder, orgmodel.Represents, p.id(s))
		}
	}

	over := orgmodel.Interval{From: SoundDay.AddDays(-700), Until: SoundDay.AddDays(-90)}
	p.node(orgmodel.Project, "prj-over", "Harbour lights").Live = over
	p.line("prj-over", orgmodel.PartOf, soundProgramme(0))
	p.line("prj-over", orgmodel.SponsoredBy, p.id(p.sponsors[0]))
	p.in("prj-over", p.id(p.works[1].post), orgmodel.HasRole, projectManager).Live = over
}
