package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/source"
	"github.com/spf13/cobra"
)

// policing is what check holds an organisation to, and what it lets stand.
type policing struct {
	file, known, write string
	update             bool   // the baseline
	coverage           bool   // tell it
	leastCovered       string // as it is written

	days    *orgmodel.Interval // to look at instead of one; nil: one
	maxDays int

	policy   *policy.Policy
	baseline *policy.Baseline
	least    orgmodel.MinCoverage
}

func (by *policing) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&by.file, "policy", "", "policy `file`: which rules, with which parameters, and what is let stand")
	f.StringVar(&by.known, "baseline", "", "`file` of findings that are known and left out (default: the policy's)")
	f.StringVar(&by.write, "write-baseline", "", "write what is found into a `file` of known findings, and leave it out")
	f.BoolVar(&by.update, "update-baseline", false, "take out of the file of known findings what is found no longer; nothing new comes in")
	f.BoolVar(&by.coverage, "coverage", false, "say whom the rules are about, and whom they leave out")
	f.StringVar(&by.leastCovered, "min-coverage", "", "`share` of seats, deliveries and lines that rules are to be about, such as 50% (default: the policy's); less is\ninformation, for which --fail-on info exits with 1")
}

// misused says what of the flags makes no sense, before anything is read.
func (by *policing) misused() error {
	if by.days != nil && (by.coverage || by.leastCovered != "") {
		return errors.New("--coverage and --min-coverage are of one day: leave out --over")
	}
	if by.update && by.write != "" {
		return errors.New("--update-baseline and --write-baseline: the one takes out what is gone, the other writes the file anew; give one")
	}
	if by.update && by.known == "" && by.file == "" {
		return errors.New("--update-baseline: name the file by --baseline, or a policy that names one")
	}
	if by.leastCovered == "" {
		return nil
	}
	digits, percent := strings.CutSuffix(by.leastCovered, "%")
	x, err := strconv.ParseFloat(digits, 64)
	if percent {
		x /= 100
	}
	if err != nil || !(x > 0 && x <= 1) {
		return fmt.Errorf("--min-coverage %q: want a share above 0 and up to 1, such as 0.5 or 50%%", by.leastCovered)
	}
	by.least = orgmodel.MinCoverage{Seats: x, Deliveries: x, Lines: x}
	return nil
}

// read reads the policy and the baseline, before the organisation: they are small.
func (by *policing) read() error {
	if by.file != "" {
		p, err := openPolicy(by.file)
		if err != nil {
			return err
		}
		by.policy, by.baseline = p, p.Baseline()
	}
	if by.known == "" {
		if by.update && by.baseline == nil {
			return fmt.Errorf("--update-baseline: %s names no baseline; add the key, or give --baseline", by.file)
		}
		return nil
	}
	b, err := openBaseline(by.known)
	by.baseline = b
	return err
}

// openBaseline reads a file of known findings.
func openBaseline(name string) (*policy.Baseline, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("--baseline %s: %w", name, unfound(err))
	}
	defer f.Close()
	return policy.ReadBaseline(name, f)
}

// openPolicy reads a policy, and from its folder what it includes.
func openPolicy(name string) (*policy.Policy, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, noFile(name, unfound(err))
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.IsDir() {
		return nil, fmt.Errorf("%s is a folder: name the policy in it, such as %s", name, filepath.Join(name, "policy.yaml"))
	}
	return policy.Reader{Folder: folder{filepath.Dir(name), new(input)}}.Load(name, f)
}

// noFile is an error about a file as a whole.
func noFile(name string, err error) error {
	return &source.Error{Pos: orgmodel.Pos{File: name}, Found: err.Error()}
}

func unfound(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("there is no such file")
	}
	return cause(err)
}

// rules are those that an organisation from these files is held to.
func (by *policing) rules(files []string) []orgmodel.Rule {
	if by.policy != nil {
		return by.policy.Rules()
	}
	return ruleset(files)
}

// explain is the command that explains a rule named after it.
func (by *policing) explain() string {
	if by.file == "" {
		return "orgchart explain"
	}
	return "orgchart explain --policy " + text.Clean(shellWord(by.file))
}

// shellWord is a word as it can be given to a shell.
func shellWord(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool {
		return !strings.ContainsRune("./_-:", r) && r != filepath.Separator && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

// quoting opens the files that findings name: those of the organisation, and those of the policy.
func (by *policing) quoting(files []string) func(string) (io.ReadCloser, error) {
	open := quoting(files)
	var own []string
	for _, name := range []string{by.file, by.known} {
		if name != "" {
			own = append(own, name)
		}
	}
	if len(own) == 0 {
		return open
	}
	rest := quoting(own)
	return func(file string) (io.ReadCloser, error) {
		if r, err := open(file); err == nil {
			return r, nil
		}
		return rest(file)
	}
}

// check fills a report with what is found, of a policy or, without one, of a set of rules: what counts, what
// is let stand, and where somebody asks what the rules were about.
func (by *policing) check(ctx context.Context, s streams, r *report.Report) error {
	p := by.policy
	if p == nil {
		p = policy.Of(r.Rules...)
	}
	out, err := by.look(ctx, p, r)
	if err != nil {
		return err
	}
	if len(out.Assumed.Made)+len(out.Assumed.Ambiguous) > 0 {
		fmt.Fprintf(s.err, "note: %s, as %s says\n", text.Clean(out.Assumed.String()), text.Clean(by.file))
	}
	r.Org, r.Findings, r.Known, r.Coverage = out.Org, out.Findings, out.Known, out.Coverage
	for _, w := range out.Waived {
		r.Waived = append(r.Waived, w.Finding)
	}
	switch {
	case by.write != "":
		b := policy.NewBaseline(out.Findings)
		if err := writeWhole(by.write, s.out, b.Encode); err != nil {
			return err
		}
		fmt.Fprintf(s.err, "%s written to %s. Put it under version control.\n", plural(len(b.Entries), "known finding"), text.Clean(by.write))
		r.Findings, r.Known, _ = b.Split(out.Findings)
	case by.update:
		b := by.baseline.Update(slices.Concat(out.Findings, out.Known))
		if err := writeWhole(b.Name, s.out, b.Encode); err != nil {
			return err
		}
		fmt.Fprintf(s.err, "%s left in %s, %d taken out.\n", plural(len(b.Entries), "known finding"), text.Clean(b.Name), len(by.baseline.Entries)-len(b.Entries))
		r.Findings = slices.DeleteFunc(r.Findings, func(f orgmodel.Finding) bool { return f.Rule == policy.StaleBaseline })
	}
	return nil
}
