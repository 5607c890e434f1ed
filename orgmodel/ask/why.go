package ask

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Codes of reasons about purposes.
const (
	EndsHere Code = "ends-here" // where a way to an outcome ends without one
	AlsoFor  Code = "also-for"  // another outcome or need
	Measured Code = "measured"  // how an outcome is measured
)

// WhyAmIHere answers what somebody's work is for: the shortest way from them to an outcome, or where
// no way leads to one, to a need. It leads over the post they hold, the work they are at (by
// works-on, owns, or a role, a duty or direction in its scope), the benefits it realises or the case
// that justifies it, and what these serve; work has the ways of what it is part of, and of its parts.
// Items are the records on the way, the subject first; Distance counts lines, and Via is the line
// that leads to an item. Other outcomes, and where ways end without one, are reasons. No item but
// reasons: nothing is found. Of work itself it answers the same.
func (q Asker) WhyAmIHere(r orgmodel.Ref) Answer {
	a := q.about("why", r)
	p := newPurpose(q.Org)
	works := 0
	if serves(q.Org, r) {
		p.meet(spot{r, true}, -1, orgmodel.Edge{})
	} else {
		p.meet(spot{r, false}, -1, orgmodel.Edge{})
		works = a.start(p, r)
	}
	outcome, need := -1, -1
	var also []orgmodel.Ref
	for i := works; i < len(p.list); i++ {
		switch q.Org.Kind(p.list[i].at) {
		case orgmodel.Outcome:
			also = append(also, p.list[i].at)
			if outcome < 0 {
				outcome = i
			}
		case orgmodel.Need:
			if need < 0 {
				need = i
			}
		}
		lost := func(r orgmodel.Ref, e orgmodel.Edge) {
			_, why := a.trouble(r)
			a.becauseOf(EndsHere, a.says(e)+", but "+why+".", e)
		}
		if !p.onward(i, lost) {
			a.endsAt(p.list[i].at)
		}
	}
	if works == len(p.list) {
		a.isThing(r)
		a.because(EndsHere, "No line puts "+a.called(r)+" at any work: works-on, owns, or a role in a project.")
		return a.done(a.who(r) + " is at no work that is known.")
	}
	best := outcome
	if best < 0 {
		best = need
	}
	if best < 0 {
		return a.done("Nothing says what the work of " + a.who(r) + " is for.")
	}
	path := p.path(best)
	a.way(p, path)
	a.besides(p, best, also)
	what := "for the outcome "
	if outcome < 0 {
		what = "for the need "
		a.noBenefit(p, path)
	}
	a.measure(p.list[best].at)
	if len(path) == 1 {
		return a.done(a.called(r) + " is what work is for.")
	}
	return a.done(a.who(r) + " is here " + what + a.called(p.list[best].at) + ": " + a.told(p, path) + ".")
}

// start meets the posts or holders of a subject, then the work that each is at, and gives where in
// the list that work begins.
func (a *answer) start(p *purpose, r orgmodel.Ref) int {
	for _, f := range a.faces(r) {
		if f.other {
			p.meet(spot{f.at, false}, 0, f.how)
		}
	}
	faces := len(p.list)
	for i := range faces {
		for e := range a.o.Out(p.list[i].at, toils...) {
			work := toil(a.o, e)
			switch {
			case work == orgmodel.None:
			case !a.o.Live(work):
				_, why := a.trouble(work)
				a.becauseOf(EndsHere, a.says(e)+", but "+why+".", e)
			default:
				p.meet(spot{work, true}, i, e)
			}
		}
	}
	return faces
}

// endsAt says what a record lacks from which nothing leads on.
func (a *answer) endsAt(r orgmodel.Ref) {
	lacks := ""
	switch k := a.o.Kind(r); {
	case k == orgmodel.Outcome || k == orgmodel.Need:
		return
	case k == orgmodel.Benefit:
		lacks = "contributes to no outcome"
	case k == orgmodel.BusinessCase:
		lacks = "answers no need"
	default:
		lacks = "realises no benefit and is justified by no case"
	}
	a.because(EndsHere, "A way ends at "+a.called(r)+", which "+lacks+".")
}

// noBenefit says that a way leads to no outcome, and which work on it realises no benefit.
func (a *answer) noBenefit(p *purpose, path []int) {
	var bare []orgmodel.Ref
	n := 0
	for _, i := range path {
		r := p.list[i].at
		if !workKinds[a.o.Kind(r)] || a.o.Live(r) && a.realises(r) {
			continue
		}
		n++
		bare = first(bare, r)
	}
	text := "No way leads to an outcome"
	if n > 0 {
		text += ": " + a.listOf(bare, n) + realiseNone(n)
	}
	a.because(EndsHere, text+".")
}

func realiseNone(n int) string {
	if n == 1 {
		return " realises no benefit"
	}
	return " realise no benefit"
}

func (a *answer) realises(r orgmodel.Ref) bool {
	for e := range a.o.Out(r, orgmodel.Realises) {
		if a.o.LiveLine(e) {
			return true
		}
	}
	return false
}

// path are the steps to one, from the first on.
func (p *purpose) path(to int) []int {
	var path []int
	for i := to; i >= 0; i = p.list[i].from {
		path = append(path, i)
	}
	slices.Reverse(path)
	return path
}

// way lists the records on a path.
func (a *answer) way(p *purpose, path []int) {
	for n, i := range path {
		s := p.list[i]
		var it *Item
		if n == 0 {
			it = a.item(s.at, 0)
		} else {
			it = a.itemBy(s.at, n, s.line)
		}
		if it != nil && n > 0 && s.line.Rel == orgmodel.HasRole {
			it.Role, it.Scope = a.o.ID(s.line.To), a.o.ID(s.at)
		}
	}
}

// longWay is how many lines one sentence tells.
const longWay = 8

// told is a path in words.
func (a *answer) told(p *purpose, path []int) string {
	s := ""
	for n := 1; n < len(path); n++ {
		if n > longWay {
			return s + ", and so on for " + wording.Count(len(path)-1-longWay, "line") + " more"
		}
		st := p.list[path[n]]
		if n > 1 {
			s += ", "
		}
		s += a.leads(st, p.list[path[n-1]].at, n > 1)
	}
	return s
}

// leads is the line to a step, told from the step before: "which realises faster-entry".
func (a *answer) leads(s step, before orgmodel.Ref, which bool) string {
	e := s.line
	subject := a.o.NameOf(before)
	switch {
	case which:
		subject = "which"
	case subject == "":
		subject = wording.Word(a.o.ID(before))
	default:
		subject = wording.Short(subject)
	}
	here := a.called(s.at)
	switch {
	case e.Rel == orgmodel.Holds && e.To == before:
		return subject + " is held by " + here
	case e.Rel == orgmodel.PartOf && e.To == before:
		if which {
			return "of which " + here + " is part"
		}
		return here + " is part of " + subject
	case e.Rel == orgmodel.HasRole:
		return subject + " is " + wording.Word(a.o.ID(e.To)) + " of " + here
	case e.To != s.at:
		return subject + " " + wording.Says(e.Rel) + " " + wording.Word(a.o.ID(e.To)) + " in " + here
	}
	return subject + " " + wording.Says(e.Rel) + " " + here
}

// besides names the other outcomes that ways lead to.
func (a *answer) besides(p *purpose, best int, also []orgmodel.Ref) {
	met := map[orgmodel.Ref]bool{p.list[best].at: true}
	n := 0
	var others []orgmodel.Ref
	for _, r := range also {
		if !met[r] {
			met[r] = true
			n++
			others = first(others, r)
		}
	}
	if n > 0 {
		a.because(AlsoFor, "Ways lead to "+a.listOf(others, n)+", too.")
	}
}

// measure says how an outcome or need is measured, where its attributes do.
func (a *answer) measure(r orgmodel.Ref) {
	attrs := a.o.Attrs(r)
	s := ""
	for _, key := range []string{"measure", "target", "date"} {
		if v := attrs.Get(key); v != "" {
			if s != "" {
				s += ", "
			}
			s += key + " " + wording.Short(v)
		}
	}
	if s != "" {
		a.because(Measured, a.called(r)+": "+s+".")
	}
}
