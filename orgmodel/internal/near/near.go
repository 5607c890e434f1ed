// Package near is what somebody may have meant who wrote a word that no record has: it folds
// names, measures how many letters differ, and suggests records. Package ask looks for the few
// that are most like one word, among all; the rules suggest one each for many words at the price
// of one scan.
package near

import (
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// MaxWords is how many words Suggest looks for.
const MaxWords = 100

// A Suggestion is a record that was probably meant; its Ref is None where none is like the word.
type Suggestion struct {
	Ref  orgmodel.Ref
	More int // other records that are as like it
}

// Suggest gives for each word the declared record that was probably meant: the one whose id or
// name differs in the fewest letters, of several the one with the smallest id. It gives none for
// words beyond MaxWords. A record must have a half of the word letter by letter and all its
// digits, since of numbers that differ in a digit none is likelier than another.
//
// It takes one scan over ids and names, whatever the words. Among more than scanned records it
// looks for fewer words: for those of one part by the ids that are a letter away, and only for
// those with a space, which are names, by a scan over all names; among more than namesScanned for
// no names. Stop, asked now and then, ends it.
func Suggest(o *orgmodel.Org, words []string, stop func() bool) []Suggestion {
	found := make([]Suggestion, len(words))
	many := o.Len() > scanned
	most := MaxWords
	if many {
		most = fewWords
	}
	var s search
	for i, w := range words {
		found[i].Ref = orgmodel.None
		if i < most {
			switch {
			case many && !strings.Contains(w, " "):
				found[i] = besideID(o, w)
			case o.Len() <= namesScanned:
				s.add(i, w)
			}
		}
	}
	if len(s.words) == 0 {
		return found
	}
	for r := range o.Nodes() {
		if r&8191 == 0 && stop() {
			break
		}
		if !many {
			s.look(o, r, string(o.ID(r)))
		}
		s.look(o, r, o.NameOf(r))
	}
	for _, w := range s.words {
		if w.tries <= maxTries && w.halves <= maxHalves {
			found[w.at] = Suggestion{w.best, w.more}
		}
	}
	return found
}

// Among more than scanned records fewWords are looked for, so that it takes next to nothing beside
// the checks of a million.
const scanned, namesScanned, fewWords = 20_000, 250_000, 20

// How many texts may have a half of one word, and how many of these are compared with it letter by
// letter. A word with more gets no suggestion, so that what is suggested does not depend on the
// order of records.
const maxHalves, maxTries = 100_000, 2000

// shortest is the length in bytes from which a word is looked for: in shorter ones every letter
// matters, and each half needs two.
const shortest = 4

// A wanted word, and what is most like it so far.
type wanted struct {
	at          int
	head, tail  string // its halves
	digits      string
	runes, most int
	*Meter
	halves, tries int
	cost          int
	best          orgmodel.Ref
	more          int          // others of this cost
	other         orgmodel.Ref // the last of them
}

// search finds the words that a text may be like by its first two letters and its last two.
type search struct {
	words        []*wanted
	heads, tails map[uint16][]*wanted
	starts, ends [1 << 10]uint64 // a bit each, so that most texts are let go at once
}

func (s *search) add(at int, word string) {
	digits := digitsOf(word)
	if len(word) < shortest || len(word) > TooLong || 2*len(digits) > len(word) || Fold(word) == "" {
		return
	}
	if s.heads == nil {
		s.heads, s.tails = map[uint16][]*wanted{}, map[uint16][]*wanted{}
	}
	half := len(word) / 2
	w := &wanted{at: at, head: word[:half], tail: word[half:], digits: digits, runes: utf8.RuneCountInString(word), Meter: NewMeter(Fold(word)), best: orgmodel.None}
	w.most = 2 * (1 + (w.runes-len(digits))/4) // digits are the same, and so say nothing of how alike the rest is
	s.words = append(s.words, w)
	h, t := pair(word[0], word[1]), pair(word[len(word)-2], word[len(word)-1])
	s.heads[h], s.tails[t] = append(s.heads[h], w), append(s.tails[t], w)
	s.starts[h>>6] |= 1 << (h & 63)
	s.ends[t>>6] |= 1 << (t & 63)
}

// look compares a text of a record with the words that it has a half of.
func (s *search) look(o *orgmodel.Org, r orgmodel.Ref, text string) {
	if len(text) < 2 || len(text) > TooLong {
		return
	}
	h, t := pair(text[0], text[1]), pair(text[len(text)-2], text[len(text)-1])
	if s.starts[h>>6]&(1<<(h&63)) != 0 {
		for _, w := range s.heads[h] {
			if n := len(w.head); w.halves <= maxHalves && len(text) >= n && same(text[:n], w.head) {
				w.weigh(o, r, text)
			}
		}
	}
	if s.ends[t>>6]&(1<<(t&63)) != 0 {
		for _, w := range s.tails[t] {
			if n := len(w.tail); w.halves <= maxHalves && len(text) >= n && same(text[len(text)-n:], w.tail) {
				w.weigh(o, r, text)
			}
		}
	}
}

// weigh keeps a record if it is more like the word than what was kept.
func (w *wanted) weigh(o *orgmodel.Org, r orgmodel.Ref, text string) {
	w.halves++
	if o.ID(r) == "" || 2*(len(text)-len(w.head)-len(w.tail)) > w.most*utf8.UTFMax || !hasDigits(text, w.digits) || w.tries > maxTries {
		return
	}
	w.tries++
	cost := w.Cost(text)
	if cost <= 1 && utf8.RuneCountInString(text) > w.runes+w.most/2 {
		return // begins with the word, and is much longer
	}
	switch {
	case cost > w.most:
	case w.best == orgmodel.None || cost < w.cost:
		w.best, w.cost, w.more, w.other = r, cost, 0, orgmodel.None
	case cost == w.cost && r != w.best && r != w.other && o.ID(r) != o.ID(w.best):
		w.more++
		if w.other = r; o.ID(r) < o.ID(w.best) {
			w.best, w.other = r, orgmodel.None
		}
	}
}

// pair is two bytes as one, with ASCII letters in one case.
func pair(a, b byte) uint16 { return uint16(small(a))<<8 | uint16(small(b)) }

func small(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		b += 'a' - 'A'
	}
	return b
}

// same says that two texts of one length are alike but for the case of ASCII letters.
func same(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if small(a[i]) != small(b[i]) {
			return false
		}
	}
	return true
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// hasDigits says that the digits of a text, in order, are these.
func hasDigits(text, digits string) bool {
	at := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= '0' && c <= '9' {
			if at == len(digits) || digits[at] != c {
				return false
			}
			at++
		}
	}
	return at == len(digits)
}
