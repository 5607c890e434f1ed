package rulepage

import (
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"io"
	"regexp"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/orgtest"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source/native"
)

// A Page is a rule told whole.
type Page struct {
	Name     string // the rule's
	Markdown []byte
	Example  orgmodel.Rule // the rule with the parameters that stand on the page
}

// A subject is what a page is made from.
type subject struct {
	rule    orgmodel.Rule // as it comes; one that is made, with the parameters of the example
	pack    string        // empty: in none
	example ruler
	golang  string // the example in Go
	doc     Doc
	related []string
}

// All are the pages of all rules, in the order of rules.All and rules.Made. The errors of all rules are
// told at once.
func All() ([]Page, error) {
	subjects, err := gather()
	if err != nil {
		return nil, err
	}
	relate(subjects)
	var pages []Page
	var errs []error
	for _, s := range subjects {
		text, err := s.markdown()
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", s.rule.Name, err))
		}
		pages = append(pages, Page{s.rule.Name, text, s.example.Rule()})
	}
	return pages, errors.Join(errs...)
}

//go:embed examples.go
var examplesSource string

// gather joins rules, packs, examples and their Go text.
func gather() ([]*subject, error) {
	texts, err := literals()
	if err != nil {
		return nil, err
	}
	packs := map[string]string{}
	for _, p := range policy.Packs() {
		for _, r := range p.Rules {
			packs[r.Name] = p.Name
		}
	}
	by := map[string]*subject{}
	for i, e := range examples() {
		r := e.Rule()
		by[r.Name] = &subject{pack: packs[r.Name], example: e, golang: texts[i]}
	}
	var all []*subject
	var errs []error
	for _, r := range slices.Concat(rules.All(), rules.Made()) {
		s := by[r.Name]
		if s == nil {
			errs = append(errs, fmt.Errorf("%s: name it in examples", r.Name))
			continue
		}
		s.rule = r
		if s.doc, err = ParseDoc(r.Doc, fieldNames(s.example)); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", r.Name, err))
		}
		all = append(all, s)
	}
	return all, errors.Join(errs...)
}

// literals are the examples as they stand in the source.
func literals() (texts []string, err error) {
	const call = "return []ruler{"
	from := strings.Index(examplesSource, call)
	list := examplesSource[from+len("return "):]
	list = list[:strings.LastIndexByte(list[:strings.LastIndexByte(list, '}')], '}')+1]
	x, err := parser.ParseExpr(list)
	if err != nil {
		return nil, err
	}
	for _, e := range x.(*ast.CompositeLit).Elts {
		text := list[e.Pos()-1 : e.End()-1]
		texts = append(texts, strings.ReplaceAll(text, "ids{", "[]orgmodel.ID{"))
	}
	return texts, nil
}

// relate finds out which rules tell of which, in either direction.
func relate(all []*subject) {
	tells := map[string]map[string]bool{}
	for _, s := range all {
		tells[s.rule.Name] = map[string]bool{}
		head, _, _ := strings.Cut(s.rule.Doc, "\nBefore:")
		for _, w := range dashed.FindAllString(head, -1) {
			tells[s.rule.Name][w] = true
		}
	}
	for _, s := range all {
		for _, o := range all {
			if o != s && (tells[s.rule.Name][o.rule.Name] || tells[o.rule.Name][s.rule.Name]) {
				s.related = append(s.related, o.rule.Name)
			}
		}
	}
}

// A sample is an organisation as a file, and the day it is looked at.
type sample struct {
	yaml []byte
	asOf orgmodel.Date
}

// sampleOf makes a file of an example in the language of cases.
func sampleOf(name, text string) (sample, error) {
	c, err := orgtest.Case{Name: name, Text: text}.Parse()
	if err != nil {
		return sample{}, err
	}
	var b bytes.Buffer
	err = native.Writer{Grouped: true}.Write(&b, orgmodel.New(c.Spec))
	return sample{b.Bytes(), c.AsOf}, err
}

// check is what a rule finds in a sample, as the command prints it, and how many findings there are.
func (s sample) check(file string, rule orgmodel.Rule) (string, int, error) {
	org, found, err := s.findings(file, rule)
	if err != nil {
		return "", 0, err
	}
	var b strings.Builder
	err = report.Text{}.Write(&b, report.Report{
		Org: org, Files: []string{file}, Rules: []orgmodel.Rule{rule}, Findings: found,
		Open: func(string) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(s.yaml)), nil },
	})
	text := b.String()
	if at := figures.FindStringIndex(text); at != nil {
		text = text[:at[0]]
	}
	return strings.TrimSpace(text), len(found), err
}

func (s sample) findings(file string, rule orgmodel.Rule) (*orgmodel.Org, orgmodel.Findings, error) {
	org, _, err := native.Read(file, bytes.NewReader(s.yaml))
	if err != nil {
		return nil, nil, err
	}
	org = org.At(s.asOf)
	found, err := orgmodel.Check(context.Background(), org, rule)
	return org, found, err
}

// figures is where the figures begin that end a report.
var figures = regexp.MustCompile(`(?m)^( {4}\d+ (error|warning|info)|\d+ (error|warning|for information))`)

// day is how a sample's day is said to the command.
func (s sample) day() string { return cmp.Or(s.asOf.String(), "none") }
