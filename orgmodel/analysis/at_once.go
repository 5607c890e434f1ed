package analysis

import "context"

// atOnce gives what work gives, or ctx's error as soon as ctx is done, before anything is looked at where
// it is so already. What an Org works out when it is first asked, such as its tree of bosses, looks at no
// context; work then ends by itself when it next does.
func atOnce[T any](ctx context.Context, work func() (*T, error)) (*T, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	type answer struct {
		of  *T
		err error
	}
	done := make(chan answer, 1)
	go func() {
		of, err := work()
		done <- answer{of, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case a := <-done:
		return a.of, a.err
	}
}
