package orgtest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/source"
)

// An oddity is a file that is not what it should be.
type oddity struct{ what, text string }

// oddities are files made of the sample by breaking it, and files of nothing of the kind.
func (p *prover) oddities() []oddity {
	s := p.sample.Text
	all := []oddity{
		{"empty", ""}, {"blank", " \r\n\t\n\n"}, {"a byte order mark alone", "\xef\xbb\xbf"}, {"NUL bytes", strings.Repeat("\x00", 300)},
		{"bytes that are no text", strings.Repeat("\xff\xfe\x80\xc3\x28", 60)}, {"one letter", "x"}, {"a quote", `"`}, {"an archive", "PK\x03\x04\x14\x00\x00\x00"},
		{"prose", "Dear colleague,\n\nplease find the new structure attached.\n"}, {"brackets", strings.Repeat("[{(<", 5000)},
		{"one long line", strings.Repeat("a,b;c\t", 20_000)}, {"lines of nothing", strings.Repeat("\n", 20_000)},
		{"the sample after a byte order mark", "\xef\xbb\xbf" + s}, {"the sample twice", s + s}, {"the sample and a NUL", s + "\x00"},
		{"the sample with other ends of line", strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n")},
		{"the sample with script in it", strings.ReplaceAll(s, "e", "</script>\u202e")},
	}
	rounds := 150
	if testing.Short() {
		rounds = 30
	}
	rnd := rand.New(rand.NewPCG(1, uint64(len(s))))
	for i := range rounds {
		if at := i * (len(s) + 1) / rounds; at < len(s) {
			all = append(all, oddity{fmt.Sprintf("the sample cut off after %d bytes", at), s[:at]})
		}
		b := []byte(s)
		for range 1 + rnd.IntN(4) {
			if len(b) > 0 {
				b[rnd.IntN(len(b))] = oneOf(rnd, []byte("\x00\xff\",;:\t\n\r -#{}[]'&*!0a"))
			}
		}
		all = append(all, oddity{"the sample garbled", string(b)})
	}
	return all
}

// odd proves that a file that is not what it should be is an error that names the file, or that
// something of it, or about it, is there.
func (p *prover) odd() {
	p.Helper()
	for _, o := range p.oddities() {
		got := p.read(o.text, source.Limits{}, "")
		switch {
		case fatal(got.err):
			p.fail("%s: %v, for the file\n    %.300q", o.what, got.err, o.text)
			return
		case got.err != nil && !strings.Contains(got.err.Error(), p.sample.Name):
			p.fail("%s: the error does not name the file %s: %v", o.what, p.sample.Name, got.err)
			return
		case got.err == nil && len(got.spec.Nodes)+len(got.spec.Lines)+len(got.notes.List) == 0 && got.spec.Name == "":
			p.fail("%s: no error, no record and no note, for the file\n    %.300q\n    say in an error or a note what was expected", o.what, o.text)
			return
		}
	}
}

// match proves that the format can be found by name and content.
func (p *prover) match() {
	p.Helper()
	if p.format.Match == nil {
		return
	}
	score := func(what, name, text string) (n int) {
		p.Helper()
		defer func() {
			if v := recover(); v != nil {
				p.fail("Match panics on %s: %v", what, v)
				n = 1
			}
		}()
		head := []byte(text[:min(len(text), 64<<10)])
		n = p.format.Match(name, head)
		if n < 0 || n > 10 {
			p.fail("Match gives %d for %s: want 0 to 10", n, what)
		}
		if !bytes.Equal(head, []byte(text[:len(head)])) {
			p.fail("Match writes in the bytes it is shown, which are read afterwards")
		}
		return n
	}
	if score("the sample", p.sample.Name, p.sample.Text) == 0 {
		p.fail("Match gives 0 for it, so that Load never takes the format: want 1 to 10")
	}
	for _, o := range p.oddities() {
		score(o.what, p.sample.Name, o.text)
		score(o.what, "", o.text)
		if p.Failed() {
			return
		}
	}
}
