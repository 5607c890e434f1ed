package layout

import "context"

// Complete makes a diagram of one in which the boxes outside the tray have their places and
// some edges their paths, in any coordinates: for engines that ask another program for those.
// It puts the boxes of the tray in columns at the right, draws every edge that joins two boxes
// and has no path as Tidy draws loose ones, and finishes the picture (see Finish). The error
// is ctx's.
func Complete(ctx context.Context, d *Diagram) error {
	var tray []int32
	lo := Point{1<<31 - 1, 1<<31 - 1}
	for i, a := range d.At {
		if d.Boxes[i].Tray {
			tray = append(tray, int32(i))
		} else {
			lo = Point{min(lo.X, a.X), min(lo.Y, a.Y)}
		}
	}
	for _, p := range d.Points {
		lo = Point{min(lo.X, p.X), min(lo.Y, p.Y)}
	}
	if len(tray) < len(d.At) {
		d.move(-lo.X, -lo.Y)
	}
	for _, b := range tray {
		d.At[b] = Rect{}
	}
	hi := d.corner()
	for _, p := range d.Points {
		hi = Point{max(hi.X, p.X), max(hi.Y, p.Y)}
	}
	standApart(d, tray, Tidy{}.withDefaults(), hi)
	drawn := make([]bool, len(d.Edges))
	for _, p := range d.Paths {
		drawn[p.Edge] = true
	}
	n := uint32(len(d.Boxes))
	err := routeRest(ctx, d, nil, false, func(i int) bool {
		e := &d.Edges[i]
		return !drawn[i] && uint32(e.From) < n && uint32(e.To) < n
	})
	if err != nil {
		return err
	}
	d.raiseMarked()
	Finish(d)
	return nil
}
