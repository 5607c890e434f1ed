package native_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/orgchart/orgmodel/source/native"
)

func TestWords(t *testing.T) {
	for s, want := range map[string]string{
		"":             `""`,
		"pm-1":         "pm-1",
		"Zoë":          "Zoë",
		`a\b`:          `a\b`,
		`a"b`:          `"a\"b"`,
		`"`:            `"\""`,
		"a b":          `"a b"`,
		"a\u00a0b":     "\"a\u00a0b\"",
		"a\tb\n":       `"a\tb\n"`,
		"\x00\x1f\x7f": `"\u0000\u001f\u007f"`,
		"\u0085\u2028": `"\u0085\u2028"`,
		"Zo\xeb":       `"Zo\xeb"`,
		"\xed\xa0\x80": `"\xed\xa0\x80"`,
		"\U000e0001":   `"\udb40\udc01"`,
		"\ufeff":       `"\ufeff"`,
		"\ufffd":       "\ufffd",
		"in":           "in",
		"😀":            "😀",
	} {
		if got := native.QuoteWord(s); got != want {
			t.Errorf("%q is quoted as %s, want %s", s, got, want)
		}
	}
	for s, want := range map[string][]string{
		"":                               nil,
		"  a\tb\nc ":                     {"a", "b", "c"},
		`"a b" c"d "\u00e9\/\b\f"`:       {"a b", `c"d`, "é/\b\f"},
		`"\ud83d\ude00" "\uD83D\uDE00x"`: {"😀", "😀x"},
		`"\x41\xFF"`:                     {"A\xff"},
	} {
		if got, err := native.SplitWords(s); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s has the words %q, want %q (%v)", s, got, want, err)
		}
	}
	for s, want := range map[string]string{
		`a "b`:           "never closed",
		`"a\`:            "never closed",
		`"a\"`:           "never closed",
		`"a"b`:           "not followed by a space",
		`"\q"`:           `\q is no escape`,
		`"\é"`:           `\é is no escape`,
		`"\x4"`:          "two hexadecimal",
		`"\u12g4"`:       "four hexadecimal",
		`"\ud800"`:       "half of a pair",
		`"\ud800\u0041"`: "half of a pair",
		`"\udc00\ud800"`: "half of a pair",
	} {
		if _, err := native.SplitWords(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives the error %v, want %s", s, err, want)
		}
	}
}

// FuzzWord holds that quoting and splitting are inverse for any bytes, that a quoted word is
// text that may stand on one line, and that splitting never panics.
func FuzzWord(f *testing.F) {
	for _, s := range []string{"", "a", "a b", `"`, `\`, "\xff", "\xed\xa0\x80", "\x00", "😀", "\u2028", `"\ud83d\ude00"`, "in", "a\u00a0"} {
		f.Add(s, "b")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		native.SplitWords(a)
		line := native.QuoteWord(a) + " " + native.QuoteWord(b)
		if !utf8.ValidString(line) || strings.ContainsAny(line, "\n\r\t\x00") {
			t.Errorf("%q is quoted as %q", a, line)
		}
		got, err := native.SplitWords(line)
		if err != nil || !slices.Equal(got, []string{a, b}) {
			t.Errorf("%q comes back as %q (%v)", []string{a, b}, got, err)
		}
	})
}
