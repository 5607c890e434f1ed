package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"github.com/spf13/cobra"
)

func newRules(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "rules [NAME]",
		Short: "List the rules, or explain one",
		Example: `  orgchart rules
  orgchart rules report-cycle`,
		Long: `rules lists the rules that check holds an organisation to, with the severity of their
findings, the packs that a program in Go may add, and the rules that a policy of one's own makes in
Go. Of one it says what it demands,
why, and what it is known to report wrongly. The parameters of a rule are set in Go; check
uses what stands in brackets.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("one rule at a time: 'orgchart rules %s'", args[0])
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, r := range known() {
				policy, _, _ := strings.Cut(r.Doc, "\n")
				names = append(names, r.Name+"\t"+policy)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return list(s)
			}
			return explain(s, args[0])
		},
	}
}

// made are the rules that a policy makes with parameters of its own, with some for an example.
func made() []orgmodel.Rule {
	return []orgmodel.Rule{
		rules.ReportsToRole{For: "project-manager", To: []orgmodel.ID{"programme-manager", "it-manager"}}.Rule(),
		rules.RequiresLine{For: "project-manager"}.Rule(),
		rules.ForbiddenLine{Deny: []rules.Pair{{From: "auditor", To: "finance-manager"}}}.Rule(),
		rules.MatrixMode{Mode: rules.Balanced}.Rule(),
		rules.PMLoad{Max: 3}.Rule(),
	}
}

// pack is rules that a program adds with one call.
type pack struct {
	title string
	rules []orgmodel.Rule
}

// packs are those beside the core.
func packs() []pack {
	return []pack{
		{"Pack Policy, who reports to whom; added in Go:", rules.Policy()},
		{"Pack Shape, span and layers; added in Go:", rules.Shape()},
	}
}

func known() []orgmodel.Rule {
	all := rules.Core()
	for _, p := range packs() {
		all = append(all, p.rules...)
	}
	return append(all, made()...)
}

func list(s streams) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	row := func(r orgmodel.Rule) {
		policy, _, _ := strings.Cut(r.Doc, "\n")
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Name, r.Severity, policy)
	}
	for _, r := range rules.Core() {
		row(r)
	}
	for _, p := range packs() {
		fmt.Fprintln(w, "\n"+p.title)
		for _, r := range p.rules {
			row(r)
		}
	}
	fmt.Fprintln(w, "\nMade in Go for a policy of one's own, here with parameters for an example:")
	for _, r := range made() {
		row(r)
	}
	return w.Flush()
}

func explain(s streams, name string) error {
	for _, r := range append(known(), demo.Policy()) { // the demonstration's findings name it
		if r.Name == name {
			_, err := fmt.Fprintf(s.out, "%s (%s)\n\n%s\n", r.Name, r.Severity, strings.TrimSpace(r.Doc))
			return err
		}
	}
	return fmt.Errorf("%q is no rule%s; 'orgchart rules' lists them", name, nearest(name))
}

// nearest suggests the rule whose name is most like the one given.
func nearest(name string) string {
	best, least := "", len(name)/2+2
	for _, r := range known() {
		if d := distance(name, r.Name); d < least {
			best, least = r.Name, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(", did you mean %s?", best)
}

// distance is how many letters differ between two names (Levenshtein).
func distance(a, b string) int {
	if len(a) > 100 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		prev := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := prev
			if a[i-1] != b[j-1] {
				cost = 1 + min(prev, row[j-1], row[j])
			}
			prev, row[j] = row[j], cost
		}
	}
	return row[len(b)]
}
