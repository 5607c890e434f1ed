package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/titles"
	"github.com/spf13/cobra"
)

// usualTitles are the patterns that --assume-roles takes where it names none.
const usualTitles = "en"

// assuming is which roles are assumed from titles, and what came of it.
type assuming struct {
	sets string // languages and files, separated by commas; empty: no role is assumed
	made titles.Assumptions
}

func (a *assuming) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&a.sets, "assume-roles", "", "assume roles from titles, by `patterns` of languages ("+strings.Join(titles.Languages(), ", ")+") and files of your own: --assume-roles=en,house.titles")
	f.Lookup("assume-roles").NoOptDefVal = usualTitles
	complete(cmd, "assume-roles", titles.Languages()...)
}

// classifier reads the patterns; nil where no role is to be assumed.
func (a *assuming) classifier() (*titles.Classifier, error) {
	if a.sets == "" {
		return nil, nil
	}
	var sets []titles.Set
	for _, name := range strings.Split(a.sets, ",") {
		set, err := titleSet(strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		sets = append(sets, set)
	}
	return titles.New(sets...), nil
}

// titleSet is the set of a language, or of a file.
func titleSet(name string) (titles.Set, error) {
	if set, ok := titles.Shipped(name); ok {
		return set, nil
	}
	f, err := os.Open(name)
	if err != nil {
		if !strings.ContainsAny(name, `./\`) {
			return titles.Set{}, fmt.Errorf("--assume-roles: %q is no language that has patterns (%s) and no file", name, strings.Join(titles.Languages(), ", "))
		}
		return titles.Set{}, fmt.Errorf("--assume-roles %s: %w", name, unfound(err))
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.IsDir() {
		return titles.Set{}, fmt.Errorf("--assume-roles %s: a folder holds no patterns; name a file", name)
	}
	set, err := titles.Read(name, f)
	if set.Language == "" {
		set.Language = filepath.Base(name)
	}
	return set, err
}

// assume is the organisation with the roles that its titles suggest, and says how many these are.
func (in *input) assume(s streams, c *titles.Classifier, o *orgmodel.Org) *orgmodel.Org {
	if c == nil {
		return o
	}
	o, in.assumed.made = c.Assume(o)
	if !in.quiet {
		fmt.Fprintf(s.err, "note: %s; 'orgchart ask roles --assumed' lists them\n", text.Clean(in.assumed.made.String()))
	}
	return o
}

// whole is a question of a role's flags that is about the whole organisation.
func (f *asking) whole() bool { return f.role != "" || f.assumed }

// assumes lets the question roles --assumed say what would be assumed, where no flag says by what.
func (f *asking) assumes() {
	if f.assumed && f.in.assumed.sets == "" {
		f.in.assumed.sets = usualTitles
	}
}
