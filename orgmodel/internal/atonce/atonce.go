// Package atonce gives up on work when its context is done, whatever the work is in the midst of.
package atonce

import (
	"context"
	"fmt"
	"runtime/debug"
)

// Do gives what work gives, or ctx's error as soon as ctx is done, before anything is looked at where it is
// so already. Work that is left behind ends by itself when it next looks at ctx, and what it gives is
// dropped. It runs in a goroutine of its own: a panic there is one of the caller's, with the stack
// that it had in its text, unless the caller has left.
func Do[T any](ctx context.Context, work func() (T, error)) (T, error) {
	var none T
	if err := ctx.Err(); err != nil {
		return none, err
	}
	type answer struct {
		of  T
		err error
		bad any
	}
	done := make(chan answer, 1)
	go func() {
		a := answer{bad: "the work ended its goroutine"}
		defer func() {
			if r := recover(); r != nil {
				a.bad = fmt.Sprintf("%v\n\n%s", r, debug.Stack())
			}
			done <- a
		}()
		of, err := work()
		a = answer{of: of, err: err}
	}()
	select {
	case <-ctx.Done():
		return none, ctx.Err()
	case a := <-done:
		if a.bad != nil {
			panic(a.bad)
		}
		return a.of, a.err
	}
}
