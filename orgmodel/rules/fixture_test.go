package rules_test

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// A fixture is an organisation written a record a line:
//
//	as-of 2026-04-01
//	+post it-1 "Head of IT" grade=G6 top=true since 2026-01-01 until 2027-01-01
//	pm-1 reports-to it-1 in digital fte=0.5 since 2026-01-05
//	want error report-cycle a
//
// Words are split at spaces and may be quoted as in Go, whole or after the "=" of an
// attribute; a quoted word is never a keyword.
type fixture struct {
	spec orgmodel.Spec
	asOf orgmodel.Date
	want [][]string // severity, rule, subject and, where given, key
}

func (f fixture) org() *orgmodel.Org { return orgmodel.New(f.spec).At(f.asOf) }

func (f fixture) days() string {
	if f.asOf.IsZero() {
		return ""
	}
	return " as of " + f.asOf.String()
}

type word struct {
	text   string
	quoted bool
}

func (w word) is(keyword string) bool { return !w.quoted && w.text == keyword }

func parseFixture(file, text string) (fixture, error) {
	var f fixture
	for i, row := range strings.Split(text, "\n") {
		words, err := split(row)
		if err == nil && len(words) > 0 {
			indent := utf8.RuneCountInString(row[:len(row)-len(strings.TrimLeft(row, " \t"))])
			err = f.record(words, orgmodel.Pos{File: file, Line: i + 1, Column: indent + 1})
		}
		if err != nil {
			return f, fmt.Errorf("%s:%d: %w", file, i+1, err)
		}
	}
	return f, nil
}

// split gives the words of a row up to a comment.
func split(row string) ([]word, error) {
	var words []word
	for {
		row = strings.TrimLeft(row, " \t\r")
		if row == "" || row[0] == '#' {
			return words, nil
		}
		i := strings.IndexAny(row, " \t\r\"")
		if i < 0 {
			i = len(row)
		}
		w := word{text: row[:i]}
		row = row[i:]
		if row != "" && row[0] == '"' {
			q, err := strconv.QuotedPrefix(row)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", row, err)
			}
			s, err := strconv.Unquote(q)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", q, err)
			}
			w = word{w.text + s, w.text == ""}
			row = row[len(q):]
		}
		words = append(words, w)
	}
}

func (f *fixture) record(w []word, at orgmodel.Pos) error {
	switch {
	case w[0].is("as-of") && len(w) == 2:
		d, err := orgmodel.ParseDate(w[1].text)
		f.asOf = d
		return err
	case w[0].is("want") && (len(w) == 4 || len(w) == 5):
		var all []string
		for _, x := range w[1:] {
			all = append(all, x.text)
		}
		f.want = append(f.want, all)
		return nil
	case !w[0].quoted && strings.HasPrefix(w[0].text, "+") && len(w) >= 2:
		return f.node(w, at)
	case len(w) >= 3:
		return f.line(w, at)
	}
	return fmt.Errorf("no node, line, as-of or want of the right length: %v", w)
}

func (f *fixture) node(w []word, at orgmodel.Pos) error {
	n := orgmodel.Node{Kind: orgmodel.Kind(w[0].text[1:]), ID: orgmodel.ID(w[1].text), Pos: at}
	w = w[2:]
	if len(w) > 0 && w[0].quoted {
		n.Name, w = w[0].text, w[1:]
	}
	var scope orgmodel.ID
	if err := tail(w, &scope, &n.Attrs, &n.Live); err != nil {
		return err
	}
	if scope != "" {
		return fmt.Errorf("a node has no scope: in %s", scope)
	}
	f.spec.Nodes = append(f.spec.Nodes, n)
	return nil
}

func (f *fixture) line(w []word, at orgmodel.Pos) error {
	l := orgmodel.Line{From: orgmodel.ID(w[0].text), Rel: orgmodel.Rel(w[1].text), To: orgmodel.ID(w[2].text), Pos: at}
	if err := tail(w[3:], &l.Scope, &l.Attrs, &l.Live); err != nil {
		return err
	}
	f.spec.Lines = append(f.spec.Lines, l)
	return nil
}

// tail reads what nodes and lines share: [in SCOPE] [key=value ...] [since D] [until D].
func tail(w []word, scope *orgmodel.ID, attrs *orgmodel.Attrs, live *orgmodel.Interval) error {
	var kv []string
	for i := 0; i < len(w); i++ {
		key, value, isAttr := strings.Cut(w[i].text, "=")
		if isAttr && !w[i].quoted {
			kv = append(kv, key, value)
			continue
		}
		if i++; i == len(w) {
			return fmt.Errorf("%q stands alone at the end", w[i-1].text)
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
