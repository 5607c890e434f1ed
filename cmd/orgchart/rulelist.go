package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
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
findings, the packs that a policy file turns on, and the rules that need something only
the house knows. Of one it says what it demands, why, what it is known to report wrongly,
and its keys in a policy file; without one, what stands in brackets counts.`,
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

// packs are those beside the core.
func packs() []policy.Pack { return policy.Packs()[1:] }

func known() []orgmodel.Rule {
	return append(rules.All(), rules.Made()...)
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
		fmt.Fprintf(w, "\nPack %s, %s; turned on in a policy file:\n", p.Name, p.About)
		for _, r := range p.Rules {
			row(r)
		}
	}
	fmt.Fprintln(w, "\nMade by a policy of one's own, here with parameters for an example:")
	for _, r := range rules.Made() {
		row(r)
	}
	return w.Flush()
}

func explain(s streams, name string) error {
	for _, r := range append(known(), demo.Policy()) { // the demonstration's findings name it
		if r.Name == name {
			_, err := fmt.Fprintf(s.out, "%s (%s)\n\n%s\n%s", r.Name, r.Severity, strings.TrimSpace(r.Doc), inFile(name))
			return err
		}
	}
	return fmt.Errorf("%q is no rule%s; 'orgchart rules' lists them", name, nearest(name))
}

// inFile says how a rule is named in a policy file.
func inFile(name string) string {
	keys := policy.Parameters(name)
	if len(keys) == 0 {
		return ""
	}
	return fmt.Sprintf("\nIn a policy file:\n  - {check: %s, ...}, with %s\n", name, strings.Join(keys, ", "))
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
