package graphviz_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz"
)

// slow is a graph that Graphviz works at for minutes: 350 boxes, 700 edges anyhow.
func slow() *layout.Graph {
	g := graph(1, 350)
	g.Edges = nil
	for i := range int32(700) {
		g.Edges = append(g.Edges, layout.Edge{From: i * 7919 % 350, To: (i*104729 + 13) % 350, Tree: true})
	}
	for i := range g.Boxes {
		g.Boxes[i].Tray = false
	}
	return g
}

// Eight goroutines draw eight graphs at once; every picture is that of one goroutine alone.
func TestManyAtOnce(t *testing.T) {
	pool := newPool(t, &graphviz.Pool{Workers: 2, Renders: 40})
	ctx := context.Background()
	const n = 8
	var graphs [n]*layout.Graph
	var svgs [n][]byte
	var diagrams [n]*layout.Diagram
	layouts := []graphviz.Layout{graphviz.Dot, graphviz.Dot, graphviz.Twopi, graphviz.Osage}
	engine := func(i int) graphviz.Engine { return graphviz.Engine{Pool: pool, Layout: layouts[i%len(layouts)]} }
	for i := range n {
		graphs[i] = graph(uint64(i), 10+4*i)
		var b bytes.Buffer
		err := engine(i).SVG(ctx, &b, graphs[i])
		d, err2 := engine(i).Arrange(ctx, *graphs[i])
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		svgs[i], diagrams[i] = b.Bytes(), d
	}
	const rounds = 50 // with -short too: the race detector sees them all
	var wait sync.WaitGroup
	for k := range n {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for r := range rounds {
				i := (k + r) % n
				var b bytes.Buffer
				if err := engine(i).SVG(ctx, &b, graphs[i]); err != nil || !bytes.Equal(b.Bytes(), svgs[i]) {
					t.Errorf("picture %d differs from that of one goroutine, error %v", i, err)
				}
				if d, err := engine(i).Arrange(ctx, *graphs[i]); err != nil || !reflect.DeepEqual(d, diagrams[i]) {
					t.Errorf("diagram %d differs from that of one goroutine, error %v", i, err)
				}
			}
		}()
	}
	wait.Wait()
}

// A render that would take minutes ends with its context, 100 ms after it began, and the next one is
// right. The quickest of five is held to the allowance, since a busy machine may wake this one late.
func TestCancel(t *testing.T) {
	pool := newPool(t, &graphviz.Pool{Workers: 1})
	var want bytes.Buffer
	if err := pool.SVG(context.Background(), &want, graph(3, 20)); err != nil {
		t.Fatal(err)
	}
	quickest := time.Hour
	for range 5 {
		ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
		begin := time.Now()
		_, err := pool.Arrange(ctx, *slow())
		cancel()
		if quickest = min(quickest, time.Since(begin)); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a cancelled render gives %v", err)
		}
		var b bytes.Buffer
		if err := pool.SVG(context.Background(), &b, graph(3, 20)); err != nil || !bytes.Equal(b.Bytes(), want.Bytes()) {
			t.Errorf("the next picture differs, error %v", err)
		}
	}
	if quickest > allowance {
		t.Errorf("cancelled after 100 ms, the quickest of five renders ended after %v", quickest)
	}
}

// A worker killed within a render is an error; the next render has another worker. One killed
// between renders is none.
func TestKilled(t *testing.T) {
	pool := newPool(t, &graphviz.Pool{Workers: 1})
	ctx := context.Background()
	if err := pool.SVG(ctx, io.Discard, graph(3, 20)); err != nil {
		t.Fatal(err)
	}
	kill := func() {
		for _, pid := range children(t) {
			if p, err := os.FindProcess(pid); err == nil {
				_ = p.Kill() // it may have ended
			}
		}
	}
	time.AfterFunc(100*time.Millisecond, kill)
	if _, err := pool.Arrange(ctx, *slow()); !errors.Is(err, graphviz.ErrWorker) {
		t.Errorf("killed within a render: %v", err)
	}
	if err := pool.SVG(ctx, io.Discard, graph(3, 20)); err != nil {
		t.Errorf("the next render: %v", err)
	}
	for range 20 { // often, since the pool may learn of it a moment later than this test
		kill()
		for deadline := time.Now().Add(5 * time.Second); processes(t) > 0 && time.Now().Before(deadline); {
			runtime.Gosched()
		}
		if err := pool.SVG(ctx, io.Discard, graph(3, 20)); err != nil {
			t.Fatalf("killed between renders: %v", err)
		}
	}
}

// Over a limit nothing is started, and the error says which.
func TestLimits(t *testing.T) {
	pool := newPool(t, &graphviz.Pool{MaxBoxes: 10, MaxEdges: 5, MaxBytes: 4000})
	big, many, long, wide := graph(1, 11), graph(1, 9), graph(1, 2), graph(1, 1)
	many.Edges = make([]layout.Edge, 6)
	long.Title = strings.Repeat("x", 4001)
	wide.Boxes[0].W = 100_000
	for field, g := range map[string]*layout.Graph{"MaxBoxes": big, "MaxEdges": many, "MaxBytes": long, "": wide} {
		var limit *graphviz.LimitError
		if err := pool.SVG(context.Background(), io.Discard, g); !errors.As(err, &limit) || limit.Field != field || !strings.Contains(err.Error(), field) {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := pool.Arrange(context.Background(), *big); err == nil {
		t.Error("Arrange over the limit: no error")
	}
	long.Title = strings.Repeat("&", 2000) // more once it is escaped
	if err := pool.SVG(context.Background(), io.Discard, long); err == nil {
		t.Error("over the limit once escaped: no error")
	}
	if n := processes(t); n != 0 || pool.Dir() != "" {
		t.Errorf("%d processes, folder %q", n, pool.Dir())
	}
}

// After Close no process, goroutine or file is left, and nothing more is drawn.
func TestClose(t *testing.T) {
	before := runtime.NumGoroutine()
	pool := &graphviz.Pool{Self: true, Workers: 2}
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			if _, err := pool.Arrange(context.Background(), *slow()); !errors.Is(err, graphviz.ErrClosed) {
				t.Errorf("a render under way: %v", err)
			}
		}()
	}
	for deadline := time.Now().Add(10 * time.Second); processes(t) < 2 && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	time.Sleep(50 * time.Millisecond)
	dir := pool.Dir()
	if st, err := os.Stat(dir); err != nil || st.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v, %v", st, err)
	}
	for range 2 {
		if err := pool.Close(); err != nil {
			t.Error(err)
		}
	}
	wait.Wait()
	if n := processes(t); n != 0 {
		t.Errorf("%d processes are left", n)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder %s is left: %v", dir, err)
	}
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(deadline); {
		time.Sleep(5 * time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
	if _, err := pool.Arrange(context.Background(), *graph(1, 3)); !errors.Is(err, graphviz.ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
	if err := new(graphviz.Pool).Close(); err != nil {
		t.Error(err)
	}
}
