package policy_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/source"
)

const contractorsSeed = "policy: orgpolicy/v1\n" + contractors

// FuzzLoad holds that no bytes panic, that an error is one of the kinds promised and says where, and that
// what can be read can be described, linted and run.
func FuzzLoad(f *testing.F) {
	for _, s := range []string{
		house, "policy: orgpolicy/v1\nprofile: [weak, small-company]\npacks: [duty]\noff: {x: y}\nexternal: a\n",
		"policy: orgpolicy/v1\nrules: [{check: span-wide, by-archetype: {a: 1}, count: fte}, {check: forbidden-line, deny: {a: [b]}}]\n",
		"policy: orgpolicy/v1\nrules: [{check: reports-to-role, for: {role: a}, to: {any-role: b}, share: {min: 5%}, missing: pass}]\n",
		"policy: orgpolicy/v1\nwaivers: [{rule: no-top, subject: ''}, {rule: x, fingerprint: 0123456789abcdef, expires: 2026-01-05}]\n",
		contractorsSeed, "policy: orgpolicy/v1\nrules: [{id: x, when: \"any(roles, # matches '^a') || number(attrs.x) > 1\", message: m, for: [posts, people]}]\n", "policy: &a [*a]", "- x", "policy: orgpolicy/v1\nrules: &r [{check: no-top}]\nwaivers: *r\n", "a: !x {}\n", "policy: orgpolicy/v1\ninclude: x\nbaseline: y\n",
		"policy: orgpolicy/v1\nrules: [{check: duty-not-for-role, deny: [{role: a, tag: b}]}, {check: incompatible-roles, controls: {a: b}}]\n",
	} {
		f.Add([]byte(s))
	}
	o := org(f, "2026-06-01", trouble)
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := policy.Load("x.yaml", bytes.NewReader(text))
		var all *source.Errors
		var one *source.Error
		var limit *source.LimitError
		switch {
		case err == nil:
			if err := p.Describe(io.Discard); err != nil {
				t.Error(err)
			}
			p.Lint(orgmodel.NewDate(2026, 6, 1))
			if _, err := p.Check(t.Context(), o); err != nil {
				t.Error(err)
			}
		case errors.As(err, &all):
			for _, e := range all.List {
				if e.Pos.File == "" || e.Pos.Line < 1 || e.Pos.Column < 1 || e.Found == "" || e.Fix == "" {
					t.Errorf("%q: %+v", text, e)
				}
			}
		case errors.As(err, &one):
			if one.Pos.File != "x.yaml" || one.Found == "" || strings.Contains(one.Found, "parser gave up") {
				t.Errorf("%q: %+v", text, one)
			}
		case !errors.As(err, &limit):
			t.Errorf("%q: an error of no kind: %v", text, err)
		}
	})
}

// FuzzReadBaseline holds that reading and writing are inverse on what can be read.
func FuzzReadBaseline(f *testing.F) {
	f.Add("# x\n0123456789abcdef error no-top \"\": x\n")
	f.Add("0123456789abcdef  error")
	f.Add("x\r\n\x00")
	f.Fuzz(func(t *testing.T, text string) {
		b, err := policy.ReadBaseline("x", strings.NewReader(text))
		if err != nil {
			return
		}
		var w, again bytes.Buffer
		b.Encode(&w)
		c, err := policy.ReadBaseline("x", bytes.NewReader(w.Bytes()))
		if err != nil {
			t.Fatalf("%q: %v", w.String(), err)
		}
		if c.Encode(&again); again.String() != w.String() {
			t.Errorf("%q\n%q", w.String(), again.String())
		}
	})
}
