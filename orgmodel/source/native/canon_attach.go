package native

import (
	"bytes"
	"sort"
)

// attach gives every comment to the entry it belongs to:
//
//   - one behind an entry, to the outermost entry that begins on its line and is complete there;
//   - one above an entry, to that entry;
//   - one indented deeper than the entry below it, or at the end, to the entry above that is
//     indented as it is;
//   - one above the first entry and an empty line, to the file.
func (s *sheet) attach() {
	s.blanks()
	remarks := s.remarks()
	remarks = s.aboveAll(remarks)
	for _, r := range remarks {
		next := sort.Search(len(s.spots), func(i int) bool { return s.spots[i].at > r.at })
		switch {
		case len(s.spots) == 0:
			s.head = append(s.head, r.comment)
		case r.own || next == 0:
			s.above(r, next)
		default:
			s.behind(r, next)
		}
	}
}

// aboveAll takes the comments above the first entry that an empty line parts from it.
func (s *sheet) aboveAll(remarks []remark) []remark {
	if len(s.spots) == 0 {
		return remarks
	}
	n := 0
	for i, r := range remarks {
		if r.at > s.spots[0].at {
			break
		}
		parted := s.isBlank(s.spots[0].line - 1)
		if i+1 < len(remarks) && remarks[i+1].at < s.spots[0].at {
			parted = remarks[i+1].blank
		}
		if parted {
			n = i + 1
		}
	}
	for _, r := range remarks[:n] {
		s.head = append(s.head, r.comment)
	}
	return remarks[n:]
}

// behind attaches a comment that follows something on its line; next is the spot after it.
func (s *sheet) behind(r remark, next int) {
	first := next
	for first > 0 && s.spots[first-1].line == r.line {
		first--
	}
	at := next - 1
	for i := first; i < next; i++ {
		if next == len(s.spots) || !s.within(next, i) {
			at = i
			break
		}
	}
	x := s.spots[at].entry
	if x.line == "" {
		x.line = r.text
	} else {
		x.foot = append(x.foot, comment{text: r.text})
	}
}

// above attaches a comment on a line of its own; next is the spot after it.
func (s *sheet) above(r remark, next int) {
	parent, column := -1, 0
	if next < len(s.spots) {
		p := s.spots[next]
		if p.flow || r.column <= p.column || next == 0 {
			p.entry.head = append(p.entry.head, r.comment)
			return
		}
		parent, column = p.parent, p.column
	}
	// The entries that end here, the innermost first.
	best := -1
	closes := s.closes(r, next)
	for i := next - 1; i >= 0 && i != parent; i = s.spots[i].parent {
		p := s.spots[i]
		switch {
		case column > 0 && p.parent == parent:
			// A comment below it would stand as one above next.
		case closes && p.flow:
			best = i
		case !closes && !p.flow && (best < 0 || s.spots[best].column > r.column || p.column == s.spots[best].column):
			best = i
		}
	}
	switch {
	case best >= 0:
		x := s.spots[best].entry
		x.foot = append(x.foot, r.comment)
	case next < len(s.spots):
		x := s.spots[next].entry
		x.head = append(x.head, r.comment)
	default:
		top := next - 1
		for s.spots[top].parent >= 0 {
			top = s.spots[top].parent
		}
		x := s.spots[top].entry
		x.foot = append(x.foot, r.comment)
	}
}

// within says that spot i lies under spot of.
func (s *sheet) within(i, of int) bool {
	for i > of {
		i = s.spots[i].parent
	}
	return i == of
}

// closes says that a brace or bracket closes between a comment and the spot after it. The
// comments of one gap are asked about in their order.
func (s *sheet) closes(r remark, next int) bool {
	if next != s.gap {
		end := len(s.src)
		if next < len(s.spots) {
			end = s.spots[next].at
		}
		s.gap, s.close = next, 0
		at := r.end
		for line := range bytes.Lines(s.src[r.end:end]) {
			if c := bytes.TrimLeft(line, " \t\r\n"); len(c) > 0 && c[0] != '#' && bytes.ContainsAny(c, "}]") {
				s.close = at
			}
			at += len(line)
		}
	}
	return s.close >= r.end && s.close > 0
}

// blanks notes the empty lines above entries of the document and above records.
func (s *sheet) blanks() {
	for _, p := range s.spots {
		if p.depth > 2 || !s.isBlank(p.line-1) {
			continue
		}
		before := s.src[s.lines[p.line-1]:p.at]
		p.entry.blank = len(bytes.Trim(before, "-? \t")) == 0
	}
}
