package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// PMOPlacement is the rule pmo-placement: PMOs stand in the organisation as the house says. The zero
// PMOPlacement checks of each PMO that it stands somewhere, and the mode of those that say theirs.
type PMOPlacement struct {
	Mode     Placement   // the mode of every PMO that does not say its own in the attribute mode; empty means none
	MinShare float64     // the part of the project managers, or spokes, that must fit; 0 means 0.8
	Hub      orgmodel.ID // the PMO at the hub; empty means the one with mode=hub, else the one with most others below it
	Role     orgmodel.ID // who runs a project; empty means project-manager
	Ranking  string      // the tag of a PMO that ranks projects; empty means prioritise
	Rank     string      // the attribute of a ranked project; empty means rank
}

// A Placement is how a PMO stands to the managers of projects.
type Placement string

const (
	Central  Placement = "central"   // project managers report into the PMO
	Embedded Placement = "embedded"  // project managers report in the business; the PMO advises
	HubSpoke Placement = "hub-spoke" // a central PMO, and small ones in the business that answer to it
)

const pmoPlacementDoc = `A PMO stands where the house says, serves something, and ranks what it is there to rank.

Why: a PMO that its project managers do not report into cannot move them between projects, and one that
the business does not see cannot help it; each is then blamed for not being the other. One that hangs
nowhere and serves nothing is a cost.

Parameters:
  Mode (none): central, embedded or hub-spoke, for every PMO that does not say its own in the attribute
  mode. Without either the mode is not looked at.
  MinShare (0.8): the part of the project managers, or of the spokes, that must fit.
  Hub (inferred): the PMO at the hub; the one with mode=hub, else the one that most others answer to.
  Role (project-manager): who runs a project, in its scope.
  Ranking (prioritise), Rank (rank): the tag of a PMO that ranks projects, and the attribute of a project
  that is ranked.

What fits: central, the managers of the projects it serves report into the PMO, directly or over others;
embedded, they do not report into any; a PMO that names no project is about all that no other serves. Hub
and spoke, each PMO but the hub has a reporting line to the hub or is part of it, by itself or by its
members. A PMO serves what is supported-by, overseen-by, directed-by or part-of it or what it works-on,
with all parts; in it is whoever is part of it, owns it, or holds a role in its scope.

It hangs nowhere where it is part of nothing, has no reporting line, and nobody in it reports to anybody
outside.

False positives: a transition from one mode to the next; declare the mode when it is reached.

Source: the office models of P3O; PMI's supportive, controlling and directive offices; practitioners' "some have a separate
PMO, some embed project managers in the departments" and "the PMO is where running projects are ranked".

Before:
  +role project-manager
  +pmo office mode=central
  +project payments "Payments renewal"
  payments supported-by office
  +post ops-1 "Head of operations"
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager in payments
  pm-1 reports-to ops-1
After:
  +role project-manager
  +pmo office mode=central
  +project payments "Payments renewal"
  payments supported-by office
  +post head "Head of the PMO"
  head part-of office
  +post pm-1 "Payments project manager"
  pm-1 has-role project-manager in payments
  pm-1 reports-to head
`

// Rule is the rule. Findings about a PMO: Key is the mode, Related those who do not fit (without a hub one finding for all spokes); adrift, where it
// hangs nowhere and serves nothing; rank, Related the projects without one; mode, where its mode is none.
func (o PMOPlacement) Rule() orgmodel.Rule {
	o = o.filled()
	return orgmodel.Rule{Name: "pmo-placement", Doc: pmoPlacementDoc, Severity: orgmodel.Warning, Check: o.check}
}

// filled is o with its defaults.
func (o PMOPlacement) filled() PMOPlacement {
	if o.MinShare <= 0 {
		o.MinShare = 0.8
	}
	if o.Role == "" {
		o.Role = "project-manager"
	}
	if o.Ranking == "" {
		o.Ranking = "prioritise"
	}
	if o.Rank == "" {
		o.Rank = "rank"
	}
	return o
}

func (o PMOPlacement) check(p *orgmodel.Pass) {
	at := newOffices(p)
	if at == nil {
		return
	}
	work := map[orgmodel.Ref][]orgmodel.Ref{} // by PMO; None is what no PMO serves
	for project := range liveOf(p, orgmodel.Project) {
		work[at.serves[project]] = append(work[at.serves[project]], project)
	}
	runs := newAssigned(p, []orgmodel.ID{o.Role}, "")
	var spokes []orgmodel.Ref
	for pmo := range liveOf(p, orgmodel.PMO) {
		projects := work[pmo]
		if len(projects) == 0 && adrift(p, at, pmo) {
			o.reportAdrift(p, pmo)
			continue
		}
		if tagged(p.Attrs(pmo), o.Ranking) {
			o.rank(p, pmo, projects)
		}
		if len(projects) == 0 {
			projects = work[orgmodel.None]
		}
		switch mode := o.mode(p, pmo); mode {
		case Central, Embedded:
			o.managers(p, at, pmo, mode, projects, runs)
		case HubSpoke:
			spokes = append(spokes, pmo)
		case "", "hub":
		default:
			p.Report(orgmodel.Finding{
				Subject: p.ID(pmo), Key: "mode",
				Message: called(p, pmo) + " has the mode " + strconv.Quote(short(string(mode))) + ", which is none; how it stands was not checked.",
				Fix:     "Name one of central, embedded and hub-spoke.",
			})
		}
	}
	o.spokes(p, at, spokes)
}

// mode is how a PMO is to stand.
func (o PMOPlacement) mode(p *orgmodel.Pass, pmo orgmodel.Ref) Placement {
	if own := p.Attrs(pmo).Get(orgmodel.Mode); own != "" {
		return Placement(own)
	}
	return o.Mode
}

// adrift says that a PMO has nothing above it and serves nothing.
func adrift(p *orgmodel.Pass, at *offices, pmo orgmodel.Ref) bool {
	for e := range p.Out(pmo, append([]orgmodel.Rel{orgmodel.PartOf}, reporting[:]...)...) {
		if p.LiveLine(e) && e.To != pmo && (p.Live(e.To) || !p.Declared(e.To)) {
			return false
		}
	}
	for range at.work(pmo) {
		return false
	}
	n := 0
	for r := range at.members(pmo) { // its head reports to somebody
		for _, e := range p.SeatLines(r, orgmodel.ReportsTo) {
			if shapes(p, e) && at.pmo(p.SeatOf(e.To)) != pmo {
				return false
			}
		}
		if n++; n > crowd {
			return false
		}
	}
	return true
}

func (o PMOPlacement) reportAdrift(p *orgmodel.Pass, pmo orgmodel.Ref) {
	p.Report(orgmodel.Finding{
		Subject: p.ID(pmo), Key: "adrift",
		Message: called(p, pmo) + " is part of nothing, answers to nobody and serves no delivery.",
		Fix:     "Say what " + word(p.ID(pmo)) + " is part of, and which deliveries are supported-by it.",
	})
}

// rank reports the projects of a ranking PMO that have no rank.
func (o PMOPlacement) rank(p *orgmodel.Pass, pmo orgmodel.Ref, projects []orgmodel.Ref) {
	bare := slices.DeleteFunc(slices.Clone(projects), func(r orgmodel.Ref) bool { return p.Attrs(r).Get(o.Rank) != "" })
	if len(bare) == 0 {
		return
	}
	have := "have"
	if len(bare) == 1 {
		have = "has"
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(pmo), Key: "rank", Related: related(p, bare), RelatedTotal: len(bare),
		Message: called(p, pmo) + " ranks projects, and " + strconv.Itoa(len(bare)) + " of the " + count(len(projects), "project") + " it serves " + have + " no " +
			short(o.Rank) + ": " + names(p, least(p, bare, listed), len(bare)) + ".",
		Fix: "Give each of them the attribute " + short(o.Rank) + ".",
	})
}

// managers holds those who run the projects of a PMO to its mode.
func (o PMOPlacement) managers(p *orgmodel.Pass, at *offices, pmo orgmodel.Ref, mode Placement, projects []orgmodel.Ref, runs *assigned) {
	met := map[orgmodel.Ref]bool{}
	var wrong []orgmodel.Ref
	all := 0
	for _, project := range projects {
		who, _ := runs.now(project)
		for _, pm := range who {
			if met[pm] {
				continue
			}
			met[pm] = true
			in := at.pmoOf(pm)
			if in == orgmodel.None && !at.placed(pm) {
				continue // whoever has no boss is another rule's matter
			}
			all++
			if fits := in == orgmodel.None; mode == Embedded && !fits || mode == Central && in != pmo {
				wrong = append(wrong, pm)
			}
		}
	}
	if good := all - len(wrong); float64(good) < o.MinShare*float64(all)-1e-9 {
		o.report(p, pmo, mode, wrong, good, all)
	}
}

func (o PMOPlacement) report(p *orgmodel.Pass, pmo orgmodel.Ref, mode Placement, wrong []orgmodel.Ref, good, all int) {
	where, other := "report into it", Embedded
	if mode == Embedded {
		where, other = "report outside any PMO", Central
	}
	f := orgmodel.Finding{
		Subject: p.ID(pmo), Key: string(mode), Related: related(p, wrong), RelatedTotal: len(wrong),
		Message: called(p, pmo) + " has the mode " + string(mode) + ", and " + strconv.Itoa(good) + " of " + count(all, "manager") + " of its projects (" +
			percent(float64(good)/float64(all)) + ") " + where + "; " + percent(o.MinShare) + " should.",
		Fix: "Re-line " + names(p, least(p, wrong, listed), len(wrong)) + ".",
	}
	if float64(len(wrong)) >= o.MinShare*float64(all)-1e-9 {
		f.Fix = "Declare the mode " + string(other) + ", or re-line " + names(p, least(p, wrong, listed), len(wrong)) + "."
	}
	var lines []orgmodel.Edge
	for _, r := range least(p, wrong, orgmodel.PathCap) {
		for _, way := range ways(p, r, []orgmodel.Rel{orgmodel.ReportsTo}) {
			inOrder(p, way, nil)
			lines = append(lines, way[:min(len(way), 1)]...)
		}
	}
	f.Path, f.PathTotal = p.Records(lines...), len(lines)
	p.Report(f)
}
