package outline_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/orgchart/examples/ownreader/outline"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source"
)

func load(ctx context.Context, text string, limits source.Limits) (*orgmodel.Org, source.Notes, error) {
	files := fstest.MapFS{"a.outline": {Data: []byte(text)}}
	return source.Load(ctx, []source.Format{outline.Format()}, limits, source.FromFS(files, "a.outline")...)
}

// said is an organisation in a few words: nodes with what they say, then lines, then notes.
func said(o *orgmodel.Org, notes source.Notes) (all []string) {
	for r := range o.Nodes() {
		s := fmt.Sprintf("%s=%s", o.ID(r), o.NameOf(r))
		for k, v := range o.Attrs(r).All() {
			s += fmt.Sprintf(" %s=%s", k, v)
		}
		all = append(all, s)
	}
	for e := range o.Edges() {
		all = append(all, string(o.ID(e.From))+">"+string(o.ID(e.To)))
	}
	for _, n := range notes.List {
		all = append(all, n.Pos.String()+" "+n.Text)
	}
	return all
}

func TestRead(t *testing.T) {
	const tabs, loose = "A tab is read as four spaces, here and below.", "No row of the team above is indented as this one is; it is read as one of them."
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"all of a row": {"a: Ada, Head, of it (0.8)", []string{"a=Ada fte=0.8 title=Head, of it"}},
		"a team":       {"a: A\n  b: B\n    c: C\n  d: D\ne: E", []string{"a=A", "b=B", "c=C", "d=D", "e=E", "b>a", "c>b", "d>a"}},
		"no id":        {"Ada", []string{"person:Ada=Ada", `a.outline:1:1 "Ada" has no id and is called "person:Ada".`}},
		"what says nothing": {"\ufeff# x\r\n\r\na: A\r\n   \r\n # y\r\n b: B\r\n",
			[]string{"a=A", "b=B", "b>a"}},
		"tabs":               {"a: A\n\tb: B\n    c: C\n\t  d: D\n", []string{"a=A", "b=B", "c=C", "d=D", "b>a", "c>a", "d>c", "a.outline:2:2 " + tabs}},
		"between two depths": {"a: A\n    b: B\n  c: C", []string{"a=A", "b=B", "c=C", "b>a", "c>a", "a.outline:3:3 " + loose}},
		"first row indented": {"  a: A\nb: B", []string{"a=A", "b=B", "a.outline:2:1 " + loose}},
		"fte is no number":   {"ä: Ä (half)\na: A ()\nb: B (2)\nc: C (NaN)", []string{"ä=Ä unreadable:7:fte=half", "a=A unreadable:7:fte=", "b=B unreadable:7:fte=2", "c=C unreadable:7:fte=NaN"}},
		"odd rows":           {"a: , Head\nb: B (x) y\n(1)", []string{"a= title=Head", "b=B (x) y", "person:(1)=(1)", `a.outline:3:1 "(1)" has no id and is called "person:(1)".`}},
		"twice":              {"a: A\n a: A", []string{"a=A", "a=A", "a>a"}},
	} {
		t.Run(name, func(t *testing.T) {
			o, notes, err := load(context.Background(), c.text, source.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if got := said(o, notes); !slices.Equal(got, c.want) {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		limits source.Limits
		want   string
	}{
		"no row":    {"# nobody\n\n", source.Limits{}, "a.outline: there is no row"},
		"not UTF-8": {"a: A\n\xff\n", source.Limits{}, "a.outline:2:1: the row is no UTF-8 text. Save"},
		"NUL":       {"a: A\x00", source.Limits{}, "a.outline:1:1: the row is no UTF-8 text"},
		"bytes":     {"a: A\nb: B\n", source.Limits{Bytes: 9}, "--max-bytes"},
		"rows":      {"a: A\n\n#\nb: B\n", source.Limits{Rows: 1}, "a.outline:4:1: more than 1 rows"},
		"cell":      {"a: A\nb: Bbbbb\n", source.Limits{Cell: 5}, "a.outline:2:1: more than 5 bytes"},
	} {
		_, _, err := load(context.Background(), c.text, c.limits)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: the error is %v, want %q", name, err, c.want)
		}
		if limited := c.limits != (source.Limits{}); errors.Is(err, source.ErrLimit) != limited {
			t.Errorf("%s: ErrLimit is %v", name, !limited)
		}
		var e *source.Error
		if c.limits == (source.Limits{}) && (!errors.As(err, &e) || e.Fix == "") {
			t.Errorf("%s: %#v does not say how to put it right", name, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := load(ctx, strings.Repeat("a: A\n", 5000), source.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("the error of a reader nobody waits for is %v", err)
	}
	if n := outline.Format().Match("a.txt", []byte("a: A")); n != 0 {
		t.Error("any text is taken for an outline")
	}
}

// A chain as deep as its file is long is read without recursion.
func TestDeepChain(t *testing.T) {
	var text strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&text, "%*s%d: N\n", i, "", i)
	}
	o, _, err := load(context.Background(), text.String(), source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if d := o.Depth(o.Deepest()); d != 2999 {
		t.Errorf("the chain is %d deep", d)
	}
}

// Whatever the file holds: no panic, every row is the place of one record, and the rules run.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a: A, T (0.8)\n  b: B (x)\n\tC\n", "# x\n\n", ": (\n", "a: a: (,)\r\n (1)", "\ufeffä: Ö\n", "\xff", "a:\n a:  \n  : x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o, notes, err := load(context.Background(), text, source.Limits{})
		if err != nil {
			return
		}
		var rows []int
		for i, row := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
			if row = strings.Trim(strings.TrimSuffix(row, "\r"), " \t"); row != "" && row[0] != '#' {
				rows = append(rows, i+1)
			}
		}
		var lines []int
		for r := range o.Nodes() {
			lines = append(lines, o.Pos(r).Line)
		}
		if !slices.Equal(rows, lines) || notes.Rows != len(rows) {
			t.Errorf("rows %v, counted %d, became records at %v", rows, notes.Rows, lines)
		}
		if len(o.Knots()) > 0 && len(slices.Collect(o.Repeats())) == 0 {
			t.Error("an outline made a loop of ids that differ")
		}
		if _, err := orgmodel.Check(context.Background(), o, rules.Core()...); err != nil {
			t.Error(err)
		}
	})
}
