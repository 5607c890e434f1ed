package graphviz

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"

	"example.com/orgchart/layout/graphviz/internal/wire"
	"example.com/orgchart/layout/text"
)

// A process is one running worker. It serves one goroutine at a time; kill may come from any.
type process struct {
	cmd     *exec.Cmd
	in, out *os.File
	read    *bufio.Reader
	said    *opening      // on its standard error
	ended   chan struct{} // closed when the process is gone and waited for
	renders int           // so far
	deaf    bool          // the last request could not be written
	once    sync.Once
}

// startProcess starts a worker, without waiting for its hello.
func startProcess(s *starter, command []string, f folder) (*process, error) {
	p := &process{cmd: exec.Command(command[0], command[1:]...), said: &opening{}, ended: make(chan struct{})}
	p.cmd.Dir, p.cmd.Env, p.cmd.Stderr = f.work(), f.env(), p.said
	p.cmd.WaitDelay = time.Second // for a standard error that a child of the worker keeps open
	dieWithParent(p.cmd)
	stdin, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer stdin.Close()
	out, stdout, err := os.Pipe()
	if err != nil {
		in.Close()
		return nil, err
	}
	defer stdout.Close()
	p.cmd.Stdin, p.cmd.Stdout = stdin, stdout
	if err := s.start(p.cmd); err != nil {
		in.Close()
		out.Close()
		return nil, fmt.Errorf("graphviz: cannot start the worker: %w", err)
	}
	p.in, p.out, p.read = in, out, bufio.NewReaderSize(out, 64<<10)
	go func() {
		_ = p.cmd.Wait() // how it ended is told by what it said
		close(p.ended)
	}()
	return p, nil
}

// kill ends the process and whatever waits for it. It may be called again.
func (p *process) kill() {
	p.once.Do(func() {
		_ = p.cmd.Process.Kill() // it may have ended already
		p.in.Close()
		p.out.Close()
	})
}

// reap kills the process and returns when it is gone.
func (p *process) reap() {
	p.kill()
	<-p.ended
}

// alive tells whether the process has not ended, as far as is known.
func (p *process) alive() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// greet hears the worker's hello.
func (p *process) greet(ctx context.Context) error {
	stop := context.AfterFunc(ctx, p.kill)
	h, err := wire.ReadHello(p.read)
	if !stop() {
		return context.Cause(ctx)
	}
	name := p.cmd.Args[0]
	if err != nil {
		return fmt.Errorf("%w: %s is no worker, or broken: %s", ErrWorker, name, p.why(err))
	}
	if why := ownHello().Fits(h); why != "" {
		return fmt.Errorf("%w: %s: %s; build it again with: %s", ErrStale, name, why, install())
	}
	return nil
}

// render has one picture drawn. After an error other than ErrRefused the process is of no
// further use.
func (p *process) render(ctx context.Context, layout Layout, dot []byte, limit int64) ([]byte, error) {
	stop := context.AfterFunc(ctx, p.kill)
	p.renders++
	seq := uint32(p.renders)
	err := wire.WriteRequest(p.in, wire.Request{Seq: seq, Format: wire.SVG, Layout: layout.String(), DOT: dot})
	p.deaf = err != nil
	var reply wire.Reply
	if err == nil {
		reply, err = wire.ReadReply(p.read, limit)
	}
	var long *wire.LengthError
	switch {
	case !stop(): // killed, even if after the last byte
		return nil, context.Cause(ctx)
	case errors.As(err, &long):
		return nil, fmt.Errorf("%w: the picture is %w, set by Pool.MaxReply", ErrWorker, err)
	case err != nil:
		return nil, fmt.Errorf("%w: %s", ErrWorker, p.why(err))
	case reply.Seq != seq:
		return nil, fmt.Errorf("%w: it answers request %d, not %d", ErrWorker, reply.Seq, seq)
	case reply.Refused:
		return nil, fmt.Errorf("%w: %s", ErrRefused, text.Clean(string(reply.Body[:min(len(reply.Body), 500)])))
	}
	return reply.Body, nil
}

// why is err, or what the worker said when it ended.
func (p *process) why(err error) string {
	p.reap()
	if s := p.said.String(); s != "" {
		return s
	}
	return fmt.Sprintf("%v, and %s", err, p.cmd.ProcessState)
}

// An opening keeps the first bytes written to it: of a worker that dies, the reason comes
// first.
type opening struct {
	mu sync.Mutex
	b  []byte
}

func (o *opening) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.b = append(o.b, b[:min(len(b), 500-len(o.b))]...)
	return len(b), nil
}

// String is what was kept, on one line and harmless.
func (o *opening) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return text.Clean(string(o.b))
}
