package orgtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// A Sample is a small file of a format, for ProveFormat.
type Sample struct {
	Name string // as a file's: Match may look at it
	Text string // its bytes
	Rows int    // data rows in it; 0 means that nobody counted
	// Mute says which lines of the file may say nothing, such as comments; nil means blank ones
	// alone.
	Mute func(line string) bool
}

// ProveFormat fails t unless a format keeps what package source says that readers owe their
// users, as far as samples tell: small files of the format that can be read, with everything
// odd in them that rows may hold.
//
//   - No row is lost: each line of a sample is where a record, a line or a note stands, or the
//     organisation is another if it is blank.
//   - Positions lie in the file, on a line that names the record.
//   - The same bytes are the same organisation and notes, however the reader hands them out and
//     however many are read at once.
//   - A file that is cut off, empty, garbled, in another encoding or no such file at all is an
//     error that names it, or leaves records or notes; nothing panics, hangs or is silent.
//   - A byte limit gives source.ErrLimit, a broken stream its error, a context that has ended
//     its own.
//   - Ids take the Builder's prefix, and a file leaves the records before it as they are.
//   - Match gives 0 to 10, above 0 for the samples, and does not write in what it is shown.
func ProveFormat(t testing.TB, format source.Format, samples ...Sample) {
	t.Helper()
	proveFormat(t, 20*time.Second, format, samples...)
}

// proveFormat is ProveFormat, with how long the reading of a small file may take.
func proveFormat(t testing.TB, patience time.Duration, format source.Format, samples ...Sample) {
	t.Helper()
	if !kebab.MatchString(format.Name) || format.Doc == "" {
		t.Errorf("the format has the name %q and the doc %q: give it a name in kebab case, for --from, and a sentence", format.Name, format.Doc)
	}
	if format.Read == nil {
		t.Errorf("%s: it has no function Read", format.Name)
		return
	}
	if len(samples) == 0 {
		t.Errorf("%s: no sample to prove it by: give small files of the format", format.Name)
		return
	}
	for _, s := range samples {
		p := prover{TB: t, format: format, sample: s, patience: patience}
		p.first = p.read(s.Text, source.Limits{}, "")
		if p.first.err != nil {
			p.fail("the sample cannot be read: %v", p.first.err)
			continue
		}
		for _, prove := range []func(*prover){
			(*prover).rows, (*prover).positions, (*prover).again, (*prover).limits, (*prover).broken,
			(*prover).stopped, (*prover).prefix, (*prover).odd, (*prover).match,
		} {
			t.Helper()
			prove(&p)
		}
	}
}

// A prover holds one format against one sample.
type prover struct {
	testing.TB
	format source.Format
	sample Sample
	first  reading // of the sample as it is

	patience time.Duration
}

func (p *prover) fail(format string, args ...any) {
	p.Helper()
	p.Errorf("%s, sample %s: %s", p.format.Name, p.sample.Name, fmt.Sprintf(format, args...))
}

// A reading is what became of a file.
type reading struct {
	spec  orgmodel.Spec
	notes source.Notes
	err   error
}

func (r reading) same(s reading) bool {
	return sameSpec(r.spec, s.spec) && reflect.DeepEqual(r.notes, s.notes) && fmt.Sprint(r.err) == fmt.Sprint(s.err)
}

// sameSpec compares by what can be seen of attributes, not by how they are kept.
func sameSpec(a, b orgmodel.Spec) bool {
	if a.Name != b.Name || len(a.Nodes) != len(b.Nodes) || len(a.Lines) != len(b.Lines) {
		return false
	}
	for i, n := range a.Nodes {
		m := b.Nodes[i]
		if !n.Attrs.Equal(m.Attrs) || n.ID != m.ID || n.Kind != m.Kind || n.Name != m.Name || n.Live != m.Live || n.Pos != m.Pos {
			return false
		}
	}
	for i, l := range a.Lines {
		m := b.Lines[i]
		if !l.Attrs.Equal(m.Attrs) || l.From != m.From || l.Rel != m.Rel || l.To != m.To || l.Scope != m.Scope || l.Live != m.Live || l.Pos != m.Pos {
			return false
		}
	}
	return true
}

var errHangs = errors.New("the reader does not come back")

// readFrom reads a stream into a Builder. A panic is an error, and so is a reader that hangs,
// which is left to itself.
func (p *prover) readFrom(ctx context.Context, b *orgmodel.Builder, name string, r io.Reader, size int, limits source.Limits) reading {
	done := make(chan reading, 1)
	go func() {
		var got reading
		defer func() {
			if v := recover(); v != nil {
				got.err = panicked{v}
			}
			done <- got
		}()
		b.File(name)
		got.notes, got.err = p.format.Read(ctx, b, source.Input{Name: name, Reader: r, Size: int64(size), Limits: limits})
		got.spec = b.Org().Spec()
	}()
	select {
	case got := <-done:
		return got
	case <-time.After(p.patience):
		return reading{err: errHangs}
	}
}

// panicked is a panic of a reader.
type panicked struct{ value any }

func (p panicked) Error() string { return fmt.Sprintf("it panics: %v", p.value) }

// fatal says that an error is none that a reader may give.
func fatal(err error) bool {
	var p panicked
	return errors.As(err, &p) || errors.Is(err, errHangs)
}
