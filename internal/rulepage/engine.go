package rulepage

import (
	"fmt"
	"strings"

	"example.com/orgchart/orgmodel/engine"
)

// Checks are the sections of docs/rules/engine.md, one for each check that is no rule: what it demands, why,
// what is to be known, and the way to put it right.
func Checks() string {
	var b strings.Builder
	for _, c := range engine.Checks() {
		fmt.Fprintf(&b, "\n## %s\n\n", c.Name)
		for i, p := range strings.Split(strings.TrimSpace(c.Doc), "\n\n") {
			p = escape(strings.Join(strings.Fields(p), " "))
			switch fix, isFix := strings.CutPrefix(p, "Fix: "); {
			case i == 0:
				p = "**" + p + "** " + capital(c.Severity.String()) + "."
			case isFix:
				p = "**To do:** " + fix
			}
			fmt.Fprintf(&b, "%s%s\n", map[bool]string{true: "\n"}[i > 0], capital(strings.TrimPrefix(p, "Why: ")))
		}
	}
	return b.String()
}
