package titles

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/near"
	"example.com/orgchart/orgmodel/source"
)

// statements are the words that a line of a file begins with.
var statements = []string{"language", "role", "title", "not", "ambiguous", "same", "ending", "small", "join", "ignore"}

// longLine, manyLines and manyBytes bound a file of patterns.
const longLine, manyLines, manyBytes = 10_000, 10_000, 1 << 20

// Read reads a set of patterns from a file in the form that the package's documentation describes.
// The error is a *source.Errors with every line that cannot be read, in their order, or that of the reader.
func Read(name string, r io.Reader) (Set, error) {
	f := file{name: name}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longLine)
	for size := 0; lines.Scan(); {
		if f.line++; f.line > manyLines {
			f.fault("", "Make several files of it.", "a file of titles has %d lines at most", manyLines)
			break
		}
		if size += len(lines.Bytes()) + 1; size > manyBytes {
			f.fault("", "Make several files of it.", "a file of titles has %d bytes at most", manyBytes)
			break
		}
		f.read(lines.Text())
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		f.line++
		f.fault("", "Repeat the statement on a line of its own.", "the line has more than %d bytes", longLine)
	} else if err != nil {
		return Set{}, err
	}
	f.rolesNamed()
	if f.errs.Total > 0 {
		slices.SortStableFunc(f.errs.List, func(a, b *source.Error) int { return cmp.Compare(a.Pos.Line, b.Pos.Line) })
		return Set{}, &f.errs
	}
	return f.set, nil
}

// file is a file in the reading.
type file struct {
	name  string
	line  int
	text  string // the line
	set   Set
	named []place // roles that lines name
	errs  source.Errors
}

type place struct {
	role orgmodel.ID
	pos  orgmodel.Pos
}

// pos is where a part of the line stands.
func (f *file) pos(part string) orgmodel.Pos {
	p := orgmodel.Pos{File: f.name, Line: f.line, Column: 1}
	if i := strings.Index(f.text, part); part != "" && i >= 0 {
		p.Column = utf8.RuneCountInString(f.text[:i]) + 1
	}
	return p
}

func (f *file) fault(part, fix, format string, args ...any) {
	f.errs.Add(&source.Error{Pos: f.pos(part), Found: fmt.Sprintf(format, args...), Fix: fix})
}

// read reads one line.
func (f *file) read(line string) {
	f.text = strings.TrimPrefix(line, "\ufeff")
	if !utf8.ValidString(f.text) {
		f.fault("", "Save the file as UTF-8.", "the line is no UTF-8")
		return
	}
	rest, _, _ := strings.Cut(f.text, "#")
	if rest = strings.TrimSpace(rest); rest == "" {
		return
	}
	head, items, colon := strings.Cut(rest, ":")
	what, about, _ := strings.Cut(strings.TrimSpace(head), " ")
	about = strings.TrimSpace(about)
	switch {
	case !slices.Contains(statements, what):
		f.fault(what, "Begin with "+listed(statements)+"."+meant(what, statements), "%q begins no line of a file of titles", cut(what))
	case !colon:
		f.fault(what, "Write it as in "+example(what)+".", "a colon is missing behind %s", what)
	default:
		f.statement(what, about, list(items))
	}
}

// list are the items between commas that are not empty.
func list(s string) (items []string) {
	for _, item := range strings.Split(s, ",") {
		if item = strings.Join(strings.Fields(item), " "); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// statement takes a line into the set.
func (f *file) statement(what, about string, items []string) {
	needs := what == "role" || what == "title" || what == "ambiguous" || what == "same"
	switch {
	case needs && about == "":
		f.fault(what, "Write it as in "+example(what)+".", "%s is about nothing", what)
		return
	case !needs && about != "":
		f.fault(about, "Write it as in "+example(what)+".", "%q stands before the colon of %s", cut(about), what)
		return
	case len(items) == 0:
		f.fault(what, "Write it as in "+example(what)+".", "nothing stands behind the colon of %s", what)
		return
	}
	s := &f.set
	switch what {
	case "language":
		s.Language = items[0]
	case "role":
		f.role(about, items)
	case "title", "not":
		for _, item := range items {
			f.pattern(item, orgmodel.ID(about))
		}
	case "ambiguous":
		a := Abbreviation{Word: about}
		for _, role := range items {
			a.Roles = append(a.Roles, f.names(role))
		}
		if strings.ToUpper(about) != about || strings.ContainsFunc(about, func(r rune) bool { return !isWord(r) }) {
			f.fault(about, "Write one word in capital letters, such as PM.", "%q is no abbreviation", cut(about))
		}
		s.Abbreviations = append(s.Abbreviations, a)
	case "same":
		s.Spellings = append(s.Spellings, Spelling{about, items})
	case "ending":
		s.Endings = append(s.Endings, items...)
	case "small":
		s.Small = append(s.Small, items...)
	case "join":
		s.Joins = append(s.Joins, items...)
	case "ignore":
		s.Ignored = append(s.Ignored, items...)
	}
}

func (f *file) names(role string) orgmodel.ID {
	f.named = append(f.named, place{orgmodel.ID(role), f.pos(role)})
	return orgmodel.ID(role)
}

// role declares a role.
func (f *file) role(about string, items []string) {
	r := Role{Name: strings.Join(items, ", ")}
	words := strings.Fields(about)
	switch {
	case len(words) == 3 && words[1] == "is-a":
		r.IsA = f.names(words[2])
	case len(words) != 1:
		f.fault(about, "Write it as in "+example("role")+".", "%q is no role", cut(about))
		return
	}
	r.ID = orgmodel.ID(words[0])
	if slices.ContainsFunc(f.set.Roles, func(old Role) bool { return old.ID == r.ID }) {
		f.fault(words[0], "Take one of the lines out.", "the role %s is declared twice", cut(words[0]))
		return
	}
	f.set.Roles = append(f.set.Roles, r)
}

// pattern takes a pattern, of no role for one of not.
func (f *file) pattern(text string, role orgmodel.ID) {
	if role != "" {
		f.names(string(role))
	}
	f.set.Patterns = append(f.set.Patterns, Pattern{text, role})
	for _, field := range strings.Fields(text) {
		if strings.ContainsAny(field, "()[]*+{}\\/") {
			f.fault(field, "Write words, one|other, optional?, =exactly, ... for a gap, ^ and $ for the ends.", "%q is no part of a pattern", cut(field))
		}
	}
	if (Set{}).reader().compile(Pattern{Pattern: text}) == nil {
		f.fault(text, "Write words that a title has, such as project manager.", "the pattern %q has no words that must be there, or more than %d", cut(text), manyElements)
	}
}

// rolesNamed takes from the English set the roles that the file names and does not declare, and reports
// those that are not there either: a misspelt role would hold nobody to anything.
func (f *file) rolesNamed() {
	var others []Role
	if !strings.HasPrefix(f.name, "sets/") {
		others = English().Roles
	}
	declared := map[orgmodel.ID]bool{}
	for _, r := range f.set.Roles {
		declared[r.ID] = true
	}
	for i := 0; i < len(f.named); i++ {
		p := f.named[i]
		if declared[p.role] {
			continue
		}
		if at := slices.IndexFunc(others, func(r Role) bool { return r.ID == p.role }); at >= 0 {
			declared[p.role] = true
			f.set.Roles = append(f.set.Roles, others[at])
			if above := others[at].IsA; above != "" {
				f.named = append(f.named, place{above, p.pos})
			}
			continue
		}
		if f.errs.Full() {
			continue
		}
		var known []string
		for _, r := range slices.Concat(f.set.Roles, others) {
			known = append(known, string(r.ID))
		}
		f.errs.Add(&source.Error{Pos: p.pos, Found: fmt.Sprintf("the role %s is not declared", cut(string(p.role))),
			Fix: "Declare it: role " + cut(string(p.role)) + ": its name." + meant(string(p.role), known)})
	}
}

// example is a line of the kind.
func example(what string) string {
	return map[string]string{
		"language": "language: en", "role": "role project-director is-a project-manager: Project director",
		"title": "title project-manager: project manager, head of projects $", "not": "not: assistant to, project accountant",
		"ambiguous": "ambiguous PM: project-manager, product-manager", "same": "same programme: program, prog",
		"ending": "ending: s", "small": "small: of, the", "join": "join: and, or", "ignore": "ignore: senior, interim",
	}[what]
}

// meant is a question whether another word was meant, empty where none is like it.
func meant(word string, known []string) string {
	if near.Fold(word) == "" {
		return ""
	}
	best, least := "", -1
	m := near.NewMeter(near.Fold(cut(word)))
	for _, k := range known {
		if d := m.Cost(k); d <= m.Most() && (least < 0 || d < least) {
			best, least = k, d
		}
	}
	if best == "" {
		return ""
	}
	return " Did you mean " + best + "?"
}

func listed(words []string) string {
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// cut is the beginning of what is quoted in messages.
func cut(s string) string {
	if rs := []rune(s); len(rs) > 60 {
		return string(rs[:59]) + "…"
	}
	return s
}
