package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// lonely leaves no worker program to be found.
func lonely(t *testing.T) {
	t.Helper()
	t.Setenv("PATH", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	t.Setenv("USERPROFILE", t.TempDir())
	t.Setenv("GOBIN", "")
	t.Setenv("GOPATH", "")
}

// script is a program that says what is written in it; it leaves a file behind where it ran.
func script(t *testing.T) (program, trace string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in for a worker is a shell script")
	}
	dir := t.TempDir()
	program, trace = filepath.Join(dir, "orgchart-graphviz"), filepath.Join(dir, "ran")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n: > '"+trace+"'\necho hello\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return program, trace
}

// The default engine starts no process, even where a worker stands ready; --engine graphviz does.
func TestDefaultStartsNothing(t *testing.T) {
	program, trace := script(t)
	lonely(t)
	t.Setenv("PATH", filepath.Dir(program)+string(filepath.ListSeparator)+"/bin")
	if code, _, errOut := orgchart(t, team, "draw", "-", "--from", "table"); code != clean {
		t.Fatalf("exit %d: %s", code, errOut)
	}
	if _, err := os.Stat(trace); err == nil {
		t.Error("the default engine started the worker")
	}
	code, _, errOut := orgchart(t, team, "draw", "-", "--from", "table", "--engine", "graphviz")
	if _, err := os.Stat(trace); err != nil || code != wrong || !strings.Contains(errOut, "is no worker") {
		t.Errorf("--engine graphviz did not start what stands on PATH, or took it for a worker: exit %d: %s", code, errOut)
	}
}

func TestEngineMisused(t *testing.T) {
	lonely(t)
	good := file(t, "team.csv", team)
	for args, says := range map[string]string{
		"--engine dot": "want tidy or graphviz",
		"--engine graphviz --graphviz-layout tree":      "want one of dot, neato",
		"--engine graphviz --graphviz-layout patchwork": "want one of dot, neato",
		"--engine graphviz --format dot":                "draws svg",
		"--graphviz-layout neato":                       "is for --engine graphviz",
		"--graphviz-worker x":                           "is for --engine graphviz",
		"--engine graphviz":                             "build it with: go install example.com/orgchart/cmd/orgchart-graphviz",
		"--engine graphviz --graphviz-worker nothing":   "cannot start the worker",
	} {
		code, out, errOut := orgchart(t, "", append([]string{"draw", good}, strings.Fields(args)...)...)
		if code != wrong || out != "" || !strings.Contains(errOut, says) {
			t.Errorf("draw %s: exit %d, %s; want %q", args, code, errOut, says)
		}
	}
}

// go build -o DIR ./cmd/... makes a pair that works, and so does go install with the program
// run by go run.
func TestPair(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two programs")
	}
	dir, bin := t.TempDir(), t.TempDir()
	install := exec.Command("go", "install", "example.com/orgchart/cmd/orgchart-graphviz") // as the error says
	install.Env = append(os.Environ(), "GOBIN="+bin)
	if out, err := install.CombinedOutput(); err != nil {
		t.Fatalf("go install: %v\n%s", err, out)
	}
	if out, err := exec.Command("go", "build", "-o", dir, "../...").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	draw := func(name string, args ...string) (string, error) {
		cmd := exec.CommandContext(context.Background(), name, append(args, "draw", "--quiet", "--engine", "graphviz", "--graphviz-layout", "twopi")...)
		cmd.Env = append(os.Environ(), "GOBIN="+bin)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		return string(out), err
	}
	pair, err := draw(filepath.Join(dir, "orgchart"))
	if err != nil || !strings.Contains(pair, "</svg>") {
		t.Fatalf("the pair: %v", err)
	}
	run, err := draw("go", "run", ".")
	if err != nil || run != pair {
		t.Errorf("go run draws something else: %v", err)
	}
	out, err := exec.Command(filepath.Join(dir, "orgchart-graphviz")).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "orgchart draw --engine graphviz") {
		t.Errorf("the worker started by hand: %v: %s", err, out)
	}
}
