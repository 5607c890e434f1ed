package graphviz

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"

	"example.com/orgchart/layout/graphviz/internal/wire"
)

// A Pool is worker processes, started as they are needed and kept for the next render. The zero
// Pool works: it finds the worker program (see Find). Fields are set before the first use and
// not changed after; the methods may be called from many goroutines. Close ends the processes;
// a pool that was never used has none.
type Pool struct {
	Command []string // worker program and its arguments; empty: Self, or what Find finds
	Self    bool     // the worker is this program: its main calls worker.MaybeRun first
	Workers int      // processes at a time, each some 35 MB; 0 means one a CPU, at most 4
	Renders int      // after so many a process is replaced, which bounds its memory; 0 means 500

	MaxBoxes int           // in a graph; 0 means 5,000, less means any number
	MaxEdges int           // in a graph; 0 means 10,000, less means any number
	MaxBytes int           // of DOT text, 64 MiB at most; 0 means 8 MiB
	MaxReply int64         // bytes of a picture from a worker; 0 means 64 MiB
	Timeout  time.Duration // of one render, waiting for a process left out; 0 means a minute, less means as long as ctx allows

	mu      sync.Mutex
	command []string
	folder  folder
	starter *starter
	slots   chan *process  // one for each process that may run; nil: not started
	work    sync.WaitGroup // renders
	ending  context.Context
	end     context.CancelCauseFunc
	closed  bool
}

// startTime is how long a worker may take to say hello: a slow machine compiles Graphviz for
// seconds.
var startTime = time.Minute // changed by tests alone

// ownHello is what a worker is held against; changed by tests alone.
var ownHello = wire.Own

// Close ends all workers, renders under way fail with ErrClosed, and returns when no process,
// goroutine or file of the pool is left. Later renders fail with ErrClosed. The error is
// always nil.
func (p *Pool) Close() error {
	p.mu.Lock()
	already := p.closed
	p.closed = true
	opened := p.slots != nil
	if opened {
		p.end(ErrClosed)
	}
	p.mu.Unlock()
	if !opened {
		return nil
	}
	p.work.Wait()
	if already {
		return nil
	}
	for range cap(p.slots) {
		if w := <-p.slots; w != nil {
			w.reap()
		}
	}
	p.starter.stop()
	p.folder.remove()
	return nil
}

// enter begins a render; leave ends it.
func (p *Pool) enter() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return ErrClosed
	}
	if p.slots == nil {
		if err := p.open(); err != nil {
			return err
		}
	}
	p.work.Add(1)
	return nil
}

// open makes what all workers share. Nothing is started yet.
func (p *Pool) open() error {
	if os.Getenv(wire.Env) != "" {
		return errors.New("graphviz: this process was started as a worker and wants workers itself: call worker.MaybeRun first thing in main")
	}
	command := p.Command
	switch {
	case len(command) > 0:
	case p.Self:
		own, err := os.Executable()
		if err != nil {
			return err
		}
		command = []string{own}
	default:
		path, err := Find()
		if err != nil {
			return err
		}
		command = []string{path}
	}
	f, err := makeFolder()
	if err != nil {
		return fmt.Errorf("graphviz: cannot make a folder for workers: %w", err)
	}
	n := p.Workers
	if n <= 0 {
		n = min(runtime.GOMAXPROCS(0), 4)
	}
	p.command, p.folder, p.starter = command, f, newStarter()
	p.ending, p.end = context.WithCancelCause(context.Background())
	p.slots = make(chan *process, n)
	for range n {
		p.slots <- nil
	}
	return nil
}

// render draws DOT text of ours. Where ctx has ended, the error is ctx's.
func (p *Pool) render(ctx context.Context, layout Layout, dot []byte) ([]byte, error) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.work.Done()
	svg, err := p.inSlot(ctx, layout, dot)
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return svg, err
}

// inSlot waits for a process and has it draw.
func (p *Pool) inSlot(ctx context.Context, layout Layout, dot []byte) ([]byte, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	defer context.AfterFunc(p.ending, func() { cancel(ErrClosed) })()
	var w *process
	select {
	case w = <-p.slots:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	w, svg, err := p.renderBy(ctx, w, layout, dot)
	p.slots <- w
	return svg, err
}

// renderBy draws with w, or with a new process where w is nil or has ended, and returns the
// process that can draw on, nil for none.
func (p *Pool) renderBy(ctx context.Context, w *process, layout Layout, dot []byte) (*process, []byte, error) {
	if w != nil && !w.alive() {
		w.reap()
		w = nil
	}
	kept := w != nil
	if !kept {
		var err error
		if w, err = p.fresh(ctx); err != nil {
			return nil, nil, err
		}
	}
	limit := p.Timeout
	if limit == 0 {
		limit = time.Minute
	}
	within := ctx
	if limit > 0 {
		var cancel context.CancelFunc
		within, cancel = context.WithTimeoutCause(ctx, limit, fmt.Errorf("%w: more than %v, set by Pool.Timeout", ErrTimeout, limit))
		defer cancel()
	}
	most := p.MaxReply
	if most <= 0 {
		most = 64 << 20
	}
	svg, err := w.render(within, layout, dot, most)
	if kept && w.deaf && within.Err() == nil { // it ended between renders, unnoticed
		w.reap()
		return p.renderBy(ctx, nil, layout, dot)
	}
	if err != nil && !errors.Is(err, ErrRefused) || w.renders >= p.renders() {
		w.reap()
		w = nil
	}
	return w, svg, err
}

func (p *Pool) renders() int {
	if p.Renders > 0 {
		return p.Renders
	}
	return 500
}

// fresh starts a process.
func (p *Pool) fresh(ctx context.Context) (*process, error) {
	w, err := startProcess(p.starter, p.command, p.folder)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, startTime, fmt.Errorf("%w: %s said nothing for %v; a program named by Pool.Self calls worker.MaybeRun first thing in main", ErrWorker, p.command[0], startTime))
	defer cancel()
	if err := w.greet(ctx); err != nil {
		w.reap()
		return nil, err
	}
	return w, nil
}
