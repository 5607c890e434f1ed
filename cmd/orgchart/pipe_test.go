//go:build unix

package main

import (
	"os"
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

// A policy that names a pipe, as file of titles or of known findings, is refused as one that includes it is.
func TestPolicyNamesPipe(t *testing.T) {
	for _, key := range []string{"assume-roles", "baseline", "include"} {
		path := file(t, "policy.yaml", "policy: orgpolicy/v1\n"+key+": pipe\n")
		if err := syscall.Mkfifo(filepath.Join(filepath.Dir(path), "pipe"), 0o644); err != nil {
			t.Skip("no pipes here:", err)
		}
		if code, _, errOut := orgchart(t, "", "check", "--policy", path); code != wrong || !strings.Contains(errOut, "it is no file") {
			t.Errorf("%s: exit %d: %s", key, code, errOut)
		}
	}
}

// Nor does a policy lead out of its folder, by a path or by a symbolic link, nor into a circle of links.
func TestPolicyNamesOutside(t *testing.T) {
	for _, key := range []string{"assume-roles", "baseline", "include"} {
		for _, name := range []string{"out", "round", "folder", "../x", "/etc/passwd", "zero"} {
			path := file(t, "policy.yaml", "policy: orgpolicy/v1\n"+key+": "+name+"\n")
			in := filepath.Dir(path)
			for link, to := range map[string]string{"out": "/etc/passwd", "round": "round2", "round2": "round", "zero": "/dev/zero"} {
				if err := os.Symlink(to, filepath.Join(in, link)); err != nil {
					t.Skip("no symbolic links here:", err)
				}
			}
			if err := os.Mkdir(filepath.Join(in, "folder"), 0o755); err != nil {
				t.Fatal(err)
			}
			code, _, errOut := orgchart(t, "", "check", "--policy", path)
			if code != wrong || !strings.Contains(errOut, "policy.yaml:2:") || strings.Contains(errOut, "root:") {
				t.Errorf("%s %s: exit %d: %s", key, name, code, errOut)
			}
		}
	}
}
