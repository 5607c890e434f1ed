package orgtest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// Covered fails t, once, with the live records of a kind that no rule is about, and where there is no
// such record at all: what a policy leaves out it holds of by silence.
//
//	orgtest.Covered(t, org, orgmodel.Project, orgtest.LoadPolicy(t, "policy.yaml").Rules()...)
//
// A rule is about the records that it chooses or judges; rules that hold of everybody alike, as those of the
// core pack do, are about nobody. What is about a post is about its holder, and the other way round. Whether
// the rules find something is no matter here; see orgmodel.Coverage.
func Covered(t testing.TB, org *orgmodel.Org, kind orgmodel.Kind, rules ...orgmodel.Rule) {
	t.Helper()
	if len(rules) == 0 {
		t.Errorf("no rule is checked: name those that are to be about each %s", kind)
		return
	}
	var c orgmodel.Coverage
	if _, err := (orgmodel.Checker{Coverage: &c}).Check(context.Background(), org, rules...); err != nil {
		t.Errorf("the check was given up: %v", err)
		return
	}
	s := c.Of(kind)
	switch {
	case s.All == 0:
		t.Errorf("there is no live %s%s%s: nobody is covered", kind, of(org), onDay(org))
	case s.Covered < s.All:
		t.Errorf("%d of %d live records of the kind %s%s%s are covered by no rule of %s:\n%s", s.All-s.Covered, s.All, kind, of(org), onDay(org), checked(rules), indent(missed(org, s)))
	}
}

// missed lists uncovered records, each with its place.
func missed(org *orgmodel.Org, s orgmodel.Share) string {
	var b strings.Builder
	for i, id := range s.Missed {
		if i == shown {
			fmt.Fprintf(&b, "and %d more", s.All-s.Covered-i)
			break
		}
		line := quote(string(id))
		if r, ok := org.Find(id); ok {
			if at := org.Pos(r).String(); at != "" {
				line = at + ": " + line
			}
			if name := org.NameOf(r); name != "" {
				line += fmt.Sprintf(" %q", name)
			}
		}
		b.WriteString(oneLine(line) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
