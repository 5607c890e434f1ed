package orgtest

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// A Case is an organisation and the findings that a rule must give for it: the bad ones exactly
// those of Want, the good ones none.
//
// The organisation is a Go value, or text with a record a line, which reads as its records do:
//
//	organisation "Harbour Digital"
//	as-of 2026-04-01
//	+post it-1 "Head of IT" grade=G6 top=true since 2026-01-01 until 2027-01-01
//	pm-1 reports-to it-1 in digital fte=0.5 since 2026-01-05  # a comment
//	want error report-cycle a
//
// A node is a plus sign with its kind, an id, a name in quotes and attributes; a line is from,
// relation, to, and what limits it; want is a severity, a rule, a subject and, where it
// matters, a key. Words are split at spaces and may be quoted as in Go; a quoted word is never
// a keyword, and both halves of an attribute may be quoted. Until is the first day on which
// something no longer holds.
type Case struct {
	Name string // in messages, and the file of positions in Text
	Text string // adds to the fields below
	Spec orgmodel.Spec
	AsOf orgmodel.Date // the zero Date asks of no day
	Want []string      // "error report-cycle a", with a key or without; without one every key fits
}

// Parse is the case with Text read into the other fields, and empty. An error names file and
// line.
func (c Case) Parse() (Case, error) {
	c.Spec.Nodes, c.Spec.Lines, c.Want = slices.Clip(c.Spec.Nodes), slices.Clip(c.Spec.Lines), slices.Clip(c.Want)
	for i, row := range strings.Split(c.Text, "\n") {
		words, err := split(row)
		if err == nil && len(words) > 0 {
			indent := utf8.RuneCountInString(row[:len(row)-len(strings.TrimLeft(row, " \t\r"))])
			err = c.record(words, orgmodel.Pos{File: c.Name, Line: i + 1, Column: indent + 1})
		}
		if err != nil {
			return c, fmt.Errorf("%s:%d: %w", c.Name, i+1, err)
		}
	}
	c.Text = ""
	return c, nil
}

// Org is the organisation on the case's day. A Text must have been parsed.
func (c Case) Org() *orgmodel.Org { return orgmodel.New(c.Spec).At(c.AsOf) }

// Cases reads cases from the files that match one of patterns, by name; it fails t where a
// pattern matches none, and where a file cannot be read.
func Cases(t testing.TB, fsys fs.FS, patterns ...string) []Case {
	t.Helper()
	var cases []Case
	for _, pattern := range patterns {
		names, err := fs.Glob(fsys, pattern)
		if err == nil && len(names) == 0 {
			err = fmt.Errorf("no file matches %q", pattern)
		}
		for _, name := range names {
			var text []byte
			if text, err = fs.ReadFile(fsys, name); err != nil {
				break
			}
			var c Case
			if c, err = (Case{Name: name, Text: string(text)}).Parse(); err != nil {
				break
			}
			cases = append(cases, c)
		}
		if err != nil {
			t.Fatalf("the cases cannot be read: %v", err)
		}
	}
	return cases
}

func (c *Case) record(w []word, at orgmodel.Pos) (err error) {
	switch {
	case w[0].is("as-of") && len(w) == 2:
		c.AsOf, err = orgmodel.ParseDate(w[1].text)
		return err
	case w[0].is("organisation") && len(w) == 2:
		c.Spec.Name = w[1].text
		return nil
	case w[0].is("want"):
		return c.want(w[1:])
	case !w[0].quoted && strings.HasPrefix(w[0].text, "+") && !w[0].attr && len(w) >= 2 && !w[1].attr:
		return c.node(w, at)
	case len(w) >= 3 && !w[0].attr && !w[1].attr && !w[2].attr:
		return c.line(w, at)
	}
	return fmt.Errorf("this is no record: write +KIND ID, FROM RELATION TO, as-of DAY, or want SEVERITY RULE SUBJECT")
}

// want keeps a wanted finding as it would be written.
func (c *Case) want(w []word) error {
	texts := make([]string, len(w))
	for i, x := range w {
		if x.attr {
			return fmt.Errorf("quote %s=%s: it has an equals sign in it", x.text, x.value)
		}
		texts[i] = quote(x.text)
	}
	want, err := parseWant(strings.Join(texts, " "))
	c.Want = append(c.Want, want.text)
	return err
}

func (c *Case) node(w []word, at orgmodel.Pos) error {
	n := orgmodel.Node{Kind: orgmodel.Kind(w[0].text[1:]), ID: orgmodel.ID(w[1].text), Pos: at}
	w = w[2:]
	if len(w) > 0 && w[0].quoted && !w[0].attr {
		n.Name, w = w[0].text, w[1:]
	}
	var scope orgmodel.ID
	if err := tail(w, &scope, &n.Attrs, &n.Live); err != nil {
		return err
	}
	if scope != "" {
		return fmt.Errorf("a node has no scope: in %s", scope)
	}
	c.Spec.Nodes = append(c.Spec.Nodes, n)
	return nil
}

func (c *Case) line(w []word, at orgmodel.Pos) error {
	l := orgmodel.Line{From: orgmodel.ID(w[0].text), Rel: orgmodel.Rel(w[1].text), To: orgmodel.ID(w[2].text), Pos: at}
	if err := tail(w[3:], &l.Scope, &l.Attrs, &l.Live); err != nil {
		return err
	}
	c.Spec.Lines = append(c.Spec.Lines, l)
	return nil
}

// tail reads what nodes and lines share: [in SCOPE] [key=value ...] [since D] [until D].
func tail(w []word, scope *orgmodel.ID, attrs *orgmodel.Attrs, live *orgmodel.Interval) error {
	var kv []string
	for i := 0; i < len(w); i++ {
		if w[i].attr {
			kv = append(kv, w[i].text, w[i].value)
			continue
		}
		if i++; i == len(w) || w[i].attr {
			return fmt.Errorf("%q stands alone: expected in ID, since DAY, until DAY, or key=value", w[i-1].text)
		}
		var err error
		switch keyword := w[i-1]; {
		case keyword.is("in"):
			*scope = orgmodel.ID(w[i].text)
		case keyword.is("since"):
			live.From, err = orgmodel.ParseDate(w[i].text)
		case keyword.is("until"):
			live.Until, err = orgmodel.ParseDate(w[i].text)
		default:
			err = fmt.Errorf("%q is none of in, since, until, key=value", keyword.text)
		}
		if err != nil {
			return err
		}
	}
	if len(kv) > 0 {
		*attrs = orgmodel.NewAttrs(kv...)
	}
	return nil
}
