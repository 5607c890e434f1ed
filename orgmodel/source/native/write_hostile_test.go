package native_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
)

// hostile makes organisations of what a writer gets wrong: bytes of every sort in every text,
// repeated and empty ids, kinds and relations of one's own, keys that mean something. One seed,
// one organisation.
type hostile struct {
	*rand.Rand
	ids []orgmodel.ID
}

var nasty = []string{
	"", " ", "  a", "a ", "a", "b", "c", "null", "~", "true", "No", "y", "0", "-0", "1e3", "0x1f", "0123", "1_000", "12:30:45", "2026-01-05", ".5", ".inf", "=", "<<", "a: b", "a:",
	"a #b", "#", "- a", "-", "--- ", "...", "? x", "{quoted: x}", "[a, b]", "a, b", "*x", "&x", "!x", "|", ">", "%YAML", "@", "`", "'", "it's", `"`, `"a" b`, `\`, `\x41`, `a"b`, "a\x00b",
	"\n", "a\nb\n", "\r\n", "\t", "a\tb", "\u0085", "\u00a0", "\u2028x", "\ufeff", "x\ufeff", "\u200d", "\u202e", "\ufffd", "\ufffe", "\U0001f600", "\U0010ffff", "\xff", "a\xeb", "\xed\xa0\x80",
	"in", "since", "until", "through", "id", "kind", "name", "role", "attrs", "line", "from", "rel", "to", "key", "value", "quoted", "format", "holds", "reports-to", "Ünit 7", "unit:a", "people",
	"a since 2026-01-05", "x in y", strings.Repeat("long ", 300), strings.Repeat("é", 700), "</script>", "=1+1", "\x7f", "\x1b[31m", "\ue000", "e\u0301",
}

func hostileSpec(seed uint64) orgmodel.Spec {
	h := hostile{Rand: rand.New(rand.NewPCG(seed, 11))}
	s := orgmodel.Spec{Name: h.text()}
	tame := seed%3 == 0 // one kind after the other, ids apart, lines with their nodes
	kinds := []orgmodel.Kind{orgmodel.Person, orgmodel.Post, orgmodel.Role, orgmodel.Unit, orgmodel.BusinessCase, orgmodel.Duty}
	n := h.IntN(14)
	for i := range n {
		node := orgmodel.Node{ID: orgmodel.ID(h.text()), Name: h.text(), Live: h.interval(), Attrs: h.attrs()}
		node.Kind = kinds[h.IntN(len(kinds))]
		switch {
		case tame:
			node.Kind = kinds[i*len(kinds)/n]
			if h.IntN(4) > 0 {
				node.ID = orgmodel.ID("n" + strings.Repeat("x", i))
			}
		case h.IntN(6) == 0:
			node.Kind = orgmodel.Kind(h.text())
		}
		h.ids = append(h.ids, node.ID)
		s.Nodes = append(s.Nodes, node)
	}
	at := 0
	for range h.IntN(3*n + 3) {
		l := orgmodel.Line{From: h.id(), To: h.id(), Live: h.interval(), Rel: h.rel()}
		if tame && n > 0 {
			at = min(at+h.IntN(2), n-1)
			l.From = h.ids[at]
		}
		if h.IntN(4) == 0 {
			l.Scope = h.id()
		}
		if h.IntN(4) == 0 {
			l.Attrs = h.attrs()
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}

func (h *hostile) text() string {
	switch h.IntN(8) {
	case 0:
		return nasty[h.IntN(len(nasty))] + nasty[h.IntN(len(nasty))]
	case 1:
		b := make([]byte, h.IntN(6))
		for i := range b {
			b[i] = byte(h.IntN(256))
		}
		return string(b)
	case 2:
		return string(rune(h.IntN(0x3000)))
	}
	return nasty[h.IntN(len(nasty))]
}

func (h *hostile) id() orgmodel.ID {
	if len(h.ids) == 0 || h.IntN(5) == 0 {
		return orgmodel.ID(h.text())
	}
	return h.ids[h.IntN(len(h.ids))]
}

func (h *hostile) rel() orgmodel.Rel {
	if h.IntN(8) == 0 {
		return orgmodel.Rel(h.text())
	}
	rels := []orgmodel.Rel{orgmodel.ReportsTo, orgmodel.ReportsTo, orgmodel.Holds, orgmodel.HasRole, orgmodel.PartOf, orgmodel.InformedOf}
	return rels[h.IntN(len(rels))]
}

func (h *hostile) attrs() orgmodel.Attrs {
	keys := []string{orgmodel.Title, orgmodel.FTE, orgmodel.Top, orgmodel.Cost, orgmodel.RunAs, orgmodel.State, orgmodel.Occupied, orgmodel.UnreadableKey(3, "Chef: 1"), "desk"}
	values := []string{"true", "0.5", "12", "1.50", "-3", "1e9", "Engineer", "half", "1.0", "0,5", "yes", "Abolished", "ended", "vacant", "vaccant"}
	var kv []string
	for range h.IntN(4) {
		k, v := keys[h.IntN(len(keys))], values[h.IntN(len(values))]
		if h.IntN(3) == 0 {
			k = h.text()
		}
		if h.IntN(3) == 0 {
			v = h.text()
		}
		kv = append(kv, k, v)
	}
	return orgmodel.NewAttrs(kv...)
}

func (h *hostile) interval() (iv orgmodel.Interval) {
	days := []orgmodel.Date{orgmodel.NewDate(1, 1, 1), orgmodel.NewDate(2026, 1, 5), orgmodel.NewDate(2025, 2, 28), orgmodel.NewDate(9999, 12, 31)}
	if h.IntN(4) == 0 {
		iv.From = days[h.IntN(len(days))]
	}
	if h.IntN(4) == 0 {
		iv.Until = days[h.IntN(len(days))]
	}
	return iv
}

// eachHostile runs a test over many hostile organisations.
func eachHostile(t *testing.T, test func(t *testing.T, s orgmodel.Spec)) {
	t.Helper()
	rounds := uint64(500)
	if testing.Short() {
		rounds = 80
	}
	for seed := range rounds {
		if test(t, hostileSpec(seed)); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}
