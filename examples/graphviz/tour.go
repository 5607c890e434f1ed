package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"example.com/orgchart/orgmodel"
)

// tour asks a service a few things and tells what it answers.
func tour(w io.Writer, base string) {
	for _, t := range []struct {
		what, path string
		patience   time.Duration // of the client; 0 is as long as it takes
	}{
		{"the chart in ranks", "/chart.svg", 0},
		{"the same by springs", "/chart.svg?layout=neato", 0},
		{"a part of it, in a circle", "/chart.svg?layout=circo&root=it-1", 0},
		{"a layout there is not", "/chart.svg?layout=spiral", 0},
		{"nobody's chart", "/chart.svg?root=E99", 0},
		{"more boxes than the budget", "/crowd.svg", 0},
		{"minutes of work, for a client that leaves", "/tangle.svg", time.Second},
		{"the chart, after that", "/chart.svg", 0},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		if t.patience > 0 {
			ctx, cancel = context.WithTimeout(context.Background(), t.patience)
		}
		fmt.Fprintf(w, "%s: GET %s: %s\n", t.what, t.path, ask(ctx, base+t.path))
		cancel()
	}
}

// ask tells the gist of an answer: nothing in it depends on where Graphviz puts the boxes.
func ask(ctx context.Context, url string) string {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	check(err)
	a, err := http.DefaultClient.Do(r)
	if errors.Is(err, context.DeadlineExceeded) {
		return "the client left"
	}
	check(err)
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	check(err)
	mime := a.Header.Get("Content-Type")
	if mime == "image/svg+xml" {
		return fmt.Sprintf("%s, %s, %d boxes", a.Status, mime, bytes.Count(body, []byte("<title>")))
	}
	var said struct{ Detail string }
	check(json.Unmarshal(body, &said))
	return fmt.Sprintf("%s, %s\n   %s", a.Status, mime, said.Detail)
}

// tangle is n posts, each with lines to two others anyhow: what Graphviz works at for minutes.
func tangle(n int) *orgmodel.Org {
	var b orgmodel.Builder
	b.Name("A tangle")
	post := func(i int) orgmodel.ID { return orgmodel.ID(fmt.Sprint("post-", i%n)) }
	for i := range n {
		b.Node(orgmodel.Node{ID: post(i), Kind: orgmodel.Post})
		b.Line(orgmodel.Line{From: post(i), Rel: orgmodel.ReportsTo, To: post(i*7919 + 1)})
		b.Line(orgmodel.Line{From: post(i), Rel: orgmodel.DirectedBy, To: post(i*104729 + 13)})
	}
	return b.Org()
}

// check ends the program where err is one; that the server was shut down is none. Workers end with
// the program, however it ends.
func check(err error) {
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}
