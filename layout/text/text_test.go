package text_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"example.com/orgchart/layout/text"
)

func TestWidth(t *testing.T) {
	for _, c := range []struct {
		s    string
		st   text.Style
		want int
	}{
		{"", text.Strong, 0},
		{"Ada Lovelace", text.Strong, 85},
		{"Ada Lovelace", text.Plain, 68},
		{"Müller", text.Plain, 31},
		{"Mu\u0308ller", text.Plain, 31},
		{"Анна Каренина", text.Plain, 78},
		{"组织结构", text.Strong, 4*13 + 4}, // no bold in the table: a little wider than 1 em
		{"组织结构", text.Plain, 4 * 11},
		{"👩‍👩‍👧", text.Small, 14},
		{"🇩🇪", text.Small, 14},
		{"\u202e\x00", text.Plain, 11},
	} {
		if got := text.Width(c.s, c.st); got != c.want {
			t.Errorf("Width(%q, %d) = %d, want %d", c.s, c.st, got, c.want)
		}
	}
}

// A style that does not exist is set as Plain rather than ending the program.
func TestUnknownStyle(t *testing.T) {
	odd := text.Style(200)
	if odd.Size() != text.Plain.Size() || odd.Leading() != text.Plain.Leading() || odd.Bold() ||
		text.Width("abc", odd) != text.Width("abc", text.Plain) {
		t.Error("an unknown style is not measured as Plain")
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		s    string
		max  int
		want string
		cut  bool
	}{
		{"Head of IT", 200, "Head of IT", false},
		{"Head of Infrastructure", 60, "Head of I", true},
		{"Head of Infrastructure", 52, "Head of", true}, // no space before the ellipsis
		{"Head", 10, "", true},
		{"Head", -5, "", true},
		{"", 0, "", false},
		{"\u0301\u0301", 0, "\u0301\u0301", false},
	} {
		got, cut := text.Fit(c.s, text.Plain, c.max)
		if got != c.want || cut != c.cut {
			t.Errorf("Fit(%q, %d) = %q, %v, want %q, %v", c.s, c.max, got, cut, c.want, c.cut)
		}
	}
}

func TestWrap(t *testing.T) {
	long := "Donaudampfschifffahrtsgesellschaftskapitän"
	for _, c := range []struct {
		s          string
		max, lines int
		want       []string
		cut        bool
	}{
		{"Head of Infrastructure and Operations", 130, 2, []string{"Head of Infrastructure and", "Operations"}, false},
		{"Head of Infrastructure and Operations", 130, 1, []string{"Head of Infrastructure a"}, true},
		{"  Head   of  ", 130, 2, []string{"Head   of"}, false},
		{"Head             of", 40, 2, []string{"Head", "of"}, false},
		{"IT-Infrastruktur/Betrieb", 90, 3, []string{"IT-Infrastruktur/", "Betrieb"}, false},
		{"seit 2026-01-05 aktiv", 64, 3, []string{"seit", "2026-01-05", "aktiv"}, false},
		{long, 110, 3, []string{"Donaudampfschifffahr", "tsgesellschaftskapitän"}, false},
		{"Der " + long, 110, 2, []string{"Der", "Donaudampfschifffa"}, true},
		{"基础设施和运营部门负责人", 60, 3, []string{"基础设施和", "运营部门负", "责人"}, false},
		{"基础设施。运营", 44, 3, []string{"基础设", "施。运营"}, false},
		{"", 60, 2, nil, false},
		{" \n\t", 60, 2, nil, false},
		{"a", 60, 0, nil, true},
		{"WW", 3, 4, []string{""}, true},
	} {
		got, cut := text.Wrap(nil, c.s, text.Plain, c.max, c.lines)
		if !reflect.DeepEqual(got, c.want) || cut != c.cut {
			t.Errorf("Wrap(%q, %d, %d) = %q, %v, want %q, %v", c.s, c.max, c.lines, got, cut, c.want, c.cut)
		}
	}
}

// No line starts inside what a reader takes for one character.
func TestWrapKeepsCharactersWhole(t *testing.T) {
	for _, whole := range []string{"e\u0301\u0323", "👩🏽‍🚒", "🇬🇧", "क्षि", "각", "\u1100\u1161\u11a8", "0️⃣"} {
		for limit := 1; limit < 80; limit++ {
			got, _ := text.Wrap(nil, strings.Repeat(whole, 6), text.Plain, limit, 100)
			for _, line := range got {
				if strings.Trim(line, whole) != "" || len(line)%len(whole) != 0 {
					t.Fatalf("%q broken into %q at %d px", whole, got, limit)
				}
			}
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""},
		{"Ada Lovelace", "Ada Lovelace"},
		{"Zoë 组织 שלום 👩🏽‍🚒", "Zoë 组织 שלום 👩🏽‍🚒"},
		{"a\nb\r\nc\td\u2028e", "a b  c d e"},
		{"a\x00b\x1b[31mc\x7f\u0085\u009b", "a\ufffdb\ufffd[31mc\ufffd \ufffd"},
		{"\u202egnp\u202c \u2066x\u2069", "\ufffdgnp\ufffd \ufffdx\ufffd"},
		{"a\xffb\xed\xa0\x80", "a\ufffdb\ufffd\ufffd\ufffd"},
		{"\ufffe\uffff\U0001ffff", "\ufffd\ufffd\ufffd"},
		{"e" + strings.Repeat("\u0301", 6), "e" + strings.Repeat("\u0301", 6)},
		{"e" + strings.Repeat("\u0301", 900) + "f", "e" + strings.Repeat("\u0301", 6) + "\ufffdf"},
		{"\u200fשלום\u200e", "\u200fשלום\u200e"},
	} {
		got := text.Clean(c[0])
		if got != c[1] {
			t.Errorf("Clean(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestNoAllocation(t *testing.T) {
	buf := make([]string, 0, 8)
	for _, s := range []string{"Head of Infrastructure and Operations", "Zoë Müller-Lüdenscheidt", "基础设施和运营部门负责人"} {
		n := testing.AllocsPerRun(100, func() {
			text.Width(s, text.Strong)
			text.Fit(s, text.Plain, 60)
			text.Clean(s)
			buf, _ = text.Wrap(buf[:0], s, text.Plain, 80, 2)
		})
		if n != 0 {
			t.Errorf("%q: %v allocations", s, n)
		}
	}
}

// Ten megabytes without a place to break are measured and broken once, not once a line.
func TestHuge(t *testing.T) {
	for _, s := range []string{strings.Repeat("x", 10<<20), strings.Repeat("\u0301", 1<<19), strings.Repeat(" ", 1<<20), strings.Repeat("\xff", 1<<20)} {
		text.Width(s, text.Plain)
		text.Clean(s)
		if p, cut := text.Fit(s, text.Plain, 200); cut && len(p) > 200 {
			t.Errorf("%d bytes in 200 px", len(p))
		}
		text.Wrap(nil, s, text.Plain, 200, 2)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"Head of IT", "Zoë\u0301\x00 \u202e", "基础 设施", "a-b/c", "\xff👩🏽‍🚒", "0️⃣\u200d\u200d", "\xa3\u2003\x83‰"} {
		f.Add(s, uint8(2), 60, 2)
	}
	f.Fuzz(func(t *testing.T, s string, style uint8, limit, lines int) {
		st := text.Style(style)
		lines = min(lines, 50)
		prefix, cut := text.Fit(s, st, limit)
		if !strings.HasPrefix(s, prefix) || cut != (text.Width(s, st) > max(limit, 0)) {
			t.Fatalf("Fit(%q, %d) = %q, %v", s, limit, prefix, cut)
		}
		if cut && prefix != "" && text.Width(prefix+text.Ellipsis, st) > limit {
			t.Fatalf("Fit(%q, %d) = %q: too wide", s, limit, prefix)
		}
		got, cut := text.Wrap(nil, s, st, limit, lines)
		if len(got) > max(lines, 0) {
			t.Fatalf("%d lines of %d", len(got), lines)
		}
		end := 0 // of the line before, in s
		for _, line := range got {
			i := end
			if line != "" { // a line is a part of s, so where it stands tells which
				i = int(uintptr(unsafe.Pointer(unsafe.StringData(line))) - uintptr(unsafe.Pointer(unsafe.StringData(s))))
			}
			if i < end || i+len(line) > len(s) || strings.TrimFunc(s[end:i], space) != "" {
				t.Fatalf("Wrap(%q, %d, %d) = %q loses text", s, limit, lines, got)
			}
			end = i + len(line)
			if text.Width(line, st) > max(limit, 0) {
				t.Fatalf("Wrap(%q, %d, %d) = %q: %q is too wide", s, limit, lines, got, line)
			}
		}
		if !cut && strings.TrimFunc(s[end:], space) != "" {
			t.Fatalf("Wrap(%q, %d, %d) = %q loses %q", s, limit, lines, got, s[end:])
		}
		c := text.Clean(s)
		if !utf8.ValidString(c) || text.Clean(c) != c {
			t.Fatalf("Clean(%q) = %q is not clean", s, c)
		}
		if slices.ContainsFunc([]rune(c), func(r rune) bool {
			return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) && r >= 0x202a
		}) {
			t.Fatalf("Clean(%q) = %q still acts", s, c)
		}
	})
}

func space(r rune) bool { return unicode.IsSpace(r) || r == 0x200b || r == 0x1680 }

// Characters at both ends of what the table covers have the widths the two fonts give them,
// in 1/2048 em: a table and a program that disagree about its shape are out by far more.
func TestTable(t *testing.T) {
	for _, c := range []struct {
		s    string
		want int // of 2048 characters at 11 px: 11 times the units
	}{
		{" ", 569}, {"A", 1366}, {"~", 1196}, {"é", 1139}, {"Я", 1479}, {"א", 1286}, {"ẞ", 1366}, {"—", 2048}, {"€", 1139}, {"™", 2048},
	} {
		if got := text.Width(strings.Repeat(c.s, 2048), text.Plain) / 11; got < c.want || got > c.want*11/10 {
			t.Errorf("%s is %d units wide, want %d or a little more", c.s, got, c.want)
		}
	}
}
