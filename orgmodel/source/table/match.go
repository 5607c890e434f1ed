package table

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"example.com/orgchart/orgmodel"
)

// addresses are the e-mail addresses of the rows, kept where a manager may be named by one.
type addresses struct {
	who []orgmodel.Ref
	of  []string // shares the memory of the text
}

// reach remembers the address of the row's person.
func (f *filler) reach(who orgmodel.Ref) {
	if f.email >= 0 && len(f.links) > 0 {
		if s := trimmed(f.raw(f.email)); s != "" {
			f.emails.who, f.emails.of = append(f.emails.who, who), append(f.emails.of, s)
		}
	}
}

// A naming is a text that stands where an id is expected, and who it may mean.
type naming struct {
	who []orgmodel.Ref // in the rows' order; records of one id count once
}

// match points lines whose cell is no id at the one row with that name or e-mail address.
// Where several rows have it, the line keeps the text, so that it shows as unknown.
func (f *filler) match(ctx context.Context) error {
	if len(f.links) == 0 {
		return nil
	}
	looked, stopped := 0, false
	stop := func() bool {
		if looked++; looked&4095 == 0 && !stopped {
			stopped = ctx.Err() != nil
		}
		return stopped
	}
	wanted := map[string]*naming{}
	var sums [1 << 12]bool
	f.b.Retarget(f.line0, func(_ int, to string) orgmodel.Ref {
		if stop() {
			return orgmodel.None
		}
		k := plainName(f.asWritten(to))
		if _, ok := wanted[k]; !ok && k != "" {
			wanted[k] = &naming{}
			sums[sum(k)] = true
		}
		return orgmodel.None
	})
	if stopped || len(wanted) == 0 {
		return ctx.Err()
	}
	f.candidates(wanted, &sums, stop)
	counts := map[int][2]int{} // by column: matched by name, by address
	var doubtful []int
	f.b.Retarget(f.line0, func(line int, to string) orgmodel.Ref {
		if stop() {
			return orgmodel.None
		}
		to = f.asWritten(to)
		n := wanted[plainName(to)]
		if n == nil || len(n.who) == 0 {
			return orgmodel.None
		}
		if len(n.who) > 1 {
			doubtful = append(doubtful, line)
			return orgmodel.None
		}
		f.matched(line, to, counts)
		return n.who[0]
	})
	f.noteMatches(counts)
	f.noteDoubtful(doubtful, wanted)
	return ctx.Err()
}

// asWritten is an id as the file has it: without what the Builder puts before every id.
func (f *filler) asWritten(id string) string { return strings.TrimPrefix(id, f.b.Prefix) }

// candidates finds the rows that a naming may mean.
func (f *filler) candidates(wanted map[string]*naming, sums *[1 << 12]bool, stop func() bool) {
	take := func(r orgmodel.Ref, s string) {
		if !sums[sum(s)] || vacant(s) {
			return
		}
		n := wanted[plainName(s)]
		if n == nil || slices.ContainsFunc(n.who, func(o orgmodel.Ref) bool { return o == r || f.b.IDOf(o) == f.b.IDOf(r) && f.b.IDOf(r) != "" }) {
			return
		}
		if len(n.who) < 10 {
			n.who = append(n.who, r)
		}
	}
	for r := orgmodel.Ref(f.node0); int(r) < f.b.Len() && !stop(); r++ {
		if f.b.KindOf(r) == orgmodel.Person {
			take(r, f.b.NameOf(r))
		}
	}
	for i, s := range f.emails.of {
		take(f.emails.who[i], s)
	}
}

// sum is the same for names that plainName makes the same.
func sum(s string) int {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			n += int(c+'a'-'A') * 7
		case c > ' ' && c < 0x80 && c != ',':
			n += int(c) * 7
		}
	}
	return n & (1<<12 - 1)
}

// plainName is a name or address without case, spaces to spare, and with "Last, First" turned.
func plainName(s string) string {
	if last, first, ok := strings.Cut(s, ","); ok && !strings.Contains(first, ",") {
		s = first + " " + last
	}
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

func (f *filler) matched(line int, to string, counts map[int][2]int) {
	field := f.b.LinePosOf(line).Field
	i := slices.IndexFunc(f.links, func(l link) bool { return f.cols[l.col].header == field })
	if i < 0 {
		return
	}
	n := counts[f.links[i].col]
	if strings.Contains(to, "@") {
		n[1]++
	} else {
		n[0]++
	}
	counts[f.links[i].col] = n
}

func (f *filler) noteMatches(counts map[int][2]int) {
	for _, l := range f.links {
		at := orgmodel.Pos{File: f.file, Field: f.cols[l.col].header}
		if n := counts[l.col]; n[0] > 0 {
			f.notes.Add(at, "%s matched by name, not by id.", count(n[0], "cell"))
		}
		if n := counts[l.col]; n[1] > 0 {
			f.notes.Add(at, "%s matched by e-mail address, not by id.", count(n[1], "cell"))
		}
	}
}

// noteDoubtful names the first lines that could mean several rows.
func (f *filler) noteDoubtful(lines []int, wanted map[string]*naming) {
	const shown = 20
	for i, line := range lines {
		if i == shown {
			f.notes.Add(orgmodel.Pos{File: f.file}, "%s more name several rows.", count(len(lines)-shown, "cell"))
			return
		}
		to := f.asWritten(f.b.ToOf(line))
		var who []string
		n := wanted[plainName(to)]
		for _, r := range n.who[:min(len(n.who), 5)] {
			who = append(who, fmt.Sprintf("%s (line %d)", f.asWritten(f.b.IDOf(r)), f.b.PosOf(r).Line))
		}
		if len(n.who) > 5 {
			who = append(who, "more")
		}
		f.notes.Add(f.b.LinePosOf(line), "%q is no id and the name of several rows: %s. It is not guessed: write the id.", clip(to), strings.Join(who, ", "))
	}
}
