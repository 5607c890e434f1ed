package graphviz_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/layout/graphviz"
)

// resident is the memory of a process, MB.
func resident(t *testing.T, pid string) float64 {
	t.Helper()
	b, err := os.ReadFile("/proc/" + pid + "/statm")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(b))[1])
	if err != nil {
		t.Fatal(err)
	}
	return float64(pages) * float64(os.Getpagesize()) / (1 << 20)
}

// Memory of this process and of the workers stays where it was over 2,000 renders: each render
// leaves some 50 KB in a worker, 100 MB in all, and the pool replaces workers.
func TestMemory(t *testing.T) {
	children(t) // skips where there is no /proc
	renders, replaced := 2000, 500
	if testing.Short() {
		renders, replaced = 200, 50
	}
	pool := newPool(t, &graphviz.Pool{Workers: 1, Renders: replaced})
	g := graph(2, 30)
	pids := map[int]bool{}
	var host, workers []float64 // after each tenth
	for i := range renders {
		if err := pool.SVG(context.Background(), io.Discard, g); err != nil {
			t.Fatal(err)
		}
		if (i+1)%(renders/10) != 0 {
			continue
		}
		runtime.GC()
		host = append(host, resident(t, "self"))
		for _, pid := range children(t) {
			workers = append(workers, resident(t, strconv.Itoa(pid)))
			pids[pid] = true
		}
	}
	t.Logf("host %.0f MB, workers %.0f MB", host, workers)
	if grown := host[len(host)-1] - host[1]; grown > 24 {
		t.Errorf("this process grew by %.0f MB: %.0f", grown, host)
	}
	for _, mb := range workers {
		if mb > 160 {
			t.Errorf("a worker of %.0f MB: %.0f", mb, workers)
		}
	}
	if len(pids) < 3 {
		t.Errorf("%d workers seen in %d renders; each is to be replaced after %d", len(pids), renders, replaced)
	}
}

// orphanage is the variable that makes this binary a host that starts a long render and waits.
const orphanage = "ORGCHART_TEST_ORPHANAGE"

// When the host is killed within a render, its worker ends too.
func TestHostDies(t *testing.T) {
	if os.Getenv(orphanage) != "" {
		pool := &graphviz.Pool{Self: true, Workers: 1}
		go func() { _, _ = pool.Arrange(context.Background(), *slow()) }()
		for processes(t) == 0 {
			time.Sleep(10 * time.Millisecond)
		}
		time.Sleep(1500 * time.Millisecond) // into the render
		os.Stdout.WriteString("worker " + strconv.Itoa(children(t)[0]) + "\n")
		time.Sleep(time.Hour)
	}
	children(t) // skips where there is no /proc
	host := exec.Command(os.Args[0], "-test.run", "^TestHostDies$")
	host.Env = append(os.Environ(), orphanage+"=1", "TMPDIR="+t.TempDir())
	out, err := host.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := host.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 100)
	n, err := out.Read(said)
	_ = host.Process.Kill()
	_ = host.Wait()
	pid, ok := strings.CutPrefix(string(bytes.TrimSpace(said[:n])), "worker ")
	if err != nil || !ok {
		t.Fatalf("the host said %q, %v", said[:n], err)
	}
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		b, err := os.ReadFile("/proc/" + pid + "/stat")
		if err != nil || strings.Contains(string(b), ") Z ") { // gone, or nobody waits for it
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("worker %s lives on: %s", pid, b)
		}
	}
}
