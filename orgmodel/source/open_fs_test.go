package source_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/source"
)

// A path that no file system has is told from a file that is not there.
func TestOpenFS(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"../org.yaml", "/org.yaml", "a//b", ""} {
		file := source.FromFS(os.DirFS(dir), name)[0]
		if _, err := file.Open(); !errors.Is(err, fs.ErrInvalid) || !strings.HasSuffix(err.Error(), "/ between names") {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := source.FromFS(os.DirFS(dir), "org.yaml")[0].Open(); !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), "without") {
		t.Error(err)
	}
}
