package decode_test

import (
	"errors"
	"fmt"
	"testing"
	"unicode/utf8"

	"example.com/orgchart/orgmodel/source/internal/decode"
)

func ExampleUTF8() {
	text, name, err := decode.UTF8([]byte("Pay (\xa3)"))
	fmt.Println(string(text), name, err)
	// Output: Pay (£) Windows-1252 <nil>
}

func TestUTF8(t *testing.T) {
	for _, c := range []struct{ in, text, name string }{
		{"", "", decode.Plain},
		{"a,b\n", "a,b\n", decode.Plain},
		{"a\x00b", "a\x00b", decode.Plain},
		{"prix: 1 €", "prix: 1 €", decode.Plain},
		{"\xef\xbb\xbfid,name", "id,name", decode.Marked},
		{"\xef\xbb\xbfid,\xa3", "id,£", decode.Windows1252},
		{"\x93quoted\x94 \x80 \x81 \xff", "“quoted” € \u0081 ÿ", decode.Windows1252},
		{"£ and \xa3 and \xe2\x82", "£ and £ and â‚", decode.Mixed},
		{"\xff\xfei\x00d\x00\n\x00", "id\n", decode.UTF16LE},
		{"\xfe\xff\x00i\x00d\x00\n", "id\n", decode.UTF16BE},
		{"\xff\xfe\x3d\xd8\x00\xdeA\x00", "😀A", decode.UTF16LE},
		{"\xff\xfe\x3d\xd8A\x00", "\uFFFDA", decode.UTF16LE},
		{"\xff\xfe\x3d\xd8", "\uFFFD", decode.UTF16LE},
		{"\xff\xfeA\x00B", "A\uFFFD", decode.UTF16LE},
		{"i\x00d\x00,\x00n\x00a\x00m\x00e\x00\n\x00", "id,name\n", decode.UTF16LE},
		{"\x00i\x00d\x00,\x00n\x00a\x00m\x00e\x00\n", "id,name\n", decode.UTF16BE},
		{"\x00\x00\x00\x00\x00\x00\x00\x00", "\x00\x00\x00\x00\x00\x00\x00\x00", decode.Plain},
	} {
		text, name, err := decode.UTF8([]byte(c.in))
		if string(text) != c.text || name != c.name || err != nil {
			t.Errorf("%q: got %q, %s, %v; want %q, %s", c.in, text, name, err, c.text, c.name)
		}
	}
}

func TestNotText(t *testing.T) {
	for _, in := range []string{"PK\x03\x04\x14\x00", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "%PDF-1.7", "\x89PNG\r\n\x1a\n\x00", "\xff\xd8\xff\xe0", "GIF89a\x01", "SQLite format 3\x00", "\x1f\x8b\x08", "\xff\xfe\x00\x00i\x00\x00\x00", "\x00\x00\xfe\xff"} {
		text, name, err := decode.UTF8([]byte(in))
		if !errors.Is(err, decode.ErrNotText) || text != nil || name != "" {
			t.Errorf("%q: got %q, %q, %v; want ErrNotText", in, text, name, err)
		}
	}
}

// TestEveryByte holds that each byte alone becomes one character.
func TestEveryByte(t *testing.T) {
	for c := 0; c < 256; c++ {
		text, _, err := decode.UTF8([]byte{'x', byte(c), 'y'})
		if err != nil || utf8.RuneCount(text) != 3 || !utf8.Valid(text) {
			t.Errorf("byte %#x: %q, %v", c, text, err)
		}
	}
}

func FuzzUTF8(f *testing.F) {
	f.Add([]byte("a,\xa3,£\n"))
	f.Add([]byte("\xff\xfei\x00d\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		text, name, err := decode.UTF8(b)
		if err == nil && (!utf8.Valid(text) || name == "") {
			t.Errorf("%q: %q, %q", b, text, name)
		}
	})
}
