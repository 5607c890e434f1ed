package main

import (
	"fmt"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"github.com/spf13/cobra"
)

func roleQuestions() []question {
	return []question{{
		name: "holders", subjects: 1, usage: "POST|--role ROLE ", wants: "a post, or a role by --role",
		short: "Who holds a post, or a role",
		long: `holders lists who holds a post; or, with --role, who holds a role or one that is-a that
role, everywhere or with --in in one scope. A role held without a scope answers no question
about a scope; the answer names who holds it so.`,
		examples: []string{"holders ba-1", "holders --role it-manager", "holders --role project-manager --in payments"},
		flags: func(cmd *cobra.Command, f *asking) {
			cmd.Flags().StringVar(&f.role, "role", "", "ask for the holders of this `role` rather than of a post")
			inFlag(cmd, f)
		},
		ask: askHolders,
	}, {
		name: "roles", subjects: 1, usage: "SUBJECT|--assumed ", wants: "a person or a post, or a project, programme or unit; or --assumed",
		short: "Which roles somebody has, or who has which in a project",
		long: `roles lists the roles of a person or a post, with those they are through is-a. Of a
project, a programme or a unit it lists who has which role there. With --assumed it lists the
roles that nobody states and --assume-roles takes, or would take, from titles: the record, the
title and the pattern; and the titles that leave open what is meant.`,
		examples: []string{"roles infra-1", "roles payments", "roles pm-1 --in payments", "roles --assumed"},
		flags: func(cmd *cobra.Command, f *asking) {
			inFlag(cmd, f)
			cmd.Flags().BoolVar(&f.assumed, "assumed", false, "list the roles that are, or would be, assumed from titles")
		},
		ask: askRoles,
	}, {
		name: "members", subjects: 1, usage: "SUBJECT ", wants: "a unit, a PMO, a programme or a project",
		short: "What is part of a unit or works on a project",
		long: `members lists what is part of a unit, a PMO, a programme or a project or works on it,
directly and through others.`,
		examples: []string{"members pmo", "members digital"},
		flags:    depthFlag("all", "through how many `levels` of units, or all"),
		ask: func(q ask.Asker, s []orgmodel.Ref, f *asking) (ask.Answer, error) {
			n, err := f.levels()
			if err != nil {
				return ask.Answer{}, err
			}
			return q.Members(s[0], n), nil
		},
	}}
}

func inFlag(cmd *cobra.Command, f *asking) {
	cmd.Flags().StringVar(&f.scope, "in", "", "only roles held in this `scope`: a project, a programme, a unit")
}

func askHolders(q ask.Asker, s []orgmodel.Ref, f *asking) (ask.Answer, error) {
	scope, err := f.scopeRef(q)
	if err != nil {
		return ask.Answer{}, err
	}
	if f.role != "" {
		role, err := q.Find(f.role)
		if err != nil {
			return ask.Answer{}, fmt.Errorf("--role: %w", err)
		}
		return q.RoleHolders(role, scope), nil
	}
	if scope == orgmodel.None {
		return q.Holders(s[0]), nil
	}
	if q.Org.Kind(s[0]) != orgmodel.Role {
		return ask.Answer{}, fmt.Errorf("--in is for roles, and %q is none: a post is held everywhere", q.Org.ID(s[0]))
	}
	return q.RoleHolders(s[0], scope), nil
}

func askRoles(q ask.Asker, s []orgmodel.Ref, f *asking) (ask.Answer, error) {
	scope, err := f.scopeRef(q)
	if err != nil {
		return ask.Answer{}, err
	}
	if f.assumed {
		if scope != orgmodel.None {
			return ask.Answer{}, fmt.Errorf("--in %s: no role is assumed in a scope; leave it out, or leave out --assumed", f.scope)
		}
		return q.AssumedRoles(f.in.assumed.made.Ambiguous...), nil
	}
	switch o, r := q.Org, s[0]; {
	case o.Kind(r) == orgmodel.Role:
		return q.RoleHolders(r, scope), nil
	case o.MaySit(r) && o.Declared(r):
		return q.Roles(r, scope), nil
	case scope != orgmodel.None:
		return ask.Answer{}, fmt.Errorf("--in is for the roles of a person or a post: ask 'orgchart ask roles %s' alone", o.ID(r))
	default:
		return q.RolesIn(r), nil
	}
}

func graphQuestions() []question {
	return []question{{
		name: "path", subjects: 2, usage: "SUBJECT SUBJECT ", wants: "two records of any kind",
		short: "How two records are joined",
		long: `path shows the shortest way from one record to another along lines of any relation, or of
those that --via names, in either direction.`,
		examples: []string{"path fin-1 pm-1", "path pm-2 pm-1 --via directed-by,reports-to"},
		flags: func(cmd *cobra.Command, f *asking) {
			cmd.Flags().StringSliceVar(&f.via, "via", nil, "only lines of these `relations`, separated by commas, such as reports-to,holds")
		},
		ask: func(q ask.Asker, s []orgmodel.Ref, f *asking) (ask.Answer, error) {
			rels, err := f.relations(q.Org)
			if err != nil {
				return ask.Answer{}, err
			}
			return q.Path(s[0], s[1], rels...), nil
		},
	}, {
		name: "loop", subjects: 1, usage: "SUBJECT ", wants: "a post or a person",
		short:    "Whether somebody is above themselves",
		long:     `loop shows the shortest way by which a post or person is its own boss, if it is.`,
		examples: []string{"loop berth-1"}, flags: noFlags, ask: one(ask.Asker.Loop),
	}, {
		name:     "loops",
		short:    "All loops of bosses",
		long:     `loops lists every group of seats that are all above each other, with the shortest loop in it.`,
		examples: []string{"loops"}, flags: noFlags, ask: whole(ask.Asker.Loops),
	}}
}
