package svg

import "example.com/orgchart/layout"

// A Theme is everything about a picture that is a matter of taste: plain data, read and never
// changed by an [Encoder]. The zero Theme is [Auto]. To change one value, take a whole theme
// and change that value.
type Theme struct {
	Colours Palette
	Night   Palette // what a viewer who prefers dark screens sees; zero: Colours, always
	Shape   Shape
}

// A Colour is 0xRRGGBB.
type Colour uint32

// A Palette is the colours of a picture. TestContrast says how far each pair must be apart.
type Palette struct {
	Paper Colour // behind everything
	Box   Colour // the fill of a box
	Hatch Colour // the stripes of an ended box
	Ink   Colour // names and titles
	Faint Colour // the second ink: small text, the text of an ended box
	Line  Colour // outlines

	Strokes [6]Colour // edges, by layout.Stroke
	Marks   [4]Colour // outlines, badges and edges, by layout.Mark; the first is not used
	Grounds [4]Colour // fill of a box with a mark, by layout.Mark; the first is not used
	Number  Colour    // the number in a badge
	Bars    [8]Colour // at the left edge of a box: Box.Bar 1 is the first, 9 the first again
}

// A Shape is the widths, dashes and radii of a picture, px.
type Shape struct {
	Radius  int // of the corners of a box
	Corner  int // of the corners of an edge
	Outline float64
	Loud    float64 // outline of a box with a mark
	Edge    float64
	Thin    float64 // each of the two lines of a Double edge; as wide a gap is between them
	Bar     int     // at the left edge of a box

	Dashes [6]Dash // edges, by layout.Stroke
	Vacant Dash
	Ghost  Dash
}

// A Dash is a pattern of dash, gap, dash, gap; it ends at the first 0. The zero Dash is a
// line without gaps.
type Dash [4]uint8

// Auto is Light for viewers who prefer light screens and for paper, Dark for the others.
func Auto() Theme { return Theme{Colours: light, Night: dark, Shape: plain} }

// Light is dark ink on white paper, everywhere.
func Light() Theme { return Theme{Colours: light, Shape: plain} }

// Dark is light ink on dark paper, everywhere.
func Dark() Theme { return Theme{Colours: dark, Shape: plain} }

var light = Palette{
	Paper: 0xffffff, Box: 0xf7f9fb, Hatch: 0xe6eaef, Ink: 0x1b2430, Faint: 0x55606e, Line: 0x8a94a3,
	Strokes: [6]Colour{layout.Solid: 0x8a94a3, layout.Dotted: 0x55606e, layout.Dashed: 0x0072b2,
		layout.LongDash: 0x007a5a, layout.Double: 0x9c5700, layout.DashDot: 0x8e4585},
	Marks:   [4]Colour{layout.Info: 0x1f5fa8, layout.Warning: 0x8a5a00, layout.Error: 0xb3261e},
	Grounds: [4]Colour{layout.Info: 0xf7f9fb, layout.Warning: 0xfff4d6, layout.Error: 0xfdecea},
	Number:  0xffffff,
	Bars:    [8]Colour{0x0072b2, 0xb35c00, 0x00806a, 0x8e4585, 0x6b6f00, 0x4b4fc4, 0x1b8aa8, 0x7a4a2b},
}

var dark = Palette{
	Paper: 0x12171e, Box: 0x1c242e, Hatch: 0x2a343f, Ink: 0xe7ecf3, Faint: 0xa3afbf, Line: 0x6b7789,
	Strokes: [6]Colour{layout.Solid: 0x6b7789, layout.Dotted: 0xa3afbf, layout.Dashed: 0x5db0e6,
		layout.LongDash: 0x3dbf98, layout.Double: 0xe0a050, layout.DashDot: 0xd08ac8},
	Marks:   [4]Colour{layout.Info: 0x7db7ff, layout.Warning: 0xffc266, layout.Error: 0xff8a80},
	Grounds: [4]Colour{layout.Info: 0x1c242e, layout.Warning: 0x3a2d12, layout.Error: 0x3a1d1c},
	Number:  0x12171e,
	Bars:    [8]Colour{0x56b4e9, 0xe69f00, 0x2fbf9f, 0xcc79a7, 0xc9c04a, 0x97a0ff, 0x4cc9d6, 0xc49a7a},
}

var plain = Shape{
	Radius: 6, Corner: 6, Outline: 1, Loud: 2, Edge: 1.5, Thin: 1, Bar: 4,
	Dashes: [6]Dash{layout.Dotted: {2, 4}, layout.Dashed: {6, 4}, layout.LongDash: {10, 4}, layout.DashDot: {10, 4, 2, 4}},
	Vacant: Dash{5, 3},
	Ghost:  Dash{2, 3},
}
