// Command service serves an organisation over HTTP: SVG, DOT and findings, cached, bounded and with a
// strong ETag. With -addr it serves until it is interrupted; without, it shows what it answers to a
// few requests and ends. The handler is the package orghttp beside it.
package main

import (
	"cmp"
	"context"
	_ "embed"
	"flag"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"example.com/orgchart/examples/service/orghttp"
	"example.com/orgchart/orgmodel/source/table"
)

//go:embed people.csv
var people string

func main() {
	addr := flag.String("addr", "", "serve at this `address`, such as 127.0.0.1:8080; who has what ORG_TOKEN holds in the environment may PUT /org")
	flag.Parse()
	org, _, err := table.Read("people.csv", strings.NewReader(people))
	check(err)
	service := &orghttp.Server{Token: os.Getenv("ORG_TOKEN"), Log: slog.Default()}
	service.Set(org)
	if *addr == "" {
		service.Token = "open sesame"
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	server := &http.Server{Handler: service, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 16 << 10}
	listener, err := net.Listen("tcp", cmp.Or(*addr, "127.0.0.1:0"))
	check(err)
	go func() { check(server.Serve(listener)) }()
	if *addr == "" {
		tour(os.Stdout, "http://"+listener.Addr().String(), service.Token)
		stop()
	} else {
		slog.Info("serving until interrupted", "at", "http://"+listener.Addr().String()+"/org.svg")
	}
	<-ctx.Done()
	stop() // a second interrupt ends the program at once
	grace, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	check(server.Shutdown(grace)) // waits for the requests under way
}
