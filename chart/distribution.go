package chart

import (
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/layout/bars"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/rules"
)

// How many rows of each panel are worth reading.
const (
	topUnits  = 20
	topLayers = 16
)

// Distribution makes a picture of spans and layers: the managers of each span, in the colours of the
// archetypes that these suit; the seats of each layer; and the spans of the largest units. The
// report is one of this organisation.
//
// The units are those of one level: the outermost that has several with managers, or a deeper one with
// more of them up to twenty. Beyond that many they are the twenty with the most managers, and one row
// for the others; the widest median comes first. Of more than sixteen layers the lowest are
// one row.
func Distribution(o *orgmodel.Org, r *analysis.SpanReport) bars.Sheet {
	name := o.Name()
	if name == "" {
		name = "the organisation"
	}
	s := bars.Sheet{Title: "Spans and layers of " + name, Subtitle: "As of no particular day. "}
	if day := o.AsOf(); !day.IsZero() {
		s.Subtitle = "As of " + day.String() + ". "
	}
	s.Subtitle += "Spans count " + counted(r.Count) + " directly below a manager."
	s.Panels = append(s.Panels, spanPanel(r), layerPanel(r), unitPanel(o, r))
	colours := map[uint8]bool{}
	for _, b := range s.Panels[0].Bars {
		for _, p := range b.Parts {
			colours[p.Colour] = colours[p.Colour] || p.N > 0
		}
	}
	var grey []string // two things have the first colour
	if colours[0] {
		grey = append(grey, "a span below all archetypes")
	}
	if slices.ContainsFunc(s.Panels[1].Bars, func(b bars.Bar) bool { return b.Parts[1].N > 0 }) {
		grey = append(grey, "others of a layer")
	}
	if len(grey) > 0 {
		s.Legend = append(s.Legend, bars.Key{Text: strings.Join(grey, "; ")})
	}
	for i, x := range r.Archetypes {
		if i > 0 && colours[uint8(i)] {
			s.Legend = append(s.Legend, bars.Key{Colour: uint8(i), Text: x.Archetype + ", " + x.Text()})
		}
	}
	s.Legend = append(s.Legend, bars.Key{Colour: managerColour, Text: "managers of a layer; units"})
	s.Desc = described(r)
	return s
}

// managerColour is none of the archetypes'.
const managerColour = 6

// counted is what spans count, in a sentence.
func counted(c rules.Counting) string {
	switch c {
	case rules.People:
		return "people"
	case rules.FTEs:
		return "full-time equivalents"
	}
	return "filled posts"
}

// described is the picture in words.
func described(r *analysis.SpanReport) string {
	d := r.Spans
	if d.N == 0 {
		return strconv.Itoa(r.Seats) + " seats and no manager."
	}
	return strconv.Itoa(d.N) + " managers in " + strconv.Itoa(len(r.Layers)) + " layers. Spans from " + d.Min.String() + " to " + d.Max.String() +
		", half of them at most " + d.Median.String() + ", nine in ten at most " + d.P90.String() + "; " + strconv.Itoa(d.Ones) + " managers have exactly one."
}

// spanPanel is the histogram of spans.
func spanPanel(r *analysis.SpanReport) bars.Panel {
	p := bars.Panel{Title: "Managers by span", Along: "reports of a manager", Value: "managers"}
	for _, b := range r.Spans.Bins {
		colour := uint8(0)
		for i, x := range r.Archetypes {
			if b.Low >= x.Low && (x.High == 0 || b.Low <= x.High) {
				colour = uint8(i)
			}
		}
		bar := bars.Bar{Label: b.String(), Parts: []bars.Part{{N: int64(b.N), Colour: colour}}}
		bar.Hint = strconv.Itoa(b.N) + " of " + strconv.Itoa(r.Spans.N) + " managers have a span of " + b.String()
		if colour > 0 {
			bar.Hint += ", as suits a " + r.Archetypes[colour].Archetype
		}
		if last := len(p.Bars) - 1; b.Low > 100 && last >= 0 && p.Bars[last].Label == "101+" {
			p.Bars[last].Parts[0].N += int64(b.N) // few are so wide, and their labels would be as well
			p.Bars[last].Hint = strconv.FormatInt(p.Bars[last].Parts[0].N, 10) + " of " + strconv.Itoa(r.Spans.N) + " managers have a span above 100"
			continue
		}
		if b.Low > 100 {
			bar.Label = "101+"
		}
		p.Bars = append(p.Bars, bar)
	}
	if d := r.Spans; d.N > 0 {
		p.Note = "Median " + d.Median.String() + ", 90th percentile " + d.P90.String() + ", 99th " + d.P99.String() + "; " +
			strconv.Itoa(d.Ones) + " of " + strconv.Itoa(d.N) + " managers have exactly one."
	}
	return p
}

// layerPanel is the pyramid of layers.
func layerPanel(r *analysis.SpanReport) bars.Panel {
	p := bars.Panel{Title: "Seats by layer", Form: bars.Pyramid, Half: true, Along: "layer", Value: "seats"}
	rest := bars.Bar{Faint: true, Parts: []bars.Part{{Colour: managerColour}, {}}}
	for i, l := range r.Layers {
		parts := []bars.Part{{N: int64(l.Managers), Colour: managerColour}, {N: int64(l.Seats - l.Managers)}}
		if i >= topLayers-1 && len(r.Layers) > topLayers {
			rest.Parts[0].N += parts[0].N
			rest.Parts[1].N += parts[1].N
			continue
		}
		bar := bars.Bar{Label: strconv.Itoa(l.Level), Parts: parts}
		bar.Hint = "layer " + bar.Label + ": " + strconv.Itoa(l.Managers) + " managers and " + strconv.Itoa(l.Seats-l.Managers) + " others"
		p.Bars = append(p.Bars, bar)
	}
	if len(r.Layers) > topLayers {
		rest.Label = strconv.Itoa(topLayers) + "–" + strconv.Itoa(len(r.Layers))
		rest.Hint = "layers " + rest.Label + ": " + strconv.FormatInt(rest.Parts[0].N, 10) + " managers and " + strconv.FormatInt(rest.Parts[1].N, 10) + " others"
		p.Bars = append(p.Bars, rest)
	}
	if n := r.Seats - r.Managers - r.Contributors + r.Circling; n > 0 {
		p.Note = noLayer(r.Loose + r.Circling)
	}
	return p
}

// noLayer says how many seats no layer has.
func noLayer(n int) string {
	if n == 1 {
		return "1 seat hangs nowhere or on a loop, and is in no layer."
	}
	return strconv.Itoa(n) + " seats hang nowhere or on a loop, and are in no layer."
}
