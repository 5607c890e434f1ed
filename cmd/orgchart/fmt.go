package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
	"github.com/spf13/cobra"
)

// formatting is what the flags of fmt say.
type formatting struct {
	in          input
	write, list bool
}

func newFmt(s streams) *cobra.Command {
	var f formatting
	cmd := &cobra.Command{
		Use:   "fmt [-w] [-l] [FILE...]",
		Short: "Put native files in canonical form",
		Long: `fmt gives native files (YAML or JSON with the key format) their canonical form: order of
keys, quotation marks, indentation, spaces in sentences. Records keep their order and comments
stay with the record they belong to. Without flags it prints the canonical form of one file, or
of standard input. It exits with 1 where -l alone lists a file, with 2 where a file cannot be
read or kept: that file stays as it is.`,
		Example: `  orgchart fmt org.yaml
  orgchart fmt -w org.yaml projects/*.yaml
  orgchart fmt -l *.yaml                   for a check before a commit`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), s, args) },
	}
	cmd.Flags().BoolVarP(&f.write, "write", "w", false, "rewrite files that are not in canonical form")
	cmd.Flags().BoolVarP(&f.list, "list", "l", false, "list files that are not in canonical form")
	f.in.limits(cmd)
	return cmd
}

func (f *formatting) run(ctx context.Context, s streams, files []string) error {
	if len(files) == 0 {
		if isTerminalIn(s.in) {
			return errors.New("name a native file, such as 'orgchart fmt org.yaml', or give one on standard input")
		}
		files = []string{"-"}
	}
	if len(files) > 1 && !f.write && !f.list {
		return errors.New("the canonical form of one file at a time goes to standard output: give -w to rewrite the files, or -l to list those that would change")
	}
	var errs []error
	listed := false
	for _, name := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		changed, err := f.one(s, name)
		errs = append(errs, err)
		listed = listed || changed
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	if listed && f.list && !f.write {
		return errFound
	}
	return nil
}

// one formats one file and says whether it was not in canonical form.
func (f *formatting) one(s streams, name string) (changed bool, err error) {
	if name == "-" && f.write {
		return false, errors.New("standard input cannot be rewritten: leave -w out")
	}
	if st, err := os.Stat(name); f.write && err == nil && !st.Mode().IsRegular() && !st.IsDir() {
		return false, fmt.Errorf("%s is no ordinary file and cannot be rewritten: leave -w out", name)
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".tab":
		if what := f.notText(s, name); what != "" {
			return false, fmt.Errorf("%s: %s", name, what)
		}
		return false, fmt.Errorf("%s is a table: fmt is for native files, and 'orgchart convert %s -o org.yaml' makes one of it", name, name)
	}
	src, err := f.read(s, name)
	if err != nil {
		return false, err
	}
	text, err := native.CanonWithin(called(name), src, f.in.within())
	if err != nil {
		return false, err
	}
	changed = !bytes.Equal(src, text)
	switch {
	case !f.write && !f.list:
		_, err = s.out.Write(text)
		return changed, err
	case !changed:
		return false, nil
	}
	if f.write {
		err = writeWhole(name, s.out, func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
		if err != nil {
			return true, err
		}
	}
	if f.list {
		_, err = fmt.Fprintln(s.out, called(name))
	}
	return true, err
}

func (f *formatting) read(s streams, name string) ([]byte, error) {
	file, err := f.in.file(s, name)
	if err != nil {
		return nil, err
	}
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return source.Input{Name: file.Name, Reader: r, Size: file.Size, Limits: f.in.within()}.ReadAll()
}

// notText says what a file is that is no text; empty for one that is, or is not there.
func (f *formatting) notText(s streams, name string) string {
	file, err := f.in.file(s, name)
	if err != nil {
		return ""
	}
	r, err := file.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	head := make([]byte, 512)
	n, _ := io.ReadFull(r, head)
	return source.NotText(head[:n])
}

func isTerminalIn(r io.Reader) bool {
	w, ok := r.(io.Writer)
	return ok && isTerminal(w)
}
