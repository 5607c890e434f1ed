package orghttp_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"example.com/orgchart/examples/service/orghttp"
	"example.com/orgchart/orgmodel"
)

// A gate is a rule that counts how often it runs, and waits.
type gate struct {
	runs, stopped atomic.Int32
	entered       chan struct{} // told once a run
	open          chan struct{} // closed: every run passes
}

func newGate() *gate { return &gate{entered: make(chan struct{}, 100), open: make(chan struct{})} }

func (g *gate) rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "gate", Check: func(p *orgmodel.Pass) {
		g.runs.Add(1)
		g.entered <- struct{}{}
		select {
		case <-g.open:
		case <-p.Ctx.Done():
			g.stopped.Add(1)
		}
	}}
}

func gated(t *testing.T, patience time.Duration) (*orghttp.Server, *gate) {
	g := newGate()
	s := &orghttp.Server{Rules: []orgmodel.Rule{g.rule()}, Drawings: 1, Patience: patience}
	s.Set(team("Harbour", "bo"))
	return s, g
}

// start asks in the background; what it returns waits for the answer.
func start(ctx context.Context, s http.Handler, url string) func() *httptest.ResponseRecorder {
	done := make(chan *httptest.ResponseRecorder, 1)
	go func() {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest("GET", url, nil).WithContext(ctx))
		done <- w
	}()
	return func() *httptest.ResponseRecorder { return <-done }
}

// A noticed context tells when somebody waits for it.
type noticed struct {
	context.Context
	waits chan struct{}
}

func (n noticed) Done() <-chan struct{} {
	n.waits <- struct{}{}
	return n.Context.Done()
}

// eventually waits for what must come.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !ok(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal(what)
		}
	}
}

func TestOneDrawingForAll(t *testing.T) {
	s, g := gated(t, time.Minute)
	var answers []func() *httptest.ResponseRecorder
	for range 20 {
		answers = append(answers, start(context.Background(), s, "/org.svg"))
	}
	<-g.entered
	close(g.open)
	for _, a := range answers {
		if w := a(); w.Code != 200 {
			t.Error(w.Code, w.Body)
		}
	}
	ask(s, "GET", "/org.svg?depth=&theme=auto", "") // the same by other words
	if n := g.runs.Load(); n != 1 {
		t.Errorf("one picture was drawn %d times", n)
	}
}

func TestBusy(t *testing.T) {
	s, g := gated(t, time.Millisecond)
	s.Token = "t"
	first := start(context.Background(), s, "/org.svg")
	<-g.entered
	for _, w := range []*httptest.ResponseRecorder{
		ask(s, "GET", "/org.dot", ""), ask(s, "PUT", "/org", "id,name\n1,A\n", "Authorization", "Bearer t"),
	} {
		if w.Code != 503 || w.Header().Get("Retry-After") == "" || !strings.Contains(detail(t, w), "busy") {
			t.Errorf("where all places are taken the answer is %d %s", w.Code, w.Body)
		}
	}
	close(g.open)
	if w := first(); w.Code != 200 {
		t.Error(w.Code)
	}
	if w := ask(s, "GET", "/org.dot", ""); w.Code != 200 {
		t.Error("a refusal is kept:", w.Code)
	}
}

// The first of two clients to go away leaves the drawing to the other.
func TestFirstClientGoesAway(t *testing.T) {
	s, g := gated(t, time.Minute)
	ctx, leave := context.WithCancel(context.Background())
	one := start(ctx, s, "/org.svg")
	<-g.entered
	waits := make(chan struct{}, 100)
	two := start(noticed{context.Background(), waits}, s, "/org.svg")
	<-waits
	leave()
	if w := one(); w.Code != 503 {
		t.Errorf("who is cancelled hears %d", w.Code)
	}
	close(g.open)
	if w := two(); w.Code != 200 || g.runs.Load() != 1 {
		t.Errorf("the other hears %d after %d drawings", w.Code, g.runs.Load())
	}
}

// The last client that goes away stops the drawing and frees its place; the next to ask is served.
func TestLastClientGoesAway(t *testing.T) {
	s, g := gated(t, time.Minute)
	ctx, leave := context.WithCancel(context.Background())
	one := start(ctx, s, "/org.svg")
	<-g.entered
	leave()
	one()
	eventually(t, "a drawing that nobody waits for goes on", func() bool { return g.stopped.Load() == 1 })
	next := start(context.Background(), s, "/org.svg")
	<-g.entered
	close(g.open)
	if w := next(); w.Code != 200 || !strings.Contains(w.Body.String(), "<svg ") {
		t.Errorf("what was given up is not drawn anew: %d %s", w.Code, w.Body)
	}
}

// A drawing that was given up and is slow to stop is in nobody's way: the next to ask gets one of
// their own, which stays when the old one ends.
func TestSlowToStop(t *testing.T) {
	entered := make(chan chan struct{}, 10)
	var runs atomic.Int32
	s := &orghttp.Server{Drawings: 2, Patience: time.Minute, Rules: []orgmodel.Rule{{Name: "deaf", Check: func(*orgmodel.Pass) {
		runs.Add(1)
		pass := make(chan struct{})
		entered <- pass
		<-pass
	}}}}
	s.Set(team("Harbour", "bo"))
	ctx, leave := context.WithCancel(context.Background())
	one := start(ctx, s, "/org.svg")
	first := <-entered
	leave()
	one()
	two := start(context.Background(), s, "/org.svg")
	second := <-entered
	other := start(context.Background(), s, "/org.dot")
	close(first)
	close(<-entered) // of the other picture, which took the place of the first
	if w := other(); w.Code != 200 {
		t.Error(w.Code)
	}
	three := start(context.Background(), s, "/org.svg")
	close(second)
	for _, w := range []*httptest.ResponseRecorder{two(), three()} {
		if w.Code != 200 || !strings.Contains(w.Body.String(), "<svg ") {
			t.Errorf("%d %.200s", w.Code, w.Body)
		}
	}
	if n := runs.Load(); n != 3 {
		t.Errorf("%d drawings, want the one given up, its successor and the other picture", n)
	}
}

// Over a connection too: a client that hangs up is one that goes away.
func TestHangUp(t *testing.T) {
	s, g := gated(t, time.Minute)
	server := httptest.NewServer(s)
	defer server.Close()
	ctx, hangUp := context.WithCancel(context.Background())
	r, err := http.NewRequestWithContext(ctx, "GET", server.URL+"/org.svg", nil)
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		<-g.entered
		hangUp()
	}()
	if a, err := http.DefaultClient.Do(r); err == nil {
		a.Body.Close()
		t.Error("an answer to who hung up")
	}
	eventually(t, "the drawing goes on", func() bool { return g.stopped.Load() == 1 })
}

func TestKeep(t *testing.T) {
	for keep, want := range map[int]int32{0: 2, -1: 6, 6000: 4} { // one picture is 3 to 6 kB
		g := newGate()
		close(g.open)
		s := &orghttp.Server{Rules: []orgmodel.Rule{g.rule()}, Keep: keep}
		s.Set(team("Harbour", "bo"))
		for _, url := range []string{"/org.svg", "/org.svg", "/org.svg?theme=dark", "/org.svg?theme=dark", "/org.svg", "/org.svg?theme=dark"} {
			if w := ask(s, "GET", url, ""); w.Code != 200 || keep > 0 && (w.Body.Len() > keep || 2*w.Body.Len() <= keep) {
				t.Fatal(w.Code, w.Body.Len())
			}
		}
		if n := g.runs.Load(); n != want {
			t.Errorf("of 6 requests for 2 pictures, %d were drawn with Keep %d, want %d", n, keep, want)
		}
	}
}

// While the organisation is swapped, every answer is whole and of one organisation.
func TestSwaps(t *testing.T) {
	orgs := []*orgmodel.Org{team("Harbour", "bo"), team("Port", "bo", "cy")}
	known := map[string]bool{}
	for _, o := range orgs {
		for _, url := range []string{"/org.svg", "/findings.json"} {
			known[ask(serving(o), "GET", url, "").Body.String()] = true
		}
	}
	s := serving(orgs[0])
	s.Patience = time.Minute
	s.Token = "t"
	var all sync.WaitGroup
	for i := range 4 {
		all.Add(2)
		go func() {
			defer all.Done()
			for j := range 50 {
				s.Set(orgs[(i+j)%2])
			}
		}()
		go func() {
			defer all.Done()
			for j := range 50 {
				w := ask(s, "GET", []string{"/org.svg", "/findings.json"}[j%2], "")
				if w.Code != 200 || !known[w.Body.String()] {
					t.Errorf("%d %.100s", w.Code, w.Body)
				}
			}
		}()
	}
	all.Wait()
}

// Without as-of, the day that an organisation was set with counts.
func TestDayOfTheOrganisation(t *testing.T) {
	d, err := orgmodel.ParseDate("2026-03-01")
	if err != nil {
		t.Fatal(err)
	}
	s := serving(team("Harbour", "bo").At(d))
	for url, want := range map[string]string{"/findings.json": "2026-03-01", "/findings.json?as-of=2026-04-01": "2026-04-01"} {
		if w := ask(s, "GET", url, ""); !strings.Contains(w.Body.String(), `"as_of": "`+want) {
			t.Errorf("%s: %s", url, w.Body)
		}
	}
}

// What panics at work is an answer and a line of the log, not the end of the program. The zero Org
// is none, and asking it panics.
func TestPanic(t *testing.T) {
	var log bytes.Buffer
	s := &orghttp.Server{Log: slog.New(slog.NewTextHandler(&log, nil))}
	s.Set(&orgmodel.Org{})
	w := ask(s, "GET", "/org.svg", "")
	if w.Code != 500 || strings.Contains(detail(t, w), "panic") || !strings.Contains(log.String(), "panicked") {
		t.Errorf("%d %s, the log: %s", w.Code, w.Body, log.String())
	}
}

// Whatever a query says, the answer is a picture or a sentence, and the same again.
func FuzzQuery(f *testing.F) {
	for _, q := range []string{"", "root=bo&depth=2&as-of=2026-01-31&theme=dark", "depth=%31", "root=%ff%00", "a=b;c", "depth=1&depth=1", "root=x", "as-of=9999-12-31", "=&=", "theme"} {
		f.Add(q)
	}
	s := serving(team("Harbour", "bo", "cy"))
	f.Fuzz(func(t *testing.T, raw string) {
		for _, path := range []string{"/org.svg", "/org.dot", "/findings.json"} {
			get := func() *httptest.ResponseRecorder {
				r := httptest.NewRequest("GET", path, nil)
				r.URL.RawQuery = raw
				w := httptest.NewRecorder()
				s.ServeHTTP(w, r)
				return w
			}
			w, again := get(), get()
			switch w.Code {
			case 200:
			case 400, 404:
				if d := detail(t, w); len(d) > 1000 || !strings.HasSuffix(d, ".") {
					t.Errorf("%s?%s: %q is no sentence", path, raw, d)
				}
			default:
				t.Errorf("%s?%s: %d %s", path, raw, w.Code, w.Body)
			}
			if w.Body.String() != again.Body.String() || w.Header().Get("ETag") != again.Header().Get("ETag") {
				t.Errorf("%s?%s: another answer the second time", path, raw)
			}
		}
	})
}
