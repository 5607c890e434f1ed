package layout

import "example.com/orgchart/layout/text"

// A Graph is what is to be drawn, before anything has a place: boxes with their sizes and
// texts, the edges between them, and the words around the picture. All measures are px.
// Boxes name each other by their index in Boxes.
type Graph struct {
	Title    string // over the picture, first line
	Subtitle string // under the title, small: as-of date, source
	Desc     string // the picture in a sentence, for those who do not see it
	Tray     string // heading of the tray; used when a box has Tray set
	Boxes    []Box
	Lines    []Line // the text of all boxes, end to end; a Box names its range
	Edges    []Edge
	Legend   []Key
}

// A Box is a rectangle with text in it. The zero Box is an empty rectangle of no size.
type Box struct {
	ID    string // the author's identifier: shown, escaped, never interpreted
	Hover string // the full text shown on hover; empty: the ID alone
	W, H  int32  // outline included
	First int32  // text: Graph.Lines[First : First+Count]
	Count int32
	Badge int32 // number in the badge at the top right corner; none where Mark is NoMark
	Below int32 // boxes hidden under this one: a small count at the foot; 0 draws none
	Bar   uint8 // colour of the bar at the left edge, 1-based into the theme's sequence (modulo); 0 draws none
	State State
	Mark  Mark
	Tray  bool // stands in the tray at the right, apart from the tree
}

// A Line is one line of text in a box.
type Line struct {
	S     string
	Style text.Style
	Cut   bool // an ellipsis follows S
	Rule  bool // a thin rule stands above this line
}

// An Edge joins two boxes. From is the upper one: for a reporting line the boss.
type Edge struct {
	From, To int32
	Stroke   Stroke
	Mark     Mark // Error draws the edge in the error colour
	Tree     bool // shapes the tree; other edges are loose and never move a box
	Arrow    bool // an arrow head at To
}

// A State is how the outline and fill of a box read.
type State uint8

const (
	Normal  State = iota // a full outline
	Vacant               // dashed outline, no fill
	Ended                // hatched, greyed text
	Ghost                // dotted outline, a question mark: named by others, declared by nobody
	Stacked              // a stacked-card edge: one box for many
)

// A Mark is how loud a box or an edge is.
type Mark uint8

const (
	NoMark  Mark = iota // quiet
	Info                // circle
	Warning             // triangle
	Error               // octagon
)

// A Stroke is how an edge is drawn; strokes are told apart without colour.
type Stroke uint8

const (
	Solid    Stroke = iota // 1.5 px
	Dotted                 // dots 2-4
	Dashed                 // 6-4
	LongDash               // 10-4
	Double                 // two thin lines
	DashDot                // dashes and dots in turn
)

// A Key is one entry of the legend: a sample and what it means.
type Key struct {
	Sample Sample
	Stroke Stroke // of an EdgeSample
	State  State  // of a StateSample
	Mark   Mark   // of a MarkSample, or of an EdgeSample in a mark's colour
	Bar    uint8  // of a BarSample
	Text   string
	Count  int // how many of it the picture shows; 0 shows no number
}

// A Sample says what a Key shows beside its text.
type Sample uint8

const (
	EdgeSample  Sample = iota // a short line
	StateSample               // a small box
	MarkSample                // a badge without a number
	BarSample                 // a box with a bar
)
