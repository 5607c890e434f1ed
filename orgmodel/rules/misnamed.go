package rules

import (
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/near"
)

// orElse says, should the choice choose nobody, which name it goes by and which it may have meant.
func (c choice) orElse(p *orgmodel.Pass) {
	p.IfNone(func() (why, fix string) {
		switch {
		case c.choose != nil:
			return "its function Select chose no live record", ""
		case c.role != "":
			return nobodyHas(p, choice{kinds: c.kinds}.String()+" has the role", []orgmodel.ID{c.role}, orgmodel.Role)
		}
		return "there is no live " + c.String(), ""
	})
}

// nobodyHas says why nobody has a role, or is in a unit, that some ids name: no record of these
// kinds is declared by them, or no live one does what it says on this day.
func nobodyHas(p *orgmodel.Pass, does string, ids []orgmodel.ID, kinds ...orgmodel.Kind) (why, fix string) {
	wrong := misnamed(p, ids, kinds...)
	if len(wrong) == 0 {
		return "no live " + does + " " + eitherID(ids), ""
	}
	var whys []string
	for _, m := range wrong {
		why := m.String()
		if m.near != "" {
			why += ", and the nearest that is declared is " + word(m.near)
		}
		whys = append(whys, why)
	}
	return strings.Join(whys, "; "), fixNames(wrong)
}

// A misnomer is an id in a policy that no record declares.
type misnomer struct {
	kind     orgmodel.Kind
	id, near orgmodel.ID // near is what was probably meant; empty where nothing is like it
}

// String says so, within a sentence.
func (m misnomer) String() string { return "no " + string(m.kind) + " " + word(m.id) + " is declared" }

// misnamed are the first few of some ids that no record declares, each with the record of these
// kinds that is most like it. The ids of a policy are few.
func misnamed(p *orgmodel.Pass, ids []orgmodel.ID, kinds ...orgmodel.Kind) (wrong []misnomer) {
	for _, id := range ids {
		if _, ok := p.Find(id); ok || id == "" || len(wrong) == suggested {
			continue
		}
		m := misnomer{kind: kinds[0], id: id}
		if r := nearest(p, id, kinds); r != orgmodel.None {
			m.near = p.ID(r)
		}
		wrong = append(wrong, m)
	}
	return wrong
}

// fixNames is what to do about misnomers; empty where there is none.
func fixNames(wrong []misnomer) string {
	var said []string
	for _, m := range wrong {
		s := "N" + m.String()[1:]
		if m.near != "" {
			s += "; did you mean " + word(m.near) + "?"
		} else {
			s += ": correct the name or declare it."
		}
		said = append(said, s)
	}
	return strings.Join(said, " ")
}

// reportMisspelt reports ids that a policy names, as some part of it, which no record declares and which are
// most likely misspelt: one finding each, at most a warning, about the record that was probably meant, with Key
// misspelt and the id. Names that are like none are passed over, since one policy may serve several files.
func reportMisspelt(p *orgmodel.Pass, part string, ids []orgmodel.ID, kinds ...orgmodel.Kind) {
	for _, m := range misnamed(p, ids, kinds...) {
		r, ok := p.Find(m.near)
		slips := func(s string) bool { return max(len(s)-len(m.id), len(m.id)-len(s)) <= 2 }
		if !ok || !slips(string(m.near)) && !slips(p.NameOf(r)) {
			continue // none is like it, or one begins as it does and is another
		}
		p.Report(orgmodel.Finding{
			Subject: m.near, Severity: orgmodel.Warning, Key: "misspelt " + string(m.id),
			Message: "The policy names " + word(m.id) + " " + part + ", and " + m.String() + "; the nearest that is declared is " + word(m.near) + ".",
			Fix:     "Write " + word(m.near) + ", or declare " + word(m.id) + ".",
		})
	}
}

// nearest is the record of some kinds whose id or name differs in the fewest letters from an id,
// of several the one with the smallest id; None where none is like it.
func nearest(p *orgmodel.Pass, id orgmodel.ID, kinds []orgmodel.Kind) orgmodel.Ref {
	key := near.Fold(string(id))
	best, least := orgmodel.None, 0
	if key == "" || len(key) > near.TooLong {
		return best
	}
	m := near.NewMeter(key)
	for _, k := range kinds {
		for r := range p.OfKind(k) {
			cost := min(m.Cost(string(p.ID(r))), m.Cost(p.NameOf(r)))
			if cost <= m.Most() && (best == orgmodel.None || cost < least || cost == least && p.ID(r) < p.ID(best)) {
				best, least = r, cost
			}
		}
	}
	return best
}
