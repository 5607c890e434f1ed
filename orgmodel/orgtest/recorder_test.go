package orgtest_test

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// A recorder is a test that keeps what it is told.
type recorder struct {
	testing.TB
	mu           sync.Mutex
	errors, logs []string
	stopped      bool
	helped       bool
}

func (r *recorder) Helper()      { r.helped = true }
func (r *recorder) Name() string { return "TestPolicy" }

func (r *recorder) Errorf(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func (r *recorder) Logf(format string, args ...any) {
	r.logs = append(r.logs, fmt.Sprintf(format, args...))
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	r.stopped = true
	runtime.Goexit()
}

func (r *recorder) Failed() bool { return len(r.errors) > 0 }

// record runs a test to its end and gives what it said.
func record(t *testing.T, test func(t testing.TB)) *recorder {
	t.Helper()
	r := &recorder{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		test(r)
	}()
	<-done
	if !r.helped {
		t.Error("it does not call Helper")
	}
	return r
}

// silent fails unless the test passes.
func silent(t *testing.T, test func(t testing.TB)) {
	t.Helper()
	if r := record(t, test); r.Failed() {
		t.Errorf("fails:\n%s", strings.Join(r.errors, "\n"))
	}
}

// fails fails unless the test fails with all of words in what it says.
func fails(t *testing.T, test func(t testing.TB), words ...string) {
	t.Helper()
	r := record(t, test)
	said := strings.Join(r.errors, "\n")
	if !r.Failed() {
		t.Errorf("passes; want a failure that says %q", words)
	}
	for _, w := range words {
		if !strings.Contains(said, w) {
			t.Errorf("says\n%s\nwant %q", said, w)
		}
	}
}
