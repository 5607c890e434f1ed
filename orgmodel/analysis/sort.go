package analysis

import (
	"context"
	"slices"
)

// sorted puts many things in order, equal ones as they stand, and looks up now and then whether anybody
// still waits: a million ids take a second. It may give back another slice.
func sorted[T any](ctx context.Context, all []T, order func(a, b T) int) ([]T, error) {
	const chunk = 1 << 14
	for part := range slices.Chunk(all, chunk) {
		if err := ctx.Err(); err != nil {
			return all, err
		}
		slices.SortStableFunc(part, order)
	}
	if len(all) <= chunk {
		return all, nil
	}
	room := make([]T, len(all))
	for size := chunk; size < len(all); size *= 2 {
		for lo := 0; lo < len(all); lo += 2 * size {
			mid, hi := min(lo+size, len(all)), min(lo+2*size, len(all))
			a, b, out := all[lo:mid], all[mid:hi], room[lo:lo]
			for len(a) > 0 && len(b) > 0 {
				if len(out)%chunk == 0 && ctx.Err() != nil {
					return all, ctx.Err()
				}
				if order(b[0], a[0]) < 0 {
					out, b = append(out, b[0]), b[1:]
				} else {
					out, a = append(out, a[0]), a[1:]
				}
			}
			copy(room[lo+len(out)+copy(room[lo+len(out):hi], a):hi], b)
		}
		all, room = room, all
	}
	return all, ctx.Err()
}
