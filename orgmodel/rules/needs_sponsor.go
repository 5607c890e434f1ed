package rules

import (
	"slices"

	"example.com/orgchart/orgmodel"
)

// NeedsSponsor is the rule needs-sponsor: one person outside the work answers for each project and
// programme.
type NeedsSponsor struct {
	Roles        []orgmodel.ID // the roles of a sponsor, in the scope of a delivery; nil means sponsor and senior-responsible-owner
	Max          int           // how many may at a time; 0 means 1
	Own          bool          // each delivery names its own; otherwise one without has those of what it is part of
	HandoverDays int           // days on which two may; 0 means 14, below 0 none
	Managers     []orgmodel.ID // the roles of those who run it; nil means project-manager and programme-manager
}

const needsSponsorDoc = `A project or programme has one sponsor, who does not run it.

Why: somebody who can pay for the work, stop it and answer for its benefits must exist, and be one: two
sponsors are played off against each other, and one who is also the manager is asked for nothing but
good news.

Parameters:
  Roles (sponsor, senior-responsible-owner): the roles of a sponsor, in the scope of a delivery; a line
  sponsored-by from the delivery does as well.
  Max (1): how many sponsors at a time.
  Own (false): each delivery needs its own; otherwise one that names none has that of the nearest
  programme or portfolio it is part of that does.
  HandoverDays (14): days on which there may be more.
  Managers (project-manager, programme-manager): the roles of those who run it.

Who shares a post, or the charge by mode=job-share or an fte below 1, is one sponsor. On a vacant post
nobody sponsors anything.

False positives: sponsors inherited from a programme; they count unless Own is set. Says nothing where
somebody undeclared is the sponsor (unknown-reference).

Source: the UK government's guidance "The role of the senior responsible owner", which asks for a single accountable
figure; practitioners on project sponsors.

Before:
  +role project-manager
  +project payments "Payments renewal"
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager in payments
After:
  +role project-manager
  +project payments "Payments renewal"
  +post pm-1 "Payments project manager"
  +post coo "Chief operating officer"
  pm-1 has-role project-manager in payments
  payments sponsored-by coo
`

// Rule is the rule. Findings about a delivery: Key missing, Related the vacant posts, then
// the parts of it that have none either and get no finding of their own; several, Related the sponsors; manager, Related who is
// both. Path are the lines that say so.
func (n NeedsSponsor) Rule() orgmodel.Rule {
	n.Max = max(n.Max, 1)
	if n.HandoverDays == 0 {
		n.HandoverDays = 14
	}
	n.Managers = orRoles(n.Managers, "project-manager", "programme-manager")
	return orgmodel.Rule{Name: "needs-sponsor", Doc: needsSponsorDoc, Severity: orgmodel.Error, Check: n.check, Days: orgmodel.NoDays}
}

func (n NeedsSponsor) check(p *orgmodel.Pass) {
	var pay *sponsors
	var runs *assigned
	var all []orgmodel.Ref // that lack one
	lacking := make([]bool, p.Len())
	for r := range liveOf(p, orgmodel.Project, orgmodel.Programme) {
		p.Judge(r)
		if pay == nil {
			pay, runs = newSponsors(p, n.Roles, !n.Own), newAssigned(p, n.Managers, "")
		}
		named, by, open := pay.of(r)
		who := filledOnes(p, named)
		if len(who) == 0 && !open {
			all, lacking[r] = append(all, r), true
			continue
		}
		if by == r {
			p.JudgeLines(pay.lines[r]...)
			if during, in := pay.tenure(r).crowded(p, n.Max, max(n.HandoverDays, 0)); len(in) > 0 {
				n.reportMany(p, r, during, in)
			}
		}
		n.apart(p, r, by, who, pay, runs)
	}
	if len(all) == 0 {
		return
	}
	var speaks []orgmodel.Ref
	if !n.Own {
		speaks = spokenFor(p, lacking)
	}
	parts := map[orgmodel.Ref][]orgmodel.Ref{}
	for _, r := range all {
		if speaks != nil && speaks[r] != r && speaks[r] != orgmodel.None {
			parts[speaks[r]] = append(parts[speaks[r]], r)
		}
	}
	for _, r := range all {
		if speaks == nil || speaks[r] == r || speaks[r] == orgmodel.None {
			n.reportNone(p, pay, r, parts[r])
		}
	}
}

// reportNone is about a delivery without a sponsor, and the parts of it that could have had that one.
func (n NeedsSponsor) reportNone(p *orgmodel.Pass, pay *sponsors, delivery orgmodel.Ref, parts []orgmodel.Ref) {
	vacant, by, _ := pay.of(delivery)
	f := orgmodel.Finding{
		Subject: p.ID(delivery), Key: "missing", Related: related(p, vacant), RelatedTotal: len(vacant),
		Message: called(p, delivery) + " has no sponsor",
		Fix:     "Appoint a sponsor of " + word(p.ID(delivery)) + " who does not run it.",
	}
	if len(vacant) > 0 {
		f.Message += ": nobody holds " + names(p, vacant, len(vacant))
		if by != delivery {
			f.Message += ", which sponsors " + called(p, by)
		}
		f.Path = p.Records(pay.line(by, vacant[0]))
		f.Fix = "Fill " + called(p, vacant[0]) + ", or appoint another sponsor of " + word(p.ID(delivery)) + "."
	}
	if len(parts) > 0 {
		f.Message += "; nor has what is part of it, " + names(p, least(p, parts, listed), len(parts))
		f.Related, f.RelatedTotal = append(f.Related, related(p, parts)...), f.RelatedTotal+len(parts)
	}
	f.Message += "."
	p.Report(f)
}

func (n NeedsSponsor) reportMany(p *orgmodel.Pass, delivery orgmodel.Ref, during run, in []stint) {
	who := make([]orgmodel.Ref, len(in))
	for i, s := range in {
		who[i] = s.To
	}
	slices.SortFunc(who, byID(p))
	who = slices.Compact(who)
	p.Report(orgmodel.Finding{
		Subject: p.ID(delivery), Key: "several", Path: p.Records(stintLines(in)...), PathTotal: len(in),
		Related: related(p, who), RelatedTotal: len(who), Pos: p.LinePos(in[len(in)-1].Edge),
		Message: called(p, delivery) + " has more than " + count(n.Max, "sponsor") + during.String() + ": " + names(p, who, len(who)) + ".",
		Fix:     "Keep one of them as sponsor of " + word(p.ID(delivery)) + ", and let the others sit on its board.",
	})
}

// apart reports the sponsors who also run what they sponsor, as one finding.
func (n NeedsSponsor) apart(p *orgmodel.Pass, delivery, by orgmodel.Ref, who []orgmodel.Ref, pay *sponsors, runs *assigned) {
	pms, _ := runs.now(delivery)
	for _, pm := range pms[:min(len(pms), crowd)] {
		for _, s := range who[:min(len(who), crowd)] {
			both := pay.same(pm, s)
			if both == orgmodel.None {
				continue
			}
			p.Report(orgmodel.Finding{
				Subject: p.ID(delivery), Key: "manager", Path: p.Records(runs.line(delivery, pm), pay.line(by, s)), Related: []orgmodel.ID{p.ID(both)},
				Message: called(p, both) + " both runs and sponsors " + called(p, delivery) + ".",
				Fix:     "Appoint a sponsor of " + word(p.ID(delivery)) + " outside the delivery.",
				Pos:     p.LinePos(runs.line(delivery, pm)),
			})
			return
		}
	}
}
