package graphviz

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"example.com/orgchart/layout/graphviz/internal/wire"
)

// Find returns the worker program: beside this program, on PATH, or in Go's folders of
// programs (GOBIN, bin in GOPATH, go/bin at home), where go install puts it. The error wraps
// ErrNoWorker and names the command that builds it. A name that PATH finds only in the current
// folder is not taken.
func Find() (string, error) {
	name := wire.Worker
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	var tried []string
	look := func(dir string) (string, bool) {
		if dir == "" || !filepath.IsAbs(dir) {
			return "", false
		}
		tried = append(tried, dir)
		path := filepath.Join(dir, name)
		st, err := os.Stat(path)
		return path, err == nil && st.Mode().IsRegular() && (runtime.GOOS == "windows" || st.Mode()&0o111 != 0)
	}
	if own, err := os.Executable(); err == nil {
		if path, ok := look(filepath.Dir(own)); ok {
			return path, nil
		}
	}
	if path, err := exec.LookPath(name); err == nil && filepath.IsAbs(path) {
		return path, nil
	}
	tried = append(tried, "on PATH")
	dirs := []string{os.Getenv("GOBIN")}
	for _, dir := range filepath.SplitList(os.Getenv("GOPATH")) {
		dirs = append(dirs, filepath.Join(dir, "bin"))
	}
	if home, err := os.UserHomeDir(); err == nil {
		dirs = append(dirs, filepath.Join(home, "go", "bin"))
	}
	for _, dir := range dirs {
		if path, ok := look(dir); ok {
			return path, nil
		}
	}
	return "", fmt.Errorf("%w: %s is not in %s; build it with: %s", ErrNoWorker, name, strings.Join(tried, ", "), install())
}
