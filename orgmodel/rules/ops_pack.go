package rules

import "example.com/orgchart/orgmodel"

// Ops is the pack about work that goes on and work that ends: who owns services, who receives what
// projects make, and what hangs on a project that must outlast it.
//
// The rules are about services, processes and projects; an organisation without any passes in silence,
// rather than being told that each rule looked at nothing. The slice is the caller's.
func Ops() []orgmodel.Rule {
	return []orgmodel.Rule{
		ServiceNeedsOwner{}.Rule(),
		HandoverReceiver{}.Rule(),
		MixedWorkUnsplit{}.Rule(),
		PermanentOnTemporaryLine{}.Rule(),
		EndlessProject{}.Rule(),
	}
}
