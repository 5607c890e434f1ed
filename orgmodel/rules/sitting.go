package rules

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
)

// A run is a time without a gap, in the days of stints; one of no length is none.
type run struct{ from, until int }

// days is how long a run is; an open one is longer than any other.
func (r run) days() int { return r.until - r.from }

// String is a run within a sentence, with the space before it; empty where both ends are open.
func (r run) String() string {
	s := ""
	if r.from != always {
		s = " from " + firstDay.AddDays(r.from).String()
	}
	if r.until != evermore {
		s += " until " + firstDay.AddDays(r.until).String()
	} else if s != "" {
		s += " on"
	}
	return s
}

// firstRun is the first run of more than some days on all of which something is wrong. It walks
// the times between which no stint begins or ends: change is told of each stint as it enters (+1)
// and leaves (-1), wrong is asked about each time in turn, until the run is over.
func firstRun(stints []stint, longer int, change func(s *stint, by int), wrong func() bool) run {
	type turn struct{ day, i, by int }
	turns := make([]turn, 0, 2*len(stints))
	for i, s := range stints {
		turns = append(turns, turn{s.from, i, 1}, turn{s.until, i, -1})
	}
	slices.SortFunc(turns, func(a, b turn) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.by, b.by), cmp.Compare(a.i, b.i))
	})
	var r run
	for k, t := range turns {
		change(&stints[t.i], t.by)
		if k+1 == len(turns) || turns[k+1].day == t.day {
			continue
		}
		switch bad := wrong(); {
		case bad && r.days() == 0:
			r = run{t.day, turns[k+1].day}
		case bad:
			r.until = turns[k+1].day
		case r.days() > longer:
			return r
		default:
			r = run{}
		}
	}
	if r.days() > longer {
		return r
	}
	return run{}
}

// during are the stints that take part in a run, by person, then by post.
func during(p *orgmodel.Pass, stints []stint, r run, takes func(stint) bool) []stint {
	var in []stint
	for _, s := range stints {
		if s.from < r.until && r.from < s.until && takes(s) {
			in = append(in, s)
		}
	}
	order := byID(p)
	slices.SortStableFunc(in, func(a, b stint) int {
		return cmp.Or(order(a.From, b.From), order(a.To, b.To), cmp.Compare(a.from, b.from), cmp.Compare(a.until, b.until), cmp.Compare(a.fte, b.fte))
	})
	return in
}

// stintLines are the lines of stints.
func stintLines(in []stint) []orgmodel.Edge {
	es := make([]orgmodel.Edge, len(in))
	for i, s := range in {
		es[i] = s.Edge
	}
	return es
}

// crew are the persons of stints that stand by person, each once.
func crew(in []stint) []orgmodel.Ref {
	var who []orgmodel.Ref
	for _, s := range in {
		if len(who) == 0 || who[len(who)-1] != s.From {
			who = append(who, s.From)
		}
	}
	return who
}

// A sitting is who sits on a post at one time.
type sitting struct {
	marked bool                 // the post itself is marked as a shared one
	times  map[orgmodel.Ref]int // substantive stints by person
	load   int64                // of all substantive stints, a whole one each where none is stated
	stated int64                // of those that state it
	whole  int                  // substantive stints of a whole one or more
	shares int                  // stints marked as a job share
}

func sittingOn(p *orgmodel.Pass, post orgmodel.Ref) *sitting {
	return &sitting{marked: p.Attrs(post).Get(orgmodel.Mode) == jobShare, times: map[orgmodel.Ref]int{}}
}

func (c *sitting) change(s *stint, by int) {
	if !s.substantive() {
		return
	}
	if c.times[s.From] += by; c.times[s.From] == 0 {
		delete(c.times, s.From)
	}
	c.load += s.load() * int64(by)
	c.stated += max(s.fte, 0) * int64(by)
	if s.load() >= oneFTE {
		c.whole += by
	}
	if s.mode == jobShare {
		c.shares += by
	}
}

// several says that more than one person sits on the post.
func (c *sitting) several() bool { return len(c.times) > 1 }

// shared says that the post is a shared one at this time: it is marked so, or somebody on it is,
// or each of several states less than a whole one.
func (c *sitting) shared() bool {
	return c.marked || c.shares > 0 || c.whole == 0 && c.several()
}
