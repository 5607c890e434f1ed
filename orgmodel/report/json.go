package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"unicode"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

// JSONVersion is the version that JSON writes: it changes when a field changes its meaning or
// goes. New fields do not change it.
const JSONVersion = 1

// JSON writes a report as one object: version, organisation, as_of (empty where there is no day),
// rows, counts (nodes, lines, and one count a kind), summary, coverage where somebody asked for it,
// notes and findings, which are as JSONL writes them. Lists are never null. Characters that act on a terminal rather than show are
// escaped, which changes no text; bytes that are no UTF-8 become U+FFFD, as JSON has no others.
type JSON struct{}

// Write writes r. The error is w's first.
func (JSON) Write(w io.Writer, r Report) error {
	r = r.told()
	out := bufio.NewWriter(w)
	head := jsonHead{
		Version: JSONVersion, Organisation: r.name(), AsOf: r.asOf(), Over: jsonOverOf(r), Rows: r.Notes.Rows,
		Counts: counts(r.Org), Summary: jsonSummaryOf(r.Summary()), Coverage: coverageOf(r.Coverage), Notes: []jsonNote{},
	}
	for _, n := range r.Notes.List {
		head.Notes = append(head.Notes, jsonNote{n.Text, jsonPlaceOf(n.Pos)})
	}
	text, err := marshal(head, "", "  ")
	if err != nil {
		return err
	}
	out.Write(bytes.TrimSuffix(text, []byte("\n}"))) // findings follow one by one: there may be many
	out.WriteString(",\n  \"findings\": [")
	for i, f := range r.Findings {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		if text, err = marshal(jsonFindingOf(f), "    ", "  "); err != nil {
			return err
		}
		if _, err = out.Write(text); err != nil {
			return err
		}
	}
	if len(r.Findings) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}\n")
	return out.Flush()
}

// JSONL writes the findings of a report as JSON Lines: an object a finding, each on a line of its
// own, and nothing where nothing was found. The fields are those of the findings of JSON, and
// texts are escaped as there.
type JSONL struct{}

// Write writes the findings of r. The error is w's first.
func (JSONL) Write(w io.Writer, r Report) error {
	out := bufio.NewWriter(w)
	for _, f := range r.told().Findings {
		text, err := marshal(jsonFindingOf(f), "", "")
		if err != nil {
			return err
		}
		if _, err = out.Write(append(text, '\n')); err != nil {
			return err
		}
	}
	return out.Flush()
}

// marshal is v as JSON in which every character shows as itself, without a line feed at the end.
func marshal(v any, prefix, indent string) ([]byte, error) {
	text, err := json.Marshal(v)
	if err == nil && indent != "" {
		var b bytes.Buffer
		err = json.Indent(&b, text, prefix, indent)
		text = b.Bytes()
	}
	return visible(text), err
}

// visible escapes what does not show as itself; outside of JSON strings there is no such thing
// but line breaks.
func visible(b []byte) []byte {
	ascii := true
	for _, c := range b {
		ascii = ascii && (' ' <= c && c < 0x7f || c == '\n')
	}
	if ascii {
		return b
	}
	acts := func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }
	if bytes.IndexFunc(b, acts) < 0 {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case !acts(r):
			out = append(out, b[:size]...)
		case r > 0xFFFF:
			r -= 0x10000
			out = escape16(escape16(out, 0xD800+r>>10), 0xDC00+r&0x3FF)
		default:
			out = escape16(out, r)
		}
		b = b[size:]
	}
	return out
}

func escape16(b []byte, r rune) []byte {
	const digits = "0123456789abcdef"
	return append(b, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}

// counts are nodes, lines, and one count a kind.
func counts(o *orgmodel.Org) map[string]int {
	if o == nil {
		return map[string]int{"nodes": 0, "lines": 0}
	}
	c := map[string]int{"nodes": o.Len(), "lines": o.Lines()}
	for r := range o.Nodes() {
		k := string(o.Kind(r))
		if k == "nodes" || k == "lines" || k == "" {
			k = "kind:" + k
		}
		c[k]++
	}
	return c
}
