package titles

import (
	"slices"
	"sync"

	"example.com/orgchart/orgmodel"
)

// A Classifier says which roles titles speak of. It never changes and is safe for use by many
// goroutines.
type Classifier struct {
	sets  []ready
	roles []Role // those of all sets, the first of each id
	kinds map[orgmodel.ID]orgmodel.ID
}

// ready is a set ready for use.
type ready struct {
	*reader
	language string
	byFirst  map[string][]*compiled
	rest     []*compiled // those that may begin with any word
	short    []Abbreviation
}

// New is a classifier that knows what all the sets know. A pattern without a role of one set
// silences those of the others too, so that a house can take exception to a language.
func New(sets ...Set) *Classifier {
	c := &Classifier{kinds: map[orgmodel.ID]orgmodel.ID{}}
	for _, s := range sets {
		r := ready{reader: s.reader(), language: s.Language, byFirst: map[string][]*compiled{}, short: slices.Clone(s.Abbreviations)}
		for _, p := range s.Patterns {
			done := r.compile(p)
			if done == nil {
				continue
			}
			words, some := done.first()
			if !some {
				r.rest = append(r.rest, done)
			}
			for _, w := range words {
				r.byFirst[w] = append(r.byFirst[w], done)
			}
		}
		c.sets = append(c.sets, r)
		for _, role := range s.Roles {
			if _, known := c.kinds[role.ID]; !known {
				c.kinds[role.ID] = role.IsA
				c.roles = append(c.roles, role)
			}
		}
	}
	return c
}

var english = sync.OnceValue(func() *Classifier { return New(English()) })

// Default is the classifier of English titles.
func Default() *Classifier { return english() }

// Known are the roles that the sets declare, each once. The slice is the caller's.
func (c *Classifier) Known() []Role { return slices.Clone(c.roles) }

// A Guess is what a title suggests, and why.
type Guess struct {
	Role orgmodel.ID // empty where it is ambiguous
	// Candidates are what an abbreviation may mean; nil where the title says which role is meant.
	Candidates []orgmodel.ID
	Pattern    string // the pattern or the abbreviation, as the set has it
	Language   string // of the set
}

// Ambiguous says that the title does not tell which role is meant.
func (g Guess) Ambiguous() bool { return g.Role == "" }

// A Reading is what a title says.
type Reading struct {
	Guesses []Guess // roles in the order in which the title names them, each once; then what is ambiguous
	// Silenced says that the title matches a pattern without a role, and so may say less than its
	// words do.
	Silenced bool
}

// Roles are the guesses of Read.
func (c *Classifier) Roles(title string) []Guess { return c.Read(title).Guesses }

// Read reads a title, of one longer than 1,000 bytes or 63 words the beginning. A role is left out
// where a more special one is guessed, and an abbreviation where one of its candidates is.
func (c *Classifier) Read(title string) Reading {
	words := split(title)
	if len(words) == 0 {
		return Reading{}
	}
	var found, not []match
	for i := range c.sets {
		f, n := c.sets[i].look(words)
		found, not = append(found, f...), append(not, n...)
	}
	slices.SortStableFunc(found, func(a, b match) int { return a.from - b.from })
	got := Reading{Silenced: len(not) > 0}
	for _, m := range found {
		known := slices.ContainsFunc(got.Guesses, func(g Guess) bool { return g.Role == m.Role })
		if !known && !m.silenced(words, not) {
			got.Guesses = append(got.Guesses, m.Guess)
		}
	}
	roles := slices.Clone(got.Guesses)
	got.Guesses = slices.DeleteFunc(got.Guesses, func(g Guess) bool {
		return slices.ContainsFunc(roles, func(h Guess) bool { return h.Role != g.Role && c.IsA(h.Role, g.Role) })
	})
	for _, m := range c.abbreviated(words) {
		said := slices.ContainsFunc(roles, func(g Guess) bool {
			return slices.ContainsFunc(m.Candidates, func(id orgmodel.ID) bool { return c.IsA(g.Role, id) })
		})
		if !said && !m.silenced(words, not) {
			got.Guesses = append(got.Guesses, m.Guess)
		}
	}
	return got
}

// IsA says that a role is another, or is so by what the sets declare.
func (c *Classifier) IsA(role, what orgmodel.ID) bool {
	for range len(c.kinds) + 1 { // no longer than the longest chain, whatever loops there are
		if role == what {
			return true
		}
		if role = c.kinds[role]; role == "" {
			return false
		}
	}
	return false
}

// match is a guess and the words of the title that it rests on, from:to.
type match struct {
	Guess
	from, to int
}

// look finds what the patterns of a set say, with a role and without.
func (s *ready) look(words []word) (found, not []match) {
	ts := s.tokens(words)
	try := func(c *compiled, at int) {
		end, ok := c.match(ts, at)
		if !ok || end == at {
			return
		}
		m := match{Guess{Role: c.Role, Pattern: c.Pattern.Pattern, Language: s.language}, ts[at].from, ts[end-1].to}
		if c.Role == "" {
			not = append(not, m)
		} else {
			found = append(found, m)
		}
	}
	for at, t := range ts {
		for _, c := range s.byFirst[t.text] {
			try(c, at)
		}
		for _, c := range s.rest {
			try(c, at)
		}
	}
	return found, not
}

// silenced says that the match owns what follows, as in manager's assistant; or that a pattern without
// a role begins before it, no comma between them, or runs on from within it.
func (m match) silenced(words []word, not []match) bool {
	if words[m.to-1].owns && m.to < len(words) && !words[m.to].brk {
		return true
	}
	return slices.ContainsFunc(not, func(n match) bool {
		if n.from > m.from {
			return n.from < m.to && n.to > m.to
		}
		return !slices.ContainsFunc(words[min(n.to, m.from+1):m.from+1], func(w word) bool { return w.brk })
	})
}

// abbreviated are the abbreviations among words: as they are written, or with an s behind them. What
// one may mean in several sets is one guess.
func (c *Classifier) abbreviated(words []word) (found []match) {
	for at, w := range words {
		for i := range c.sets {
			for _, a := range c.sets[i].short {
				if w.raw != a.Word && w.raw != a.Word+"s" {
					continue
				}
				old := slices.IndexFunc(found, func(m match) bool { return m.Pattern == a.Word })
				if old < 0 {
					old = len(found)
					found = append(found, match{Guess{Pattern: a.Word, Language: c.sets[i].language}, at, at + 1})
				}
				for _, role := range a.Roles {
					if !slices.Contains(found[old].Candidates, role) {
						found[old].Candidates = append(found[old].Candidates, role)
					}
				}
			}
		}
	}
	return found
}
