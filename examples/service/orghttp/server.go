package orghttp

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/table"
)

// A Server serves one organisation. The zero Server is ready and has none, which it says; its fields
// are set before the first request. Many goroutines may use it.
type Server struct {
	Rules    []orgmodel.Rule // that findings come from; nil: rules.Core()
	Formats  []source.Format // that PUT reads; nil: tables
	Token    string          // that PUT must bear; empty: nobody may put
	Limits   source.Limits   // of what is put; 0: 8 MiB and 100,000 rows
	Boxes    int             // most boxes of one picture; 0: 20,000
	Drawings int             // drawn and read at a time; 0: as many as there are processors
	Patience time.Duration   // how long one request waits for its turn; 0: 2 s
	Keep     int             // bytes of answers kept for one organisation; 0: 64 MiB, below 0 none
	Log      *slog.Logger    // told of what fails within (500); nil: nobody is

	now   atomic.Pointer[edition]
	once  sync.Once
	turns chan struct{} // a place for each drawing at work
}

// An edition is an organisation with what has been drawn of it.
type edition struct {
	org *orgmodel.Org
	shelf
}

// Set replaces the organisation; nil leaves the service without one. Requests under way are answered
// from the one before.
func (s *Server) Set(o *orgmodel.Org) {
	if o == nil {
		s.now.Store(nil)
		return
	}
	s.now.Store(&edition{org: o, shelf: shelf{room: or(s.Keep, 64<<20)}})
}

// Org is the organisation as it is now, nil where there is none yet.
func (s *Server) Org() *orgmodel.Org {
	if e := s.now.Load(); e != nil {
		return e.org
	}
	return nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	// A picture that is opened by itself may carry its style sheet and nothing else: should a name
	// ever come through as markup, nothing runs and nothing is fetched.
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	answer := s.get
	if r.URL.Path == "/org" {
		answer = s.put
	}
	if p := answer(w, r); p != nil {
		p.write(w)
	}
}

// get answers a request for something drawn.
func (s *Server) get(w http.ResponseWriter, r *http.Request) *problem {
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.path == r.URL.Path })
	if i < 0 {
		return say(http.StatusNotFound, "There is nothing at %.80q. Ask for /org.svg, /org.dot or /findings.json, or put a table to /org.", r.URL.Path)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		return say(http.StatusMethodNotAllowed, "%s can be got and not changed; put a table to /org to replace the organisation.", r.URL.Path)
	}
	q, p := parse(kinds[i], r.URL.RawQuery)
	if p != nil {
		return p
	}
	e := s.now.Load()
	if e == nil {
		return say(http.StatusNotFound, "There is no organisation yet. Put one to /org, as a table.")
	}
	if q.root != "" {
		if _, ok := e.org.Find(q.root); !ok { // known without a drawing
			return s.problemOf(w, q, errNoRoot)
		}
	}
	a, err := e.answer(r.Context(), q, func(ctx context.Context) ([]byte, error) { return s.work(ctx, e.org, q) })
	if err != nil {
		return s.problemOf(w, q, err)
	}
	w.Header().Set("Content-Type", kinds[i].mime)
	w.Header().Set("ETag", a.etag)
	w.Header().Set("Cache-Control", "private, no-cache") // keep it, and ask each time whether it is good
	// ServeContent knows HEAD, If-None-Match in all its forms, and ranges.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
	return nil
}

func (s *Server) rules() []orgmodel.Rule {
	if s.Rules == nil {
		return rules.Core()
	}
	return s.Rules
}

func (s *Server) formats() []source.Format {
	if s.Formats == nil {
		return []source.Format{table.Format()}
	}
	return s.Formats
}

func (s *Server) limits() source.Limits {
	l := s.Limits
	l.Bytes, l.Rows = or(l.Bytes, 8<<20), or(l.Rows, 100_000)
	return l.Filled()
}

// places are where drawings take their turns.
func (s *Server) places() chan struct{} {
	s.once.Do(func() { s.turns = make(chan struct{}, max(or(s.Drawings, runtime.GOMAXPROCS(0)), 1)) })
	return s.turns
}

// or is v, or what stands for its zero.
func or[T comparable](v, zero T) T {
	if v == *new(T) {
		return zero
	}
	return v
}
