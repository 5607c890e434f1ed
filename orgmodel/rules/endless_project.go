package rules

import (
	"strconv"
	"time"

	"example.com/orgchart/orgmodel"
)

// Review is the attribute of work that says on which day it is decided whether it goes on.
const Review = "review"

// EndlessProject is the rule endless-project: a project ends.
type EndlessProject struct {
	MaxMonths  int             // how long a project may take; 0 means 36
	Kinds      []orgmodel.Kind // what ends; nil means project
	Operations []orgmodel.Kind // what goes on; nil means service, process, operation and maintenance
}

const endlessProjectDoc = `A project has an end, and not too late a one; operations run as a project are reviewed.

Why: a project makes something and ends; work that goes on for ever is operations, and is paid, staffed and
measured as such.

Parameters:
  MaxMonths (36): how long a project may take.
  Kinds (project): what ends.
  Operations (service, process, operation, maintenance): what goes on.

Operations may well be run as a project (run-as=project), as much work in IT is; they need the attribute
review, a day on which it is decided whether they go on. A review that is over is none.

False positives: long programmes, which are no projects. A project whose run-as is operation is called
operations already. Of a project whose beginning is not stated only the end is asked for.

Source: practitioners who tell projects, which make something unique, from operations and maintenance, and
add that much of IT is run in project style.

Before:
  +project payments "Payments renewal" since 2024-01-01
After:
  +project payments "Payments renewal" since 2024-01-01 until 2026-07-01
`

// Rule is the rule. Subject is the project, Key open, long, or operation.
func (e EndlessProject) Rule() orgmodel.Rule {
	if e.MaxMonths <= 0 {
		e.MaxMonths = 36
	}
	if e.Kinds == nil {
		e.Kinds = []orgmodel.Kind{orgmodel.Project}
	}
	if e.Operations == nil {
		e.Operations = []orgmodel.Kind{orgmodel.Service, orgmodel.Process, "operation", "maintenance"}
	}
	return orgmodel.Rule{Name: "endless-project", Doc: endlessProjectDoc, Severity: orgmodel.Warning, Check: e.check, Days: reviews(e.Operations)}
}

func (e EndlessProject) check(p *orgmodel.Pass) {
	for r := range liveOf(p, e.Kinds...) {
		p.Judge(r)
		life := p.Life(r)
		switch {
		case p.Attrs(r).Get(orgmodel.RunAs) == "operation":
		case life.Until.IsZero():
			e.reportOpen(p, r)
		case !life.From.IsZero() && monthsOn(life.From, e.MaxMonths).Before(life.Until):
			p.Report(orgmodel.Finding{
				Subject: p.ID(r), Key: "long",
				Message: called(p, r) + " takes from " + life.From.String() + " until " + life.Until.String() + "; a project takes at most " + strconv.Itoa(e.MaxMonths) + " months.",
				Fix:     "Set an end by " + monthsOn(life.From, e.MaxMonths).String() + ", make it a programme of several projects, or call it operations.",
			})
		}
	}
	for r := range liveOf(p, e.Operations...) {
		if p.Attrs(r).Get(orgmodel.RunAs) != "project" {
			continue
		}
		review := p.Attrs(r).Get(Review)
		day, err := orgmodel.ParseDate(review)
		why := " and has no day of review."
		switch {
		case err == nil && day.Before(p.AsOf()):
			why = " and was to be reviewed on " + day.String() + "."
		case review != "":
			continue
		}
		p.Report(orgmodel.Finding{
			Subject: p.ID(r), Key: "operation",
			Message: called(p, r) + " is " + one(string(p.Kind(r))) + " run as a project" + why,
			Fix:     "Set the attribute review of " + word(p.ID(r)) + " to the day on which it is decided whether it goes on.",
		})
	}
}

func (e EndlessProject) reportOpen(p *orgmodel.Pass, r orgmodel.Ref) {
	f := orgmodel.Finding{
		Subject: p.ID(r), Key: "open",
		Message: called(p, r) + " has no end",
		Fix:     "Set an end of " + word(p.ID(r)) + ", or call it operations (run-as=operation, or a service).",
	}
	if from, day := p.Life(r).From, p.AsOf(); !from.IsZero() {
		f.Message += " and has gone on since " + from.String()
		if !day.IsZero() && monthsOn(from, e.MaxMonths).Before(day) {
			f.Message += ", longer than " + strconv.Itoa(e.MaxMonths) + " months"
		}
	}
	f.Message += "."
	p.Report(f)
}

// monthsOn is the day some months later, the last there is where that is too far.
func monthsOn(d orgmodel.Date, months int) orgmodel.Date {
	t := d.Time()
	on := orgmodel.NewDate(t.Year()+min(months, 120_000)/12, t.Month()+time.Month(months%12), t.Day())
	if on.IsZero() {
		return orgmodel.NewDate(9999, 12, 31)
	}
	return on
}
