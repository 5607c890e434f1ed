package policy

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Describe says in plain sentences what the policy demands: each rule by its own first sentence, what
// the file sets of it and why, then what is off, who is elsewhere and what is let stand.
func (p *Policy) Describe(w io.Writer) error {
	out := bufio.NewWriter(w)
	say := func(format string, args ...any) { fmt.Fprintf(out, format, args...) }
	name := p.title
	if name == "" {
		name = p.name
	}
	say("%s holds an organisation to %s", plainly(name), wording.Count(len(p.entries), "rule"))
	if len(p.packs) > 0 {
		say(", those of the %s %s among them", oneOf(len(p.packs), "pack"), strings.Join(p.packs, ", "))
	}
	if len(p.profiles) > 0 {
		say(", on the %s %s", oneOf(len(p.profiles), "profile"), strings.Join(p.profiles, ", "))
	}
	say(":\n\n")
	for _, e := range p.entries {
		e.describe(say)
	}
	if len(p.off) > 0 {
		say("\nIt does without:\n\n")
	}
	for _, o := range p.off {
		say("%s\n    Because: %s\n", plainly(o.Rule), sentence(o.Reason))
	}
	if len(p.external) > 0 {
		say("\nDeclared elsewhere, and known: %s.\n", wordList(p.external))
	}
	if p.classifier != nil {
		say("\nRoles are assumed from titles where they are not stated.\n")
	}
	if len(p.waivers) > 0 {
		say("\nIt lets stand:\n\n")
	}
	for _, v := range p.waivers {
		v.describe(say)
	}
	if text := p.coverage.String(); text != "" {
		say("\nIts rules are to be about at least %s.\n", text)
	}
	if b := p.baseline; b != nil {
		say("\nKnown and accepted for now: %s in %s.\n", wording.Count(len(b.Entries), "finding"), plainly(b.Name))
	}
	return out.Flush()
}

func (e *entry) describe(say func(string, ...any)) {
	demand, _, _ := strings.Cut(e.rule.Doc, "\n")
	severity := e.rule.Severity
	if severity == 0 {
		severity = orgmodel.Error
	}
	say("%s (%s)\n    %s\n", e.id, severity, plainly(demand))
	if len(e.given) > 0 {
		say("    Set by %s: %s.\n", plainly(e.pos.String()), plainly(strings.Join(e.given, ", ")))
	}
	if e.because != "" {
		say("    Because: %s\n", sentence(e.because))
	}
}

func (w Waiver) describe(say func(string, ...any)) {
	whom := "the organisation as a whole"
	switch {
	case w.Subject != "":
		whom = wording.Word(w.Subject)
	case w.Fingerprint != "":
		whom = "the finding " + w.Fingerprint
	}
	until := "for ever"
	if !w.Expires.IsZero() {
		until = "until " + w.Expires.String()
	}
	say("%s of %s, %s\n", plainly(w.Rule), whom, until)
	say("    Because: %s\n", sentence(w.Reason))
	if w.Owner != "" {
		say("    Answered for by %s.\n", plainly(w.Owner))
	}
}

// plainly is a text of a file as it may stand in a line.
func plainly(s string) string { return wording.Brief(s, 400) }

// sentence ends a text of a file with a full stop.
func sentence(s string) string {
	s = plainly(s)
	switch {
	case s == "":
		return "no reason is given."
	case strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?"):
		return s
	}
	return s + "."
}

func oneOf(n int, what string) string {
	if n == 1 {
		return what
	}
	return what + "s"
}

func wordList(ids []orgmodel.ID) string {
	var words []string
	for _, id := range ids {
		words = append(words, wording.Word(id))
	}
	return strings.Join(words, ", ")
}
