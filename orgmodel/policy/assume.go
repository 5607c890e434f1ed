package policy

import (
	"errors"
	"path"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/titles"
	"go.yaml.in/yaml/v4"
)

// Classifier is by what Check assumes roles from titles before it looks; nil where the policy takes
// roles as they are stated.
func (p *Policy) Classifier() *titles.Classifier { return p.classifier }

// assumed is the organisation with the roles that the policy assumes.
func (p *Policy) assumed(o *orgmodel.Org) (*orgmodel.Org, titles.Assumptions) {
	if p.classifier == nil {
		return o, titles.Assumptions{}
	}
	return p.classifier.Assume(o)
}

// assume reads by which titles roles are assumed: languages, and files beside this one. Of several
// policy files the last that says so counts.
func (f *file) assume(n *yaml.Node) {
	var sets []titles.Set
	good, met := true, map[string]bool{}
	f.words(n, "a language or a file name", func(name string, at *yaml.Node) {
		if met[name] {
			return // once says it all
		}
		met[name] = true
		set, ok := titles.Shipped(name)
		if !ok {
			set, ok = f.titleFile(at, name)
		}
		sets, good = append(sets, set), good && ok
	})
	if good && len(sets) > 0 {
		f.book.classifier = titles.New(sets...)
	}
}

// titleFile reads a file of titles.
func (f *file) titleFile(n *yaml.Node, name string) (titles.Set, bool) {
	at, ok := f.beside(n, name, "file of titles")
	if !ok {
		return titles.Set{}, false
	}
	r, err := f.openFile(at)
	if err != nil {
		f.fault(n, "Name a language ("+yamltext.Listed(titles.Languages(), "or")+") or a file, relative to the folder of this one.", "the titles %s cannot be read: %v", yamltext.Shown(name), causeOf(err))
		return titles.Set{}, false
	}
	defer r.Close()
	set, err := titles.Read(f.trailName(at), r)
	var all *source.Errors
	switch {
	case errors.As(err, &all):
		for _, e := range all.List {
			f.errs.Add(e)
		}
	case err != nil:
		f.fault(n, "Name a file that can be read.", "the titles %s cannot be read: %v", yamltext.Shown(name), causeOf(err))
	}
	if set.Language == "" {
		set.Language = path.Base(name)
	}
	return set, err == nil
}
