// Command metrics writes the advance widths that package text embeds.
//
//	cd layout/text/internal/metrics
//	go run . -fonts /usr/share/fonts/truetype/liberation2 -o ../../metrics.bin
//
// A width is the wider of two open fonts: Liberation Sans 2 (SIL Open Font Licence 1.1,
// the widths of Arial and Helvetica, which nearly every viewer has) and the Go font (BSD
// licence, which a program can carry). Only numbers are taken, no outlines.
//
// The file holds the regular widths of all Ranges, then the bold ones: 16 bits each, low
// byte first, in 1/2048 em; 0 where neither font has the character.
package main

import (
	"encoding/binary"
	"flag"
	"log"
	"os"
	"path/filepath"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// em is the unit of the file: the widths are in 1/em of the font size.
const em = 2048

// ranges must agree with the ranges of package text; a test there compares the length.
var ranges = [][2]rune{{0x20, 0x7e}, {0xa0, 0x5ff}, {0x1e00, 0x1fff}, {0x2010, 0x2044}, {0x20a0, 0x20bf}, {0x2100, 0x214f}}

func main() {
	log.SetFlags(0)
	fonts := flag.String("fonts", "/usr/share/fonts/truetype/liberation2", "folder of the Liberation Sans files")
	out := flag.String("o", "metrics.bin", "file to write")
	flag.Parse()
	var b []byte
	b = appendWidths(b, read(*fonts, "LiberationSans-Regular.ttf"), goregular.TTF)
	b = appendWidths(b, read(*fonts, "LiberationSans-Bold.ttf"), gobold.TTF)
	if err := os.WriteFile(*out, b, 0o644); err != nil {
		log.Fatal(err)
	}
}

func read(folder, name string) []byte {
	b, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		log.Fatal(err)
	}
	return b
}

// appendWidths appends the wider advance of all fonts for each character of the ranges.
func appendWidths(b []byte, fonts ...[]byte) []byte {
	var parsed []*sfnt.Font
	for _, f := range fonts {
		p, err := sfnt.Parse(f)
		if err != nil {
			log.Fatal(err)
		}
		parsed = append(parsed, p)
	}
	for _, rg := range ranges {
		for r := rg[0]; r <= rg[1]; r++ {
			widest := 0
			for _, f := range parsed {
				widest = max(widest, advance(f, r))
			}
			b = binary.LittleEndian.AppendUint16(b, uint16(widest))
		}
	}
	return b
}

// advance is the width of r in f; 0 where f lacks it and for what takes no room of its own.
func advance(f *sfnt.Font, r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	var buf sfnt.Buffer
	g, err := f.GlyphIndex(&buf, r)
	if err != nil || g == 0 {
		return 0
	}
	a, err := f.GlyphAdvance(&buf, g, fixed.I(em), font.HintingNone)
	if err != nil {
		return 0
	}
	return a.Ceil()
}
