package main

import (
	"encoding/json"
	"io"

	"example.com/orgchart/orgmodel"
)

// Of the JSON output.
type (
	document struct {
		Version      int            `json:"version"`
		Organisation string         `json:"organisation"`
		AsOf         orgmodel.Date  `json:"as_of"`
		Rows         int            `json:"rows"`
		Counts       map[string]int `json:"counts"`
		Notes        []note         `json:"notes"`
		Findings     []finding      `json:"findings"`
	}
	note struct {
		Text   string `json:"text"`
		Source place  `json:"source"`
	}
	place struct {
		File   string `json:"file"`
		Line   int    `json:"line"`
		Column int    `json:"column"`
		Field  string `json:"field"`
	}
	finding struct {
		Rule        string            `json:"rule"`
		Severity    orgmodel.Severity `json:"severity"`
		Subject     string            `json:"subject"`
		Related     []string          `json:"related"`
		Message     string            `json:"message"`
		Path        []sentence        `json:"path"`
		Fix         string            `json:"fix"`
		Source      place             `json:"source"`
		Fingerprint string            `json:"fingerprint"`
	}
	sentence struct {
		From   string `json:"from"`
		Rel    string `json:"rel"`
		To     string `json:"to"`
		Source place  `json:"source"`
	}
)

// jsonVersion changes when a field changes its meaning or goes.
const jsonVersion = 1

func writeJSON(w io.Writer, r result) error {
	d := document{
		Version: jsonVersion, Organisation: r.name(), AsOf: r.org.AsOf(), Rows: r.notes.Rows,
		Counts: counts(r.org), Notes: []note{}, Findings: []finding{},
	}
	for _, n := range r.notes.List {
		d.Notes = append(d.Notes, note{n.Text, placeOf(n.Pos)})
	}
	for _, f := range r.findings {
		d.Findings = append(d.Findings, findingOf(f))
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(d)
}

// counts are nodes, lines, and one count a kind.
func counts(o *orgmodel.Org) map[string]int {
	c := map[string]int{"nodes": o.Len(), "lines": o.Lines()}
	for r := range o.Nodes() {
		k := string(o.Kind(r))
		if k == "nodes" || k == "lines" || k == "" {
			k = "kind:" + k
		}
		c[k]++
	}
	return c
}

func placeOf(p orgmodel.Pos) place { return place{p.File, p.Line, p.Column, p.Field} }

func findingOf(f orgmodel.Finding) finding {
	j := finding{
		Rule: f.Rule, Severity: f.Severity, Subject: string(f.Subject), Related: []string{},
		Message: f.Message, Path: []sentence{}, Fix: f.Fix, Source: placeOf(f.Pos), Fingerprint: f.Fingerprint(),
	}
	for _, id := range f.Related {
		j.Related = append(j.Related, string(id))
	}
	for _, l := range f.Path {
		j.Path = append(j.Path, sentence{string(l.From), string(l.Rel), string(l.To), placeOf(l.Pos)})
	}
	return j
}
