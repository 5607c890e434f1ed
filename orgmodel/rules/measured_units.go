package rules

import (
	"context"

	"example.com/orgchart/orgmodel"
)

// Units are the live units, PMOs and boards of an organisation as a tree, down to a level, and which of
// them seats are in.
type Units struct{ d *departments }

// NewUnits takes the units down to a level, 1 the outermost; what lies in a deeper one counts for the one
// of that level around it. A unit that is part of several is below that with the smallest id.
func NewUnits(ctx context.Context, o *orgmodel.Org, level int) (Units, error) {
	d := newDepartments(look(ctx, o), max(level, 1))
	return Units{d}, ctx.Err()
}

// Level is how deep a unit lies, from 1; 0 where a record is no live unit, or on a loop of units. It may
// be deeper than the level asked for.
func (u Units) Level(unit orgmodel.Ref) int { return int(u.d.depth[unit]) }

// Parent is the unit that a unit is part of, None where there is none.
func (u Units) Parent(unit orgmodel.Ref) orgmodel.Ref { return u.d.parent[unit] }

// Around is a unit itself, or, where it lies deeper than the level asked for, the one of that level
// around it; None where a record is in no tree of units.
func (u Units) Around(unit orgmodel.Ref) orgmodel.Ref { return u.d.of[unit] }

// Homes are the units that a seat is part of, itself or by its holder, each as Around gives it: by id,
// the first eight. Not to be changed.
func (u Units) Homes(seat orgmodel.Ref) []orgmodel.Ref { return u.d.seat(seat) }
