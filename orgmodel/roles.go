package orgmodel

import "iter"

// HasRole says that a node holds a role, or one that is-a that role. With a scope of None a
// role held anywhere counts ("all project managers"); with a scope only a role held in that
// scope does ("project manager of payments"), and a role held without a scope does not.
func (o *Org) HasRole(r Ref, role ID, scope Ref) bool {
	want, ok := o.Find(role)
	if !ok {
		return false
	}
	for e := range o.Out(r, HasRole) {
		if o.LiveLine(e) && (scope == None || o.Scope(e) == scope) && o.IsA(e.To, want) {
			return true
		}
	}
	return false
}

// HeldRole is HasRole for a seat: the roles of a post count, and those of the persons who hold
// it on the view's day.
func (o *Org) HeldRole(seat Ref, role ID, scope Ref) bool {
	if o.HasRole(seat, role, scope) {
		return true
	}
	for e := range o.Holders(seat) {
		if o.HasRole(e.From, role, scope) {
			return true
		}
	}
	return false
}

// IsA says that a role is another, or is so by is-a lines.
func (o *Org) IsA(role, what Ref) bool {
	if role == what {
		return true
	}
	for r := range o.Up(role, IsA) {
		if r == what {
			return true
		}
	}
	return false
}

// WithRole yields the seats that hold a role, or one that is-a that role, in any scope, in the
// author's order.
func (o *Org) WithRole(role ID) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		want, ok := o.Find(role)
		if !ok {
			return
		}
		holds := map[Ref]bool{}
		take := func(role Ref) {
			for e := range o.In(role, HasRole) {
				if o.LiveLine(e) {
					holds[o.SeatOf(e.From)] = true
				}
			}
		}
		take(want)
		for r := range o.Down(want, IsA) {
			take(r)
		}
		if len(holds) == 0 {
			return
		}
		for r := range o.Nodes() {
			if holds[r] && !yield(r) {
				return
			}
		}
	}
}

// Roles yields the has-role lines of a node, and of the persons who hold it on the view's day.
func (o *Org) Roles(r Ref) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for e := range o.Out(r, HasRole) {
			if o.LiveLine(e) && !yield(e) {
				return
			}
		}
		for h := range o.Holders(r) {
			for e := range o.Out(h.From, HasRole) {
				if o.LiveLine(e) && !yield(e) {
					return
				}
			}
		}
	}
}

// Members yields what is part of a unit, a programme or a portfolio, directly or through
// others, nearest first, with the distance.
func (o *Org) Members(r Ref) iter.Seq2[Ref, int] { return o.Down(r, PartOf) }

// RoleHolders yields the live has-role lines by which somebody holds a role, or one that is-a
// that role: with a scope of None all of them, those to the role itself first, then by distance;
// with a scope only those limited to it, in the author's order. Lines are as they are written:
// whether who holds the role has ended is not looked at.
func (o *Org) RoleHolders(role, scope Ref) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		if scope != None {
			for e := range o.InScope(scope, HasRole) {
				if o.LiveLine(e) && o.IsA(e.To, role) && !yield(e) {
					return
				}
			}
			return
		}
		if !o.holdersOf(role, yield) {
			return
		}
		for r := range o.Down(role, IsA) {
			if !o.holdersOf(r, yield) {
				return
			}
		}
	}
}

// holdersOf yields the live has-role lines to one role and says whether to go on.
func (o *Org) holdersOf(role Ref, yield func(Edge) bool) bool {
	for e := range o.In(role, HasRole) {
		if o.LiveLine(e) && !yield(e) {
			return false
		}
	}
	return true
}
