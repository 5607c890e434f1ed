package rules_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/rules"
)

// A rule that finds something about a delivery was about it, in every case of every rule, but for
// those of the core pack, which hold of every record; and what it finds does not depend on
// whether somebody asks.
func TestFindingsAboutDeliveriesAreCovered(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.org")
	if err != nil || len(files) < 50 {
		t.Fatal(len(files), err)
	}
	core := map[string]bool{}
	for _, r := range rules.Core() {
		core[r.Name] = true
	}
	about := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, err := (orgtest.Case{Name: file, Text: string(text)}).Parse()
		if err != nil {
			t.Fatal(err)
		}
		o := c.Org()
		for _, rule := range append(rules.All(), rules.Made()...) {
			var c orgmodel.Coverage
			found, err := orgmodel.Checker{Coverage: &c}.Check(context.Background(), o, rule)
			if err != nil {
				t.Fatal(err)
			}
			if plain, _ := orgmodel.Check(context.Background(), o, rule); fmt.Sprint(plain) != fmt.Sprint(found) {
				t.Errorf("%s, %s: to be asked changes what is found", rule.Name, file)
			}
			if core[rule.Name] && c.Rules[0].Chooses {
				t.Errorf("%s chooses", rule.Name)
			}
			for _, f := range found {
				r, ok := o.Find(f.Subject)
				if !ok || !slices.Contains([]orgmodel.Kind{orgmodel.Project, orgmodel.Programme, orgmodel.Portfolio}, o.Kind(r)) || !o.Live(r) || core[rule.Name] {
					continue
				}
				if about[rule.Name] = true; !c.Covers(r) {
					t.Errorf("%s was not about %s, and says: %v", rule.Name, f.Subject, f)
				}
			}
		}
	}
	if len(about) < 13 {
		t.Errorf("only %d rules find something about a delivery: %v", len(about), about)
	}
}
