package worker_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"example.com/orgchart/layout/dot"
	"example.com/orgchart/layout/graphviz/internal/wire"
	"example.com/orgchart/layout/graphviz/worker"
	"example.com/orgchart/layout/layouttest"
)

// ask runs a worker over requests and returns its replies.
func ask(t *testing.T, requests ...wire.Request) []wire.Reply {
	t.Helper()
	var in, out bytes.Buffer
	for i, q := range requests {
		q.Seq = uint32(i + 1)
		if err := wire.WriteRequest(&in, q); err != nil {
			t.Fatal(err)
		}
	}
	if err := worker.Run(&in, &out); err != nil {
		t.Fatal(err)
	}
	if h, err := wire.ReadHello(&out); err != nil || wire.Own().Fits(h) != "" {
		t.Fatalf("the hello is %v, error %v", h, err)
	}
	var all []wire.Reply
	for range requests {
		p, err := wire.ReadReply(&out, 1<<30)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func ours(t *testing.T) []byte {
	t.Helper()
	g := layouttest.Random(4, 20)
	var b bytes.Buffer
	if err := (dot.Encoder{Sized: true}).Encode(&b, &g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRun(t *testing.T) {
	src := ours(t)
	for _, p := range ask(t, wire.Request{Format: "svg", Layout: "dot", DOT: src}, wire.Request{Format: "svg", Layout: "patchwork", DOT: src}) {
		if p.Refused || !strings.Contains(string(p.Body), "<svg") {
			t.Errorf("%+v: %.300s", p.Refused, p.Body)
		}
	}
}

// A format or layout off the list is refused: Graphviz would draw nothing, or give what lies in
// its memory from another render.
func TestClosedLists(t *testing.T) {
	src := ours(t)
	var requests []wire.Request
	for _, format := range []string{"", "png", "dot", "plain", "pdf", "ps", "svgz", "svg:core", "SVG", "cmapx"} {
		requests = append(requests, wire.Request{Format: format, Layout: "dot", DOT: src})
	}
	for _, layout := range []string{"", "nop", "nop2", "DOT", "dot:core"} {
		requests = append(requests, wire.Request{Format: "svg", Layout: layout, DOT: src})
	}
	for i, p := range ask(t, requests...) {
		if !p.Refused {
			t.Errorf("format %q, layout %q: drawn", requests[i].Format, requests[i].Layout)
		}
	}
}

// What is no request ends the worker with an error.
func TestBrokenInput(t *testing.T) {
	for _, in := range []string{"\x00", "\x00\x00\x00\x09short", "\x00\x00\x00\x02ab", "\xff\xff\xff\xff", "\x00\x00\x00\x08abcdefgh"} {
		if err := worker.Run(strings.NewReader(in), io.Discard); err == nil {
			t.Errorf("%q: no error", in)
		}
	}
	if err := worker.Run(strings.NewReader(""), io.Discard); err != nil {
		t.Error(err)
	}
}

func ExampleRun() {
	// In a program of its own this is all of main; worker.Main does it.
	if err := worker.Run(os.Stdin, os.Stdout); err != nil {
		os.Exit(1)
	}
}

func ExampleMaybeRun() {
	worker.MaybeRun() // first thing in main; returns where this process is no worker
}
