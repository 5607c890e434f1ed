package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// result is what a check has to say.
type result struct {
	org      *orgmodel.Org
	notes    source.Notes
	findings orgmodel.Findings
	files    []string
}

func reporter(format string, all bool) (func(io.Writer, result) error, error) {
	switch format {
	case "text":
		return func(w io.Writer, r result) error { return writeText(w, r, all) }, nil
	case "json":
		return writeJSON, nil
	}
	return nil, fmt.Errorf("--format %q: want text or json", format)
}

func (r result) name() string {
	switch {
	case r.org.Name() != "":
		return r.org.Name()
	case len(r.files) == 1:
		return called(r.files[0])
	case len(r.files) > 1:
		return fmt.Sprintf("%s and %d more", called(r.files[0]), len(r.files)-1)
	}
	return "organisation"
}

// few is how many findings of a rule are listed unless all are asked for.
const few = 10

// writeText writes findings for people: a block each, a summary last.
func writeText(out io.Writer, r result, all bool) error {
	w := bufio.NewWriter(out)
	of := map[string]int{}
	for _, f := range r.findings {
		of[f.Rule]++
		if of[f.Rule] <= few || all {
			block(w, f)
		}
	}
	told := map[string]bool{}
	for _, f := range r.findings {
		if n := of[f.Rule]; n > few && !all && !told[f.Rule] {
			told[f.Rule] = true
			fmt.Fprintf(w, "%s: %d more; --all lists them.\n", f.Rule, n-few)
		}
	}
	if len(told) > 0 {
		fmt.Fprintln(w)
	}
	day := "on no particular day"
	if d := r.org.AsOf(); !d.IsZero() {
		day = "as of " + d.String()
	}
	fmt.Fprintf(w, "%s, %s: %s, %s. %s\n", text.Clean(r.name()), day,
		plural(r.org.Len(), "record"), plural(r.org.Lines(), "line"), verdict(r.findings))
	return w.Flush()
}

func verdict(fs orgmodel.Findings) string {
	if len(fs) == 0 {
		return "Nothing found."
	}
	return fmt.Sprintf("Found %s, %s, %d for information.", plural(fs.Count(orgmodel.Error), "error"),
		plural(fs.Count(orgmodel.Warning), "warning"), fs.Count(orgmodel.Info))
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func block(w io.Writer, f orgmodel.Finding) {
	line := func(label, s string) {
		if s != "" {
			fmt.Fprintf(w, "  %-6s%s\n", label, brief(s, 2000))
		}
	}
	fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("%s  %s  %s", f.Severity, f.Rule, brief(string(f.Subject), 200)), " "))
	line("", f.Message)
	line("at", f.Pos.String())
	line("path", pathText(f))
	line("fix", f.Fix)
	fmt.Fprintln(w)
}

// brief is a text of absurd length cut to so many bytes, made harmless for a terminal.
func brief(s string, most int) string {
	if len(s) > most {
		s = s[:most] + text.Ellipsis
	}
	return text.Clean(s)
}

// shown is how many lines of a path a text finding shows.
const shown = 8

func pathText(f orgmodel.Finding) string {
	var parts []string
	for i, l := range f.Path {
		if i == shown {
			parts = append(parts, fmt.Sprintf("... %d lines in all", f.PathTotal))
			break
		}
		parts = append(parts, l.String())
	}
	return strings.Join(parts, "; ")
}
