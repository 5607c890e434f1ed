package graphviz

import (
	"os/exec"
	"runtime"
)

// A starter starts processes from one thread. Linux ties a child's life to the thread that
// started it, and Go's threads come and go.
type starter struct {
	ask  chan start
	done chan struct{} // closed when the goroutine has ended
}

type start struct {
	cmd *exec.Cmd
	err chan error
}

func newStarter() *starter {
	s := &starter{make(chan start), make(chan struct{})}
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer close(s.done)
		for q := range s.ask {
			q.err <- q.cmd.Start()
		}
	}()
	return s
}

// start starts cmd.
func (s *starter) start(cmd *exec.Cmd) error {
	q := start{cmd, make(chan error, 1)}
	s.ask <- q
	return <-q.err
}

// stop ends the goroutine. Nothing may start afterwards.
func (s *starter) stop() {
	close(s.ask)
	<-s.done
}
