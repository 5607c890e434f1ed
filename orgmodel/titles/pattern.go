package titles

import (
	"math/bits"
	"slices"
	"strings"
)

// What a pattern may hold: so many elements; and how many words one gap passes over, and what is
// joined with a word behind a small one.
const (
	manyElements = 32
	wideGap      = 3
	wideList     = 6
)

// element is one element of a pattern.
type element struct {
	kind     kind
	words    []string // any of them
	exact    []string // or any of these, as written
	optional bool
}

type kind uint8

const (
	aWord kind = iota
	aGap       // ...
	aStart
	anEnd
)

// compiled is a pattern ready for use.
type compiled struct {
	Pattern
	elements []element
}

// compile makes a pattern ready for the words of a set; nil where it has none. What is no sign of
// patterns parts words, as it does in titles.
func (r *reader) compile(p Pattern) *compiled {
	c := &compiled{Pattern: p}
	some := false
	for _, field := range strings.Fields(p.Pattern) {
		switch field {
		case "...", "…":
			c.elements = append(c.elements, element{kind: aGap})
		case "^":
			c.elements = append(c.elements, element{kind: aStart})
		case "$":
			c.elements = append(c.elements, element{kind: anEnd})
		default:
			for _, e := range r.elements(field) {
				some = some || !e.optional
				c.elements = append(c.elements, e)
			}
		}
	}
	if !some || len(c.elements) > manyElements {
		return nil
	}
	return c
}

// elements are those of one field: alternatives, or words that a hyphen or the like joins.
func (r *reader) elements(field string) (all []element) {
	field, optional := strings.CutSuffix(field, "?")
	if !strings.Contains(field, "|") {
		_, exact := strings.CutPrefix(field, "=")
		for _, w := range split(field) {
			if e, ok := r.alternative(element{optional: optional}, w.folded, exact); ok {
				all = append(all, e)
			}
		}
		return all
	}
	e, ok := element{optional: optional}, false
	for _, alternative := range strings.Split(field, "|") {
		_, exact := strings.CutPrefix(alternative, "=")
		for _, w := range split(alternative) {
			if more, is := r.alternative(e, w.folded, exact); is {
				e, ok = more, true
			}
		}
	}
	if ok {
		all = append(all, e)
	}
	return all
}

// alternative adds a word to an element; false for one that titles are read without.
func (r *reader) alternative(e element, folded string, exact bool) (element, bool) {
	switch {
	case exact:
		e.exact = append(e.exact, folded)
	case r.small[folded] || r.joins[folded] || r.ignored[folded]:
		return e, false
	default:
		w, _ := r.word(folded)
		e.words = append(e.words, w)
	}
	return e, true
}

// first are the words that a match may begin with; false where that may be any.
func (c *compiled) first() (words []string, some bool) {
	for _, e := range c.elements {
		switch e.kind {
		case aStart:
			continue
		case aWord:
			if len(e.exact) > 0 {
				return nil, false
			}
			words = append(words, e.words...)
			if !e.optional {
				return words, true
			}
		default:
			return nil, false
		}
	}
	return nil, false
}

// match is where a match that begins at a token ends, the first such place; false where there is
// none. It keeps the set of positions at which the elements so far may end, so its time is that
// of the elements times the tokens, whatever the pattern.
func (c *compiled) match(ts []token, start int) (int, bool) {
	at := uint64(1) << start
	for i, e := range c.elements {
		var next uint64
		for left := at; left != 0; left &= left - 1 {
			next |= e.step(ts, start, bits.TrailingZeros64(left), i == 0)
		}
		if e.optional {
			next |= at
		}
		if at = next; at == 0 {
			return 0, false
		}
	}
	return bits.TrailingZeros64(at), true
}

// step are the positions behind the element, if it begins at p.
func (e element) step(ts []token, start, p int, first bool) (next uint64) {
	switch e.kind {
	case aStart:
		if p == 0 || p < len(ts) && (ts[p].brk || ts[p].join) {
			next = 1 << p
		}
	case anEnd:
		if p == len(ts) || ts[p].brk || ts[p].small || ts[p].join && p > 0 && ts[p-1].ended {
			next = 1 << p
		}
	case aGap:
		for q := p; q <= min(p+wideGap, len(ts)); q++ {
			if q > p && q < len(ts) && ts[q].brk {
				return next | 1<<q
			}
			next |= 1 << q
		}
	case aWord:
		for q := range behind(ts, p, first || p == start) {
			if q < len(ts) && e.is(ts[q]) {
				next |= 1 << (q + 1)
			}
		}
	}
	return next
}

func (e element) is(t token) bool {
	return slices.Contains(e.words, t.text) || slices.Contains(e.exact, t.exact)
}

// behind yields the positions at which a word may stand that is due at p: p itself; behind what
// joined words add to the word before, as in project (and programme) manager; and, after a small
// word, behind what is joined with the word, as in head of (finance and) IT.
func behind(ts []token, p int, first bool) func(func(int) bool) {
	return func(yield func(int) bool) {
		if !yield(p) || first || p >= len(ts) {
			return
		}
		for q := p; q < len(ts) && (ts[q].join || ts[q].brk && joined(ts, q)); {
			if q++; !yield(q) {
				return
			}
		}
		if !ts[p].small {
			return
		}
		for q := p + 1; q <= min(p+wideList, len(ts)-1); q++ {
			if ts[q].join {
				yield(q)
				return
			}
			if ts[q].brk && !joined(ts, q) {
				return
			}
		}
	}
}

// joined says that the list which goes on at q with a comma ends with a joining word.
func joined(ts []token, q int) bool {
	for q++; q < len(ts) && !ts[q].join; q++ {
		if !ts[q].brk {
			return false
		}
	}
	return q < len(ts)
}
