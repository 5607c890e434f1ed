package rules_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// FuzzIDCollision: whether two ids look alike does not depend on which comes first, nor on the
// case in which most other ids are written; and ids that look alike without any folding are one.
func FuzzIDCollision(f *testing.F) {
	for _, ids := range [][2]string{
		{"E17", "e17"}, {"E 17", "E17"}, {"007", "7.0"}, {"É", "E\u0301"}, {"é", "E\u0301"}, {"Ｅ18", "e18"}, {"K", "\u212a"},
		{"straße", "STRASSE"}, {"ſ", "S"}, {"\xff", "\ufffd"}, {"0", "00"}, {".0", "0.0"}, {"pm\u20111", "PM-1"}, {"a\u00a0b", "ab"}, {"İ", "i"},
		{"\u2003", " "}, {"00.0", "0"}, {"1.0.0", "1.0"}, {"000.0.0", "0"}, {"\u0660", "0"}, {"ǅ", "ǆ"},
	} {
		f.Add(ids[0], ids[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if a == b {
			return
		}
		alike := func(keep bool, ids ...string) bool {
			var s orgmodel.Spec
			for _, id := range ids {
				s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(id), Kind: orgmodel.Post})
			}
			r := rules.IDCollision{KeepCase: keep, KeepSpace: keep, KeepForm: keep, KeepZeros: keep, Reserved: []orgmodel.ID{}}.Rule()
			found, err := orgmodel.Check(context.Background(), orgmodel.New(s), r)
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range found {
				if g.Key == "panic" {
					t.Fatal(g)
				}
				if g.Key == "alike" && (string(g.Subject) == a || string(g.Subject) == b) {
					return true
				}
			}
			return false
		}
		others := func(letter string) (ids []string) {
			for i := range 20 {
				ids = append(ids, fmt.Sprintf("%s-%d", strings.Repeat(letter, 30), i))
			}
			return ids
		}
		want := alike(false, a, b)
		for _, ids := range [][]string{{b, a}, append(others("q"), a, b), append(others("Q"), b, a)} {
			if got := alike(false, ids...); got != want {
				t.Errorf("%q and %q look alike: %v, but among %q %v", a, b, want, ids[0], got)
			}
		}
		if alike(true, a, b) {
			t.Errorf("%q and %q look alike though all that differs counts", a, b)
		}
	})
}
