package graphviz

import "fmt"

// A Layout is one of Graphviz's ways to place boxes.
type Layout uint8

const (
	Dot       Layout = iota // in ranks, bosses over reports
	Neato                   // by springs, for up to some 100 boxes
	Fdp                     // by springs, boxes pushing each other away
	Sfdp                    // as Fdp, for large graphs
	Twopi                   // in circles around one box
	Circo                   // on circles
	Osage                   // packed in rows
	Patchwork               // as a map of areas; its boxes have sizes of their own, so only Engine.SVG draws it
)

var layouts = [...]string{"dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork"}

// Layouts are the names of all layouts, in the order of the constants.
func Layouts() []string { return append([]string(nil), layouts[:]...) }

// String is Graphviz's name of l.
func (l Layout) String() string {
	if int(l) < len(layouts) {
		return layouts[l]
	}
	return fmt.Sprintf("Layout(%d)", uint8(l))
}

// MarshalText gives the name of l; the error is that l is none of the constants.
func (l Layout) MarshalText() ([]byte, error) {
	if int(l) >= len(layouts) {
		return nil, fmt.Errorf("graphviz: %v is no layout", l)
	}
	return []byte(l.String()), nil
}

// UnmarshalText reads a name.
func (l *Layout) UnmarshalText(name []byte) error {
	for i, s := range layouts {
		if s == string(name) {
			*l = Layout(i)
			return nil
		}
	}
	return fmt.Errorf("graphviz: layout %.40q; want one of %v", name, layouts)
}
