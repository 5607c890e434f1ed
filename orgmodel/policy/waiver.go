package policy

import (
	"regexp"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// A Waiver lets findings of one rule about one record stand, for a reason, until a day.
type Waiver struct {
	Rule string
	// Subject is the record; it may be written with its kind before it, post/PM-017. Empty, without a
	// Fingerprint, it is the organisation as a whole.
	Subject     orgmodel.ID
	Fingerprint string        // the one finding; empty: all of the rule about the subject
	Reason      string        // why it may stand
	Owner       string        // who answers for it
	Expires     orgmodel.Date // the last day on which it counts; zero: it does not end
	Pos         orgmodel.Pos
}

// An Off is a rule that a policy turns off.
type Off struct {
	Rule, Reason string
	Pos          orgmodel.Pos

	own bool // the policy's own rule
}

// fits says that a waiver is about a finding. What the engine says of a rule that failed is about no
// record, and nothing waives it.
func (w Waiver) fits(f orgmodel.Finding) bool {
	if w.Rule != f.Rule || f.Subject == "" && (f.Key == "panic" || f.Key == "no-check" || f.Key == "omitted") {
		return false
	}
	if w.Fingerprint != "" && w.Fingerprint != f.Fingerprint() {
		return false
	}
	if w.Fingerprint != "" && w.Subject == "" || w.Subject == f.Subject {
		return true
	}
	kind, id, ok := strings.Cut(string(w.Subject), "/")
	return ok && contains(kinds(), kind) && orgmodel.ID(id) == f.Subject
}

// about names what a waiver is for, in a sentence.
func (w Waiver) about() string {
	s := "the waiver of " + yamltext.Shown(w.Rule)
	switch {
	case w.Subject != "":
		return s + " for " + yamltext.Shown(string(w.Subject))
	case w.Fingerprint != "":
		return s + " for the finding " + w.Fingerprint
	}
	return s + " for the organisation as a whole"
}

var prints = regexp.MustCompile(`^[0-9a-f]{16}$`)

func (f *file) waivers(n *yaml.Node) {
	for _, item := range f.items(n, keyWaivers) {
		if !f.count(item) {
			return
		}
		if w, ok := f.waiver(item); ok {
			f.book.waivers = append(f.book.waivers, w)
		}
	}
}

func waiverKeys() []string {
	return []string{"rule", "subject", "fingerprint", "reason", "owner", "expires"}
}

func (f *file) waiver(n *yaml.Node) (Waiver, bool) {
	w := Waiver{Pos: f.pos(n)}
	if n.Kind != yaml.MappingNode {
		f.fault(n, "Write a mapping with "+yamltext.Listed(waiverKeys(), "and")+".", "%s stands where a waiver is due", yamltext.KindOf(n))
		return w, false
	}
	before, about := f.errs.Total, false
	f.each(n, func(key string, k, v *yaml.Node) {
		switch key {
		case "rule":
			w.Rule, _ = f.text(v, key)
		case "subject":
			s, _ := f.text(v, key)
			w.Subject, about = orgmodel.ID(s), true
		case "fingerprint":
			w.Fingerprint, _ = f.text(v, key)
			if about = true; !prints.MatchString(w.Fingerprint) {
				f.fault(v, "Take the 16 letters and digits from the findings as JSON, in quotes.", "%s is no fingerprint", yamltext.Shown(w.Fingerprint))
			}
		case "reason":
			w.Reason = f.mayBeEmpty(v, key)
		case "owner":
			w.Owner = f.mayBeEmpty(v, key)
		case "expires":
			w.Expires, _ = f.day(v, key)
		default:
			f.fault(k, "There are "+yamltext.Listed(waiverKeys(), "and")+"."+didYouMean(key, waiverKeys()), "%s is no key of a waiver", yamltext.Shown(key))
		}
	})
	if w.Rule == "" && f.errs.Total == before {
		f.fault(n, "Name the rule whose findings may stand.", "the key rule of a waiver is missing")
	}
	if !about && f.errs.Total == before {
		f.fault(n, `Name the record (subject), "" for the organisation as a whole, or the finding (fingerprint); a whole rule is turned off under off.`, "a waiver of everything that %s finds", yamltext.Shown(w.Rule))
	}
	return w, f.errs.Total == before
}

// mayBeEmpty is a text whose absence is a finding and no error: the policy can be read without it.
func (f *file) mayBeEmpty(n *yaml.Node, what string) string {
	if yamltext.Null(n) {
		return ""
	}
	s, _ := f.text(n, what)
	return strings.TrimSpace(s)
}
