package orghttp

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"sync"
)

// A shelf keeps what has been made of one organisation, by query. Of one query one answer is made,
// however many ask for it at once. The zero shelf keeps nothing once it is made.
type shelf struct {
	room int // bytes kept at most

	mu   sync.Mutex
	all  map[query]*answer // made and in the making
	made []query           // in the order they were made; the oldest goes first
	size int               // bytes of those made
}

// An answer is made once, by a goroutine of its own; body, etag and err are good once done is closed.
type answer struct {
	done    chan struct{}
	body    []byte
	etag    string
	err     error
	waiting int                // requests; guarded by shelf.mu
	cancel  context.CancelFunc // stops the making
}

// answer gives the answer to a query, made by a function where it is not there yet. The error is the
// function's, or ctx's. The function's context is done when nobody waits any more; it is no request's
// own, since whoever asked first may go away while others wait.
func (s *shelf) answer(ctx context.Context, q query, makes func(context.Context) ([]byte, error)) (*answer, error) {
	s.mu.Lock()
	a := s.all[q]
	if a == nil {
		work, cancel := context.WithCancel(context.WithoutCancel(ctx))
		a = &answer{done: make(chan struct{}), cancel: cancel}
		if s.all == nil {
			s.all = map[query]*answer{}
		}
		s.all[q] = a
		go s.fill(work, q, a, makes)
	}
	a.waiting++
	s.mu.Unlock()

	select {
	case <-a.done:
		s.leave(q, a)
		return a, a.err
	case <-ctx.Done():
		s.leave(q, a)
		return nil, ctx.Err()
	}
}

// leave is called by a request that waits no more. When the last one leaves, what is not made yet is
// given up, and the next to ask begins anew.
func (s *shelf) leave(q query, a *answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a.waiting--
	if a.waiting > 0 {
		return
	}
	a.cancel()
	select {
	case <-a.done:
	default:
		if s.all[q] == a {
			delete(s.all, q)
		}
	}
}

// fill makes an answer and keeps it where it is one.
func (s *shelf) fill(work context.Context, q query, a *answer, makes func(context.Context) ([]byte, error)) {
	func() {
		// The library promises not to panic, and net/http catches what its own goroutines throw; this
		// one is ours, and a rule or a reader of one's own may be at work in it.
		defer func() {
			if p := recover(); p != nil {
				a.err = fmt.Errorf("making %s panicked: %v\n%s", q.path, p, debug.Stack())
			}
		}()
		a.body, a.err = makes(work)
	}()
	sum := sha256.Sum256(a.body)
	a.etag = `"` + hex.EncodeToString(sum[:16]) + `"`

	s.mu.Lock()
	defer s.mu.Unlock()
	close(a.done)
	switch {
	case s.all[q] != a: // given up
	case a.err != nil || len(a.body) > s.room:
		delete(s.all, q)
	default:
		s.made = append(s.made, q)
		s.size += len(a.body)
		for s.size > s.room {
			s.size -= len(s.all[s.made[0]].body)
			delete(s.all, s.made[0])
			s.made = s.made[1:]
		}
	}
}
