package orgtest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"example.com/orgchart/orgmodel"
)

// A Mutation is a defect to be put into an organisation in which nothing is wrong: a value, as a
// rule is. ProveMutations holds rules against them.
type Mutation struct {
	Name string // in kebab case: what happens, as boss-lost
	Rule string // the rule that must find it
	Doc  string // what is done, and to what, as a sentence
	// Inject changes m.Spec, with what m has for that, and names with Hurt the records that the
	// rule must have findings about. Where an organisation has nothing that fits, it names none
	// and changes nothing.
	Inject func(m *Mutant)
	// Also are other rules that must find something too, since the defect is one in their eyes
	// as well. All others must find nothing.
	Also []string
}

// String is rule and name.
func (m Mutation) String() string { return m.Rule + "/" + m.Name }

// A Mutant is an organisation into which a Mutation puts its defect.
type Mutant struct {
	*rand.Rand               // chance, the same for the same organisation and mutation
	Org        *orgmodel.Org // as it was, on its day: to look for what can be hurt
	Spec       orgmodel.Spec // as it is by now; nobody else has it

	hurt []orgmodel.ID
	made int
}

// Hurt names records that the rule must have findings about. The empty id is that of a finding
// about the whole.
func (m *Mutant) Hurt(ids ...orgmodel.ID) { m.hurt = append(m.hurt, ids...) }

// Write adds records in the language of a Case; verbs in its rows stand for ids, as in
//
//	m.Write("+post %s \"Analyst\"\n%s reports-to %s", id, id, boss)
//
// It panics where the text cannot be read.
func (m *Mutant) Write(format string, ids ...orgmodel.ID) {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = quote(string(id))
	}
	c, err := Case{Name: "Write", Text: fmt.Sprintf(format, args...)}.Parse()
	if err != nil {
		panic(err)
	}
	for _, n := range c.Spec.Nodes {
		n.Pos = orgmodel.Pos{}
		m.Spec.Nodes = append(m.Spec.Nodes, n)
	}
	for _, l := range c.Spec.Lines {
		l.Pos = orgmodel.Pos{}
		m.Spec.Lines = append(m.Spec.Lines, l)
	}
}

// New is an id that no record has.
func (m *Mutant) New() orgmodel.ID {
	for {
		m.made++
		id := orgmodel.ID(fmt.Sprintf("new-%d", m.made))
		if _, taken := m.Org.Find(id); !taken {
			return id
		}
	}
}

// Pick is one of the declared records that fit, by chance; None where there is none.
func (m *Mutant) Pick(fit func(r orgmodel.Ref) bool) orgmodel.Ref {
	var all []orgmodel.Ref
	for r := range m.Org.Nodes() {
		if fit(r) {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return orgmodel.None
	}
	return oneOf(m.Rand, all)
}

// PickLine is one of the lines that fit and hold on the day, by chance; ok is false where there
// is none.
func (m *Mutant) PickLine(fit func(e orgmodel.Edge) bool) (e orgmodel.Edge, ok bool) {
	var all []orgmodel.Edge
	for e := range m.Org.Edges() {
		if m.Org.LiveLine(e) && fit(e) {
			all = append(all, e)
		}
	}
	if len(all) == 0 {
		return e, false
	}
	return oneOf(m.Rand, all), true
}

// ID is that of a record as it was, empty for None.
func (m *Mutant) ID(r orgmodel.Ref) orgmodel.ID { return m.Org.ID(r) }

// Leaf is a post without reports, by chance: one that fits, with one holder, of which and of whom
// nothing is said but where they stand, under a boss with three reports more. Whatever happens to
// it touches nothing else. None where there is no such post.
func (m *Mutant) Leaf(fits ...func(r orgmodel.Ref) bool) orgmodel.Ref {
	return m.Pick(func(r orgmodel.Ref) bool { return m.plain(r) && m.Org.Span(r, false) == 0 && all(r, fits) })
}

// Manager is as Leaf, of the posts that have two reports or more.
func (m *Mutant) Manager(fits ...func(r orgmodel.Ref) bool) orgmodel.Ref {
	return m.Pick(func(r orgmodel.Ref) bool { return m.plain(r) && m.Org.Span(r, true) > 1 && all(r, fits) })
}

// Staff adds a post under a boss, with somebody who holds it, to the units of the boss, and gives
// the post's id.
func (m *Mutant) Staff(boss orgmodel.ID) orgmodel.ID {
	post, who := m.New(), m.New()
	m.Write("+post %s \"Clerk\"\n+person %s\n%s holds %s\n%s reports-to %s", post, who, who, post, post, boss)
	for _, l := range m.Spec.Lines {
		if l.From == boss && l.Rel == orgmodel.PartOf {
			m.Write("%s part-of %s", post, l.To)
		}
	}
	return post
}

// Change changes each line of Spec that fits, and says how many there are.
func (m *Mutant) Change(fit func(l orgmodel.Line) bool, change func(l *orgmodel.Line)) int {
	n := 0
	for i, l := range m.Spec.Lines {
		if fit(l) {
			change(&m.Spec.Lines[i])
			n++
		}
	}
	return n
}

// Drop takes the lines of Spec out that fit, and says how many there were.
func (m *Mutant) Drop(fit func(l orgmodel.Line) bool) int {
	n := len(m.Spec.Lines)
	m.Spec.Lines = slices.DeleteFunc(m.Spec.Lines, fit)
	return n - len(m.Spec.Lines)
}

// Remove takes a record out of Spec, with all lines that name it.
func (m *Mutant) Remove(id orgmodel.ID) {
	m.Spec.Nodes = slices.DeleteFunc(m.Spec.Nodes, func(n orgmodel.Node) bool { return n.ID == id })
	m.Drop(func(l orgmodel.Line) bool { return l.From == id || l.To == id || l.Scope == id })
}

// Record changes the first record of Spec that has an id.
func (m *Mutant) Record(id orgmodel.ID, change func(n *orgmodel.Node)) {
	if i := slices.IndexFunc(m.Spec.Nodes, func(n orgmodel.Node) bool { return n.ID == id }); i >= 0 {
		change(&m.Spec.Nodes[i])
	}
}

// Set gives the first record that has an id an attribute, an empty value taking it away.
func (m *Mutant) Set(id orgmodel.ID, key, value string) {
	m.Record(id, func(n *orgmodel.Node) { n.Attrs = withAttr(n.Attrs, key, value) })
}

// withAttr is a set of attributes with one changed.
func withAttr(a orgmodel.Attrs, key, value string) orgmodel.Attrs {
	var kv []string
	for k, v := range a.All() {
		if k != key {
			kv = append(kv, k, v)
		}
	}
	if value != "" {
		kv = append(kv, key, value)
	}
	return orgmodel.NewAttrs(kv...)
}
