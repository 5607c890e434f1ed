package graphviz

import (
	"os"
	"path/filepath"
	"runtime"

	"example.com/orgchart/layout/graphviz/internal/wire"
)

// A folder is where the workers of one pool live: nobody else's, gone with the pool.
// go-graphviz keeps compiled code under a fixed name in the folder for temporary files; in the
// common one, whoever was first could have put code there.
type folder struct{ dir string }

func makeFolder() (folder, error) {
	dir, err := os.MkdirTemp("", wire.Worker+"-*") // 0700
	if err != nil {
		return folder{}, err
	}
	f := folder{dir}
	for path, mode := range map[string]os.FileMode{f.temp(): 0o700, f.work(): 0o500} {
		if err := os.Mkdir(path, mode); err != nil {
			f.remove()
			return folder{}, err
		}
	}
	return f, nil
}

// temp is for the worker's temporary files.
func (f folder) temp() string { return filepath.Join(f.dir, "tmp") }

// work is the worker's current folder. It is empty and stays so.
func (f folder) work() string { return filepath.Join(f.dir, "empty") }

func (f folder) remove() { _ = os.RemoveAll(f.dir) }

// env is all of a worker's environment. Two threads run Go code, so that one can notice that
// the other end has gone while the other draws.
func (f folder) env() []string {
	env := []string{
		wire.Env + "=" + wire.Own().Protocol,
		"TMPDIR=" + f.temp(), "TMP=" + f.temp(), "TEMP=" + f.temp(),
		"GOMAXPROCS=2",
	}
	if runtime.GOOS == "windows" {
		env = append(env, "SystemRoot="+os.Getenv("SystemRoot"))
	}
	return env
}
