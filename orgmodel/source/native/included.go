package native

import (
	"io/fs"
	"os"
	"strings"

	"go.yaml.in/yaml/v4"
)

// included says that a file, whose name in the folder is to, is read already, and that it includes
// itself where it is still in work. Called is what the include calls it.
func (f *file) included(n *yaml.Node, to, called string) bool {
	for i, open := range f.trail {
		if open == to {
			round := strings.Join(append(f.trail[i:len(f.trail):len(f.trail)], called), " includes ")
			if called != to {
				round += " (which is " + to + ")"
			}
			f.fault(n, "Take one of these includes out.", "the includes go round in a loop: %s", round)
			return true
		}
	}
	return f.read[to]
}

// A stamp is what a file keeps under all its names.
type stamp struct {
	size int64
	at   int64
}

// A namesake is a file as it was first met.
type namesake struct {
	name string
	info fs.FileInfo
}

// sameFile is the first name under which a file was met, to if it is new. Symbolic links to folders
// would otherwise give one file names without end.
func (r *reader) sameFile(to string, info fs.FileInfo) string {
	is := stamp{info.Size(), info.ModTime().UnixNano()}
	for _, n := range r.met[is] {
		if os.SameFile(n.info, info) {
			return n.name
		}
	}
	if r.met == nil {
		r.met = map[stamp][]namesake{}
		// The outermost file has not been looked at.
		if first, err := fs.Stat(r.in.Folder, r.trail[0]); err == nil {
			r.met[stamp{first.Size(), first.ModTime().UnixNano()}] = []namesake{{r.trail[0], first}}
			return r.sameFile(to, info)
		}
	}
	r.met[is] = append(r.met[is], namesake{to, info})
	return to
}
