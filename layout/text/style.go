package text

// A Style is how one line of text in a box is set. Sizes are px.
type Style uint8

const (
	Strong       Style = iota // 13 px semibold: the first line of a box
	StrongItalic              // 13 px semibold italic: the first line when it stands for nobody
	Plain                     // 11 px: the second line
	Small                     // 10 px in the second ink: whatever else a box says
	Heading                   // 16 px semibold: the title of a picture
)

// The room a box keeps between its outline and its text, px: PadX at either side, PadY above
// the first line and below the last. So a box that shows n lines is 2·PadY and the sum of
// their Leading high.
const (
	PadX = 12
	PadY = 8
)

var (
	sizes    = [...]uint8{13, 13, 11, 10, 16}
	leadings = [...]uint8{17, 17, 14, 13, 22}
)

// known is s, or Plain where s is none of the styles above.
func (s Style) known() Style {
	if int(s) < len(sizes) {
		return s
	}
	return Plain
}

// Size is the font size of s in px.
func (s Style) Size() int { return int(sizes[s.known()]) }

// Leading is the height of one line of s in px.
func (s Style) Leading() int { return int(leadings[s.known()]) }

// Bold reports whether s is set in the semibold weight.
func (s Style) Bold() bool {
	s = s.known()
	return s != Plain && s != Small
}
