package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeWhole writes to the file named, or to out where none is. A file appears whole or not at
// all: it is written beside its place and moved there, with the permissions of the file that was
// there. What is no ordinary file, such as /dev/stdout, is written straight.
func writeWhole(name string, out io.Writer, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return write(out)
	}
	perm := fs.FileMode(0o644)
	if st, err := os.Stat(name); err == nil && st.Mode().IsRegular() {
		perm = st.Mode().Perm()
		if name, err = replaceable(name); err != nil {
			return err
		}
	} else if err == nil {
		if st.IsDir() {
			return fmt.Errorf("%s is a folder: name a file in it", name)
		}
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	dir, base := filepath.Split(name)
	f, err := os.CreateTemp(filepath.Clean(dir+"."), "."+base+".*")
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot write %s: there is no folder %s", name, filepath.Clean(dir))
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", name, cause(err))
	}
	defer os.Remove(f.Name())
	if err := errors.Join(write(f), f.Chmod(perm), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// apart refuses an output that is one of the inputs, by whatever name: what was read would be gone,
// with its comments and all that the output does not say.
func apart(out string, inputs []string) error {
	to, err := os.Stat(out)
	if err != nil || !to.Mode().IsRegular() {
		return nil
	}
	for _, in := range inputs {
		if st, err := os.Stat(in); err == nil && os.SameFile(st, to) {
			return fmt.Errorf("-o %s would overwrite %s, which is read: name another file", out, in)
		}
	}
	return nil
}

// replaceable is where the file that name leads to lies, behind symbolic links; the error is
// about one that may not be written.
func replaceable(name string) (string, error) {
	at, err := filepath.EvalSymlinks(name)
	if err == nil {
		var f *os.File
		if f, err = os.OpenFile(at, os.O_WRONLY, 0); err == nil {
			return at, f.Close()
		}
	}
	return "", fmt.Errorf("cannot write %s: %w", name, cause(err))
}

// patient writes to w until ctx is done: the writing of a large chart takes seconds.
type patient struct {
	ctx context.Context
	w   io.Writer
}

func (p patient) Write(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.w.Write(b)
}

// cause is an error of the file system without the name that it is about, which may be one
// that nobody gave.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
