package orgmodel

import "sync"

// Shared gives what work gives, worked out once for all rules of one call of Check that ask for it under one key:
// who stands above whom, say, which many rules look at. Whoever asks while it is being worked out waits.
//
// What work gives must follow from the organisation and the key alone, since any of the rules may be the one that
// works it out; it is used by many goroutines at once, so nobody changes it afterwards. Keys are compared by ==, and
// so a key of a type of one's own meets nobody else's: type staffKey struct{ unit orgmodel.ID }. Work must not ask
// for the value that it works out, and it reports, selects and judges nothing: that is for the rule that asked. It may
// end early where the Pass is stopped, as findings no longer matter then.
// Where work panics, so does Shared, for each rule that asks. Nothing outlives the call of Check.
func Shared[T any](p *Pass, key any, work func() T) T {
	if p.common == nil {
		return work()
	}
	return p.common.once(sharedKey[T]{key}, func() any { return box[T]{work()} }).(box[T]).value
}

// sharedKey is a key for values of one type, and box one of these values.
type (
	sharedKey[T any] struct{ key any }
	box[T any]       struct{ value T }
)

// common is what the rules of one check share.
type common struct {
	mu    sync.Mutex
	known map[any]func() any
}

func (c *common) once(key any, work func() any) any { return c.value(key, work)() }

// value is the function that works a value out once. A key that cannot be compared panics, and no rule waits for it.
func (c *common) value(key any, work func() any) func() any {
	c.mu.Lock()
	defer c.mu.Unlock()
	value, known := c.known[key]
	if !known {
		if c.known == nil {
			c.known = map[any]func() any{}
		}
		value = sync.OnceValue(work)
		c.known[key] = value
	}
	return value
}
