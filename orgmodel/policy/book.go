package policy

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/titles"
	"go.yaml.in/yaml/v4"
)

// A book is what the files read so far say together: of one rule, the last counts.
type book struct {
	title      string
	packs      []string
	packed     bool // a file names packs, if none
	entries    []*entry
	off        []Off
	external   []orgmodel.ID
	classifier *titles.Classifier
	waivers    []Waiver
	baseline   *Baseline
	coverage   coverage
	profiles   []string
}

func newBook() *book { return &book{} }

// put takes a rule, in the place of one of the same id if there is one, and turns it on.
func (b *book) put(e *entry) {
	b.off = slices.DeleteFunc(b.off, func(o Off) bool { return o.Rule == e.id })
	if i := slices.IndexFunc(b.entries, func(old *entry) bool { return old.id == e.id }); i >= 0 {
		b.entries[i] = e
		return
	}
	b.entries = append(b.entries, e)
}

func (b *book) turnOff(o Off) {
	b.off = slices.DeleteFunc(b.off, func(old Off) bool { return old.Rule == o.Rule })
	b.off = append(b.off, o)
}

// offAt is the place of a rule among those that are off, -1 where it is on.
func (b *book) offAt(rule string) int {
	return slices.IndexFunc(b.off, func(o Off) bool { return o.Rule == rule })
}

// policy makes the rules: those of the packs in their order, as the files change them, then the others.
func (b *book) policy(l *loader) *Policy {
	if !b.packed {
		b.packs = []string{"core"}
	}
	p := &Policy{
		title: b.title, profiles: b.profiles, packs: b.packs, off: b.off, external: b.external, waivers: b.waivers,
		baseline: b.baseline, coverage: b.coverage, classifier: b.classifier, known: l.cat.names,
	}
	own := map[string]*entry{}
	for _, e := range b.entries {
		own[e.id] = e
	}
	var all []*entry
	for _, pk := range Packs() {
		if !contains(b.packs, pk.Name) {
			continue
		}
		for _, r := range pk.Rules {
			if e := own[r.Name]; e != nil {
				delete(own, r.Name)
				all = append(all, e)
				continue
			}
			e := &entry{id: r.Name, check: r.Name, rule: r}
			if l.cat.types[r.Name] != nil { // a test asks for each
				e.value = l.cat.blank(r.Name)
			}
			all = append(all, e)
		}
	}
	for _, e := range b.entries {
		if own[e.id] != nil {
			all = append(all, e)
		}
	}
	for _, e := range all {
		if i := b.offAt(e.id); i >= 0 {
			b.off[i].own = true
			continue
		}
		b.admit(e)
		e.make()
		p.entries = append(p.entries, e)
	}
	return p
}

// admit gives a rule the ids that are declared elsewhere, beside those that it names itself.
func (b *book) admit(e *entry) {
	if len(b.external) == 0 || !e.value.IsValid() {
		return
	}
	if f := e.value.FieldByName("External"); f.IsValid() && f.Type() == reflect.TypeFor[[]orgmodel.ID]() {
		f.Set(reflect.AppendSlice(f, reflect.ValueOf(b.external)))
	}
}

// profiles reads the profiles that a file names.
func (f *file) profiles(n *yaml.Node) {
	f.words(n, "a profile", func(name string, at *yaml.Node) {
		text, ok := profileText(name)
		if !ok {
			known := Profiles()
			f.fault(at, "There are "+yamltext.Listed(known, "and")+"."+didYouMean(name, known), "%s is no profile", yamltext.Shown(name))
			return
		}
		if contains(f.book.profiles, name) {
			return
		}
		f.book.profiles = append(f.book.profiles, name)
		root, err := parse("profile "+name, bytes.TrimSpace(text), f.limits)
		if err != nil {
			f.stop(fmt.Errorf("profile %s: %w", name, err)) // a test reads each
			return
		}
		(&file{loader: f.loader, name: "profile " + name, profile: true}).document(root)
	})
}
