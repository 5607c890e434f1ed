package report

import (
	"fmt"
	"io"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// A Report is what a check has to say, before it is written in any format. The zero Report is of
// an empty organisation in which nothing was found. Writers do not change it.
type Report struct {
	Org      *orgmodel.Org     // what was checked; nil: no records, no name, no day
	Name     string            // what to call it; empty: the organisation's own name, else its files
	Files    []string          // what it was read from, in order, as positions name them
	Notes    source.Notes      // what was assumed while reading
	Rules    []orgmodel.Rule   // those that ran: their policies, and that some found nothing
	Findings orgmodel.Findings // in the order of Check

	// Over is the interval of a check over one, and Looked how many days were looked at, as
	// orgmodel.Spells has them; Findings then have a Spell. Zero: a check of one day, Org's.
	Over   orgmodel.Interval
	Looked int
	// Waived and Known are what was found and is let stand, by a waiver or a baseline: it is
	// counted, not listed.
	Waived, Known orgmodel.Findings
	// Coverage is what the rules were about; nil: nobody asked, and nothing is said of it.
	Coverage *orgmodel.Coverage
	// Err is what kept a file from being read. Where it is set nothing was checked: the findings
	// are those of Unread, and the level is NotRead.
	Err error

	// Open opens a file that positions name, for Text and Markdown to quote and for SARIF to
	// say where a cell ends; the package opens nothing else. Where it is nil or gives an error,
	// positions stand without their rows. Only files that a finding
	// names are opened; none of more than 256 MiB and no row of more than 64 KiB is quoted.
	Open func(file string) (io.ReadCloser, error)
	// Hinder names the rules whose errors keep an organisation from being drawn as what it
	// says; nil: report-cycle, no-top and unit-cycle.
	Hinder []string
}

// name is what to call the organisation, in the author's bytes.
func (r Report) name() string {
	switch {
	case r.Name != "":
		return r.Name
	case r.Org != nil && r.Org.Name() != "":
		return r.Org.Name()
	case len(r.Files) == 1:
		return r.Files[0]
	case len(r.Files) > 1:
		return fmt.Sprintf("%s and %d more", r.Files[0], len(r.Files)-1)
	}
	return "organisation"
}

func (r Report) asOf() orgmodel.Date {
	if r.Org == nil {
		return orgmodel.Date{}
	}
	return r.Org.AsOf()
}

// placeOf is where a finding stands; one about the whole stands in the first file, for formats
// that ask for a place.
func (r Report) placeOf(f orgmodel.Finding) orgmodel.Pos {
	if f.Pos.File == "" && len(r.Files) > 0 {
		return orgmodel.Pos{File: r.Files[0]}
	}
	return f.Pos
}

// severity is how much a finding matters; one that does not say so is an error, as that of a rule.
func severity(f orgmodel.Finding) orgmodel.Severity {
	if f.Severity == 0 || f.Severity > orgmodel.Error {
		return orgmodel.Error
	}
	return f.Severity
}
