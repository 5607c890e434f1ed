package main

import (
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"github.com/spf13/cobra"
)

// question is one that the command puts: its subjects come first, then files.
type question struct {
	name     string
	subjects int    // how many subjects it takes
	usage    string // what they are called, with a space behind
	wants    string // the same in a sentence
	short    string
	long     string
	examples []string // words behind 'orgchart ask'; they work on the demonstration organisation
	flags    func(*cobra.Command, *asking)
	ask      func(q ask.Asker, subjects []orgmodel.Ref, f *asking) (ask.Answer, error)
}

// questions in the order in which they are listed.
func questions() []question {
	return slices.Concat(upQuestions(), downQuestions(), roleQuestions(), workQuestions(), purposeQuestions(), graphQuestions(), analysisQuestions())
}

// formats are those that the answer has.
func (q question) formats() string {
	if q.name == "spans" {
		return "text, table, json or svg"
	}
	return "text, table or json"
}

func noFlags(*cobra.Command, *asking) {}

// one is a question about one subject that takes no flags.
func one(ask1 func(ask.Asker, orgmodel.Ref) ask.Answer) func(ask.Asker, []orgmodel.Ref, *asking) (ask.Answer, error) {
	return func(q ask.Asker, s []orgmodel.Ref, _ *asking) (ask.Answer, error) { return ask1(q, s[0]), nil }
}

// whole is a question about the whole organisation.
func whole(ask0 func(ask.Asker) ask.Answer) func(ask.Asker, []orgmodel.Ref, *asking) (ask.Answer, error) {
	return func(q ask.Asker, _ []orgmodel.Ref, _ *asking) (ask.Answer, error) { return ask0(q), nil }
}

func upQuestions() []question {
	return []question{{
		name: "manager", subjects: 1, usage: "SUBJECT ", wants: "a post or a person",
		short: "Who decides for a post or person",
		long: `manager names the nearest boss who is there to decide: vacant, ended and unknown bosses
are passed over, and it says which and why.`,
		examples: []string{"manager net-1", `manager "Lea Dubois"`}, flags: noFlags, ask: one(ask.Asker.Manager),
	}, {
		name: "chain", subjects: 1, usage: "SUBJECT ", wants: "a post or a person",
		short:    "Every boss above, as the lines say",
		long:     `chain lists every boss above a post or person, nearest first, vacant and ended ones too.`,
		examples: []string{"chain pm-1"}, flags: noFlags, ask: one(ask.Asker.Chain),
	}, {
		name: "common", subjects: 2, usage: "SUBJECT SUBJECT ", wants: "two posts or persons",
		short: "The manager that two have in common",
		long: `common names the nearest seat above both that is there to decide. A manager counts as
their own: of a manager and one of their reports it is that manager.`,
		examples: []string{"common net-1 dev-2"}, flags: noFlags,
		ask: func(q ask.Asker, s []orgmodel.Ref, _ *asking) (ask.Answer, error) {
			return q.CommonManager(s[0], s[1]), nil
		},
	}, {
		name:     "tops",
		short:    "Who is at the top",
		long:     `tops lists who is at the top: those flagged as such, or else whoever has reports and no boss.`,
		examples: []string{"tops"}, flags: noFlags, ask: whole(ask.Asker.Tops),
	}}
}

func downQuestions() []question {
	return []question{{
		name: "reports", subjects: 1, usage: "SUBJECT ", wants: "a post or a person",
		short: "Who reports to a post or person",
		long: `reports lists who reports to a post or person directly, or with --depth also those below,
nearest first with their distance. Vacant and ended seats are listed as what they are.`,
		examples: []string{"reports it-1", "reports it-1 --depth all"},
		flags:    depthFlag("1", "how many `levels` down, or all"),
		ask: func(q ask.Asker, s []orgmodel.Ref, f *asking) (ask.Answer, error) {
			n, err := f.levels()
			if err != nil {
				return ask.Answer{}, err
			}
			return q.Reports(s[0], n), nil
		},
	}, {
		name: "span", subjects: 1, usage: "SUBJECT ", wants: "a post or a person",
		short:    "How many report directly",
		long:     `span counts the live seats that report directly to a post or person, and how many are filled.`,
		examples: []string{"span it-1"}, flags: noFlags, ask: one(ask.Asker.Span),
	}, {
		name: "layers", subjects: 1, usage: "SUBJECT ", wants: "a post or a person",
		short:    "How many levels there are from here down",
		long:     `layers counts the levels of seats from a post or person down, its own included.`,
		examples: []string{"layers ceo"}, flags: noFlags, ask: one(ask.Asker.Layers),
	}, {
		name: "headcount", subjects: 1, usage: "SUBJECT ", wants: "a post, a person or a unit",
		short: "How many there are at and below, or in a unit",
		long: `headcount counts posts, people and full-time equivalents at a post or person and below,
which differ: a vacant post is a post and nobody, a job share one post and two people.
Of a unit, a PMO or a programme it counts the seats that are part of it.`,
		examples: []string{"headcount it-1", "headcount pmo"}, flags: noFlags, ask: one(ask.Asker.Headcount),
	}}
}

func depthFlag(usual, what string) func(*cobra.Command, *asking) {
	return func(cmd *cobra.Command, f *asking) {
		cmd.Flags().StringVar(&f.depth, "depth", usual, what)
		complete(cmd, "depth", "1", "2", "3", "all")
	}
}
