package svg_test

import (
	"math"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/svg"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c svg.Colour) float64 {
	channel := func(v svg.Colour) float64 {
		x := float64(v&255) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c>>16) + 0.7152*channel(c>>8) + 0.0722*channel(c)
}

// contrast is the contrast ratio of WCAG 2, 1 to 21.
func contrast(a, b svg.Colour) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

// Text has a contrast of 4.5 on whatever is behind it, lines and outlines 3 (WCAG 2, 1.4.3 and
// 1.4.11).
func TestContrast(t *testing.T) {
	for name, theme := range map[string]svg.Theme{"auto": svg.Auto(), "light": svg.Light(), "dark": svg.Dark()} {
		palettes := map[string]svg.Palette{name + " colours": theme.Colours}
		if theme.Night != (svg.Palette{}) {
			palettes[name+" night"] = theme.Night
		}
		for name, p := range palettes {
			need := func(what string, fore, back svg.Colour, least float64) {
				t.Helper()
				if got := contrast(fore, back); got < least {
					t.Errorf("%s: %s, #%06x on #%06x: %.2f, want %.1f", name, what, fore, back, got, least)
				}
			}
			grounds := map[string]svg.Colour{"paper": p.Paper, "box": p.Box}
			for i, m := range p.Marks {
				if layout.Mark(i) == layout.NoMark {
					continue
				}
				grounds["a marked box"] = p.Grounds[i]
				need("ink on a marked box", p.Ink, p.Grounds[i], 4.5)
				need("faint ink on a marked box", p.Faint, p.Grounds[i], 4.5)
				need("mark on its ground", m, p.Grounds[i], 4.5)
				need("mark on paper", m, p.Paper, 4.5)
				need("mark on the hatch", m, p.Hatch, 3)
				need("number in a badge", p.Number, m, 4.5)
			}
			for on, ground := range grounds {
				need("ink on "+on, p.Ink, ground, 4.5)
				need("faint ink on "+on, p.Faint, ground, 4.5)
			}
			need("faint ink on the hatch", p.Faint, p.Hatch, 4.5)
			need("outline on paper", p.Line, p.Paper, 3)
			for _, c := range p.Strokes {
				need("edge on paper", c, p.Paper, 3)
			}
			for _, c := range p.Bars {
				need("bar on paper", c, p.Paper, 3)
				need("bar on box", c, p.Box, 3)
			}
		}
	}
}

// Strokes and marks are told apart without colour: no two have the same dashes.
func TestDashesDiffer(t *testing.T) {
	seen := map[svg.Dash]layout.Stroke{}
	for i, d := range svg.Auto().Shape.Dashes {
		s := layout.Stroke(i)
		if other, ok := seen[d]; ok && s != layout.Double { // two lines
			t.Errorf("strokes %d and %d have the same dashes %v", other, s, d)
		}
		seen[d] = s
	}
}
