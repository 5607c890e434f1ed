package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"github.com/spf13/cobra"
)

// reporting is how findings go out: the flags of check.
type reporting struct {
	format, failOn, colour, by string
	all                        bool
	explain                    string // the command that explains a rule named after it
}

var (
	formatNames = []string{"text", "json", "jsonl", "sarif", "junit", "markdown", "github"}
	failLevels  = []string{"error", "warning", "info", "never"}
	colours     = []string{"auto", "always", "never"}
	groupings   = []string{"rule", "subject"}
)

func (f *reporting) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "text", "`format` of the findings: text; json, jsonl (one finding a line), sarif, junit or markdown\n(for a pull request); github (annotations of a workflow)")
	flags.StringVar(&f.failOn, "fail-on", "error", "`severity` from which to exit with 1: error, warning, info, or never")
	flags.BoolVar(&f.all, "all", false, "list every finding, not the first of each rule")
	flags.StringVar(&f.by, "by", "rule", "text: `what` findings are grouped by, rule or subject")
	flags.StringVar(&f.colour, "colour", "auto", "text: `when` to colour: auto (on a terminal, unless NO_COLOR is set), always or never")
	complete(cmd, "format", formatNames...)
	complete(cmd, "fail-on", failLevels...)
	complete(cmd, "by", groupings...)
	complete(cmd, "colour", colours...)
}

// writer gives the way to write that the flags ask for.
func (f *reporting) writer(out io.Writer) (func(io.Writer, report.Report) error, error) {
	for _, flag := range []struct {
		name, value string
		values      []string
	}{{"format", f.format, formatNames}, {"by", f.by, groupings}, {"colour", f.colour, colours}} {
		if !slices.Contains(flag.values, flag.value) {
			last := len(flag.values) - 1
			return nil, fmt.Errorf("--%s %q: want %s or %s", flag.name, flag.value, strings.Join(flag.values[:last], ", "), flag.values[last])
		}
	}
	least, err := f.least()
	if err != nil {
		return nil, err
	}
	most := 0
	if f.all {
		most = -1
	}
	text := report.Text{Colour: f.coloured(out), Most: most, Explain: f.explain, All: "--all lists them"}
	if f.by == "subject" {
		text.By = report.BySubject
	}
	return map[string]func(io.Writer, report.Report) error{
		"text": text.Write, "json": report.JSON{}.Write, "jsonl": report.JSONL{}.Write,
		"sarif":    report.SARIF{Version: version(), Most: most}.Write,
		"junit":    report.JUnit{FailOn: least, Most: most}.Write,
		"markdown": report.Markdown{Most: most}.Write,
		"github":   report.GitHub{Most: most}.Write,
	}[f.format], nil
}

// unread ends a check of files that cannot be read, or that was given up: in the formats for machines the
// errors are a report, too.
func (f *reporting) unread(ctx context.Context, s streams, write func(io.Writer, report.Report) error, r report.Report) error {
	if f.format == "text" || ctx.Err() != nil {
		return r.Err
	}
	r.Org = nil
	if err := write(s.out, r); err != nil {
		return errors.Join(r.Err, fmt.Errorf("standard output: %w", err))
	}
	return r.Err
}

// coloured says whether text goes out in colours: see https://no-color.org.
func (f *reporting) coloured(out io.Writer) bool {
	if f.colour == "auto" {
		return isTerminal(out) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return f.colour == "always"
}

// least is the severity from which the command fails.
func (f *reporting) least() (orgmodel.Severity, error) {
	if f.failOn == "never" {
		return orgmodel.Error + 1, nil
	}
	var v orgmodel.Severity
	if err := v.UnmarshalText([]byte(f.failOn)); err != nil || v == 0 {
		return 0, fmt.Errorf("--fail-on %q: want error, warning, info or never", f.failOn)
	}
	return v, nil
}

// quoting opens the files that were read again, for their rows to be quoted: those named, and
// what lies in the folder of one of them, which is where included files are. Standard input is
// gone, and what is no ordinary file is left alone.
func quoting(names []string) func(string) (io.ReadCloser, error) {
	if len(names) == 0 {
		return demo.Open
	}
	return func(file string) (io.ReadCloser, error) {
		if slices.Contains(names, file) {
			if st, err := os.Stat(file); err != nil || !st.Mode().IsRegular() {
				return nil, os.ErrNotExist
			}
			return os.Open(file)
		}
		for _, name := range names {
			if name == "-" {
				continue // stands in no folder
			}
			dir := folder{filepath.Dir(name), new(input)}
			in, err := filepath.Rel(dir.dir, file)
			if err != nil || !filepath.IsLocal(in) {
				continue
			}
			if st, err := dir.Stat(in); err == nil && st.Mode().IsRegular() {
				return dir.Open(in)
			}
		}
		return nil, os.ErrNotExist
	}
}
