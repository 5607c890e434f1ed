package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"github.com/spf13/cobra"
)

func newPolicy(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "policy",
		Short: "Read a policy file: say what it demands, or what is odd about it",
		Long: `A policy file says in YAML which rules an organisation is held to, with which
parameters, which findings are let stand, until when and why:

  policy: orgpolicy/v1
  packs: [core, delivery]
  rules:
    - {check: span-wide, default: 8}
    - id: pm-boss
      check: reports-to-role
      for: {role: project-manager}
      to: {any-role: [programme-manager, it-manager]}
  waivers:
    - {rule: pm-boss, subject: PM-017, reason: acting head, owner: DEL-01, expires: 2026-09-30}

'orgchart check --policy FILE' holds an organisation to it. Packs: core, policy, shape,
delivery, value, duty, ops. Profiles: ` + strings.Join(policy.Profiles(), ", ") + ".",
		Example: `  orgchart policy describe policy.yaml
  orgchart policy lint policy.yaml
  orgchart policy schema > orgpolicy.schema.json`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return fmt.Errorf("%q is nothing to do with a policy%s; there are describe, lint and schema", args[0], meant("", args[0], "describe", "lint", "schema"))
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPolicyDescribe(s), newPolicyLint(s), newPolicySchema(s))
	return cmd
}

// onePolicy is the argument of a command about a policy.
func onePolicy(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("name one policy: '%s policy.yaml'", cmd.CommandPath())
	}
	return nil
}

func newPolicyDescribe(s streams) *cobra.Command {
	return &cobra.Command{
		Use: "describe FILE", Short: "Say in plain sentences what a policy demands", Args: onePolicy,
		Example: "  orgchart policy describe policy.yaml",
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := openPolicy(args[0])
			if err != nil {
				return err
			}
			return p.Describe(s.out)
		},
	}
}

func newPolicyLint(s streams) *cobra.Command {
	var asOf, known string
	cmd := &cobra.Command{
		Use: "lint FILE", Short: "Say what is odd about a policy, without an organisation", Args: onePolicy,
		Long: `lint reads a policy with what it includes and its baseline, and tells waivers that have
expired, have no reason, no owner or no end, that stand twice or are about rules that do
not run, rules that there are not, and known findings that stand twice. It exits with 1
where something is an error or a warning. Known findings that are found no longer are
told by check, which has an organisation to look in.`,
		Example: "  orgchart policy lint policy.yaml --as-of 2026-10-01",
		RunE: func(_ *cobra.Command, args []string) error {
			day, err := dayOf(asOf, time.Now())
			if err != nil {
				return err
			}
			p, err := openPolicy(args[0])
			if err != nil {
				return err
			}
			found := p.Lint(day)
			if known != "" {
				b, err := openBaseline(known)
				if err != nil {
					return err
				}
				found = append(found, b.Lint(p)...)
			}
			for _, f := range found {
				if _, err := fmt.Fprintln(s.out, text.Clean(f.String()+" "+f.Fix)); err != nil {
					return err
				}
			}
			if len(found.AtLeast(orgmodel.Warning)) > 0 {
				return errFound
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&asOf, "as-of", "today", "the `day` by which waivers expire: YYYY-MM-DD, today, or none")
	cmd.Flags().StringVar(&known, "baseline", "", "`file` of known findings to look at, too, beside the policy's")
	complete(cmd, "as-of", "today", "none")
	return cmd
}

func newPolicySchema(s streams) *cobra.Command {
	return &cobra.Command{
		Use: "schema", Short: "Write the JSON Schema of policy files, for editors",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return errors.New("schema takes no file: it writes the schema to standard output")
			}
			return nil
		},
		Example: "  orgchart policy schema > orgpolicy.schema.json",
		RunE: func(*cobra.Command, []string) error {
			_, err := s.out.Write(policy.Schema())
			return err
		},
	}
}
