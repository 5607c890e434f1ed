// Package folder opens files of file systems with errors that say what is wrong with a path.
package folder

import (
	"fmt"
	"io/fs"
)

// Open opens a file. Where its path is none of a file system, which has neither .. nor a slash at its
// beginning, the error says so; it still is fs.ErrInvalid.
func Open(fsys fs.FS, name string) (fs.File, error) {
	f, err := fsys.Open(name)
	if err != nil && !fs.ValidPath(name) {
		err = fmt.Errorf("%w: write a path from the folder of the file system on, without .. and with / between names", err)
	}
	return f, err
}
