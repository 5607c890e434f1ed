package main

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"github.com/spf13/cobra"
)

// workQuestions are about remits, roles side by side, and who is a line manager.
func workQuestions() []question {
	return []question{{
		name: "scope", subjects: 1, usage: "SUBJECT ", wants: "a person, a post or a role",
		short: "What is in somebody's remit",
		long: `scope lists the units, projects and services in somebody's remit: what they own and where
they have a role, and what is part of it. What those below are in charge of is said besides.`,
		examples: []string{"scope ops-1", "scope it-1"}, flags: noFlags, ask: one(ask.Asker.ScopeOf),
	}, {
		name: "facets", subjects: 1, usage: "SUBJECT ", wants: "a person, a post or a role",
		short: "Whether it is projects, operations, back office or client-facing",
		long: `facets says whether the work of somebody, or of a role, is about projects, operations, the
back office or clients, and what says so: the kinds of the work in the remit, and tags.`,
		examples: []string{"facets it-manager", "facets ops-1"}, flags: noFlags, ask: one(ask.Asker.FacetsOf),
	}, {
		name: "overlap", subjects: 2, usage: "ROLE ROLE ", wants: "two roles",
		short: "What two roles share and what separates them",
		long: `overlap lists who has both of two roles, which duties are those of both and in which scopes
both are held, and says what only one of them has.`,
		examples: []string{"overlap project-manager it-manager", "overlap project-manager business-analyst"}, flags: noFlags,
		ask: func(q ask.Asker, s []orgmodel.Ref, _ *asking) (ask.Answer, error) {
			return q.RoleOverlap(s[0], s[1]), nil
		},
	}, {
		name: "line-manager", subjects: 1, usage: "SUBJECT ", wants: "a post or a person",
		short:    "Whether somebody is a line manager",
		long:     `line-manager says whether a live seat reports to somebody by a solid line, and which do. No role makes a line manager.`,
		examples: []string{"line-manager it-1", "line-manager pm-1"}, flags: noFlags, ask: one(ask.Asker.IsLineManager),
	}}
}

// purposeQuestions are about time, projects and what work is for.
func purposeQuestions() []question {
	return []question{{
		name: "history", subjects: 1, usage: "SUBJECT ", wants: "a post or a person",
		short: "Who held a post, and when nobody did",
		long: `history lists who has held a post and will hold it, acting or not, with the gaps and overlaps
between, and to whom it reported; of a person, which posts they held.`,
		examples: []string{"history pm-1"}, flags: noFlags, ask: one(ask.Asker.History),
	}, {
		name: "projects", subjects: 1, usage: "SUBJECT ", wants: "a person or a post",
		short: "Which projects somebody has to do with",
		long: `projects lists the projects, programmes and portfolios in which somebody has a role, works,
or which they own or sponsor; with --tag only those with a tag.`,
		examples: []string{"projects pm-2", "projects pm-2 --tag it"},
		flags: func(cmd *cobra.Command, f *asking) {
			cmd.Flags().StringVar(&f.tag, "tag", "", "only those with this `tag`, such as it")
		},
		ask: func(q ask.Asker, s []orgmodel.Ref, f *asking) (ask.Answer, error) {
			return q.ProjectsOf(s[0], f.tag), nil
		},
	}, {
		name: "classify", subjects: 1, usage: "SUBJECT ", wants: "a person or a post",
		short: "Business or IT project manager, and what says so",
		long: `classify says whether somebody who runs projects is a business or an IT project manager, by
their role, home unit, budget and distance from the sponsor; that it cannot be told is an answer.`,
		examples: []string{"classify pm-2", "classify pm-4", "classify pm-1"}, flags: noFlags, ask: one(ask.Asker.ClassifyPM),
	}, {
		name: "run-as", usage: "",
		short: "Which work is run in project style",
		long: `run-as lists the work that is run as a project by its attribute run-as, services and operations
too, or with --style in another style.`,
		examples: []string{"run-as"},
		flags: func(cmd *cobra.Command, f *asking) {
			cmd.Flags().StringVar(&f.style, "style", "project", "the `style`: project or operation")
			complete(cmd, "style", "project", "operation")
		},
		ask: func(q ask.Asker, _ []orgmodel.Ref, f *asking) (ask.Answer, error) { return q.RunAs(f.style), nil },
	}, {
		name: "why", subjects: 1, usage: "SUBJECT ", wants: "a person, a post or work",
		short: "What somebody's work is for",
		long: `why shows the way from somebody over their work and its benefits, or its business case, to an
outcome or a need; where there is none it says where the way ends.`,
		examples: []string{`why "Zoë Papadopoulos"`, "why pm-3"}, flags: noFlags, ask: one(ask.Asker.WhyAmIHere),
	}, {
		name:  "line-of-sight",
		short: "How many can tell what their work is for",
		long: `line-of-sight counts those at work who have a way to an outcome, and lists those who have none;
'orgchart ask why' says of one of them where the way ends.`,
		examples: []string{"line-of-sight"}, flags: noFlags, ask: whole(ask.Asker.LineOfSight),
	}}
}
