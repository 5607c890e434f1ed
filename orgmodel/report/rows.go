package report

import (
	"bytes"
	"io"
	"slices"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// maxQuoted is how long a file may be to be quoted, in bytes.
const maxQuoted = 256 << 20

// rows are the lines of files that a report quotes, without their ends.
type rows map[string]map[int]string

// want asks for the line of a place, if it has one.
func (q rows) want(p orgmodel.Pos) {
	if p.File == "" || p.Line <= 0 {
		return
	}
	if q[p.File] == nil {
		q[p.File] = map[int]string{}
	}
	q[p.File][p.Line] = ""
}

// wantAll asks for the lines of a finding, those of its path included.
func (q rows) wantAll(f orgmodel.Finding) {
	q.want(f.Pos)
	for _, l := range f.Path[:min(len(f.Path), maxMarked)] {
		q.want(l.Pos)
	}
}

// at is the line of a place, and whether it is at hand.
func (q rows) at(p orgmodel.Pos) (string, bool) {
	s, ok := q[p.File][p.Line]
	return s, ok
}

// read finds the lines asked for; those of files that cannot be opened or are no text are then
// no longer there.
func (q rows) read(open func(string) (io.ReadCloser, error)) {
	for file, lines := range q {
		text, err := fileText(open, file)
		if err != nil {
			delete(q, file)
			continue
		}
		find(text, lines)
	}
}

func fileText(open func(string) (io.ReadCloser, error), file string) ([]byte, error) {
	if open == nil {
		return nil, io.EOF
	}
	f, err := open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := source.Input{Name: file, Reader: f, Limits: source.Limits{Bytes: maxQuoted}}.ReadAll()
	if err != nil {
		return nil, err
	}
	return source.Text(raw)
}

// find fills in the lines of a text by their numbers; numbers beyond its end and of lines too long go.
func find(text []byte, lines map[int]string) {
	numbers := make([]int, 0, len(lines))
	for n := range lines {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	line := 1
	for _, n := range numbers {
		for ; line < n && text != nil; line++ {
			_, after, ok := bytes.Cut(text, []byte{'\n'})
			if !ok {
				after = nil
			}
			text = after
		}
		if text == nil {
			delete(lines, n)
			continue
		}
		row, _, _ := bytes.Cut(text, []byte{'\n'})
		if len(row) > maxRow {
			delete(lines, n)
			continue
		}
		lines[n] = string(bytes.TrimSuffix(row, []byte{'\r'}))
	}
}

// maxRow is how long a line may be to be quoted, in bytes: a place is sought in it from its
// beginning, for each finding.
const maxRow = 64 << 10
