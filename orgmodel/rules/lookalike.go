package rules

import (
	"unicode"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// lookalikes is how many records are looked at for ids that look like missing ones: the scan is to
// cost next to nothing beside the checks.
const lookalikes = 250_000

// bare appends an id as it is compared without separators, leading zeros and case: p-08, P_8 and p8
// are one. A separator between two digits stays, as 1-1 is not 11.
func bare(dst []byte, id string) []byte {
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	from, gap := len(dst), false
	for i, r := range id {
		switch {
		case r == '-' || r == '_' || r == '.' || r == '/' || r == ':' || unicode.IsSpace(r):
			gap = true
			continue
		case r >= '0' && r <= '9':
			if n := len(dst); gap && n > from && digit(dst[n-1]) {
				dst = append(dst, '-')
			}
			n := len(dst)
			begins := n == from || !digit(dst[n-1])
			if more := i + 1; begins && r == '0' && more < len(id) && digit(id[more]) {
				gap = false
				continue // a leading zero
			}
		}
		gap = false
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

// seen appends an id as it looks: l as 1, o as 0, without case.
func seen(dst []byte, id string) []byte {
	for _, r := range id {
		switch r = unicode.ToLower(r); r {
		case 'l':
			r = '1'
		case 'o':
			r = '0'
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// A lookalike is the record whose id looks like a missing one, of several the one with the smallest
// id, and how many others do.
type lookalike struct {
	ref  orgmodel.Ref
	more int
}

// lookAlike finds what looks like each of some missing ids, among the records that may be meant.
func lookAlike(p *orgmodel.Pass, ids []string, may func(i int, r orgmodel.Ref) bool) []lookalike {
	found := make([]lookalike, len(ids))
	folds := [...]func([]byte, string) []byte{bare, seen}
	var want [len(folds)]map[string][]int
	var buf []byte
	for k, fold := range folds {
		want[k] = map[string][]int{}
		for i, id := range ids {
			found[i].ref = orgmodel.None
			if buf = fold(buf[:0], id); len(buf) > 0 {
				want[k][string(buf)] = append(want[k][string(buf)], i)
			}
		}
	}
	if len(ids) == 0 || p.Len() > lookalikes {
		return found
	}
	for r := range p.Nodes() {
		if r&4095 == 0 && p.Stopped() {
			break
		}
		id := p.ID(r)
		if id == "" || p.IsRepeat(r) {
			continue
		}
		for k, fold := range folds {
			buf = fold(buf[:0], string(id))
			for _, i := range want[k][string(buf)] {
				found[i].add(p, r, i, may)
			}
		}
	}
	return found
}

func (l *lookalike) add(p *orgmodel.Pass, r orgmodel.Ref, i int, may func(int, orgmodel.Ref) bool) {
	switch {
	case l.ref == r || !may(i, r):
	case l.ref == orgmodel.None:
		l.ref = r
	default:
		if l.more++; p.ID(r) < p.ID(l.ref) {
			l.ref = r
		}
	}
}
