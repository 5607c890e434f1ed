package orgtest

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing/iotest"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// read reads a text as the sample's file.
func (p *prover) read(text string, limits source.Limits, prefix orgmodel.ID) reading {
	b := orgmodel.Builder{Prefix: string(prefix)}
	return p.readFrom(context.Background(), &b, p.sample.Name, strings.NewReader(text), len(text), limits)
}

// again proves that reading depends on the bytes alone.
func (p *prover) again() {
	p.Helper()
	if got := p.read(p.sample.Text, source.Limits{}, ""); !got.same(p.first) {
		p.fail("read again, it is another organisation or has other notes: %s", differs(p.first, got))
	}
	slow := iotest.OneByteReader(strings.NewReader(p.sample.Text))
	if got := p.readFrom(context.Background(), new(orgmodel.Builder), p.sample.Name, slow, 0, source.Limits{}); !got.same(p.first) {
		p.fail("read a byte at a time and without a size, it is another organisation or has other notes: %s", differs(p.first, got))
	}
	var wg sync.WaitGroup
	several := make([]reading, 4)
	for i := range several {
		wg.Add(1)
		go func() {
			defer wg.Done()
			several[i] = p.read(p.sample.Text, source.Limits{}, "")
		}()
	}
	wg.Wait()
	for _, got := range several {
		if !got.same(p.first) {
			p.fail("read by several goroutines at once, it is another organisation or has other notes: does the reader keep something between files? %s", differs(p.first, got))
			return
		}
	}
}

// differs says in a few words how two readings do.
func differs(a, b reading) string {
	switch {
	case b.err != nil:
		return b.err.Error()
	case !sameSpec(a.spec, b.spec):
		first, then := strings.Split(Written(a.spec), "\n"), strings.Split(Written(b.spec), "\n")
		return "gone " + cutWords(less(first, then)) + ", come " + cutWords(less(then, first))
	}
	return "the notes or positions differ"
}

func cutWords(s []string) string {
	if len(s) > 3 {
		s = append(s[:3:3], "...")
	}
	return "[" + strings.Join(s, "; ") + "]"
}

// limits proves that a file above the limit of bytes is not read, and one at the limit is.
func (p *prover) limits() {
	p.Helper()
	size := int64(len(p.sample.Text))
	if got := p.read(p.sample.Text, source.Limits{Bytes: size}, ""); got.err != nil {
		p.fail("it has %d bytes, and a limit of as many stops it: %v", size, got.err)
	}
	got := p.read(p.sample.Text, source.Limits{Bytes: size - 1}, "")
	if !errors.Is(got.err, source.ErrLimit) {
		p.fail("it has %d bytes, and Limits.Bytes of one less gives %v: want an error that is source.ErrLimit, as Input.ReadAll gives", size, got.err)
	}
}

// broken proves that a stream that breaks off is no shorter file.
func (p *prover) broken() {
	p.Helper()
	cause := errors.New("the line was cut")
	half := len(p.sample.Text) / 2
	r := io.MultiReader(strings.NewReader(p.sample.Text[:half]), iotest.ErrReader(cause))
	if got := p.readFrom(context.Background(), new(orgmodel.Builder), p.sample.Name, r, 0, source.Limits{}); !errors.Is(got.err, cause) {
		p.fail("its stream fails half way, and Read gives %v: want an error that wraps the stream's", got.err)
	}
}

// stopped proves that a caller who gave up gets the context's error.
func (p *prover) stopped() {
	p.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	got := p.readFrom(ctx, new(orgmodel.Builder), p.sample.Name, strings.NewReader(p.sample.Text), len(p.sample.Text), source.Limits{})
	if !errors.Is(got.err, context.Canceled) {
		p.fail("its context has ended, and Read gives %v: want ctx.Err()", got.err)
	}
}

// prefix proves that every id takes the Builder's prefix, and that records which the Builder
// holds already stay as they are.
func (p *prover) prefix() {
	p.Helper()
	got := p.read(p.sample.Text, source.Limits{}, "north/")
	if got.err != nil || len(got.spec.Nodes) != len(p.first.spec.Nodes) || len(got.spec.Lines) != len(p.first.spec.Lines) {
		p.fail("with a prefix it has %d records and %d lines, and without one %d and %d; error %v",
			len(got.spec.Nodes), len(got.spec.Lines), len(p.first.spec.Nodes), len(p.first.spec.Lines), got.err)
		return
	}
	wrong := func(got, first orgmodel.ID) bool { return got != "north/"+first && (first != "" || got != "") }
	for i, n := range p.first.spec.Nodes {
		if id := got.spec.Nodes[i].ID; wrong(id, n.ID) {
			p.fail("with the prefix north/ the record %s is %s", quote(string(n.ID)), quote(string(id)))
			return
		}
	}
	for i, l := range p.first.spec.Lines {
		if m := got.spec.Lines[i]; wrong(m.From, l.From) || wrong(m.To, l.To) || wrong(m.Scope, l.Scope) {
			p.fail("with the prefix north/ the line %q is %q", sentence(l), sentence(m))
			return
		}
	}
	p.second()
}

// second reads the sample after another file.
func (p *prover) second() {
	p.Helper()
	var b orgmodel.Builder
	b.File("before")
	held := []orgmodel.Node{{ID: "before-1", Kind: orgmodel.Post}, {ID: "before-2", Kind: orgmodel.Person, Name: "Before"}}
	for i := range held {
		held[i].Pos = orgmodel.Pos{File: "before", Line: i + 1}
		b.Node(held[i])
	}
	line := orgmodel.Line{From: "before-2", Rel: orgmodel.Holds, To: "before-1", Pos: orgmodel.Pos{File: "before", Line: 3}}
	b.Line(line)
	got := p.readFrom(context.Background(), &b, p.sample.Name, strings.NewReader(p.sample.Text), len(p.sample.Text), source.Limits{})
	before := orgmodel.Spec{Nodes: got.spec.Nodes[:min(2, len(got.spec.Nodes))], Lines: got.spec.Lines[:min(1, len(got.spec.Lines))]}
	if !sameSpec(before, orgmodel.Spec{Nodes: held, Lines: []orgmodel.Line{line}}) {
		p.fail("read after another file, it changes that one's records to\n%s", indent(cut(Written(before))))
		return
	}
	got.spec.Nodes, got.spec.Lines = got.spec.Nodes[2:], got.spec.Lines[1:]
	if got.spec.Name = p.first.spec.Name; !got.same(p.first) {
		p.fail("read after another file with which it shares no id, it is another organisation or has other notes: %s", differs(p.first, got))
	}
}
