package near_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/near"
)

func never() bool { return false }

// TestSuggest: a word a letter away from one record finds it, be the letter gone, doubled, wrong or
// swapped with the next; and far from all none.
func TestSuggest(t *testing.T) {
	var s orgmodel.Spec
	for _, id := range []orgmodel.ID{"programme-manager", "it-manager", "payments", "pm-17", "pm-18"} {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: id, Kind: orgmodel.Role})
	}
	s.Nodes = append(s.Nodes, orgmodel.Node{Kind: orgmodel.Person, Name: "Nobody's Id"})
	o := orgmodel.New(s)
	for _, id := range []string{"programme-manager", "it-manager", "payments"} {
		var typos []string
		for i := range len(id) {
			typos = append(typos, id[:i]+id[i+1:], id[:i]+id[i:i+1]+id[i:], id[:i]+"x"+id[i+1:])
			if i > 0 {
				typos = append(typos, id[:i-1]+id[i:i+1]+id[i-1:i]+id[i+1:])
			}
		}
		for _, w := range typos {
			if r := near.Suggest(o, []string{w}, never)[0].Ref; o.ID(r) != orgmodel.ID(id) && near.NewMeter(w).Cost(id) <= near.NewMeter(w).Most() {
				half := len(w) / 2
				if id[:min(half, len(id))] == w[:half] || id[max(0, len(id)-len(w)+half):] == w[half:] {
					t.Errorf("%q suggests %q, want %q", w, o.ID(r), id)
				}
			}
		}
	}
	for _, w := range []string{"", "    ", "x", "pm-19", "pm-117", "payroll-office", "nobody's ic", "\xff\xfe\xfd\xfc"} {
		if r := near.Suggest(o, []string{w}, never)[0].Ref; r != orgmodel.None {
			t.Errorf("%q suggests %q", w, o.ID(r))
		}
	}
}

// TestSuggestInAnyOrder: what is suggested does not depend on the order of records, also where so
// many are alike that nothing is.
func TestSuggestInAnyOrder(t *testing.T) {
	var s orgmodel.Spec
	for i := range 3000 {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("E", i)), Name: "Ada Okafor"})
	}
	for i := range 20 {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("F", i)), Name: "Bo Larsen"})
	}
	for range 3 {
		rand.Shuffle(len(s.Nodes), func(i, j int) { s.Nodes[i], s.Nodes[j] = s.Nodes[j], s.Nodes[i] })
		o := orgmodel.New(s)
		if got := near.Suggest(o, []string{"Ada Okafr", "Bo Larssen"}, never); got[0].Ref != orgmodel.None || o.ID(got[1].Ref) != "F0" || got[1].More != 19 {
			t.Errorf("%q and %q", o.ID(got[0].Ref), o.ID(got[1].Ref))
		}
	}
}

// TestSuggestAmongMany: among many records ids are found by what is a letter away, names by a scan.
func TestSuggestAmongMany(t *testing.T) {
	var s orgmodel.Spec
	for i := range 30_000 {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprint("E", i))})
	}
	s.Nodes = append(s.Nodes, orgmodel.Node{ID: "payments"}, orgmodel.Node{ID: "payments-2"}, orgmodel.Node{ID: "p-1", Name: "Ada Okafor"})
	o := orgmodel.New(s)
	words := []string{"paymets", "paymentss", "paymemts", "pyaments", "Payments", "payment-2", "Ada Okafr", "E123x4", "payments-3", "E1", "pay"}
	for i, got := range near.Suggest(o, words, never) {
		want := []orgmodel.ID{"payments", "payments", "payments", "payments", "payments", "payments-2", "p-1", "", "", "", ""}[i]
		if o.ID(got.Ref) != want {
			t.Errorf("%q suggests %q, want %q", words[i], o.ID(got.Ref), want)
		}
	}
}

// FuzzSuggest: nothing written stops the search.
func FuzzSuggest(f *testing.F) {
	f.Add("a-word", "a-wrd")
	f.Add("ǅǅ", "\xff\xff")
	f.Fuzz(func(t *testing.T, id, word string) {
		o := orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{{ID: orgmodel.ID(id), Name: word}, {ID: orgmodel.ID(word), Name: id}}})
		if got := near.Suggest(o, []string{word, id, word}, never); len(got) != 3 || got[0] != got[2] {
			t.Errorf("%v", got)
		}
	})
}

// BenchmarkSuggest looks for a hundred words among 200,000 people.
func BenchmarkSuggest(b *testing.B) {
	var s orgmodel.Builder
	person := s.KindCode(orgmodel.Person)
	for i := range 200_000 {
		s.AddNode(fmt.Sprintf("E%07d", i), person, fmt.Sprintf("%c%c Okafor", 'A'+i%26, 'a'+i/26%26), 0, orgmodel.Place{})
	}
	o := s.Org()
	var words []string
	for i := range near.MaxWords {
		words = append(words, fmt.Sprintf("%c%c Okaforr", 'A'+i%26, 'a'+i/26%26))
	}
	for b.Loop() {
		near.Suggest(o, words, never)
	}
}
