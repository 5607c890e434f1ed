package orgmodel_test

import (
	"slices"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestInScope holds InScope to the scope of every line.
func TestInScope(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		for _, rels := range [][]orgmodel.Rel{nil, {orgmodel.HasRole, orgmodel.ReportsTo}} {
			want := map[orgmodel.Ref][]orgmodel.Edge{}
			for e := range o.Edges(rels...) {
				if s := o.Scope(e); s != orgmodel.None {
					want[s] = append(want[s], e)
				}
			}
			for _, r := range everyone(o) {
				if got := slices.Collect(o.InScope(r, rels...)); !slices.Equal(got, want[r]) {
					t.Errorf("in scope %d are %v, want %v", r, got, want[r])
				}
			}
		}
	})
}

// TestRoleHolders holds RoleHolders to HasRole, asked of everybody.
func TestRoleHolders(t *testing.T) {
	eachOrg(t, func(t *testing.T, _ orgmodel.Spec, o *orgmodel.Org) {
		if o.Len() > 100 {
			return
		}
		for role := range o.OfKind(orgmodel.Role) {
			if o.IsRepeat(role) {
				continue
			}
			for _, scope := range everyone(o) {
				met := map[orgmodel.Ref]bool{}
				for e := range o.RoleHolders(role, scope) {
					met[e.From] = true
					if !o.LiveLine(e) || !o.IsA(e.To, role) || scope != orgmodel.None && o.Scope(e) != scope {
						t.Errorf("%v does not give role %d in %d", e, role, scope)
					}
				}
				for _, r := range everyone(o) {
					if got, want := met[r], o.HasRole(r, o.ID(role), scope); got != want && scope >= orgmodel.None {
						t.Errorf("%d holds role %d in %d: %v, want %v", r, role, scope, got, want)
					}
				}
			}
		}
	})
}
