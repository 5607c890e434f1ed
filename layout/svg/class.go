package svg

import "example.com/orgchart/layout"

// The classes of the picture, of few letters because they stand on a million elements.
//
//	text   i italic  p plain  s small  h heading  r right to left  m in the middle
//	edges  e all of them  t dotted  d dashed  l long dash  q double  y its gap  o dash-dot  a arrow head
//	boxes  b all of them  v vacant  f ended  g ghost  y cards behind  k badge  c count at the foot  j rule  u1... bars
//	marks  x error  w warning  n info
//	paper  z  z1 and z2 the hatch
//
// The last of each list stands for values that do not exist.
var (
	strokeClass = [7]string{"", "t", "d", "l", "q", "o", ""}
	markClass   = [5]string{"", "n", "w", "x", ""}
	stateClass  = [6]string{"", "v", "f", "g", "", ""}
)

// What opens an element, ready made for every value.
var (
	boxOpen       = opens(stateClass[:], "<g", ` transform="translate(`)
	edgeOpen      = opens(strokeClass[:], "<path", ` d="M`)
	headOpen      = opens(headClass[:], "<path", ` d="M`)
	keyOpen       = [6]string{"<g>", `<g class="v">`, `<g class="f">`, `<g class="g">`, "<g>", "<g>"}
	barOpen       = [8]string{bar(0), bar(1), bar(2), bar(3), bar(4), bar(5), bar(6), bar(7)}
	textOpen      = [5]string{`">`, `" class="i">`, `" class="p">`, `" class="s">`, `" class="h">`}
	textOpenRight = [5]string{`" class="r">`, `" class="i r">`, `" class="p r">`, `" class="s r">`, `" class="h r">`}
)

// headClass is the classes of an arrow head, by stroke.
var headClass = [7]string{"a", "a t", "a d", "a l", "a q", "a o", "a"}

// opens is the beginning of an element of each class with each mark.
func opens(classes []string, begin, end string) (t [7][5]string) {
	for i, c := range classes {
		for j, m := range markClass {
			both := c + " " + m
			switch {
			case c == "":
				both = m
			case m == "":
				both = c
			}
			if both != "" {
				both = ` class="` + both + `"`
			}
			t[i][j] = begin + both + end
		}
	}
	return t
}

// bars are the colours of bars as classes, after a u.
var bars = [8]string{"1", "2", "3", "4", "5", "6", "7", "8"}

func bar(i int) string { return `<path class="u` + bars[i] + `" d="M` }

// markOf, strokeOf and stateOf are the place of a value in the tables above.
func markOf(m layout.Mark) int     { return min(int(m), len(markClass)-1) }
func strokeOf(s layout.Stroke) int { return min(int(s), len(strokeClass)-1) }
func stateOf(s layout.State) int   { return min(int(s), len(stateClass)-1) }
