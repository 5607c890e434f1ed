package worker

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	graphviz "github.com/goccy/go-graphviz"

	"example.com/orgchart/layout/graphviz/internal/wire"
)

// Main is the worker program: it serves standard input and output and exits, with 0 when its
// input ends. Started by hand it says what it is and exits with 2. It never returns.
func Main() {
	MaybeRun()
	h := wire.Own()
	if h.Version == "" {
		h.Version = "of no named version"
	}
	fmt.Fprintf(os.Stderr, "%s draws for orgchart, which starts it: orgchart draw --engine graphviz\n(protocol %s, %s)\n", wire.Worker, h.Protocol, h.Version)
	os.Exit(2)
}

// MaybeRun makes this process a worker, and then never returns, if a Pool with Self set started
// it as one; otherwise it does nothing. It belongs first thing in main: what stands before it
// runs in every worker too.
func MaybeRun() {
	if os.Getenv(wire.Env) == "" {
		return
	}
	err := run(os.Stdin, os.Stdout, func() { os.Exit(0) })
	if err != nil {
		fmt.Fprintln(os.Stderr, wire.Worker+":", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Run serves requests from in, replying to out, until in ends. A request that is refused is a
// reply; the error is one of in, out or of starting Graphviz. Run takes Graphviz's files away
// for good. Two Runs in one process take turns.
func Run(in io.Reader, out io.Writer) error { return run(in, out, func() {}) }

// run is Run, and calls gone as soon as in ends, within a render too.
func run(in io.Reader, out io.Writer, gone func()) error {
	seal()
	one.Lock()
	gv, err := graphviz.New(context.Background())
	one.Unlock()
	if err != nil {
		return err
	}
	if err := wire.WriteHello(out, wire.Own()); err != nil {
		return err
	}
	frames, ended := make(chan []byte), make(chan error, 1)
	done := make(chan struct{})
	defer close(done)
	go func() {
		r := bufio.NewReader(in)
		for {
			b, err := wire.ReadFrame(r, wire.MaxRequest)
			if err != nil {
				if errors.Is(err, io.EOF) {
					gone()
				}
				ended <- err
				return
			}
			select {
			case frames <- b:
			case <-done:
				return
			}
		}
	}()
	for {
		select {
		case b := <-frames:
			if err := answer(gv, b, out); err != nil {
				return err
			}
		case err := <-ended:
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

// answer replies to one frame.
func answer(gv *graphviz.Graphviz, frame []byte, out io.Writer) error {
	q, err := wire.ParseRequest(frame)
	if err != nil {
		return err
	}
	one.Lock()
	svg, err := draw(gv, q)
	one.Unlock()
	if err != nil {
		return wire.WriteReply(out, wire.Reply{Seq: q.Seq, Refused: true, Body: []byte(err.Error())})
	}
	return wire.WriteReply(out, wire.Reply{Seq: q.Seq, Body: svg})
}
