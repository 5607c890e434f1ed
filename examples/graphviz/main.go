// Command graphviz serves an organisation's chart, drawn by Graphviz, as one program: the workers in
// which Graphviz runs are this binary again. Requests share a pool that bounds processes, sizes and
// times. With -addr it serves until it is interrupted; without, it shows a few answers and ends.
// Where others have accounts, give it a TMPDIR of its own: package worker says why.
package main

import (
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"flag"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/orgchart/examples/graphviz/drawhttp"
	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/graphviz/worker"
	"example.com/orgchart/orgmodel/source/native"
)

//go:embed org.yaml
var file []byte

func main() {
	worker.MaybeRun() // first thing: a worker goes no further
	addr := flag.String("addr", "", "serve at this `address`, such as 127.0.0.1:8080")
	flag.Parse()
	org, _, err := native.Read("org.yaml", bytes.NewReader(file))
	check(err)
	pool := &graphviz.Pool{Self: true, Workers: 2, MaxBoxes: 400, Timeout: 30 * time.Second}
	defer pool.Close() // when it returns, no process is left
	mux := http.NewServeMux()
	mux.Handle("/chart.svg", &drawhttp.Handler{Org: org, Pool: pool, Patience: time.Minute, Log: slog.Default()})
	mux.Handle("/tangle.svg", &drawhttp.Handler{Org: tangle(350), Pool: pool, Patience: time.Minute, Log: slog.Default()})
	mux.Handle("/crowd.svg", &drawhttp.Handler{Org: tangle(500), Pool: pool, Patience: time.Minute, Log: slog.Default()})

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	listener, err := net.Listen("tcp", cmp.Or(*addr, "127.0.0.1:0"))
	check(err)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() { check(server.Serve(listener)) }()
	if *addr == "" {
		tour(os.Stdout, "http://"+listener.Addr().String())
		stop()
	} else {
		log.Printf("serving http://%s/chart.svg?layout=neato until interrupted", listener.Addr())
	}
	<-ctx.Done()
	grace, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	check(server.Shutdown(grace)) // before the pool is closed
}
