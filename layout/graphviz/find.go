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
// ErrNoWorker and names where it looked and the command that builds it. A name that PATH finds only
// in the current folder is not taken.
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
		path := filepath.Join(dir, name)
		st, err := os.Stat(path)
		return path, err == nil && st.Mode().IsRegular() && (runtime.GOOS == "windows" || st.Mode()&0o111 != 0)
	}
	if own, err := os.Executable(); err == nil {
		dir := filepath.Dir(own)
		if path, ok := look(dir); ok {
			return path, nil
		}
		if passing(dir) {
			tried = append(tried, "beside the program")
		} else {
			tried = append(tried, "in "+dir)
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
		if filepath.IsAbs(dir) {
			tried = append(tried, "in "+dir)
		}
	}
	return "", fmt.Errorf("%w: %s is not %s; build it with: %s; or in a checkout of orgchart: go install ./cmd/%s",
		ErrNoWorker, name, strings.Join(tried, ", "), install(), wire.Worker)
}

// passing says that a folder is one in which go run and go test build programs, or another for
// files that soon go: its name helps nobody.
func passing(dir string) bool {
	for _, part := range strings.Split(filepath.ToSlash(dir), "/") {
		if strings.HasPrefix(part, "go-build") {
			return true
		}
	}
	rel, err := filepath.Rel(os.TempDir(), dir)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
