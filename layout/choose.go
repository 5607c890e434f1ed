package layout

import "context"

const (
	trialBoxes = 20_000 // the largest chart that several arrangements are tried for
	enough     = 900    // px: a chart no higher, and as wide as that allows, fits a screen as it is
)

// choose tries plans and leaves s arranged by the best one. A chart is as good as it can be
// shown large: it counts how high the screen must be that holds it. Hanging levels cost,
// since a list shows less well how wide a team is.
func (s *sketch) choose(ctx context.Context) error {
	row := s.rowHeight()
	if len(s.box) > trialBoxes || s.Stack < 0 {
		p := plan{tall: 12 * row}
		if s.Stack >= 0 && s.Direction == TopDown {
			p.deep = 2
		}
		_, _, err := s.try(ctx, p)
		return err
	}
	var best plan
	least := int64(-1)
	most := min(max(1, int(s.height[0])-1), 6)
	if s.Direction == LeftRight {
		most = 1 // a list that hangs sideways reads badly
	}
	for deep := range most + 1 {
		for rows := int32(3); ; rows += (rows + 1) / 2 {
			p := plan{deep, rows * row}
			w, h, err := s.try(ctx, p)
			if err != nil {
				return err
			}
			need := max(int64(w)*100/int64(s.Aspect), int64(h), enough) * int64(100+8*deep)
			if least < 0 || need < least {
				best, least = p, need
			}
			if int64(h)*int64(s.Aspect) >= int64(w)*100 || int(rows) > len(s.box) {
				break
			}
		}
	}
	if s.plan == best {
		return nil
	}
	_, _, err := s.try(ctx, best)
	return err
}

// rowHeight is the height of a box in the middle of the range with the gap under it.
func (s *sketch) rowHeight() int32 {
	var sum int64
	for _, n := range s.nodes[1:len(s.box)] {
		sum += int64(n.low)
	}
	return int32(sum/int64(max(1, len(s.box)-1))) + s.row
}
