package chart

import (
	"fmt"
	"strconv"
	"strings"

	"example.com/orgchart/layout"
	"example.com/orgchart/orgmodel"
)

// legend counts what a picture shows.
type legend struct {
	rels      map[orgmodel.Rel]int
	states    [5]int
	marks     [4]int
	bars      []int
	loudEdges int
}

var stateText = [5]string{"", "vacant", "abolished or ended", "named, but not declared", "group of posts"}
var markText = [4]string{"", "information", "warning", "error"}

// words writes the title, the description and the legend, which holds only what occurs.
func (s *sketch) words() {
	g := &s.g
	g.Title = s.Title
	if g.Title == "" {
		g.Title = s.o.Name()
	}
	if g.Title == "" {
		g.Title = s.Source
		s.Source = ""
	}
	if g.Title == "" {
		g.Title = "Organisation"
	}
	var sub []string
	if d := s.o.AsOf(); !d.IsZero() {
		sub = append(sub, "as of "+d.String())
	}
	if s.Source != "" {
		sub = append(sub, s.Source)
	}
	sub = append(sub, plural(len(s.drawn), "box", "boxes"))
	g.Subtitle = strings.Join(sub, " · ")
	g.Tray = "No boss, no reports"
	g.Desc = s.sentence()
	s.legend()
}

// sentence says what the picture shows to those who do not see it.
func (s *sketch) sentence() string {
	var tops []string
	for i, r := range s.drawn {
		if s.up[i] < 0 && !s.g.Boxes[i].Tray {
			tops = append(tops, shorten(s.o.Label(r), 80))
		}
	}
	text := fmt.Sprintf("Chart of %s", plural(len(s.drawn), "box", "boxes"))
	if len(tops) > 0 {
		text += ", on top " + strings.Join(tops[:min(3, len(tops))], ", ")
		if len(tops) > 3 {
			text += fmt.Sprintf(" and %d more", len(tops)-3)
		}
	}
	m := s.keys.marks
	return text + fmt.Sprintf(". Findings: %s, %s, %d for information.", plural(m[layout.Error], "error", "errors"),
		plural(m[layout.Warning], "warning", "warnings"), m[layout.Info])
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func (s *sketch) legend() {
	add := func(k layout.Key) { s.g.Legend = append(s.g.Legend, k) }
	for _, rel := range append([]orgmodel.Rel{s.Tree}, s.Over...) {
		if n := s.keys.rels[rel]; n > 0 {
			add(layout.Key{Sample: layout.EdgeSample, Stroke: strokes[rel], Text: strings.ReplaceAll(string(rel), "-", " "), Count: n})
			delete(s.keys.rels, rel)
		}
	}
	if s.keys.loudEdges > 0 {
		add(layout.Key{Sample: layout.EdgeSample, Mark: layout.Error, Text: "line at fault", Count: s.keys.loudEdges})
	}
	for st, text := range stateText {
		if n := s.keys.states[st]; n > 0 && text != "" {
			add(layout.Key{Sample: layout.StateSample, State: layout.State(st), Text: text, Count: n})
		}
	}
	for m := layout.Error; m > layout.NoMark; m-- {
		if n := s.keys.marks[m]; n > 0 {
			add(layout.Key{Sample: layout.MarkSample, Mark: m, Text: markText[m], Count: n})
		}
	}
	for i, u := range s.units {
		add(layout.Key{Sample: layout.BarSample, Bar: uint8(i + 1), Text: shorten(s.o.Label(u), 60), Count: s.keys.bars[i]})
	}
}
