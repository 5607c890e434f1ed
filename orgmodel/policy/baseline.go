package policy

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// A Baseline is findings that are known and accepted for now, so that a check tells what is new. A file
// of them has a finding a line, sorted by rule and subject, so that what comes and goes is a line of a
// diff:
//
//	2f1c0d9e8b7a6f54 error report-cycle "E17": E17 "Ann" and E18 "Bo" are above each other.
//
// Fingerprint and severity are compared; the words are for readers. A known warning that has become an
// error counts. Files of orgtest.Golden have the same lines.
type Baseline struct {
	Name    string // of the file; empty: made in Go
	Entries []Known
}

// A Known finding is a line of a baseline.
type Known struct {
	Fingerprint string
	Severity    orgmodel.Severity
	Rule        string
	Words       string // subject and message
	Line        int    // in the file; 0: made in Go
}

// String is the line.
func (k Known) String() string {
	return k.Fingerprint + " " + k.Severity.String() + " " + k.Rule + " " + k.Words
}

// NewBaseline takes findings as known, but for those about the policy itself.
func NewBaseline(found orgmodel.Findings) *Baseline {
	found = slices.DeleteFunc(slices.Clone(found), func(f orgmodel.Finding) bool { return aboutPolicy(f.Rule) })
	slices.SortStableFunc(found, func(f, g orgmodel.Finding) int {
		if c := strings.Compare(f.Rule, g.Rule); c != 0 {
			return c
		}
		if c := strings.Compare(string(f.Subject), string(g.Subject)); c != 0 {
			return c
		}
		if c := strings.Compare(f.Key, g.Key); c != 0 {
			return c
		}
		return int(g.Severity) - int(f.Severity) // of findings alike the severest stands for all
	})
	b, met := &Baseline{}, map[string]bool{}
	for _, f := range found {
		print := f.Fingerprint()
		if met[print] {
			continue
		}
		met[print] = true
		words := fmt.Sprintf("%q: %s", wording.Brief(string(f.Subject), 200), wording.Brief(f.Message, 400))
		b.Entries = append(b.Entries, Known{Fingerprint: print, Severity: f.Severity, Rule: wording.Plain(f.Rule), Words: words})
	}
	return b
}

const baselineHead = "# Findings that are known: fingerprint, severity, rule, subject, message. Compared by the first two.\n"

// Encode writes the baseline as a file: the same bytes for the same findings.
func (b *Baseline) Encode(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString(baselineHead)
	for _, k := range b.Entries {
		out.WriteString(k.String() + "\n")
	}
	return out.Flush()
}

// longestLine is how many bytes a line of a baseline may have.
const longestLine = 1 << 20

// ReadBaseline reads a file of known findings. The error is a *source.Errors with all lines that are
// none, or r's own.
func ReadBaseline(name string, r io.Reader) (*Baseline, error) {
	b := &Baseline{Name: name}
	var errs source.Errors
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		s := strings.TrimSpace(lines.Text())
		if s == "" || s[0] == '#' {
			continue
		}
		k, ok := knownOf(s)
		if k.Line = n; !ok {
			errs.Add(&source.Error{Pos: orgmodel.Pos{File: name, Line: n, Column: 1},
				Found: yamltext.Shown(s) + " is no known finding", Fix: "Begin the line with fingerprint, severity and rule, or write the file anew (--write-baseline)."})
			continue
		}
		b.Entries = append(b.Entries, k)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if errs.Total > 0 {
		return nil, &errs
	}
	return b, nil
}

func knownOf(line string) (k Known, ok bool) {
	print, rest, _ := strings.Cut(line, " ")
	severity, rest, _ := strings.Cut(rest, " ")
	rule, words, _ := strings.Cut(rest, " ")
	ok = prints.MatchString(print) && k.Severity.UnmarshalText([]byte(severity)) == nil && k.Severity != 0 && rule != ""
	k.Fingerprint, k.Rule, k.Words = print, rule, words
	return k, ok
}

// Split parts findings into those that are fresh and those that are known, and gives the entries that
// are found no longer. Findings about the policy itself are always fresh.
func (b *Baseline) Split(found orgmodel.Findings) (fresh, known orgmodel.Findings, gone []Known) {
	upTo := map[string]orgmodel.Severity{}
	for _, k := range b.Entries {
		upTo[k.Fingerprint] = max(upTo[k.Fingerprint], k.Severity)
	}
	met := map[string]bool{}
	for _, f := range found {
		print := f.Fingerprint()
		met[print] = true
		if f.Severity > upTo[print] || aboutPolicy(f.Rule) {
			fresh = append(fresh, f)
		} else {
			known = append(known, f)
		}
	}
	for _, k := range b.Entries {
		if !met[k.Fingerprint] {
			gone = append(gone, k)
		}
	}
	return fresh, known, gone
}

// Update is the baseline without what is found no longer, with the words of now and with the severities of
// now where those are lower: it never takes in what is new, nor a known warning that has become an error.
func (b *Baseline) Update(found orgmodel.Findings) *Baseline {
	upTo := map[string]orgmodel.Severity{}
	for _, k := range b.Entries {
		upTo[k.Fingerprint] = max(upTo[k.Fingerprint], k.Severity)
	}
	u := &Baseline{Name: b.Name}
	for _, k := range NewBaseline(found).Entries {
		if known, ok := upTo[k.Fingerprint]; ok {
			k.Severity = min(k.Severity, known)
			u.Entries = append(u.Entries, k)
		}
	}
	return u
}

// stale is what is to be said of entries that are found no longer, but for those of rules of which
// it is said that there are none.
func (b *Baseline) stale(gone []Known, unknown orgmodel.Findings) orgmodel.Findings {
	told := map[string]bool{}
	for _, f := range unknown {
		told[string(f.Subject)] = true
	}
	gone = slices.DeleteFunc(slices.Clone(gone), func(k Known) bool { return told[k.Rule] })
	if len(gone) == 0 {
		return nil
	}
	var places []string
	for _, k := range gone[:min(len(gone), 10)] {
		places = append(places, fmt.Sprintf("line %d (%s)", k.Line, wording.Brief(k.Rule, 100)))
	}
	if more := len(gone) - len(places); more > 0 {
		places = append(places, fmt.Sprintf("%d more", more))
	}
	name := b.Name
	if name == "" {
		name = "the baseline"
	}
	return orgmodel.Findings{{
		Rule: StaleBaseline, Severity: orgmodel.Warning, Pos: b.at(gone[0]),
		Message: wording.Count(len(gone), "known finding") + " of " + plainly(name) + " " + wasOrWere(len(gone)) + " no longer: " + yamltext.Listed(places, "and") + ".",
		Fix:     "Take such lines out: orgchart check with --update-baseline does.",
	}}
}

func wasOrWere(n int) string {
	if n == 1 {
		return "is found"
	}
	return "are found"
}

// baseline reads the file of known findings that a policy names.
func (f *file) baseline(n *yaml.Node) {
	name, ok := f.text(n, "a file name")
	if !ok {
		return
	}
	at, ok := f.beside(n, name, keyBaseline)
	if !ok {
		return
	}
	r, err := f.openFile(at)
	if err != nil {
		f.fault(n, "Write it by orgchart check --write-baseline, or leave the key out.", "the baseline %s cannot be read: %v", yamltext.Shown(name), causeOf(err))
		return
	}
	defer r.Close()
	b, err := ReadBaseline(f.trailName(at), r)
	if err != nil {
		f.stop(err)
		return
	}
	f.book.baseline = b
}
