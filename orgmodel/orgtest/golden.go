package orgtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/rules"
)

// UpdateVariable is the environment variable that, set to 1, makes Golden write its files
// instead of comparing. It is a variable and no flag, so that it clashes with no flag of yours.
const UpdateVariable = "ORGTEST_UPDATE"

// Golden fails t unless rules, those of the core pack where none is named, find what a file
// says that they find: what is known may stay, what is new fails, and so does what is gone,
// lest it comes back unseen. The file is written by running the test with ORGTEST_UPDATE=1;
// put it under version control.
//
// A row is a fingerprint, a severity and the finding in words. The words are for readers:
// findings are compared by fingerprint and severity, so moved rows, renamed people and a
// better wording change nothing.
func Golden(t testing.TB, org *orgmodel.Org, file string, pack ...orgmodel.Rule) {
	t.Helper()
	if len(pack) == 0 {
		pack = rules.Core()
	}
	found, err := orgmodel.Checker{Limit: -1}.Check(context.Background(), org, pack...)
	if err != nil {
		t.Errorf("the check was given up: %v", err)
		return
	}
	if os.Getenv(UpdateVariable) == "1" {
		writeGolden(t, file, found)
		return
	}
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s is not there. Write it with what is found now (%s), and read it before you commit it:\n    %s",
			file, cmp.Or(tally(found), "nothing"), accept(t))
		return
	}
	var known []row
	if err == nil {
		known, err = parseGolden(file, string(text))
	}
	if err != nil {
		t.Errorf("the known findings cannot be read: %v", err)
		return
	}
	compareGolden(t, org, file, known, found)
}

// A row is a line of a golden file.
type row struct {
	line        int
	mark, words string // fingerprint and severity; and the rest
}

const goldenHead = `# Findings that are known: fingerprint, severity, rule, subject, message. Compared by the first two.
`

func mark(f orgmodel.Finding) string { return f.Fingerprint() + " " + f.Severity.String() }

func writeGolden(t testing.TB, file string, found orgmodel.Findings) {
	t.Helper()
	var b strings.Builder
	b.WriteString(goldenHead)
	for _, f := range found {
		b.WriteString(mark(f) + " " + oneLine(f.Rule+" "+quote(string(f.Subject))+": "+f.Message) + "\n")
	}
	err := os.MkdirAll(filepath.Dir(file), 0o777)
	if err == nil {
		err = os.WriteFile(file, []byte(b.String()), 0o666)
	}
	if err != nil {
		t.Errorf("the known findings cannot be written: %v", err)
		return
	}
	t.Logf("%s written: %s", file, cmp.Or(tally(found), "no finding"))
}

func parseGolden(file, text string) ([]row, error) {
	var rows []row
	for i, s := range strings.Split(text, "\n") {
		s = strings.TrimSpace(s)
		if s == "" || s[0] == '#' {
			continue
		}
		print, rest, _ := strings.Cut(s, " ")
		severity, words, _ := strings.Cut(rest, " ")
		var v orgmodel.Severity
		if len(print) != 16 || strings.Trim(print, "0123456789abcdef") != "" || v.UnmarshalText([]byte(severity)) != nil || v == 0 {
			return nil, fmt.Errorf("%s:%d: %.40q begins with no fingerprint and severity: mend it, or write the file anew with %s=1", file, i+1, s, UpdateVariable)
		}
		rows = append(rows, row{i + 1, print + " " + severity, words})
	}
	return rows, nil
}

func compareGolden(t testing.TB, org *orgmodel.Org, file string, known []row, found orgmodel.Findings) {
	t.Helper()
	left := map[string][]row{}
	for _, k := range known {
		left[k.mark] = append(left[k.mark], k)
	}
	var fresh orgmodel.Findings
	for _, f := range found {
		if rows := left[mark(f)]; len(rows) > 0 {
			left[mark(f)] = rows[1:]
		} else {
			fresh = append(fresh, f)
		}
	}
	lost := map[int]bool{}
	for _, rows := range left {
		for _, k := range rows {
			lost[k.line] = true
		}
	}
	var gone []string
	for _, k := range known {
		if lost[k.line] {
			gone = append(gone, fmt.Sprintf("%s:%d: %s %s", file, k.line, k.mark[17:], k.words))
		}
	}
	if len(fresh) == 0 && len(gone) == 0 {
		return
	}
	var b strings.Builder
	if len(fresh) > 0 {
		fmt.Fprintf(&b, "%s, not in %s:\n%s\n", wording.Count(len(fresh), "new finding"), file, indent(told(fresh)))
	}
	if len(gone) > 0 {
		all := len(gone)
		if all > shown {
			gone = append(gone[:shown], fmt.Sprintf("and %d more, %d in all", all-shown, all))
		}
		fmt.Fprintf(&b, "%s, known and no longer found:\n%s\n", wording.Count(all, "finding"), indent(strings.Join(gone, "\n")))
	}
	t.Errorf("the findings%s%s have changed.\n%sIf that is meant, accept it:\n    %s", of(org), onDay(org), b.String(), accept(t))
}

// accept is the command that writes the file of the test that runs, in the folder of the test.
func accept(t testing.TB) string {
	var parts []string
	for _, p := range strings.Split(t.Name(), "/") {
		parts = append(parts, "^"+regexp.QuoteMeta(p)+"$")
	}
	return UpdateVariable + "=1 go test -run '" + strings.Join(parts, "/") + "' ."
}
