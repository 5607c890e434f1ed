package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"github.com/spf13/cobra"
)

// policing is what check holds an organisation to, and what it lets stand.
type policing struct {
	file, known, write string

	policy   *policy.Policy
	baseline *policy.Baseline
}

func (by *policing) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&by.file, "policy", "", "policy `file`: which rules, with which parameters, and what is let stand")
	f.StringVar(&by.known, "baseline", "", "`file` of findings that are known and left out (default: the policy's)")
	f.StringVar(&by.write, "write-baseline", "", "write what is found into a `file` of known findings, and leave it out")
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
		return nil
	}
	f, err := os.Open(by.known)
	if err != nil {
		return fmt.Errorf("--baseline %s: %w", by.known, unfound(err))
	}
	defer f.Close()
	by.baseline, err = policy.ReadBaseline(by.known, f)
	return err
}

// openPolicy reads a policy, and from its folder what it includes.
func openPolicy(name string) (*policy.Policy, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, unfound(err))
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.IsDir() {
		return nil, fmt.Errorf("%s is a folder: name the policy in it, such as %s", name, filepath.Join(name, "policy.yaml"))
	}
	return policy.Reader{Folder: folder{filepath.Dir(name), new(input)}}.Load(name, f)
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

// check gives the findings that count; what is let stand is told on standard error. Set are the rules
// where there is no policy.
func (by *policing) check(ctx context.Context, s streams, o *orgmodel.Org, set []orgmodel.Rule) (orgmodel.Findings, error) {
	p := by.policy
	if p == nil && by.baseline == nil && by.write == "" {
		return orgmodel.Check(ctx, o, set...)
	}
	if p == nil {
		p = policy.Of(set...)
	}
	known := by.baseline
	if by.write != "" {
		known = nil // it is written anew, from all that is found
	}
	out, err := p.CheckAgainst(ctx, o, known)
	if err != nil {
		return nil, err
	}
	by.tell(s, out)
	if by.write == "" {
		return out.Findings, nil
	}
	b := policy.NewBaseline(out.Findings)
	if err := writeWhole(by.write, s.out, b.Encode); err != nil {
		return nil, err
	}
	fmt.Fprintf(s.err, "%s written to %s. Put it under version control.\n", plural(len(b.Entries), "known finding"), text.Clean(by.write))
	fresh, _, _ := b.Split(out.Findings)
	return fresh, nil
}

// tell says how much is let stand, and what no longer need be.
func (by *policing) tell(s streams, out policy.Outcome) {
	if len(out.Assumed.Made)+len(out.Assumed.Ambiguous) > 0 {
		fmt.Fprintf(s.err, "note: %s, as %s says\n", text.Clean(out.Assumed.String()), text.Clean(by.file))
	}
	if n := len(out.Waived); n > 0 {
		fmt.Fprintf(s.err, "%s waived by %s.\n", plural(n, "finding"), text.Clean(by.file))
	}
	if n := len(out.Known); n > 0 {
		fmt.Fprintf(s.err, "%s known.\n", plural(n, "finding"))
	}
	if n := len(out.Gone); n > 0 {
		var places []string
		for i, k := range out.Gone {
			if i == 10 {
				places = append(places, "...")
				break
			}
			places = append(places, fmt.Sprintf("line %d (%s)", k.Line, k.Rule))
		}
		fmt.Fprintf(s.err, "%s of %s found no longer: %s; --write-baseline leaves them out.\n", plural(n, "known finding"), text.Clean(by.baseline.Name), text.Clean(strings.Join(places, ", ")))
	}
}
