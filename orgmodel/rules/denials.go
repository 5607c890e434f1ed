package rules

import "example.com/orgchart/orgmodel"

// A Denial says that who holds a role is not to have a duty.
type Denial struct {
	Role orgmodel.ID // roles that are-a it count
	// Duty is what is denied, with the duties that are part of it. Where it is empty every duty with
	// Tag among its tags is.
	Duty     orgmodel.ID
	Tag      string
	Instead  orgmodel.ID       // the role whose work it is; may be empty
	Severity orgmodel.Severity // 0 means Warning, the highest there is
	Source   string            // who says so; stands at the end of messages
}

// Denials are those that DutyNotForRole takes where it is given none. The slice is the caller's.
func Denials() []Denial {
	return []Denial{
		{Role: "project-manager", Duty: "write-code", Instead: "developer", Source: "a practitioner's view"},
		{Role: "it-manager", Duty: "distribute-project-update", Instead: "project-administrator", Source: "it is project administration"},
		{Role: "project-manager", Tag: "process", Instead: "process-owner", Severity: orgmodel.Info, Source: "the process owns it"},
	}
}

// denies says that a denial is about a duty.
func (d Denial) denies(p *orgmodel.Pass, duty orgmodel.Ref) bool {
	if d.Duty == "" {
		return d.Tag != "" && tagged(p.Attrs(duty), d.Tag)
	}
	if p.ID(duty) == d.Duty {
		return true
	}
	n := 0
	for r := range p.Up(duty, orgmodel.PartOf) {
		if n++; n > farWithin {
			return false
		}
		if p.ID(r) == d.Duty {
			return true
		}
	}
	return false
}

// about names what a denial denies.
func (d Denial) about() string {
	if d.Duty == "" {
		return "duties tagged " + short(d.Tag)
	}
	return word(d.Duty)
}
