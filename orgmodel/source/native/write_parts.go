package native

import (
	"iter"
	"slices"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// A part is a section of a document, or its list of nodes in plain form, and what stands there.
type part struct {
	key  string
	refs iter.Seq[orgmodel.Ref]
}

// homeOf is where nodes of a kind stand, empty for a kind without a section.
func homeOf(k orgmodel.Kind) string {
	for _, s := range sections {
		if s.Kind == k {
			return s.Name
		}
	}
	return ""
}

// isKey says that a text can be a key of a mapping for every reader.
func isKey(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	return len(s) < longKey/10 || len(s) <= longKey && len(appendYAML(nil, s, true)) <= longKey
}

// groupedParts are the nodes by kind, in the order of the format; those of kinds without a
// section, of kinds with an id that cannot be a key, and later records of an id, in plain form.
func groupedParts(o *orgmodel.Org) []part {
	plain := map[orgmodel.Kind]bool{} // by kind that is there
	rest := false
	for r := range o.Nodes() {
		if o.IsRepeat(r) {
			rest = true
		} else if k := o.Kind(r); !plain[k] {
			plain[k] = homeOf(k) == "" || !isKey(string(o.ID(r)))
			rest = rest || plain[k]
		}
	}
	var parts []part
	for _, s := range sections {
		if p, there := plain[s.Kind]; there && !p {
			parts = append(parts, part{s.Name, answering(o, o.OfKind(s.Kind))})
		}
	}
	if rest {
		parts = append(parts, part{keyNodes, func(yield func(orgmodel.Ref) bool) {
			for r := range o.Nodes() {
				if (plain[o.Kind(r)] || o.IsRepeat(r)) && !yield(r) {
					return
				}
			}
		}})
	}
	return parts
}

// answering passes the nodes through that answer to their id.
func answering(o *orgmodel.Org, nodes iter.Seq[orgmodel.Ref]) iter.Seq[orgmodel.Ref] {
	return func(yield func(orgmodel.Ref) bool) {
		for r := range nodes {
			if !o.IsRepeat(r) && !yield(r) {
				return
			}
		}
	}
}

// A run is neighbours of one kind.
type run struct {
	kind       orgmodel.Kind
	from, upto orgmodel.Ref
	plain      bool // cannot be a section
}

// exactParts are the nodes in the order they have: a section for each kind that is one run, and
// the plain list from the first run that cannot be a section to the last.
func exactParts(o *orgmodel.Org) []part {
	runs := runsOf(o)
	first := slices.IndexFunc(runs, func(r run) bool { return r.plain })
	last := len(runs) - 1
	for ; last >= 0 && !runs[last].plain; last-- {
	}
	var parts []part
	for i, r := range runs {
		switch {
		case first < 0 || i < first || i > last:
			parts = append(parts, part{homeOf(r.kind), between(r.from, r.upto)})
		case i == first:
			parts = append(parts, part{keyNodes, between(r.from, runs[last].upto)})
		}
	}
	return parts
}

func runsOf(o *orgmodel.Org) []run {
	var runs []run
	times := map[orgmodel.Kind]int{}
	for r := range o.Nodes() {
		k := o.Kind(r)
		if len(runs) == 0 || runs[len(runs)-1].kind != k {
			runs = append(runs, run{kind: k, from: r, plain: homeOf(k) == ""})
			times[k]++
		}
		last := &runs[len(runs)-1]
		last.upto = r + 1
		last.plain = last.plain || o.IsRepeat(r) || !isKey(string(o.ID(r)))
	}
	for i, r := range runs {
		runs[i].plain = r.plain || times[r.kind] > 1
	}
	return runs
}

func between(from, upto orgmodel.Ref) iter.Seq[orgmodel.Ref] {
	return func(yield func(orgmodel.Ref) bool) {
		for r := from; r < upto; r++ {
			if !yield(r) {
				return
			}
		}
	}
}
