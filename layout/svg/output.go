package svg

import (
	"io"
	"runtime"
	"sync"
)

// room is how full a buffer gets before it is written out.
const room = 64 << 10

// An output gathers bytes for w and keeps the first error of it.
type output struct {
	w   io.Writer
	b   []byte
	err error
}

// flush writes the gathered bytes out. It reports whether writing is still worth while.
func (o *output) flush() bool {
	o.write(o.b)
	o.b = o.b[:0]
	return o.err == nil
}

func (o *output) write(b []byte) {
	if o.err != nil || len(b) == 0 {
		return
	}
	n, err := o.w.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	o.err = err
}

// A part appends items lo up to hi to b. Parts may run at the same time.
type part func(b []byte, lo, hi int) []byte

const (
	partItems = 256  // items of one part
	manyItems = 8192 // from here on several goroutines share the work
)

// each writes n items in their order.
func (o *output) each(n int, p part) {
	if workers := runtime.GOMAXPROCS(0); workers > 1 && n >= manyItems {
		o.flush()
		o.share(n, min(workers, 8), p)
		return
	}
	for lo := 0; lo < n && o.err == nil; lo += partItems {
		o.b = p(o.b, lo, min(lo+partItems, n))
		if len(o.b) >= room {
			o.flush()
		}
	}
}

// A job is one part under way.
type job struct {
	b      []byte
	lo, hi int
	done   chan struct{}
}

// share lets some goroutines append parts, and writes these in their order. No goroutine is
// left when it returns.
func (o *output) share(n, workers int, p part) {
	jobs := make([]job, 2*workers)
	queue := make(chan *job, len(jobs))
	var running sync.WaitGroup
	defer running.Wait()
	defer close(queue)
	for range workers {
		running.Add(1)
		go func() {
			defer running.Done()
			for j := range queue {
				j.b = p(j.b[:0], j.lo, j.hi)
				j.done <- struct{}{}
			}
		}()
	}
	next := 0
	start := func(j *job) {
		j.lo, j.hi = next, min(next+partItems, n)
		next = j.hi
		queue <- j
	}
	for i := range jobs {
		jobs[i].done = make(chan struct{}, 1)
		jobs[i].b = make([]byte, 0, room+room/2)
		if next < n {
			start(&jobs[i])
		}
	}
	for i := 0; i*partItems < n && o.err == nil; i++ {
		j := &jobs[i%len(jobs)]
		<-j.done
		o.write(j.b)
		if next < n {
			start(j)
		}
	}
}
