package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/orgchart/chart"
	"example.com/orgchart/layout"
	"example.com/orgchart/layout/dot"
	"example.com/orgchart/layout/svg"
	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/ask"
	"github.com/spf13/cobra"
)

// drawing is what the flags of draw say.
type drawing struct {
	in                 input
	out, format, theme string
	root, direction    string
	depth              int
	tree               string
	over, detail       []string
	title              string
	plain              bool
	engine             engine
}

func newDraw(s streams) *cobra.Command {
	var d drawing
	cmd := &cobra.Command{
		Use:   "draw [FILE...] -o OUT",
		Short: "Draw an organisation, with what is wrong shown in it",
		Long: `draw reads one organisation from all the files given, checks it, and draws it with
the findings on the boxes they are about. The format goes by the name of the output:
.svg or .dot. The output is written whole or not at all.`,
		Example: `  orgchart draw -o demo.svg
  orgchart draw people.csv -o people.svg
  orgchart draw people.csv -o team.svg --root E17 --depth 2
  orgchart draw senior.csv junior.csv -o ministry.svg --direction left-right
  orgchart draw people.csv --engine graphviz --graphviz-layout neato -o people.svg
  orgchart draw people.csv --format dot | dot -Tpdf > people.pdf`,
		RunE: func(cmd *cobra.Command, args []string) error { return d.run(cmd.Context(), s, args) },
	}
	d.in.flags(cmd)
	f := cmd.Flags()
	f.StringVarP(&d.out, "out", "o", "", "`file` to write (default: standard output)")
	f.StringVar(&d.format, "format", "", "`format` of the picture: svg or dot (default: by the name of the output, else svg)")
	f.StringVar(&d.theme, "theme", "auto", "`colours`: light, dark, or auto, which follows the viewer")
	f.StringVar(&d.direction, "direction", "top-down", "`way` from boss to report: top-down or left-right")
	f.StringVar(&d.root, "root", "", "draw only the seat with this `id` or name, and what is under it")
	f.IntVar(&d.depth, "depth", 0, "`levels` drawn under the top, or under --root; what is deeper becomes a count (default: all)")
	f.StringVar(&d.tree, "tree", "", "`relation` that shapes the tree, such as part-of (default reports-to)")
	f.StringSliceVar(&d.over, "over", nil, "`relations` laid over the tree, such as dotted-to,directed-by, or none (default: every reporting relation)")
	f.StringSliceVar(&d.detail, "detail", nil, "`attributes` of a box's third line, such as fte,email, or none (default grade,unit)")
	f.StringVar(&d.title, "title", "", "`title` of the picture (default: the organisation's name)")
	f.BoolVar(&d.plain, "plain", false, "draw without findings")
	d.engine.flags(cmd)
	complete(cmd, "format", "svg", "dot")
	complete(cmd, "theme", "light", "dark", "auto")
	complete(cmd, "direction", "top-down", "left-right")
	complete(cmd, "over", "none")
	complete(cmd, "detail", "none", "grade", "unit", "fte", "email")
	return cmd
}

func (d *drawing) run(ctx context.Context, s streams, files []string) error {
	encode, err := d.encoder()
	if err != nil {
		return err
	}
	if d.depth < 0 {
		return fmt.Errorf("--depth %d: want 1 or more, or 0 for all levels", d.depth)
	}
	if d.out == "" && isTerminal(s.out) {
		return fmt.Errorf("a picture is nothing to read on a terminal: name a file with -o, such as 'orgchart draw%s -o chart.svg'", spaced(files))
	}
	if err := apart(d.out, files); err != nil {
		return err
	}
	o, _, err := d.in.load(ctx, s, files)
	if err != nil {
		return err
	}
	if err := d.findRoot(o); err != nil {
		return err
	}
	view, err := d.view(ctx, o, files)
	if err != nil {
		return err
	}
	if err := d.known(s, o); err != nil {
		return err
	}
	g := view.Graph(o)
	if root, ok := o.Find(orgmodel.ID(d.root)); ok && len(g.Boxes) == 0 {
		return fmt.Errorf("--root %q: a %s is no box of this chart: name a post, a person, or what the lines of --tree lead to", d.root, o.Kind(root))
	}
	return writeWhole(d.out, s.out, func(w io.Writer) error { return encode(ctx, patient{ctx, w}, g) })
}

// findRoot makes an id of the root asked for, which may be a name, as of a question's subject. A
// person stands for the post held, which is the box.
func (d *drawing) findRoot(o *orgmodel.Org) error {
	if d.root == "" {
		return nil
	}
	r, err := ask.Asker{Org: o}.Find(d.root)
	if err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	if d.tree == "" || d.tree == string(orgmodel.ReportsTo) {
		r = o.SeatOf(r)
	}
	first, ok := o.Find(o.ID(r))
	switch {
	case !ok:
		return fmt.Errorf("--root %q: lines name it and no record declares it", d.root)
	case o.ID(r) == "":
		return fmt.Errorf("--root %q: this record has no id to be drawn by", d.root)
	case first != r:
		return fmt.Errorf("--root %q: an earlier record has its id, %s, and owns its lines", d.root, o.ID(r))
	}
	d.root = string(o.ID(r))
	return nil
}

// known refuses a tree of no line at all, and notes the relations and attributes asked for that
// the organisation does not have: those may be in the next file.
func (d *drawing) known(s streams, o *orgmodel.Org) error {
	rels, attrs := map[string]int{}, map[string]int{}
	if d.tree != "" || len(d.over) > 0 {
		for e := range o.Edges() {
			rels[string(e.Rel)]++
		}
	}
	if len(d.detail) > 0 {
		for r := range o.Nodes() {
			for k := range o.Attrs(r).All() {
				attrs[k]++
			}
		}
	}
	if d.tree != "" && rels[d.tree] == 0 {
		return fmt.Errorf("--tree %q: no line has this relation; found here: %s", d.tree, choices(rels))
	}
	if d.in.quiet {
		return nil
	}
	note := func(flag, what string, asked []string, there map[string]int) {
		for _, a := range asked {
			if a != "none" && a != "unit" && there[a] == 0 {
				fmt.Fprintf(s.err, "note: %s\n", text.Clean(fmt.Sprintf("--%s %q: %s; found here: %s", flag, a, what, choices(there))))
			}
		}
	}
	note("over", "no line has this relation", d.over, rels)
	note("detail", "no record has this attribute", d.detail, attrs)
	return nil
}

// choices lists names, the first of many.
func choices(there map[string]int) string {
	names := slices.Sorted(maps.Keys(there))
	switch {
	case len(names) == 0:
		return "none"
	case len(names) > 30:
		names = append(names[:30], fmt.Sprintf("%d more", len(names)-30))
	}
	return strings.Join(names, ", ")
}

func (d *drawing) view(ctx context.Context, o *orgmodel.Org, files []string) (chart.View, error) {
	v := chart.View{Root: orgmodel.ID(d.root), Depth: d.depth, Tree: orgmodel.Rel(d.tree), Title: d.title, Detail: d.detail}
	if len(files) > 0 {
		v.Source = filepath.Base(called(files[0]))
		if len(files) > 1 {
			v.Source += fmt.Sprintf(" and %d more", len(files)-1)
		}
	}
	if len(d.detail) == 1 && d.detail[0] == "none" {
		v.Detail = []string{}
	}
	for _, r := range d.over {
		if v.Over == nil {
			v.Over = []orgmodel.Rel{}
		}
		if r != "none" {
			v.Over = append(v.Over, orgmodel.Rel(r))
		}
	}
	if d.plain {
		return v, nil
	}
	var err error
	v.Findings, err = orgmodel.Check(ctx, o, ruleset(files)...)
	return v, err
}

// encoder is what turns the graph into bytes, by format.
func (d *drawing) encoder() (func(context.Context, io.Writer, layout.Graph) error, error) {
	dir, ok := map[string]layout.Direction{"top-down": layout.TopDown, "left-right": layout.LeftRight}[d.direction]
	if !ok {
		return nil, fmt.Errorf("--direction %q: want top-down or left-right", d.direction)
	}
	theme, ok := map[string]svg.Theme{"auto": svg.Auto(), "light": svg.Light(), "dark": svg.Dark()}[d.theme]
	if !ok {
		return nil, fmt.Errorf("--theme %q: want auto, light or dark", d.theme)
	}
	format := d.format
	if format == "" {
		format = strings.TrimPrefix(strings.ToLower(filepath.Ext(d.out)), ".")
	}
	arrange, err := d.engine.arrange(dir)
	if err != nil {
		return nil, err
	}
	switch format {
	case "svg", "":
		return func(ctx context.Context, w io.Writer, g layout.Graph) error {
			diagram, err := arrange(ctx, g)
			if err != nil {
				return err
			}
			return svg.Encoder{Theme: theme}.Encode(w, diagram)
		}, nil
	case "dot", "gv":
		if d.engine.name != tidy {
			return nil, fmt.Errorf("--engine %s draws svg; DOT text has no places, so leave the flag out", d.engine.name)
		}
		return func(_ context.Context, w io.Writer, g layout.Graph) error {
			return dot.Encoder{Direction: dir}.Encode(w, &g)
		}, nil
	}
	return nil, fmt.Errorf("cannot draw %q: want a name that ends in .svg or .dot, or --format svg or dot", format)
}

func spaced(files []string) string {
	if len(files) == 0 {
		return ""
	}
	return " " + strings.Join(files, " ")
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	st, err := f.Stat()
	if err != nil || st.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(st, null)
}
