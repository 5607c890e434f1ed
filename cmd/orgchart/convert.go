package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source/native"
	"github.com/spf13/cobra"
)

// conversion is what the flags of convert say.
type conversion struct {
	in          input
	out, format string
	exact       bool
}

func newConvert(s streams) *cobra.Command {
	c := conversion{in: input{asOf: "none", try: "orgchart convert people.csv -o org.yaml"}}
	cmd := &cobra.Command{
		Use:   "convert [FILE...] [-o OUT]",
		Short: "Write an organisation in the native format, to be kept in git",
		Long: `convert reads one organisation from all the files given and writes it in the native
format, as YAML or JSON. Nothing is lost: what a row could not say stays with its record.
Nodes stand by kind, and lines with the node they start from; with --exact everything keeps
the order of the files. Where an id is declared twice it keeps that order anyway, since the first
record answers to the id. Comments of a YAML file are not carried over: to tidy one, take fmt.
The output is written whole or not at all.`,
		Example: `  orgchart convert people.csv -o org.yaml
  orgchart convert senior.csv junior.csv -o ministry.yaml
  orgchart convert org.yaml -o org.json
  orgchart convert leute.csv --map "Chef=manager" | orgchart check -`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd.Context(), s, args) },
	}
	c.in.reading(cmd)
	f := cmd.Flags()
	f.StringVarP(&c.out, "out", "o", "", "`file` to write (default: standard output)")
	f.StringVar(&c.format, "format", "", "`format` of the output: yaml or json (default: by the name of the output, else yaml)")
	f.BoolVar(&c.exact, "exact", false, "keep nodes and lines in the order of the files")
	complete(cmd, "format", "yaml", "json")
	return cmd
}

func (c *conversion) run(ctx context.Context, s streams, files []string) error {
	w := native.Writer{Grouped: !c.exact}
	format := c.format
	if format == "" && c.out != "-" {
		format = strings.TrimPrefix(strings.ToLower(filepath.Ext(c.out)), ".")
	}
	switch format {
	case "yaml", "yml", "":
	case "json":
		w.JSON = true
	default:
		return fmt.Errorf("cannot write %q: want a name that ends in .yaml or .json, or --format yaml or json", format)
	}
	if err := c.apart(files); err != nil {
		return err
	}
	o, _, err := c.in.load(ctx, s, files)
	if err != nil {
		return err
	}
	if err := c.apart(c.in.included); err != nil {
		return err
	}
	o = unplaced(o)
	if !c.in.quiet {
		noteComments(s.err, slices.Concat(files, c.in.included))
	}
	w.Comment = provenance(files, o)
	return writeWhole(c.out, s.out, func(out io.Writer) error { return w.Write(patient{ctx, out}, o) })
}

// apart refuses an output that is one of the inputs, and names the command that rewrites a file.
func (c *conversion) apart(inputs []string) error {
	if err := apart(c.out, inputs); err != nil {
		return fmt.Errorf("%w; to tidy a native file where it is, take 'orgchart fmt -w %s'", err, c.out)
	}
	return nil
}

// unplaced is o with its unreadable cells in no column: that of the table would be taken for one of
// the file that is written.
func unplaced(o *orgmodel.Org) *orgmodel.Org {
	var e *orgmodel.Edit
	for r := range o.HasUnreadable() {
		attrs := o.Attrs(r)
		var kv []string
		for key, value := range attrs.All() {
			if column, field, ok := orgmodel.ParseUnreadableKey(key); ok && column > 0 {
				key = orgmodel.UnreadableKey(0, field)
				if _, there := attrs.Lookup(key); there || slices.Contains(kv, key) { // two columns of one name
					key = orgmodel.UnreadableKey(0, fmt.Sprintf("%s (column %d)", field, column))
				}
			}
			kv = append(kv, key, value)
		}
		if e == nil {
			e = o.Edit()
		}
		n := e.Node(r)
		n.Attrs = orgmodel.NewAttrs(kv...)
		e.SetNode(r, n)
	}
	if e == nil {
		return o
	}
	return e.Org()
}

// noteComments says which files have comments, which are not carried over. The line by which an
// earlier conversion named its sources is none.
func noteComments(w io.Writer, files []string) {
	for _, name := range files {
		switch strings.ToLower(filepath.Ext(name)) {
		case ".csv", ".tsv", ".tab", ".json":
			continue
		}
		src, err := os.ReadFile(name)
		if name == "-" || err != nil {
			continue // standard input has been read
		}
		n := 0
		for _, c := range native.Comments(src) {
			if !strings.HasPrefix(c, "# "+converted) {
				n++
			}
		}
		if n > 0 {
			fmt.Fprintf(w, "note: %s\n", text.Clean(fmt.Sprintf("%s has %s, which %s not carried over.", name, plural(n, "comment"), isAre(n))))
		}
	}
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// converted begins the comment that names the sources.
const converted = "Converted from "

// provenance says where an organisation comes from, the same for the same files on every day and in
// every folder.
func provenance(files []string, o *orgmodel.Org) string {
	return fmt.Sprintf(converted+"%s: %s, %s.", sources(files), plural(o.Len(), "record"), plural(o.Lines(), "line"))
}

// sources names files, the first of many.
func sources(files []string) string {
	if len(files) == 0 {
		return "the demonstration organisation"
	}
	var names []string
	for _, f := range files {
		names = append(names, filepath.Base(called(f)))
	}
	last := names[len(names)-1]
	if len(names) > 4 {
		names = names[:4]
		last = fmt.Sprintf("%d more", len(files)-3)
	}
	if len(names) == 1 {
		return last
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + last
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
