package titles

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/orgchart/orgmodel/internal/near"
)

// What is read of a title: so many bytes, and of them so many words. The latter is how many
// positions a mask of 64 bits has, with one for the end.
const (
	longTitle = 1000
	manyWords = 63
)

// word is a word of a title.
type word struct {
	raw    string // as it is written
	folded string
	brk    bool // a comma, a bracket or a dash stands before it
	join   bool // &, + or / stands before it
	owns   bool // an apostrophe makes it the owner of what follows: manager's, managers'
}

// split gives the words of a title, the first manyWords of its first longTitle bytes.
func split(title string) []word {
	if len(title) > longTitle {
		title = title[:longTitle]
		for i := 0; i < utf8.UTFMax && len(title) > 0; i++ { // leave no part of a rune
			if r, size := utf8.DecodeLastRuneInString(title); r != utf8.RuneError || size != 1 {
				break
			}
			title = title[:len(title)-1]
		}
	}
	var words []word
	var next word
	at := -1 // where the word begins
	end := func(i int) {
		if at < 0 {
			return
		}
		next.raw = title[at:i]
		next.folded = fold(next.raw)
		if at = -1; next.folded == "" {
			return // marks alone: what stands before them stands before the next word
		}
		if len(words) < manyWords {
			words = append(words, next)
		}
		next = word{}
	}
	for i, r := range title {
		if isWord(r) {
			if at < 0 {
				at = i
			}
			continue
		}
		if quote(r) && at >= 0 && possessive(title[at:i], title[i+utf8.RuneLen(r):]) {
			next.owns = true
			continue // manager's is managers
		}
		end(i)
		switch {
		case strings.ContainsRune("&+/＆／", r):
			next.join = true
		case strings.ContainsRune(",;:|()[]{}–—•·，；：（）", r), r == '-' && dash(title, i):
			next.brk = true
		}
	}
	end(len(title))
	return words
}

// isWord says that a rune is part of a word.
func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
}

func quote(r rune) bool { return r == '\'' || r == '’' || r == '`' }

// possessive says that an apostrophe between a word and what follows ends it with an s, or is behind one.
func possessive(before, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || !isWord(r) {
		return strings.HasSuffix(before, "s") || strings.HasSuffix(before, "S")
	}
	if r != 's' && r != 'S' {
		return false
	}
	r, _ = utf8.DecodeRuneInString(rest[1:])
	return rest[1:] == "" || !isWord(r)
}

// dash says that a hyphen has a space beside it, and so parts rather than joins.
func dash(title string, i int) bool {
	return i > 0 && title[i-1] == ' ' || i+1 < len(title) && title[i+1] == ' '
}

// fold is a word as it is compared. Wide letters, as East Asian keyboards write them, are plain ones.
func fold(s string) string {
	return near.Fold(strings.Map(func(r rune) rune {
		switch {
		case quote(r):
			return -1
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFF01 + '!'
		}
		return r
	}, s))
}

// token is a word as a set reads it, and the words of the title that it stands for.
type token struct {
	text     string
	exact    string // before endings are taken
	from, to int    // words from:to of the title
	brk      bool   // something parts it from what stands before
	join     bool   // something joins it with what stands before
	small    bool   // a small word stands before it
	ended    bool   // an ending was taken from it
}

// reader is the words of a set, ready for use.
type reader struct {
	same                  map[string]string     // a word, and what it is read as
	several               map[string][]sequence // by their first word, the longest first
	endings               []string
	small, joins, ignored map[string]bool
}

type sequence struct {
	words []string
	as    string
}

func (s Set) reader() *reader {
	r := &reader{same: map[string]string{}, several: map[string][]sequence{}}
	for _, e := range s.Endings {
		if e = fold(e); e != "" {
			r.endings = append(r.endings, e)
		}
	}
	r.small, r.joins, r.ignored = set(s.Small), set(s.Joins), set(s.Ignored)
	for _, spelling := range s.Spellings {
		as := fold(spelling.Word)
		for _, of := range spelling.Of {
			var words []string
			for _, w := range split(of) {
				words = append(words, w.folded)
			}
			switch len(words) {
			case 0:
			case 1:
				r.same[words[0]] = as
			default:
				r.several[words[0]] = longestFirst(append(r.several[words[0]], sequence{words, as}))
			}
		}
	}
	return r
}

func set(words []string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[fold(w)] = true
	}
	return m
}

// longestFirst puts the last of some sequences, which are in order, at its place.
func longestFirst(all []sequence) []sequence {
	for i := len(all) - 1; i > 0 && len(all[i].words) > len(all[i-1].words); i-- {
		all[i], all[i-1] = all[i-1], all[i]
	}
	return all
}

// tokens are the words of a title as the set reads them.
func (r *reader) tokens(words []word) []token {
	tokens := make([]token, 0, len(words))
	var next token
	for i := 0; i < len(words); i++ {
		w := words[i]
		next.brk, next.join = next.brk || w.brk, next.join || w.join
		if as, n := r.sequence(words[i:]); n > 0 {
			next.text, next.exact, next.from, next.to = as, as, i, i+n
			i += n - 1
		} else {
			switch {
			case r.joins[w.folded]:
				next.join = true
				continue
			case r.small[w.folded]:
				next.small = true
				continue
			case r.ignored[w.folded]:
				continue
			}
			next.exact, next.from, next.to = w.folded, i, i+1
			next.text, next.ended = r.word(w.folded)
		}
		tokens = append(tokens, next)
		next = token{}
	}
	return tokens
}

// sequence is what several words are read as, and how many they are; 0 where there is no such
// sequence. A comma within it ends it.
func (r *reader) sequence(words []word) (string, int) {
	for _, s := range r.several[words[0].folded] {
		fits := len(s.words) <= len(words)
		for i := 1; fits && i < len(s.words); i++ {
			fits = !words[i].brk && words[i].folded == s.words[i]
		}
		if fits {
			return s.as, len(s.words)
		}
	}
	return "", 0
}

// word is a word as it is compared, and whether an ending was taken from it.
func (r *reader) word(folded string) (string, bool) {
	if as, ok := r.same[folded]; ok {
		folded = as
	}
	for _, e := range r.endings {
		if w, ok := strings.CutSuffix(folded, e); ok && len(w) >= 3 && !strings.HasSuffix(folded, "ss") {
			if as, ok := r.same[w]; ok {
				w = as
			}
			return w, true
		}
	}
	return folded, false
}
