package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel/internal/wording"
)

// Markdown writes a report for a pull request: the verdict, a table of the rules that found
// something, and the findings of each rule folded under it, with their rows quoted. It is written
// for GitHub and reads well elsewhere.
//
// All that an author wrote stands in code, where no name is markup, a link, a picture or a mention of
// somebody. The whole is cut at Max bytes, between findings, and says how many are left out.
type Markdown struct {
	Most int // findings shown of a rule; 0: 10, below 0: as many as there is room for
	Max  int // bytes; 0: 65,536, the most that a comment on GitHub may have; never less than 4,096
}

// Write writes r. The error is w's.
func (m Markdown) Write(w io.Writer, r Report) error {
	r = r.told()
	room := max(filled(m.Max, 65_536), 4096)
	s := r.Summary()
	b := &markdown{room: room - 512} // for what closes it
	b.head(r, s, room/4)
	groups := ByRule.groups(r.Findings, filled(m.Most, 10))
	p := Text{}.printer(nil)
	p.quote(r, groups)
	policies := s.policies()
	left := 0
	for i, g := range groups {
		if !b.group(g, policies[g.findings[0].Rule], p.rows) {
			for _, g := range groups[i:] {
				left += len(g.findings)
			}
			break
		}
	}
	if left += b.dropped; left > 0 {
		fmt.Fprintf(b, "\n%s not shown for want of room; `orgchart check` shows all.\n", wording.Count(left, "finding"))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// A markdown is a text that knows how much room there is.
type markdown struct {
	bytes.Buffer
	room    int
	dropped int // findings of groups begun that found no room
}

// head is the verdict and the table, which may take so many bytes.
func (b *markdown) head(r Report, s Summary, most int) {
	sign := "✅"
	switch {
	case s.Errors > 0:
		sign = "❌"
	case s.Warnings > 0:
		sign = "⚠️"
	}
	fmt.Fprintf(b, "### %s %s in %s\n\n", sign, s.verdict(), code(r.name()))
	fmt.Fprintf(b, "%s, %s. Level **%s**%s", capital(r.day()), s.looked(), s.Level, s.standing())
	if len(s.Blocking) > 0 {
		fmt.Fprintf(b, "; in the way of the next: %s", codes(s.Blocking))
	}
	if s.LevelOfAll < s.Level {
		fmt.Fprintf(b, "; with what is let stand **%s**, for %s", s.LevelOfAll, codes(s.BlockingOfAll))
	}
	b.WriteString(".\n")
	if idle := s.Idle(); len(idle) > 0 {
		fmt.Fprintf(b, "Looked at nothing: %s.\n", codes(idle))
	}
	b.coverage(r)
	if len(r.Findings) == 0 {
		return
	}
	b.WriteString("\n| rule | errors | warnings | infos |\n| --- | ---: | ---: | ---: |\n")
	rest := 0
	found := slices.DeleteFunc(slices.Clone(s.Rules), func(c RuleCount) bool { return c.Found() == 0 })
	slices.SortFunc(found, func(a, b RuleCount) int {
		return cmp.Or(cmp.Compare(worst(b), worst(a)), cmp.Compare(a.Rule, b.Rule))
	})
	for _, c := range found {
		if b.Len() > most {
			rest++
			continue
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", code(c.Rule), figure(c.Errors), figure(c.Warnings), figure(c.Infos))
	}
	if rest > 0 {
		fmt.Fprintf(b, "\n%s more.\n", wording.Count(rest, "rule"))
	}
}

// coverage is a table of what rules are about, where somebody asked.
func (b *markdown) coverage(r Report) {
	if r.Coverage == nil {
		return
	}
	b.WriteString("\n| rules are about | of | not, the first of them |\n| ---: | ---: | --- |\n")
	for _, t := range tallies(r.Coverage) {
		missed := ""
		if len(t.missed) > 0 {
			missed = codes(t.missed[:min(len(t.missed), 10)])
		}
		fmt.Fprintf(b, "| %d | %d %s | %s |\n", t.covered, t.all, t.what, missed)
	}
}

// group folds the findings of a rule; false where there is room for none.
func (b *markdown) group(g group, policy string, q rows) bool {
	const end = "</details>\n"
	f := g.findings[0]
	var head bytes.Buffer
	fmt.Fprintf(&head, "\n<details><summary>%s <code>%s</code> (%d)", severity(f), xmlText(brief(f.Rule, longName)), len(g.findings))
	if policy != "" {
		fmt.Fprintf(&head, ": <code>%s</code>", xmlText(brief(policy, longMessage)))
	}
	head.WriteString("</summary>\n")
	room := b.room - b.Len() - head.Len() - len(end) - 64
	shown := 0
	var body bytes.Buffer
	for _, f := range g.findings[:g.shown] {
		block := "<pre>\n" + xmlText(textOf(f, q)) + "</pre>\n"
		if body.Len()+len(block) > room {
			break
		}
		body.WriteString(block)
		shown++
	}
	if shown == 0 {
		return false
	}
	b.Write(head.Bytes())
	b.Write(body.Bytes())
	if n := len(g.findings) - g.shown; n > 0 {
		fmt.Fprintf(b, "<p>and %d more</p>\n", n)
	}
	b.dropped += g.shown - shown
	b.WriteString(end)
	return true
}

// code is a text as a code span of Markdown that may stand in a table: its fence is longer than
// any run of backticks in it, and a bar, which would end a cell, is a broken bar.
func code(s string) string {
	s = strings.ReplaceAll(brief(s, longName), "|", "¦")
	if strings.Trim(s, " ") == "" {
		s = "(empty)"
	}
	longest, run := 0, 0
	for i := 0; i < len(s); i++ {
		if s[i] != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	if longest > 0 || strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		s = " " + s + " "
	}
	return fence + s + fence
}

func codes(names []string) string {
	const most = 10
	var parts []string
	for _, n := range names[:min(len(names), most)] {
		parts = append(parts, code(n))
	}
	if n := len(names) - most; n > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(parts, ", ")
}

func figure(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
