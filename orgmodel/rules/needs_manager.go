package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// needsOne holds deliveries of one kind to having one manager as long as they live.
type needsOne struct {
	kind          orgmodel.Kind
	role          orgmodel.ID
	most, longest int
}

// inCharge fills in what a rule left at zero.
func inCharge(kind orgmodel.Kind, role, usual orgmodel.ID, most, days int) needsOne {
	if role == "" {
		role = usual
	}
	if days == 0 {
		days = 14
	}
	return needsOne{kind, role, max(most, 1), max(days, 0)}
}

func (c needsOne) check(p *orgmodel.Pass) {
	var a *assigned
	var could []orgmodel.Ref
	for r := range liveOf(p, c.kind) {
		p.Judge(r)
		if a == nil {
			a = newAssigned(p, []orgmodel.ID{c.role}, "")
			could = filledOnes(p, seatsIn(p, holdersOf(p, []orgmodel.ID{c.role})))
			could = could[:min(len(could), suggested+1)]
		}
		t := a.tenure(r)
		if gap, is := t.vacant(p, r, c.longest); is && !t.ghosts {
			c.reportNone(p, a, r, t, gap, could)
		}
		if during, who := t.crowded(p, c.most, c.longest); len(who) > 0 {
			c.reportMany(p, r, during, who)
		}
	}
}

func (c needsOne) reportNone(p *orgmodel.Pass, a *assigned, delivery orgmodel.Ref, t tenure, gap run, could []orgmodel.Ref) {
	role := word(c.role)
	f := orgmodel.Finding{
		Subject: p.ID(delivery), Key: "missing", Related: related(p, t.seats), RelatedTotal: len(t.seats),
		Message: called(p, delivery) + " has no " + role,
		Fix:     "Assign " + one(role) + " to " + word(p.ID(delivery)),
	}
	var lines []orgmodel.Edge
	for _, e := range a.lines[delivery] {
		if p.Declared(a.who(e)) {
			lines = append(lines, e)
		}
	}
	inOrder(p, lines, nil)
	f.Path, f.PathTotal = p.Records(lines...), len(lines)
	var empty []orgmodel.Ref
	for _, s := range t.seats {
		if p.Kind(s) == orgmodel.Post && p.Occupancy(s) == orgmodel.Vacant && p.Live(s) {
			empty = append(empty, s)
		}
	}
	if len(t.stints) > 0 {
		f.Message += gap.String()
	}
	if len(empty) > 0 {
		f.Message += ": nobody holds " + names(p, empty, len(empty))
		f.Fix = "Fill " + called(p, empty[0]) + ", or assign another " + role + " to " + word(p.ID(delivery))
	}
	f.Message += "."
	f.Fix += gap.String() + suggesting(p, slices.DeleteFunc(slices.Clone(could), func(r orgmodel.Ref) bool { return slices.Contains(empty, r) })) + "."
	p.Report(f)
}

// suggesting names a few candidates at the end of a sentence; empty where there is none.
func suggesting(p *orgmodel.Pass, could []orgmodel.Ref) string {
	if len(could) == 0 {
		return ""
	}
	var each []string
	for _, r := range could[:min(len(could), suggested)] {
		each = append(each, called(p, r))
	}
	return ", such as " + either(each)
}

func (c needsOne) reportMany(p *orgmodel.Pass, delivery orgmodel.Ref, during run, in []stint) {
	who := make([]orgmodel.Ref, len(in))
	for i, s := range in {
		who[i] = s.To
	}
	slices.SortFunc(who, byID(p))
	who = slices.Compact(who)
	allowed := "one is allowed"
	if c.most > 1 {
		allowed = strconv.Itoa(c.most) + " are allowed"
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(delivery), Key: "several", Path: p.Records(stintLines(in)...), PathTotal: len(in),
		Related: related(p, who), RelatedTotal: len(who), Pos: p.LinePos(in[len(in)-1].Edge),
		Message: called(p, delivery) + " has more than one " + word(c.role) + during.String() + ", " + names(p, who, len(who)) + "; " + allowed + ".",
		Fix:     "Keep one " + word(c.role) + " of " + word(p.ID(delivery)) + ", or say mode=job-share where they share the charge.",
	})
}
