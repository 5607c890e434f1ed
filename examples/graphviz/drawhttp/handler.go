// Package drawhttp draws one organisation with Graphviz, for browsers.
//
//	pool := &graphviz.Pool{Self: true}
//	http.Handle("/chart.svg", &drawhttp.Handler{Org: org, Pool: pool})
//
//	GET /chart.svg?layout=neato&root=it-1&depth=2
//
// Every parameter may be left out. What is wrong is a problem (RFC 9457) whose detail is a sentence.
// Graphviz works in the pool's processes: a request that is given up ends the one that draws for it,
// and the next request has another.
//
// Not here: what is kept of pictures that were drawn, so that each is drawn once. See orghttp, in
// the example service.
package drawhttp

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"example.com/orgchart/chart"
	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/svg"
	"example.com/orgchart/orgmodel"
)

// A Handler draws one organisation. Its fields are set before the first request; several Handlers
// may share a Pool, whose limits hold for all together.
type Handler struct {
	Org      *orgmodel.Org
	Pool     *graphviz.Pool
	Patience time.Duration // for one request, waiting for a process included; 0: 10 s
	Log      *slog.Logger  // told of what fails within (500); nil: nobody is
}

// ServeHTTP answers one request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	// Should a name ever come through as markup, nothing runs and nothing is fetched.
	header.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
	header.Set("X-Content-Type-Options", "nosniff")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		write(w, problem{Status: http.StatusMethodNotAllowed, Detail: "A chart can be got and not changed."})
		return
	}
	picture, err := h.draw(r.Context(), r.URL.Query())
	if err != nil {
		p := problemOf(err)
		if p.Status == http.StatusInternalServerError && h.Log != nil {
			h.Log.Error("no picture", "query", r.URL.RawQuery, "error", err)
		}
		write(w, p)
		return
	}
	header.Set("Content-Type", "image/svg+xml")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(picture))
}

// draw draws what a query asks for. The picture is whole before its first byte is sent, since a
// status cannot be taken back.
func (h *Handler) draw(ctx context.Context, q url.Values) ([]byte, error) {
	engine, view, err := parse(q)
	if err != nil {
		return nil, err
	}
	if !view.Has(h.Org) {
		return nil, problem{http.StatusNotFound, fmt.Sprintf("root is %.80q, which no record of this organisation has as its id.", view.Root)}
	}
	patience := h.Patience
	if patience == 0 {
		patience = 10 * time.Second
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	engine.Pool = h.Pool
	diagram, err := engine.Arrange(ctx, view.Graph(h.Org))
	if err != nil {
		return nil, err
	}
	var picture bytes.Buffer
	err = svg.Encode(&picture, diagram)
	return picture.Bytes(), err
}

// parse reads a query: which layout draws which part.
func parse(q url.Values) (engine graphviz.Engine, view chart.View, err error) {
	view.Root = orgmodel.ID(q.Get("root"))
	if s := q.Get("depth"); s != "" {
		if view.Depth, err = strconv.Atoi(s); err != nil || view.Depth < 1 {
			return engine, view, problem{http.StatusBadRequest, fmt.Sprintf("depth is %.80q; give a number of levels, from 1 on.", s)}
		}
	}
	if s := q.Get("layout"); s != "" {
		err = engine.Layout.UnmarshalText([]byte(s))
		if err != nil || engine.Layout == graphviz.Patchwork { // which sizes boxes by itself
			return engine, view, problem{http.StatusBadRequest, fmt.Sprintf("layout is %.80q, which there is not; take one of %s.", s, layouts())}
		}
	}
	return engine, view, nil
}
