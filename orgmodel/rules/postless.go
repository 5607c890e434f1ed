package rules

import (
	"cmp"

	"example.com/orgchart/orgmodel"
)

// postless is why a person sits on no post, in an organisation that has holders of posts: what a
// sentence says of the person, and what to do; empty where posts are not what is missing.
type postless struct {
	said, fix string
	path      []orgmodel.Line
	passing   bool // all holdings are over or still to come: a leaver or a joiner
}

// postlessOn looks at the holdings of a person who is no seat's holder on the day of the view. Of
// several it tells the next to come, else the last that ended.
func postlessOn(p *orgmodel.Pass, who orgmodel.Ref) postless {
	day := p.AsOf()
	var coming, over, gone orgmodel.Edge
	n, past, future, ended := 0, 0, 0, 0
	order := byID(p)
	for e := range p.Out(who, orgmodel.Holds) {
		n++
		switch iv := p.Lasting(e); {
		case day.IsZero() || iv.Holds(day):
			if p.Declared(e.To) && !p.Live(e.To) {
				if ended++; ended == 1 || order(e.To, gone.To) < 0 {
					gone = e
				}
			}
		case day.Before(iv.From):
			if future++; future == 1 || cmp.Or(byDay(iv.From, p.Lasting(coming).From), order(e.To, coming.To)) < 0 {
				coming = e
			}
		default:
			if past++; past == 1 || cmp.Or(byDay(p.Lasting(over).Until, iv.Until), order(e.To, over.To)) < 0 {
				over = e
			}
		}
	}
	id := word(p.ID(who))
	switch {
	case n == 0 && usesPosts(p):
		return postless{said: "holds no post", fix: "Give " + id + " a post or a boss, or end its record."}
	case n == 0 || past+future+ended < n:
		return postless{}
	case future > 0:
		begins := p.Lasting(coming).From.String()
		return postless{
			said: "holds no post on this day (the holding of " + word(p.ID(coming.To)) + " begins on " + begins + ")",
			fix:  "Give " + id + " a post for this day, or let its record begin on " + begins + ".", path: p.Records(coming), passing: true,
		}
	}
	if past == 0 {
		return postless{
			said: "holds no post (" + word(p.ID(gone.To)) + ", which it held, has ended)",
			fix:  "Give " + id + " a post, or end its record.", path: p.Records(gone),
		}
	}
	last := lastDay(p.Lasting(over))
	return postless{
		said: "holds no post on this day (the last day of its holding of " + word(p.ID(over.To)) + " was " + last + ")",
		fix:  "Give " + id + " a post, or end its record with " + last + ".", path: p.Records(over), passing: true,
	}
}

// usesPosts says that somebody holds a post, on whatever day.
func usesPosts(p *orgmodel.Pass) bool {
	for range p.Edges(orgmodel.Holds) {
		return true
	}
	return false
}
