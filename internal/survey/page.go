package survey

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// Page writes what was found, as Markdown: a table by year, one by body and snapshot, and one of whom
// the bosses that the policy does not want are by role. It has counts alone, no title and no name.
func Page(w io.Writer, results []Result) error {
	out := bufio.NewWriter(w)
	var all Result
	years := map[string]*Result{}
	for _, r := range results {
		if years[r.Year()] == nil {
			years[r.Year()] = &Result{}
		}
		for _, sum := range []*Result{&all, years[r.Year()]} {
			sum.Senior.Add(r.Senior)
			sum.Junior.Add(r.Junior)
		}
	}
	fmt.Fprintf(out, intro, plural(len(results), "snapshot"))
	fmt.Fprint(out, "## By year\n\n| year | rows | "+heading)
	for _, year := range slices.Sorted(maps.Keys(years)) {
		rows(out, year, *years[year])
	}
	rows(out, "all", all)
	fmt.Fprint(out, "\n## By department and date\n\nSenior posts and groups of junior posts together.\n\n| department or body | date | "+heading)
	byBody := slices.Clone(results)
	slices.SortStableFunc(byBody, func(a, b Result) int { return cmp.Compare(a.Body, b.Body) })
	for _, r := range byBody {
		row(out, r.Body, cmp.Or(r.Date, "?"), r.All())
	}
	bosses(out, results)
	return out.Flush()
}

const intro = `# What the reporting policy finds in published organograms

%s, each the organisation that a body's file of senior posts and its file of junior posts make together. Roles are assumed
from titles ([how, and how well](titles.md)), and then the [policy](../internal/survey/policy.yaml) asks that a project manager's
nearest filled boss be a programme manager or an IT manager. Made by

` + "```" + `
go run ./internal/survey/cmd DIR > docs/survey.md
` + "```" + `

where DIR is a folder with the CSV files of the public repository datagovuk/organograms, or some of them. Public sector information
licensed under the Open Government Licence v3.0. Counts alone: no name and no title of the data is here.

**How to read it.** A junior row is a group of like posts, named only by its senior post, and counts as one; *FTE* says how many posts
stand behind the project managers. *Conforming*, *wrong boss*, *no boss*, *top* and *open* (a boss that is declared nowhere, or
nobody there to decide) add up to *PMs*. *Climbed* are vacant, abolished and unknown bosses passed over. *Any above* are those of the first two who have a
programme manager or an IT manager anywhere above, *in delivery* those whose nearest filled boss has any role of delivery or IT,
a project director, portfolio manager or PMO lead among them. A boss whose title names no such role is a wrong boss here; most are directors and
heads of units whose titles say nothing either way, and the files name no boss below the senior grades. So these are figures about what
titles and published lines say, and not about how well projects are run.

`

const heading = `posts | roles assumed | PMs | FTE | conforming | wrong boss | no boss | top | open | climbed | any above | in delivery |
| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
`

// rows are the lines of a year.
func rows(w io.Writer, year string, r Result) {
	row(w, year, "senior posts", r.Senior)
	row(w, year, "junior groups", r.Junior)
}

func row(w io.Writer, first, second string, t Tally) {
	fmt.Fprintf(w, "| %s | %s | %d | %d | %d | %s | %d | %d | %d | %d | %d | %d | %d | %d |\n", cell(first), cell(second),
		t.Posts, t.Assumed, t.Selected, strconv.FormatFloat(t.FTE, 'f', 1, 64), t.Conforming, t.Wrong, t.None, t.Tops, t.Open, t.Climbed, t.Above, t.Delivery)
}

// cell is a text that breaks no table.
func cell(s string) string {
	out := []rune{}
	for _, r := range s {
		if r < ' ' || r == '|' || r == '`' || r == '<' || r == '[' {
			r = ' '
		}
		out = append(out, r)
	}
	return string(out)
}

// bosses writes which roles the bosses have of whom the policy complains.
func bosses(w io.Writer, results []Result) {
	counts, total := map[string]int{}, 0
	for _, r := range results {
		for role, n := range r.wrongBosses() {
			counts[role] += n
			total += n
		}
	}
	fmt.Fprintf(w, "\n## Who the wrong bosses are\n\nThe role that the title of the nearest filled boss suggests, of %s. A boss of several roles counts for each.\n\n| role | PMs |\n| --- | --: |\n", plural(total, "role"))
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	for _, role := range keys {
		fmt.Fprintf(w, "| %s | %d |\n", cell(role), counts[role])
	}
}

// wrongBosses are the roles of the nearest filled bosses of those who break the policy.
func (r Result) wrongBosses() map[string]int {
	counts := map[string]int{}
	for _, f := range r.Findings {
		n, ok := r.Org.Find(f.Subject)
		if f.Rule != bossRule || f.Key == "missing" || !ok {
			continue
		}
		boss, some := r.Org.Manager(n).Seat, false
		for e := range r.Org.Roles(boss) {
			counts[string(r.Org.ID(e.To))]++
			some = true
		}
		if !some {
			counts["none that the title says"]++
		}
	}
	return counts
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
