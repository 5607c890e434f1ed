package drawhttp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/examples/graphviz/drawhttp"
	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/graphviz/worker"
	"example.com/orgchart/orgmodel"
)

// The test binary is its own worker. When the tests are over, no process is left.
func TestMain(m *testing.M) {
	worker.MaybeRun()
	code := m.Run()
	if left := children(); len(left) > 0 {
		fmt.Println("processes are left:", left)
		code = 1
	}
	os.Exit(code)
}

// children are the processes that this one started and that are still there, as far as the system
// tells: Linux does.
func children() []string {
	var all []string
	tasks, _ := filepath.Glob("/proc/self/task/*/children") // the pattern is good
	for _, task := range tasks {
		list, _ := os.ReadFile(task) // a thread may have ended
		all = append(all, strings.Fields(string(list))...)
	}
	return all
}

// tangle is n posts, each with two lines anyhow: at 350 Graphviz works for minutes.
func tangle(n int) *orgmodel.Org {
	var b orgmodel.Builder
	post := func(i int) orgmodel.ID { return orgmodel.ID(fmt.Sprint("p", i%n)) }
	for i := range n {
		b.Node(orgmodel.Node{ID: post(i), Kind: orgmodel.Post, Name: "<script>alert(1)</script>"})
		b.Line(orgmodel.Line{From: post(i), Rel: orgmodel.ReportsTo, To: post(i*7919 + 1)})
		b.Line(orgmodel.Line{From: post(i), Rel: orgmodel.DirectedBy, To: post(i*104729 + 13)})
	}
	return b.Org()
}

// team is a boss and two reports.
func team() *orgmodel.Org {
	return orgmodel.New(orgmodel.Spec{Lines: []orgmodel.Line{
		{From: "pm-1", Rel: orgmodel.ReportsTo, To: "it-1"},
		{From: "pm-2", Rel: orgmodel.ReportsTo, To: "it-1"},
	}, Nodes: []orgmodel.Node{{ID: "it-1", Kind: orgmodel.Post}, {ID: "pm-1", Kind: orgmodel.Post}, {ID: "pm-2", Kind: orgmodel.Post}}})
}

// handler draws with a pool of this binary, closed with the test.
func handler(t *testing.T, org *orgmodel.Org, pool *graphviz.Pool) *drawhttp.Handler {
	t.Helper()
	pool.Self = true
	t.Cleanup(func() { pool.Close() })
	return &drawhttp.Handler{Org: org, Pool: pool, Patience: time.Minute}
}

func ask(h http.Handler, ctx context.Context, method, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, method, target, nil))
	return w
}

// detail is the sentence of a problem.
func detail(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	var said struct {
		Status int
		Detail string
	}
	if err := json.Unmarshal(w.Body.Bytes(), &said); err != nil || said.Status != w.Code || w.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("%d %s is no problem: %v", w.Code, w.Body, err)
	}
	return said.Detail
}

func TestPictures(t *testing.T) {
	h := handler(t, tangle(12), &graphviz.Pool{Workers: 1})
	for _, query := range []string{"", "?layout=neato", "?layout=circo&root=p3", "?root=p3&depth=1"} {
		w := ask(h, context.Background(), http.MethodGet, "/chart.svg"+query)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/svg+xml" {
			t.Errorf("%s: %d %s", query, w.Code, w.Body)
			continue
		}
		if strings.Contains(w.Body.String(), "<script") {
			t.Errorf("%s: script", query)
		}
		d := xml.NewDecoder(w.Body)
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", query, err)
			}
		}
	}
	if w := ask(h, context.Background(), http.MethodHead, "/chart.svg"); w.Code != http.StatusOK || w.Body.Len() > 0 {
		t.Errorf("HEAD: %d, %d bytes", w.Code, w.Body.Len())
	}
}

// What cannot be drawn starts no process.
func TestProblems(t *testing.T) {
	h := handler(t, team(), &graphviz.Pool{MaxBoxes: 2})
	gone, leave := context.WithCancel(context.Background())
	leave()
	for _, c := range []struct {
		ctx           context.Context
		method, query string
		status        int
		says          string
	}{
		{context.Background(), "GET", "", 400, "3 boxes, and 2 are the most"},
		{context.Background(), "GET", "?root=E99", 404, `"E99"`},
		{context.Background(), "GET", "?layout=spiral", 400, "dot, neato"},
		{context.Background(), "GET", "?layout=patchwork", 400, "dot, neato"},
		{context.Background(), "GET", "?root=it-1&depth=0", 400, "from 1 on"},
		{context.Background(), "GET", "?root=it-1&depth=x%0a", 400, `"x\n"`},
		{context.Background(), "POST", "", 405, "got and not changed"},
		{gone, "GET", "?root=pm-1", 503, "Ask again"},
	} {
		w := ask(h, c.ctx, c.method, "/chart.svg"+c.query)
		if said := detail(t, w); w.Code != c.status || !strings.Contains(said, c.says) {
			t.Errorf("%s %s: %d %q, want %d %q", c.method, c.query, w.Code, said, c.status, c.says)
		}
	}
	if left := children(); len(left) > 0 {
		t.Errorf("processes were started: %v", left)
	}
}

// Of one process, a client that leaves, a picture over the pool's time and a request out of patience
// each end the render; the next request is answered.
func TestGivenUp(t *testing.T) {
	pool := &graphviz.Pool{Workers: 1}
	small, large := handler(t, team(), pool), handler(t, tangle(350), pool)
	ready := func() {
		t.Helper()
		if w := ask(small, context.Background(), "GET", "/chart.svg"); w.Code != http.StatusOK {
			t.Errorf("the next request: %d %s", w.Code, w.Body)
		}
	}
	ready()
	ctx, leave := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, leave)
	if w := ask(large, ctx, "GET", "/tangle.svg"); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("a client that leaves: %d %s", w.Code, w.Body)
	}
	ready()
	large.Patience = 100 * time.Millisecond
	if w := ask(large, context.Background(), "GET", "/tangle.svg"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("out of patience: %d %s", w.Code, w.Body)
	}
	ready()
	hasty := handler(t, tangle(350), &graphviz.Pool{Workers: 1, Timeout: 100 * time.Millisecond})
	if w := ask(hasty, context.Background(), "GET", "/tangle.svg"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("over the pool's time: %d %s", w.Code, w.Body)
	}
	pool.Close()
	if w := ask(small, context.Background(), "GET", "/chart.svg"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("after Close: %d %s", w.Code, w.Body)
	}
}

// What fails within is logged, and the client learns nothing of it.
func TestLog(t *testing.T) {
	var log bytes.Buffer
	missing := filepath.Join(t.TempDir(), "no-such-worker")
	h := &drawhttp.Handler{Org: team(), Pool: &graphviz.Pool{Command: []string{missing}}, Log: slog.New(slog.NewTextHandler(&log, nil))}
	defer h.Pool.Close()
	w := ask(h, context.Background(), "GET", "/chart.svg")
	if said := detail(t, w); w.Code != http.StatusInternalServerError || strings.Contains(said, missing) {
		t.Errorf("%d %q", w.Code, said)
	}
	if !strings.Contains(log.String(), missing) {
		t.Errorf("the log has %q", log.String())
	}
}

func ExampleHandler() {
	pool := &graphviz.Pool{Self: true, MaxBoxes: 400, Timeout: 30 * time.Second} // main calls worker.MaybeRun first
	defer pool.Close()
	server := &http.Server{Addr: "127.0.0.1:8080", Handler: &drawhttp.Handler{Org: team(), Pool: pool}, ReadHeaderTimeout: 5 * time.Second}
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		fmt.Println(err)
	}
}
