//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A file that includes a pipe is refused and does not wait for somebody to write to it.
func TestIncludedPipe(t *testing.T) {
	path := file(t, "org.yaml", "format: 1\ninclude: pipe.yaml\n")
	if err := syscall.Mkfifo(filepath.Join(filepath.Dir(path), "pipe.yaml"), 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	if code, _, errOut := orgchart(t, "", "check", path); code != wrong || !strings.Contains(errOut, "it is no file") {
		t.Errorf("exit %d: %s", code, errOut)
	}
}

// fmt -w refuses a pipe, which cannot be read and then replaced, and does not wait for it.
func TestFmtPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.yaml")
	if err := syscall.Mkfifo(path, 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	if code, _, errOut := orgchart(t, "", "fmt", "-w", path); code != wrong || !strings.Contains(errOut, "no ordinary file") {
		t.Errorf("exit %d: %s", code, errOut)
	}
}
