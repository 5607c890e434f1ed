package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"example.com/orgchart/chart"
	"example.com/orgchart/layout/bars"
	"example.com/orgchart/layout/svg"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/rules"
	"github.com/spf13/cobra"
)

// analysing is what the flags of questions about the whole organisation say, and what a long answer
// needs besides.
type analysing struct {
	ctx        context.Context // of the command that runs
	files      []string
	count      string
	runs       string // the role of whoever runs a project
	tiers      int
	out, theme string
}

func analysisQuestions() []question {
	return []question{{
		name:  "spans",
		short: "How wide and how deep the organisation is",
		long: `spans measures how many report to each manager and in how many layers: the distribution,
by archetype, unit and grade, and rows of managers with one report each. --count says what is
counted. With -o it draws the distributions.`,
		examples: []string{"spans", "spans --count people"},
		flags:    spanFlags, ask: askSpans,
	}, {
		name:  "structure",
		short: "How projects stand to the line organisation",
		long: `structure infers from lines whether projects run in a functional organisation, a weak,
balanced or strong matrix or a projectised one: as a whole, by unit and by project, with the
numbers that show it. It says so where there is too little evidence.`,
		examples: []string{"structure"},
		flags: func(cmd *cobra.Command, f *asking) {
			levelsFlag(cmd, f)
			runsFlag(cmd, f)
		},
		ask: func(q ask.Asker, _ []orgmodel.Ref, f *asking) (ask.Answer, error) {
			r, err := analysis.Structure{Levels: f.tiers, Role: orgmodel.ID(f.runs)}.Report(f.ctx, q.Org)
			return answered(q, r, err)
		},
	}, {
		name:  "placement",
		short: "Where PMOs and project managers sit",
		long: `placement finds whether PMOs are central, embedded, hub and spokes or none, by where the
managers of projects report.`,
		examples: []string{"placement"}, flags: runsFlag,
		ask: func(q ask.Asker, _ []orgmodel.Ref, f *asking) (ask.Answer, error) {
			r, err := analysis.Placement{Role: orgmodel.ID(f.runs)}.Report(f.ctx, q.Org)
			return answered(q, r, err)
		},
	}, {
		name:  "chokepoints",
		short: "On whom how many depend",
		long: `chokepoints lists without whom others are cut off from the top, and through whom the
shortest ways between any two go. Beyond 4,000 seats the latter is an estimate, and says so.`,
		examples: []string{"chokepoints"}, flags: noFlags,
		ask: func(q ask.Asker, _ []orgmodel.Ref, f *asking) (ask.Answer, error) {
			r, err := analysis.Chokepoints{}.Report(f.ctx, q.Org)
			return answered(q, r, err)
		},
	}, {
		name:  "hotspots",
		short: "Which units are dense in findings",
		long: `hotspots checks the organisation as 'orgchart check' does and counts findings by unit and
by seat. --in looks only at one unit, one programme, or what is below one seat.`,
		examples: []string{"hotspots", "hotspots --in it-1"},
		flags: func(cmd *cobra.Command, f *asking) {
			levelsFlag(cmd, f)
			cmd.Flags().StringVar(&f.scope, "in", "", "only what is in this `scope`: a unit, a programme, or what is below a seat")
		},
		ask: askHotspots,
	}}
}

// answerer is a report of package analysis.
type answerer interface {
	Answer(ask.Asker) ask.Answer
}

func answered(q ask.Asker, r answerer, err error) (ask.Answer, error) {
	if err != nil {
		return ask.Answer{}, err
	}
	return r.Answer(q), nil
}

func levelsFlag(cmd *cobra.Command, f *asking) {
	cmd.Flags().IntVar(&f.tiers, "levels", 0, "how many `levels` of units are told apart (default 3)")
}

func runsFlag(cmd *cobra.Command, f *asking) {
	cmd.Flags().StringVar(&f.runs, "run-by", "project-manager", "the `role` of whoever runs a project, in its scope")
}

func spanFlags(cmd *cobra.Command, f *asking) {
	levelsFlag(cmd, f)
	fl := cmd.Flags()
	fl.StringVar(&f.count, "count", "posts", "what spans count: `posts`, people or fte")
	fl.StringVarP(&f.out, "out", "o", "", "`file` to write a picture to, which ends in .svg")
	fl.StringVar(&f.theme, "theme", "auto", "`colours` of the picture: light, dark, or auto, which follows the viewer")
	fl.Lookup("format").Usage = "`format` of the answer: text, table, json, or svg for a picture"
	complete(cmd, "count", "posts", "people", "fte")
	complete(cmd, "theme", "light", "dark", "auto")
}

// spans is what the flags ask for.
func (f *asking) spans() (analysis.Spans, error) {
	count, ok := map[string]rules.Counting{"posts": rules.Posts, "people": rules.People, "fte": rules.FTEs}[f.count]
	if !ok {
		return analysis.Spans{}, fmt.Errorf("--count %q: want posts, people or fte", f.count)
	}
	return analysis.Spans{Count: count, Levels: f.tiers}, nil
}

func askSpans(q ask.Asker, _ []orgmodel.Ref, f *asking) (ask.Answer, error) {
	s, err := f.spans()
	if err != nil {
		return ask.Answer{}, err
	}
	r, err := s.Report(f.ctx, q.Org)
	return answered(q, r, err)
}

func askHotspots(q ask.Asker, _ []orgmodel.Ref, f *asking) (ask.Answer, error) {
	h := analysis.Hotspots{Levels: f.tiers}
	scope, err := f.scopeRef(q)
	if err != nil {
		return ask.Answer{}, err
	}
	if scope != orgmodel.None {
		h.Scope = q.Org.ID(scope)
	}
	if h.Findings, err = orgmodel.Check(f.ctx, q.Org, ruleset(f.files)...); err != nil {
		return ask.Answer{}, err
	}
	r, err := h.Report(f.ctx, q.Org)
	return answered(q, r, err)
}

// picture draws the answer of the one question that has a picture.
func (f *asking) picture(ctx context.Context, s streams, q question, files []string) error {
	if q.name != "spans" {
		return fmt.Errorf("--format svg: 'orgchart ask %s' has no picture; want text, table or json", q.name)
	}
	spans, err := f.spans()
	if err != nil {
		return err
	}
	theme, ok := map[string]svg.Theme{"auto": svg.Auto(), "light": svg.Light(), "dark": svg.Dark()}[f.theme]
	if !ok {
		return fmt.Errorf("--theme %q: want auto, light or dark", f.theme)
	}
	if f.out == "" && isTerminal(s.out) {
		return fmt.Errorf("a picture is nothing to read on a terminal: name a file with -o, such as 'orgchart ask spans%s -o spans.svg'", spaced(files))
	}
	if f.out != "" && !strings.HasSuffix(strings.ToLower(f.out), ".svg") {
		return fmt.Errorf("-o %s: the picture is SVG: want a name that ends in .svg", f.out)
	}
	if err := apart(f.out, files); err != nil {
		return err
	}
	o, _, err := f.in.load(ctx, s, files)
	if err != nil {
		return err
	}
	r, err := spans.Report(ctx, o)
	if err != nil {
		return err
	}
	return writeWhole(f.out, s.out, func(w io.Writer) error { return bars.Encoder{Theme: theme}.Encode(w, chart.Distribution(o, r)) })
}
