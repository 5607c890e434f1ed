package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"example.com/orgchart/internal/demo"
	"example.com/orgchart/orgmodel"
	checks "example.com/orgchart/orgmodel/engine"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/rules"
	"github.com/spf13/cobra"
)

func newRules(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "rules [NAME]",
		Short: "List the rules there are",
		Example: `  orgchart rules
  orgchart rules report-cycle`,
		Long: `rules lists the rules that check holds an organisation to, with the severity of their
findings, the packs that a policy file turns on, and the rules that need something only
the house knows; last, what is told of rules, policies and files themselves. With a name it does what explain does.`,
		Args:              oneRule("rules"),
		ValidArgsFunction: ruleNames,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return list(s)
			}
			return explain(s, args[0])
		},
	}
}

func newExplain(s streams) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "explain RULE",
		Short: "Say what a rule demands, and why",
		Example: `  orgchart explain report-cycle
  orgchart explain pm-boss --policy policy.yaml`,
		Long: `explain says of one rule what it demands, why, what it is known to report wrongly, and
what breaks it and mends it, and its keys in a policy file. Without one, what stands in
brackets counts. --policy names a policy whose own rules are explained too.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("name a rule: 'orgchart explain report-cycle'; 'orgchart rules' lists them")
			}
			return oneRule("explain")(cmd, args)
		},
		ValidArgsFunction: ruleNames,
		RunE: func(_ *cobra.Command, args []string) error {
			if file == "" {
				return explain(s, args[0])
			}
			p, err := openPolicy(file)
			if err != nil {
				return err
			}
			return explain(s, args[0], p.Rules()...)
		},
	}
	cmd.Flags().StringVar(&file, "policy", "", "policy `file` whose rules are explained too")
	return cmd
}

func oneRule(name string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 1 {
			return fmt.Errorf("one rule at a time: 'orgchart %s %s'", name, args[0])
		}
		return nil
	}
}

// ruleNames completes the name of a rule, and of no second.
func ruleNames(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if len(args) == 0 {
		for _, r := range known() {
			policy, _, _ := strings.Cut(r.Doc, "\n")
			names = append(names, r.Name+"\t"+policy)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// packs are those beside the core.
func packs() []policy.Pack { return policy.Packs()[1:] }

func known() []orgmodel.Rule {
	return slices.Concat(rules.All(), rules.Made(), checks.Checks())
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
	fmt.Fprintln(w, "\nTold by no rule but by what runs them, of rules, policies and files:")
	for _, r := range checks.Checks() {
		row(r)
	}
	return w.Flush()
}

// explain says of a rule what it demands: of one of own, of one that there is, of the
// demonstration's, which its findings name, or of a check of the engine.
func explain(s streams, name string, own ...orgmodel.Rule) error {
	r, err := policy.Find(name, append(own, demo.Policy())...)
	if err != nil {
		for _, p := range policy.Packs() {
			if p.Name == name {
				return fmt.Errorf("%s is a pack, and no rule; 'orgchart rules' lists what is in it", name)
			}
		}
		var unknown *policy.UnknownRuleError
		if len(own) == 0 && errors.As(err, &unknown) && unknown.Like == "" {
			return fmt.Errorf("%w; 'orgchart rules' lists them; for a rule of a policy: orgchart explain %s --policy policy.yaml", err, shellWord(name))
		}
		return fmt.Errorf("%w; 'orgchart rules' lists them", err)
	}
	_, err = fmt.Fprintf(s.out, "%s (%s)\n\n%s\n%s", r.Name, r.Severity, strings.TrimSpace(r.Doc), inFile(name))
	return err
}

// inFile says how a rule is named in a policy file.
func inFile(name string) string {
	keys := policy.Parameters(name)
	if len(keys) == 0 {
		return ""
	}
	return fmt.Sprintf("\nIn a policy file:\n  - {check: %s, ...}, with %s\n", name, strings.Join(keys, ", "))
}
