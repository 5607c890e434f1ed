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

	given func() bool // whether the flag stands there, be it with nothing behind
}

// asked says that roles are to be assumed.
func (a *assuming) asked() bool { return a.sets != "" || a.given != nil && a.given() }

func (a *assuming) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&a.sets, "assume-roles", "", "assume roles from titles, by `patterns` of languages ("+strings.Join(titles.Languages(), ", ")+") and files of your own: --assume-roles=en,house.titles")
	f.Lookup("assume-roles").NoOptDefVal = usualTitles
	a.given = func() bool { return f.Changed("assume-roles") }
	complete(cmd, "assume-roles", titles.Languages()...)
}

// classifier reads the patterns; nil where no role is to be assumed.
func (a *assuming) classifier() (*titles.Classifier, error) {
	if !a.asked() {
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
	if name == "" {
		return titles.Set{}, fmt.Errorf("--assume-roles= names no patterns: want languages (%s) and files, such as --assume-roles=en,house.titles", strings.Join(titles.Languages(), ", "))
	}
	if set, ok := titles.Shipped(strings.ToLower(name)); ok {
		return set, nil
	}
	f, err := os.Open(name)
	if err != nil {
		if !strings.ContainsAny(name, `./\`) {
			return titles.Set{}, fmt.Errorf("--assume-roles: %q is no language that has patterns (%s) and no file%s", name, strings.Join(titles.Languages(), ", "), language(name))
		}
		return titles.Set{}, fmt.Errorf("--assume-roles %s: %w", name, unfound(err))
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.IsDir() {
		return titles.Set{}, fmt.Errorf("--assume-roles %s: a folder holds no patterns; name a file", name)
	}
	set, err := titles.Read(name, f)
	if err == nil && says(set) == 0 {
		return set, fmt.Errorf("--assume-roles %s: the file has no pattern; write one as in title project-manager: project manager", name)
	}
	if set.Language == "" {
		set.Language = filepath.Base(name)
	}
	return set, err
}

// says is how much a set holds.
func says(s titles.Set) int {
	return len(s.Roles) + len(s.Patterns) + len(s.Abbreviations) + len(s.Spellings) + len(s.Endings) + len(s.Small) + len(s.Joins) + len(s.Ignored)
}

// language asks whether the language was meant with which a word begins, as English does with en.
func language(word string) string {
	for _, l := range titles.Languages() {
		if strings.HasPrefix(strings.ToLower(word), l) || l == "de" && strings.EqualFold(word, "german") {
			return ", did you mean " + l + "?"
		}
	}
	return ""
}

// assume is the organisation with the roles that its titles suggest, and says how many these are.
func (in *input) assume(s streams, c *titles.Classifier, o *orgmodel.Org) *orgmodel.Org {
	if c == nil {
		return o
	}
	o, in.assumed.made = c.Assume(o)
	if !in.quiet {
		lists := ""
		if len(in.assumed.made.Made)+len(in.assumed.made.Ambiguous) > 0 {
			lists = "; 'orgchart ask roles --assumed' lists them"
		}
		fmt.Fprintf(s.err, "note: %s%s\n", text.Clean(in.assumed.made.String()), lists)
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
