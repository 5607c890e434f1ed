package report

import (
	"context"
	"errors"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/source"
)

// Unreadable is the rule name of findings about files that cannot be read.
const Unreadable = "unreadable"

// Unread are an error of reading as findings of the rule unreadable: one for each error of a
// *source.Errors and one that counts those it does not list, one for any other error, none for
// nil. A context that ended is no fault of a file, and gives none.
func Unread(err error) (found orgmodel.Findings) {
	var all *source.Errors
	if !errors.As(err, &all) {
		if f, ok := unread(err); ok {
			found = append(found, f)
		}
		return found
	}
	for _, e := range all.List {
		f, _ := unread(e)
		found = append(found, f)
	}
	if more := all.Total - len(all.List); more > 0 {
		found = append(found, orgmodel.Finding{
			Rule: Unreadable, Severity: orgmodel.Error, Key: "omitted",
			Message: wording.Count(more, "more error") + " of reading are not listed.", Fix: "Mend the listed ones first.",
		})
	}
	return found
}

func unread(err error) (orgmodel.Finding, bool) {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return orgmodel.Finding{}, false
	}
	f := orgmodel.Finding{Rule: Unreadable, Severity: orgmodel.Error, Message: err.Error()}
	var at *source.Error
	var limit *source.LimitError
	switch {
	case errors.As(err, &at):
		f.Pos, f.Message, f.Fix = at.Pos, at.Found+".", at.Fix
	case errors.As(err, &limit):
		f.Pos = limit.Pos
	}
	f.Key = f.Message // there is no record to tell one from another
	return f, true
}

// told is a report in which an error of reading stands in the place of what a check found.
func (r Report) told() Report {
	if r.Err != nil {
		r.Rules, r.Findings = nil, Unread(r.Err)
	}
	return r
}
