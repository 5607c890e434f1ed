package orgtest

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"example.com/orgchart/orgmodel"
)

// lacks says what is missing of a finding that a reader of it needs; empty where nothing is.
func lacks(o *orgmodel.Org, f orgmodel.Finding) string {
	subject, declared := o.Find(f.Subject)
	switch {
	case f.Key == "panic" || f.Key == "no-check":
		return "the rule failed"
	case !strings.HasSuffix(f.Message, "."):
		return "the message is no sentence: it has no full stop"
	case !names(f.Message, string(f.Subject)):
		return "the message does not have the id of its subject, " + quote(string(f.Subject))
	case !strings.HasSuffix(f.Fix, "."):
		return "the fix is no sentence: say what to do about it, with a full stop"
	case f.Subject != "" && declared && f.Pos == (orgmodel.Pos{}) && o.Pos(subject) != (orgmodel.Pos{}) && f.Rule != orgmodel.MatchesNothing:
		return "the finding has no position, though its subject has one"
	}
	return ""
}

// names says that a message holds an id, as it stands or as a Go string.
func names(message, id string) bool {
	return strings.Contains(message, strings.TrimSpace(id)) ||
		strings.Contains(message, strconv.Quote(id)) || strings.Contains(message, strconv.QuoteToGraphic(id))
}

// prints are the fingerprints of what a rule finds, with what they are made of, sorted.
func prints(o *orgmodel.Org, rule orgmodel.Rule) []string {
	found, err := orgmodel.Checker{Limit: -1}.Check(context.Background(), o, rule)
	if err != nil {
		return []string{err.Error()}
	}
	all := make([]string, len(found))
	for i, f := range found {
		all[i] = f.Fingerprint() + " " + wanted(f)
	}
	slices.Sort(all)
	return all
}

// repeated is a finding whose fingerprint another has; empty where none is.
func repeated(found orgmodel.Findings) string {
	met := map[string]bool{}
	for _, f := range found {
		if met[f.Fingerprint()] {
			return wanted(f)
		}
		met[f.Fingerprint()] = true
	}
	return ""
}

// provePrints fails t where the fingerprints of what a rule finds depend on the order of records
// (that of solid lines apart where bosses is set), on where they stand, or on who else is
// checking. It says whether they hold.
func provePrints(t testing.TB, rule orgmodel.Rule, what string, s orgmodel.Spec, day orgmodel.Date, bosses bool) bool {
	t.Helper()
	o := orgmodel.New(s).At(day)
	first := prints(o, rule)
	fail := func(how string, got []string) bool {
		t.Helper()
		t.Errorf("%s, %s%s: %s\n    gone   %s\n    come   %s\n    of the organisation\n%s", rule.Name, what, onDay(o), how,
			strings.Join(less(first, got), "\n           "), strings.Join(less(got, first), "\n           "), indent(cut(Written(s))))
		return false
	}
	var wg sync.WaitGroup
	several := make([][]string, 3)
	for i := range several {
		wg.Add(1)
		go func() {
			defer wg.Done()
			several[i] = prints(o, rule)
		}()
	}
	wg.Wait()
	for _, got := range several {
		if !slices.Equal(got, first) {
			return fail("its findings change when it runs again, or several times at once: does it keep something between runs?", got)
		}
	}
	rnd := rand.New(rand.NewPCG(uint64(len(s.Nodes)), uint64(len(s.Lines))))
	for range 3 {
		if got := prints(orgmodel.New(disordered(rnd, s, bosses)).At(day), rule); !slices.Equal(got, first) {
			return fail("its findings depend on the order of the records (which of a seat's bosses comes first, say)", got)
		}
	}
	if got := prints(orgmodel.New(moved(s)).At(day), rule); !slices.Equal(got, first) {
		return fail("its findings depend on where the records stand", got)
	}
	return true
}

// disordered puts records and lines into another order. Records of one id keep theirs, since the
// first of them owns the lines; and so do solid lines where bosses is set, since of a seat's
// several bosses the first is its Boss.
func disordered(rnd *rand.Rand, s orgmodel.Spec, bosses bool) orgmodel.Spec {
	s.Nodes, s.Lines = slices.Clone(s.Nodes), slices.Clone(s.Lines)
	of := map[orgmodel.ID][]orgmodel.Node{}
	for _, n := range s.Nodes {
		of[n.ID] = append(of[n.ID], n)
	}
	rnd.Shuffle(len(s.Nodes), func(i, j int) { s.Nodes[i], s.Nodes[j] = s.Nodes[j], s.Nodes[i] })
	for i, n := range s.Nodes {
		s.Nodes[i], of[n.ID] = of[n.ID][0], of[n.ID][1:]
	}
	var solid []orgmodel.Line
	for _, l := range s.Lines {
		if l.Rel == orgmodel.ReportsTo {
			solid = append(solid, l)
		}
	}
	rnd.Shuffle(len(s.Lines), func(i, j int) { s.Lines[i], s.Lines[j] = s.Lines[j], s.Lines[i] })
	for i, l := range s.Lines {
		if bosses && l.Rel == orgmodel.ReportsTo {
			s.Lines[i], solid = solid[0], solid[1:]
		}
	}
	return s
}

// moved puts every record somewhere else in another file.
func moved(s orgmodel.Spec) orgmodel.Spec {
	s.Nodes, s.Lines = slices.Clone(s.Nodes), slices.Clone(s.Lines)
	for i := range s.Nodes {
		s.Nodes[i].Pos = orgmodel.Pos{File: "moved", Line: len(s.Nodes) - i, Column: i % 7}
	}
	for i := range s.Lines {
		s.Lines[i].Pos = orgmodel.Pos{File: "moved", Line: len(s.Lines) - i, Field: "moved"}
	}
	return s
}

// less are those of a that b lacks.
func less(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// cut is a text of which a message shows so much.
func cut(s string) string {
	lines := strings.SplitAfter(s, "\n")
	if len(lines) > 60 {
		lines = append(lines[:60], "...\n")
	}
	return strings.TrimSuffix(strings.Join(lines, ""), "\n")
}
