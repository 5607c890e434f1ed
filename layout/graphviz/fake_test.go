package graphviz_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/graphviz/internal/wire"
)

// replies are the pictures that the fake worker has for all who ask, each with something in it
// that no picture of ours has.
var replies = []string{
	"script", "handler", "link", "image", "reference", "style", "entity", "deep", "half", "two",
	"text", "empty", "no boxes", "other box", "no numbers", "turned",
}

// faker is a pool of fake workers, a program of their own because it starts ten times as fast
// without Graphviz in it.
func faker(t *testing.T, name string) *graphviz.Pool {
	t.Helper()
	return newPool(t, &graphviz.Pool{Command: []string{build(t, "./testdata/fake"), name}, Workers: 1, MaxReply: 1 << 20})
}

// Whatever a worker answers, there is an error and not a byte of a picture.
func TestBadWorkers(t *testing.T) {
	wants := map[string]error{
		"dead": graphviz.ErrWorker, "shell": graphviz.ErrWorker, "dies": graphviz.ErrWorker,
		"garbage": graphviz.ErrWorker, "oversized": graphviz.ErrWorker, "truncated": graphviz.ErrWorker,
		"short": graphviz.ErrWorker, "late": graphviz.ErrWorker, "refuses": graphviz.ErrRefused,
		"old protocol": graphviz.ErrStale,
	}
	for _, name := range replies {
		wants[name] = graphviz.ErrWorker
	}
	for name, want := range wants {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pool := faker(t, name)
			var out bytes.Buffer
			ctx := context.Background()
			errs := []error{pool.SVG(ctx, &out, graph(1, 1))}
			_, err := pool.Arrange(ctx, *graph(1, 1))
			errs = append(errs, err)
			switch name { // harmless where only one of the two looks
			case "other box", "no numbers", "turned":
				errs = errs[1:]
			default:
				if out.Len() > 0 {
					t.Errorf("%d bytes were written", out.Len())
				}
			}
			for _, err := range errs {
				if !errors.Is(err, want) || strings.Contains(err.Error(), "\x1b") {
					t.Errorf("%v; want %v", err, want)
				}
			}
		})
	}
}

// The fake picture is good where nothing is wrong with it, so that the test above tests.
func TestGoodFake(t *testing.T) {
	var out bytes.Buffer
	if err := faker(t, "good").SVG(context.Background(), &out, graph(1, 1)); err != nil || out.Len() == 0 {
		t.Errorf("%v, %q", err, out.String())
	}
}

func TestStale(t *testing.T) {
	pool := faker(t, "old protocol")
	err := pool.SVG(context.Background(), io.Discard, graph(1, 1))
	if err == nil || !strings.Contains(err.Error(), "go install example.com/orgchart/cmd/orgchart-graphviz") {
		t.Errorf("the error names no command: %v", err)
	}
	graphviz.SetOwn(t, wire.Hello{Protocol: wire.Own().Protocol, Version: "v1.2.3"})
	if err := faker(t, "old version").SVG(context.Background(), io.Discard, graph(1, 1)); !errors.Is(err, graphviz.ErrStale) || !strings.Contains(err.Error(), "v0.0.1") {
		t.Errorf("another version: %v", err)
	}
}

func TestSilentWorker(t *testing.T) {
	graphviz.SetStartTime(t, 100*time.Millisecond)
	if err := faker(t, "silent").SVG(context.Background(), io.Discard, graph(1, 1)); !errors.Is(err, graphviz.ErrWorker) || !strings.Contains(err.Error(), "MaybeRun") {
		t.Errorf("%v", err)
	}
}

func TestTimeout(t *testing.T) {
	pool := faker(t, "hangs")
	pool.Timeout = 50 * time.Millisecond
	if err := pool.SVG(context.Background(), io.Discard, graph(1, 1)); !errors.Is(err, graphviz.ErrTimeout) {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := pool.SVG(ctx, io.Discard, graph(1, 1)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}
