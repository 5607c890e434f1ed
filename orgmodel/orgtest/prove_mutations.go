package orgtest

import (
	"context"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// ProveMutations puts defects into organisations in which nothing is wrong, and fails t unless
// for each of them its rule has findings about the records that were hurt and about none else,
// and all other rules are silent. It is the Run of a Proof of these rules. SoundRules, with a
// rule of one's own added, is the widest choice:
//
//	orgtest.ProveMutations(t, append(orgtest.SoundRules(), rule), mutation)
func ProveMutations(t testing.TB, rules []orgmodel.Rule, mutations ...Mutation) {
	t.Helper()
	Proof{Rules: rules}.Run(t, mutations...)
}

// A Proof says what defects are put into, and who must find them.
type Proof struct {
	Rules []orgmodel.Rule
	// Sound makes an organisation in which the rules find nothing, each of which has something to
	// look at. Nil means Sound, of many sizes from the smallest on, on SoundDay.
	Sound func(seed uint64) Case
	// Seeds is how many organisations are made. 0 means 8 in short mode and 60 otherwise.
	Seeds int
}

// Run puts each mutation into each organisation, one at a time. It fails t once for a mutation
// that goes wrong, with the first organisation in which it does, the records put in and taken
// out in the language of a Case, and what was found; for one that found nothing to hurt in any;
// and for rules that are not silent to begin with.
func (p Proof) Run(t testing.TB, mutations ...Mutation) {
	t.Helper()
	if len(mutations) == 0 {
		t.Errorf("no mutation is given: say with one how an organisation comes to break a rule, or take those of Mutations")
	}
	for _, m := range mutations {
		if !slices.ContainsFunc(p.Rules, func(r orgmodel.Rule) bool { return r.Name == m.Rule }) {
			t.Errorf("mutation %s: its rule is not among those that are proved", m)
			return
		}
		if m.Inject == nil {
			t.Errorf("mutation %s: it has no function Inject, which puts the defect in", m)
			return
		}
	}
	seeds := p.Seeds
	if seeds == 0 {
		seeds = 60
		if testing.Short() {
			seeds = 8
		}
	}
	hits, done := make([]int, len(mutations)), make([]bool, len(mutations))
	for seed := range uint64(seeds) {
		if !slices.Contains(done, false) {
			break
		}
		c, err := p.organisation(seed).Parse()
		if err != nil {
			t.Errorf("the organisation cannot be read: %v", err)
			return
		}
		if found := p.found(t, c.Spec, c.AsOf); len(found) > 0 {
			t.Errorf("%s: the rules find something before any defect is put in:\n%s", c.Name, indent(told(found)))
			return
		}
		for i, m := range mutations {
			if done[i] {
				continue
			}
			hit, ok := p.one(t, c, m, seed)
			if hit {
				hits[i]++
			}
			done[i] = !ok
		}
	}
	for i, m := range mutations {
		if hits[i] == 0 {
			t.Errorf("mutation %s: it found nothing to hurt in %s", m, wording.Count(seeds, "organisation"))
		}
	}
}

// organisation is the case of a seed.
func (p Proof) organisation(seed uint64) Case {
	if p.Sound != nil {
		c := p.Sound(seed)
		if c.Name == "" {
			c.Name = fmt.Sprintf("seed %d", seed)
		}
		return c
	}
	k := int(seed) * 5 % 12
	s := Sound{Seed: seed, Posts: 33 + k*k} // 33 to 154, some large ones among the first
	return Case{Name: fmt.Sprintf("orgtest.Sound{Seed: %d, Posts: %d}", s.Seed, s.Posts), Spec: s.Spec(), AsOf: SoundDay}
}

func (p Proof) found(t testing.TB, s orgmodel.Spec, day orgmodel.Date) orgmodel.Findings {
	t.Helper()
	found, err := orgmodel.Checker{Limit: -1}.Check(context.Background(), orgmodel.New(s).At(day), p.Rules...)
	if err != nil {
		t.Errorf("the check was given up: %v", err)
	}
	return found
}

// one puts one mutation into one organisation, and says whether there was something to hurt and
// whether all went well.
func (p Proof) one(t testing.TB, c Case, m Mutation, seed uint64) (hit, ok bool) {
	t.Helper()
	after, hurt := m.into(c, seed)
	if len(hurt) == 0 {
		return false, true
	}
	missing, surplus := m.judge(p.found(t, after, c.AsOf), hurt)
	if len(missing) == 0 && len(surplus) == 0 {
		return true, true
	}
	var b strings.Builder
	for _, w := range missing {
		b.WriteString("\n    not found   " + w)
	}
	for _, f := range surplus {
		b.WriteString("\n    not wanted  " + wanted(f) + "\n        " + strings.ReplaceAll(tellOne(f), "\n", "\n        "))
	}
	out, in := changed(c.Spec, after)
	t.Errorf("mutation %s, %s%s: the findings are not those of the defect, which hurts %s:%s\n    taken out\n%s\n    put in\n%s",
		m, c.Name, onDay(orgmodel.New(c.Spec).At(c.AsOf)), listed(hurt), b.String(), indent(indent(out)), indent(indent(in)))
	return true, false
}

// into puts a mutation into an organisation, and gives it with what was hurt, each once.
func (m Mutation) into(c Case, seed uint64) (orgmodel.Spec, []orgmodel.ID) {
	h := fnv.New64a()
	h.Write([]byte(m.String()))
	s := orgmodel.Spec{Name: c.Spec.Name, Nodes: slices.Clone(c.Spec.Nodes), Lines: slices.Clone(c.Spec.Lines)}
	mutant := &Mutant{Rand: rand.New(rand.NewPCG(seed, h.Sum64())), Org: c.Org(), Spec: s}
	m.Inject(mutant)
	slices.Sort(mutant.hurt)
	return mutant.Spec, slices.Compact(mutant.hurt)
}

// judge says what is missing of the findings, and which are too many.
func (m Mutation) judge(found orgmodel.Findings, hurt []orgmodel.ID) (missing []string, surplus orgmodel.Findings) {
	met, also := map[orgmodel.ID]bool{}, map[string]bool{}
	for _, f := range found {
		switch {
		case f.Rule == m.Rule && slices.Contains(hurt, f.Subject) && f.Key != "panic":
			met[f.Subject] = true
		case slices.Contains(m.Also, f.Rule):
			also[f.Rule] = true
		default:
			surplus = append(surplus, f)
		}
	}
	for _, id := range hurt {
		if !met[id] {
			missing = append(missing, m.Rule+" "+quote(string(id)))
		}
	}
	for _, rule := range m.Also {
		if !also[rule] {
			missing = append(missing, rule+", which is to speak of it too")
		}
	}
	return missing, surplus
}

// changed are the records of one organisation that another lacks, and the other way round, a row
// each.
func changed(before, after orgmodel.Spec) (out, in string) {
	a, b := rows(before), rows(after)
	return listing(spare(a, b)), listing(spare(b, a))
}

func listing(rows []string) string {
	if len(rows) == 0 {
		return "# nothing"
	}
	return cut(strings.Join(rows, "\n"))
}

func rows(s orgmodel.Spec) []string {
	s.Name = ""
	return strings.Split(strings.TrimSuffix(Written(s), "\n"), "\n")
}

// spare are the rows of a that b has not as often.
func spare(a, b []string) []string {
	n := map[string]int{}
	for _, row := range b {
		n[row]++
	}
	return slices.DeleteFunc(slices.Clone(a), func(row string) bool {
		n[row]--
		return n[row] >= 0
	})
}
