package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"github.com/spf13/cobra"
)

// errNone ends a command that answered "nobody".
var errNone = errors.New("nobody")

func newAsk(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ask QUESTION [SUBJECT...] [FILE...]",
		Short: "Ask an organisation: who manages whom, who holds what, and why",
		Long: `ask answers one question about the organisation in the files given, and says why:
which bosses were passed over, which lines it followed and where they stand. A subject
is an id, or a name as long as only one record has it. Subjects come first, then files.

Without a QUESTION it lists them. It exits with 0 where it has an answer, 1 where the
answer is nobody or none, 2 where it was misused or knows no such subject.`,
		Example: `  orgchart ask manager net-1
  orgchart ask manager "Bo Larsen" people.csv --as-of 2026-04-01
  orgchart ask holders --role project-manager --in payments org.csv --format json`,
		// The questions have the flags; what comes here has no question.
		DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listQuestions(s)
			}
			if args[0] == "--help" || args[0] == "-h" {
				return cmd.Help()
			}
			return noQuestion(cmd, args[0])
		},
	}
	for _, q := range questions() {
		cmd.AddCommand(newQuestion(s, q))
	}
	return cmd
}

func listQuestions(s streams) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, q := range questions() {
		fmt.Fprintf(w, "%s\t%s\torgchart ask %s\n", q.name, q.short, q.examples[0])
	}
	fmt.Fprintln(w, "\nThe examples ask the demonstration organisation; put files of your own behind the subjects.")
	return w.Flush()
}

// noQuestion answers a first word that is no question with the one that was probably meant.
func noQuestion(cmd *cobra.Command, word string) error {
	if strings.HasPrefix(word, "-") {
		return fmt.Errorf("%s comes before the question: put flags last, as in orgchart ask %s --quiet", word, questions()[0].examples[0])
	}
	best := ""
	cmd.SuggestionsMinimumDistance = 2
	if q, ok := otherWords[strings.ToLower(word)]; ok {
		best = ", did you mean " + q + "?"
	} else if like := cmd.SuggestionsFor(word); len(like) > 0 {
		best = ", did you mean " + strings.Join(like, " or ") + "?"
	}
	return fmt.Errorf("%q is no question%s; 'orgchart ask' lists them", word, best)
}

// otherWords are words that people put questions in, and the questions.
var otherWords = map[string]string{
	"boss": "manager", "supervisor": "manager", "lead": "manager", "head": "manager", "who": "manager, holders or roles", "whois": "manager, holders or roles",
	"bosses": "chain", "managers": "chain", "above": "chain", "up": "chain", "approvers": "chain", "team": "reports", "staff": "reports", "subordinates": "reports",
	"below": "reports", "under": "reports", "down": "reports", "direct-reports": "reports", "people": "members", "parts": "members", "unit": "members",
	"count": "headcount", "size": "headcount", "fte": "headcount", "number": "headcount", "levels": "layers", "depth": "layers", "holds": "holders", "who-holds": "holders",
	"post": "holders", "posts": "holders", "cycle": "loop", "cycles": "loops", "circle": "loop", "circles": "loops", "root": "tops", "roots": "tops", "ceo": "tops",
	"way": "path", "route": "path", "between": "path", "shared": "common", "project": "roles",
	"remit": "scope", "predecessor": "history", "successor": "history", "purpose": "why", "outcome": "why", "crossover": "overlap",
	"distribution": "spans", "distributions": "spans", "shape": "structure or spans", "matrix": "structure", "pmo": "placement", "pmos": "placement",
	"bottleneck": "chokepoints", "bottlenecks": "chokepoints", "betweenness": "chokepoints", "density": "hotspots",
}

// asking is what the flags of a question say.
type asking struct {
	in      input
	format  string
	all     bool
	role    string
	scope   string
	depth   string
	via     []string
	tag     string
	style   string
	assumed bool
	analysing
}

func newQuestion(s streams, q question) *cobra.Command {
	var f asking
	cmd := &cobra.Command{
		Use:     q.name + " " + q.usage + "[FILE...]",
		Short:   q.short,
		Long:    q.long,
		Example: "  orgchart ask " + strings.Join(q.examples, "\n  orgchart ask "),
		RunE: func(cmd *cobra.Command, args []string) error {
			subjects := q.subjects
			if f.whole() {
				subjects = 0
			}
			f.assumes()
			if word, ok := fileFor(args, subjects); ok {
				return fmt.Errorf("%s wants %s; %s is a file: orgchart ask %s %s", q.name, q.wants, called(word), q.examples[0], word)
			}
			if len(args) < subjects {
				return fmt.Errorf("'orgchart ask %s' wants %s, then files if any: orgchart ask %s", q.name, q.wants, q.examples[0])
			}
			if err := split(args[:subjects], args[subjects:]); err != nil {
				return err
			}
			if subjects == 0 && len(args) > 0 && strayed(args[0]) {
				return fmt.Errorf("%s: there is no such file, and '%s' is about the whole organisation: leave %s out, or name a file", args[0], cmd.CommandPath(), args[0])
			}
			return f.run(cmd, s, q, args[:subjects], args[subjects:])
		},
	}
	f.in.try = "orgchart ask " + q.examples[0] + " people.csv"
	f.in.flags(cmd)
	cmd.Flags().StringVar(&f.format, "format", "text", "`format` of the answer: text, table or json")
	cmd.Flags().BoolVar(&f.all, "all", false, "list everything, however much it is")
	complete(cmd, "format", "text", "table", "json")
	q.flags(cmd, &f)
	return cmd
}

// fileFor is the file that stands where a subject should, since no words are left that could be
// files: a subject was forgotten. Where files follow, a subject may well be called as a file is.
func fileFor(args []string, subjects int) (string, bool) {
	if len(args) > subjects {
		return "", false
	}
	for _, word := range args {
		if st, err := os.Stat(word); word == "-" || err == nil && !st.IsDir() {
			return word, true
		}
	}
	return "", false
}

// split refuses a first file that is not there where it is probably the rest of a name.
func split(subjects, files []string) error {
	if len(subjects) == 0 || len(files) == 0 || !strayed(files[0]) {
		return nil
	}
	words := slices.Concat(subjects, files[:1])[:2]
	return fmt.Errorf("%s: there is no such file; quote a name of two words: %q", files[0], strings.Join(words, " "))
}

// strayed says that a word stands where files do and is none, nor looks like one.
func strayed(word string) bool {
	if word == "-" || strings.ContainsAny(word, `./\`) {
		return false
	}
	_, err := os.Stat(word)
	return errors.Is(err, fs.ErrNotExist)
}

// listed is how many items an answer lists unless all are asked for; of JSON more, for programs.
const (
	listed     = 50
	listedJSON = 10_000
)

func (f *asking) run(cmd *cobra.Command, s streams, q question, subjects, files []string) error {
	if cmd.Flags().Changed("levels") && f.tiers < 1 {
		return fmt.Errorf("--levels %d: want 1 or more, or leave it out for 3", f.tiers)
	}
	if f.format == "svg" || f.out != "" && !cmd.Flags().Changed("format") {
		return f.picture(cmd.Context(), s, q, files)
	}
	if f.out != "" {
		return fmt.Errorf("-o is for a picture, which --format %s is not: leave --format out, or write > in place of -o", f.format)
	}
	write, ok := map[string]func(io.Writer, ask.Answer) error{"text": harmless(ask.Text), "table": harmless(ask.Table), "json": ask.JSON}[f.format]
	if !ok {
		return fmt.Errorf("--format %q: want %s", f.format, q.formats())
	}
	o, _, err := f.in.load(cmd.Context(), s, files)
	if err != nil {
		return err
	}
	asker := ask.Asker{Org: o, Limit: listed}
	switch {
	case f.all:
		asker.Limit = -1
	case f.format == "json":
		asker.Limit = listedJSON
	}
	refs := make([]orgmodel.Ref, len(subjects))
	for i, word := range subjects {
		if refs[i], err = subject(asker, word); err != nil {
			return err
		}
	}
	f.ctx, f.files = cmd.Context(), files
	answer, err := q.ask(asker, refs, f)
	if err != nil {
		return err
	}
	if err := write(s.out, answer); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	if more := answer.Total - len(answer.Items); more > 0 && !f.in.quiet {
		fmt.Fprintf(s.err, "note: %d of %d listed; --all lists all\n", len(answer.Items), answer.Total)
	}
	if answer.None() {
		return errNone
	}
	return nil
}

// subject finds what a word means, and says so where it is a file.
func subject(q ask.Asker, word string) (orgmodel.Ref, error) {
	r, err := q.Find(word)
	var unknown *ask.UnknownError
	if errors.As(err, &unknown) {
		if _, stat := os.Stat(word); stat == nil {
			return r, fmt.Errorf("%s is a file, and a subject was due: subjects come before files", word)
		}
	}
	return r, err
}

// scopeRef is the scope asked for, None where there is none.
func (f *asking) scopeRef(q ask.Asker) (orgmodel.Ref, error) {
	if f.scope == "" {
		return orgmodel.None, nil
	}
	r, err := q.Find(f.scope)
	if err != nil {
		return r, fmt.Errorf("--in: %w", err)
	}
	return r, nil
}

// levels is the depth asked for, 0 for all.
func (f *asking) levels() (int, error) {
	if f.depth == "all" {
		return 0, nil
	}
	n, err := strconv.Atoi(f.depth)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("--depth %q: want 1 or more, or all", f.depth)
	}
	return n, nil
}

// relations are those of --via, which some line must have.
func (f *asking) relations(o *orgmodel.Org) ([]orgmodel.Rel, error) {
	there := map[string]int{}
	if len(f.via) > 0 {
		for e := range o.Edges() {
			there[string(e.Rel)]++
		}
	}
	var rels []orgmodel.Rel
	for _, v := range f.via {
		if there[v] == 0 {
			return nil, fmt.Errorf("--via %q: no line has this relation; found here: %s", v, strings.Join(slices.Sorted(maps.Keys(there)), ", "))
		}
		rels = append(rels, orgmodel.Rel(v))
	}
	return rels, nil
}

// harmless is a way to write whose every line is cleaned for a terminal.
func harmless(write func(io.Writer, ask.Answer) error) func(io.Writer, ask.Answer) error {
	return func(w io.Writer, a ask.Answer) error {
		var b bytes.Buffer
		if err := write(&b, a); err != nil {
			return err
		}
		_, err := io.WriteString(w, cleanLines(b.String()))
		return err
	}
}

func cleanLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = text.Clean(l)
	}
	return strings.Join(lines, "\n")
}
