// Package decode recognises how the text of a file is encoded and gives it as UTF-8.
//
//	text, name, err := decode.UTF8(b)
//
// It knows UTF-8 and UTF-16 with and without a byte order mark, Windows-1252, and UTF-8 with
// single bytes of Windows-1252 in it, as happens where files were joined. Other encodings of
// one byte a character cannot be told from Windows-1252 and are read as that.
package decode

import (
	"bytes"
	"errors"
	"unicode/utf16"
	"unicode/utf8"
)

// Names that UTF8 gives. A file that is Plain needs no note.
const (
	Plain       = "UTF-8"
	Marked      = "UTF-8 with a byte order mark"
	Mixed       = "UTF-8 with bytes of Windows-1252 in it"
	Windows1252 = "Windows-1252"
	UTF16LE     = "UTF-16, little end first"
	UTF16BE     = "UTF-16, big end first"
)

// ErrNotText is the error about input that is no text at all: a workbook, a PDF, a ZIP
// archive, a picture, UTF-32. Its text says which, and what to do.
var ErrNotText = errors.New("this is no text file")

type notText string

func (e notText) Error() string { return string(e) }

func (e notText) Is(target error) bool { return target == ErrNotText }

// UTF8 gives b as UTF-8 without a byte order mark, and the name of the encoding it was
// recognised as. Text that is UTF-8 already shares memory with b. No byte is dropped: what no
// encoding explains becomes the code point of its number (in UTF-16 U+FFFD), and NUL stays.
// The error is that of ErrNotText alone; text and name are empty with it.
func UTF8(b []byte) (text []byte, name string, err error) {
	for _, m := range magic {
		if bytes.HasPrefix(b, []byte(m.head)) {
			return nil, "", m.is
		}
	}
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		text, name = mend(b[3:])
		if name == Plain {
			name = Marked
		}
		return text, name, nil
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return wide(b[2:], 0), UTF16LE, nil
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return wide(b[2:], 1), UTF16BE, nil
	}
	switch even, odd := zeros(b); {
	case odd:
		return wide(b, 0), UTF16LE, nil
	case even:
		return wide(b, 1), UTF16BE, nil
	}
	text, name = mend(b)
	return text, name, nil
}

const picture notText = "this is a picture, not text: ask for the table it was made from"

var magic = []struct {
	head string
	is   notText
}{
	{"PK\x03\x04", "this is a ZIP archive or a workbook (xlsx, ods), not text: save its sheet as CSV"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a workbook (xls) or another Office document, not text: save its sheet as CSV"},
	{"%PDF-", "this is a PDF, not text: ask for the table it was made from"},
	{"\x1f\x8b", "this is compressed by gzip: decompress it first"},
	{"\x89PNG\r\n\x1a\n", picture},
	{"\xff\xd8\xff", picture},
	{"GIF87a", picture},
	{"GIF89a", picture},
	{"SQLite format 3\x00", "this is a database (SQLite), not text: export its table as CSV"},
	{"\xff\xfe\x00\x00", "this is UTF-32 text: save it as UTF-8"},
	{"\x00\x00\xfe\xff", "this is UTF-32 text: save it as UTF-8"},
}

// zeros says whether nearly all bytes at even or at odd places of the beginning are NUL, which
// is what Western text looks like in UTF-16 without a byte order mark.
func zeros(b []byte) (even, odd bool) {
	b = b[:min(len(b), 1024)&^1]
	var n [2]int
	for i, c := range b {
		if c == 0 {
			n[i&1]++
		}
	}
	pairs := len(b) / 2
	most := func(zero, other int) bool { return pairs >= 4 && zero*10 >= pairs*8 && other*10 <= pairs }
	return most(n[0], n[1]), most(n[1], n[0])
}

// wide decodes UTF-16; big is 1 where the high byte comes first, else 0.
func wide(b []byte, big int) []byte {
	text := make([]byte, 0, len(b)/2+len(b)/16)
	unit := func(i int) rune { return rune(b[i+big]) | rune(b[i+1-big])<<8 }
	i := 0
	for ; i+1 < len(b); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i+3 < len(b) {
				low = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				i += 2
			}
		}
		text = utf8.AppendRune(text, r)
	}
	if i < len(b) {
		text = utf8.AppendRune(text, utf8.RuneError)
	}
	return text
}

// mend reads bytes that are no UTF-8 as Windows-1252.
func mend(b []byte) ([]byte, string) {
	if utf8.Valid(b) {
		return b, Plain
	}
	text := make([]byte, 0, len(b)+len(b)/16)
	name := Windows1252
	for i := 0; i < len(b); {
		if c := b[i]; c < utf8.RuneSelf {
			text = append(text, c)
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if n == 1 {
			r = cp1252(b[i])
		} else {
			name = Mixed
		}
		text = utf8.AppendRune(text, r)
		i += n
	}
	return text, name
}

// cp1252 is a byte of Windows-1252 as the Encoding Standard of WHATWG reads it: the five
// bytes that have no character are the control characters of their number.
func cp1252(c byte) rune {
	if c < 0x80 || c > 0x9f {
		return rune(c)
	}
	return high[c-0x80]
}

var high = [32]rune{
	0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
}
