package bars

// A Sheet is one picture: some panels of bars under a title, plain data. The zero Sheet is an empty
// picture. No value in it makes encoding fail.
type Sheet struct {
	Title    string // what it is about; also what assistive programs call it
	Subtitle string // under the title: what is counted, of when
	Desc     string // what it shows in words, for whoever does not see it; empty: made of the panels
	Panels   []Panel
	Legend   []Key
}

// A Panel is bars over one axis.
type Panel struct {
	Title string
	Form  Form
	Half  bool   // half as wide as the sheet; two halves that follow on each other stand side by side
	Along string // what the bars stand for: under columns, over the labels of rows
	Value string // what their length is
	Note  string // under the panel, small: what is left out
	Unit  int64  // what is shown as 1; 0 means 1. With 1,000,000 values are millionths
	Bars  []Bar  // in the order in which they stand
}

// A Form is how bars stand.
type Form uint8

const (
	Columns Form = iota // upright, side by side: a histogram
	Rows                // lying, one under the other, with long labels
	Pyramid             // lying, in the middle, one under the other
)

// A Bar is one value, or a few that are stacked.
type Bar struct {
	Label string
	Parts []Part // below 0 is 0
	// Text stands at the bar's end; empty: the sum of its parts.
	Text string
	Hint string // what is shown on hover; empty: label and text
	// Low and High are where a thin line over the bar of a row begins and ends; none where they are equal.
	Low, High int64
	Faint     bool // label and text are in the second ink: a row that stands for the rest
}

// A Part is one value of a bar.
type Part struct {
	N      int64
	Colour uint8 // 0 is grey, 1 the first colour of the theme's bars, and so on, from the first again after the last
}

// A Key explains a colour.
type Key struct {
	Colour uint8
	Text   string
}

// sum is the length of a bar; it stays at the largest rather than turn negative.
func (b Bar) sum() int64 {
	n := int64(0)
	for _, p := range b.Parts {
		if n += max(p.N, 0); n < 0 {
			return 1<<63 - 1
		}
	}
	return n
}

// most is the largest value that a panel shows, at least 1.
func (p Panel) most() int64 {
	n := int64(1)
	for _, b := range p.Bars {
		n = max(n, b.sum(), b.High, b.Low)
	}
	return n
}
