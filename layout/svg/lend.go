package svg

// What other writers of SVG need to look as the pictures of this package do.

// AppendText appends s as it may stand in an element or in a quoted attribute: references for what means
// something in XML, the rest as text.Clean leaves it. A reader of XML gets text.Clean(s) back.
func AppendText(b []byte, s string) []byte { return appendText(b, s) }

// AppendFonts appends the rules of a style sheet that set text inside elements of a class: as
// text.Strong, with class i as text.StrongItalic, p as text.Plain, s as text.Small, h as text.Heading,
// r from right to left, and m small with its place in the middle. The class is letters, digits and
// hyphens; others are dropped.
func AppendFonts(b []byte, class string) []byte {
	s := &sheet{b: append(b, faces...), prefix: prefix(class)}
	s.fonts()
	return s.b
}

// CSS is the colour as style sheets have it: #1b2430. It is no String, so that %06x prints a colour as the
// number it is.
func (c Colour) CSS() string {
	const hex = "0123456789abcdef"
	b := []byte("#000000")
	for i := range 6 {
		b[6-i] = hex[c>>(4*i)&15]
	}
	return string(b)
}
