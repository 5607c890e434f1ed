package graphviz_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/layout/graphviz"
	"example.com/orgchart/layout/graphviz/internal/wire"
)

const picture = `<svg width="8pt" height="8pt" viewBox="0 0 8 8" xmlns="http://www.w3.org/2000/svg"><g id="graph0" class="graph">` +
	`<g id="n" class="node"><title>n0</title><polygon points="0,0 0,8 8,8 8,0"/></g></g></svg>`

// replies are what fake workers answer, by name.
var replies = map[string]string{
	"script":     strings.Replace(picture, "<polygon", "<script>alert(1)</script><polygon", 1),
	"handler":    strings.Replace(picture, "<polygon", `<polygon onclick="alert(1)"`, 1),
	"link":       strings.Replace(picture, "<polygon", `<a href="javascript:alert(1)"/><polygon`, 1),
	"image":      strings.Replace(picture, "<polygon", `<image href="/etc/passwd"/><polygon`, 1),
	"reference":  strings.Replace(picture, "<polygon", `<polygon fill="url(http://example.com)"`, 1),
	"style":      strings.Replace(picture, "<polygon", `<style>@import "x"</style><polygon`, 1),
	"entity":     `<!DOCTYPE svg [<!ENTITY e SYSTEM "/etc/passwd">]>` + strings.Replace(picture, "n0", "&e;", 1),
	"deep":       strings.Replace(picture, "<polygon", strings.Repeat("<g>", 5000)+"<polygon", 1),
	"half":       picture[:len(picture)-20],
	"two":        picture + picture,
	"text":       "no picture at all",
	"empty":      "",
	"no boxes":   strings.Replace(picture, `class="node"`, `class="edge"`, 1),
	"other box":  strings.Replace(picture, "n0", "n7", 1),
	"no numbers": strings.Replace(picture, "0,8", "x,NaN", 1),
	"good":       picture,
	"turned":     strings.Replace(picture, `class="graph"`, `class="graph" transform="scale(3 1)"`, 1),
}

// fake is a worker that does what its name says.
func fake(name string) {
	in, out := os.Stdin, os.Stdout
	h := wire.Own()
	switch name {
	case "silent":
		time.Sleep(time.Hour)
	case "dead":
		os.Stderr.WriteString("cannot go on\x1b[31m\n")
		os.Exit(3)
	case "shell":
		out.WriteString("Usage: something else entirely\n")
		os.Exit(0)
	case "old protocol":
		h.Protocol = "0"
	case "old version":
		h.Version = "v0.0.1"
	}
	_ = wire.WriteHello(out, h)
	for {
		b, err := wire.ReadFrame(in, wire.MaxRequest)
		if err != nil {
			os.Exit(0)
		}
		q, _ := wire.ParseRequest(b)
		switch name {
		case "dies":
			os.Stderr.WriteString("panic: out of memory\n")
			os.Exit(2)
		case "garbage":
			out.Write(bytes.Repeat([]byte("\xff\x00garbage"), 1000))
		case "oversized":
			out.Write(binary.BigEndian.AppendUint32(nil, 1<<31))
		case "truncated":
			out.Write(append(binary.BigEndian.AppendUint32(nil, 1<<20), "only this"...))
			os.Exit(0)
		case "short":
			_ = wire.WriteFrame(out, []byte("abc"))
		case "late":
			_ = wire.WriteReply(out, wire.Reply{Seq: q.Seq - 1, Body: []byte(picture)})
		case "hangs":
			time.Sleep(time.Hour)
		case "refuses":
			_ = wire.WriteReply(out, wire.Reply{Seq: q.Seq, Refused: true, Body: []byte("not today\x1b[31m")})
		default:
			_ = wire.WriteReply(out, wire.Reply{Seq: q.Seq, Body: []byte(replies[name])})
		}
	}
}

// faker is a pool of fake workers.
func faker(t *testing.T, name string) *graphviz.Pool {
	t.Helper()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return newPool(t, &graphviz.Pool{Command: []string{own, "fake", name}, Workers: 1, MaxReply: 1 << 20})
}

// Whatever a worker answers, there is an error and not a byte of a picture.
func TestBadWorkers(t *testing.T) {
	wants := map[string]error{
		"dead": graphviz.ErrWorker, "shell": graphviz.ErrWorker, "dies": graphviz.ErrWorker,
		"garbage": graphviz.ErrWorker, "oversized": graphviz.ErrWorker, "truncated": graphviz.ErrWorker,
		"short": graphviz.ErrWorker, "late": graphviz.ErrWorker, "refuses": graphviz.ErrRefused,
		"old protocol": graphviz.ErrStale,
	}
	for name := range replies {
		if name == "good" {
			continue
		}
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
