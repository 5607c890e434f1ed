package ask

import (
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/near"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Find gives the record that somebody means by a word: the one with exactly this id; else the one
// with exactly this name, or the id that lines name and nobody declares; else the one whose name is
// the same but for case, spaces and marks over letters ("zoe papadopoulos"). Persons who hold a
// post are found by their name as any record is.
//
// The error is an *UnknownError where there is none and an *AmbiguousError where there are
// several. A post and its only holder under one name are one: the post. So are the records of one
// id: the first.
//
// By a declared id the answer takes a microsecond. By name it is one scan over all names, tens of
// milliseconds among a million, and where there is none a second scan for what is most like it; a service that asks by name again and again keeps a map of its own.
func (q Asker) Find(asked string) (orgmodel.Ref, error) {
	o := q.Org
	var exact, alike matches
	if r, ok := o.Find(orgmodel.ID(asked)); asked != "" && o.Declared(r) {
		return r, nil
	} else if asked != "" && (ok || r != orgmodel.None) {
		exact.add(o, r)
	}
	key := near.Fold(asked)
	for r := range o.Nodes() {
		if name := o.NameOf(r); name == asked && name != "" {
			exact.add(o, r)
		} else if key != "" && near.FoldsTo(name, key) {
			alike.add(o, r)
		}
	}
	for _, m := range []matches{exact, alike} {
		switch {
		case m.total == 1:
			return m.refs[0], nil
		case m.total == 2 && o.SeatOf(m.refs[1]) == m.refs[0]:
			return m.refs[0], nil
		case m.total == 2 && o.SeatOf(m.refs[0]) == m.refs[1]:
			return m.refs[1], nil
		case m.total > 1:
			return orgmodel.None, q.ambiguous(asked, m)
		}
	}
	return orgmodel.None, &UnknownError{Asked: asked, Near: q.likely(asked, key)}
}

// maxMatches is how many of several matches an error names.
const maxMatches = 10

// matches are the records that a name may mean.
type matches struct {
	refs  []orgmodel.Ref // the first few
	total int
}

// add adds a record unless it is a later one of an id that is among them. Records without an id
// are not one for that.
func (m *matches) add(o *orgmodel.Org, r orgmodel.Ref) {
	if o.IsRepeat(r) && o.ID(r) != "" {
		for _, s := range m.refs {
			if o.ID(s) == o.ID(r) {
				return
			}
		}
	}
	if m.total++; m.total <= maxMatches {
		m.refs = append(m.refs, r)
	}
}

func (q Asker) ambiguous(asked string, m matches) error {
	a := answer{o: q.Org}
	err := &AmbiguousError{Asked: asked, Total: m.total}
	for _, r := range m.refs {
		err.Matches = append(err.Matches, a.record(r))
	}
	return err
}

// An AmbiguousError says that several records have the name that was asked for.
type AmbiguousError struct {
	Asked   string
	Matches []Record // the first ten, in the author's order; an id that nobody declares comes first
	Total   int
}

// Error lists the matches, one a line, with what tells them apart.
func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q may be any of %d records; give the id of the one you mean:", brief(e.Asked), e.Total)
	for _, r := range e.Matches {
		b.WriteString("\n  " + r.described())
	}
	if more := e.Total - len(e.Matches); more > 0 {
		fmt.Fprintf(&b, "\n  and %d more", more)
	}
	return b.String()
}

// An UnknownError says that no record has the id or the name that was asked for.
type UnknownError struct {
	Asked string
	Near  []Record // up to five that it may have been, the likeliest first
}

// Error names the likeliest.
func (e *UnknownError) Error() string {
	s := fmt.Sprintf("no record has the id or the name %q", brief(e.Asked))
	if len(e.Near) == 0 {
		return s
	}
	s += "; did you mean"
	if len(e.Near) > 1 {
		s += " one of"
	}
	for _, r := range e.Near {
		s += "\n  " + r.described()
	}
	return s
}

// described is a record in a list: its id, kind, name and holders.
func (r Record) described() string {
	s := wording.Word(r.ID)
	if r.Kind != "" {
		s += " (" + wording.Short(string(r.Kind)) + ")"
	}
	if r.Name != "" {
		s += " " + wording.Short(r.Name)
	}
	if in := occupants(r); in != "" {
		s += ", " + in
	}
	return s
}

func brief(s string) string { return wording.Brief(s, 80) }
