package svg

import "strconv"

// A rule is written as s.rule(selector).or(selector).is(property, value).end(): selectors first,
// then declarations, then the end.

// rule starts a rule with a selector, given in pieces.
func (s *sheet) rule(selector ...string) *sheet {
	s.b = append(append(append(s.b, '.'), s.prefix...), ' ')
	s.pieces(selector)
	s.b = append(s.b, '{')
	return s
}

// or adds a selector to the rule just started.
func (s *sheet) or(selector ...string) *sheet {
	s.b[len(s.b)-1] = ','
	return s.rule(selector...)
}

// is adds a declaration, its value given in pieces.
func (s *sheet) is(property string, value ...string) *sheet {
	s.b = append(append(s.b, property...), ':')
	s.pieces(value)
	s.b = append(s.b, ';')
	return s
}

// end ends a rule.
func (s *sheet) end() {
	s.b = append(s.b[:len(s.b)-1], "}\n"...)
}

func (s *sheet) pieces(p []string) {
	for _, piece := range p {
		s.b = append(s.b, piece...)
	}
}

func (s *sheet) px(property string, n int) *sheet {
	s.b = append(append(s.b, property...), ':')
	s.b = append(appendInt(s.b, n), "px;"...)
	return s
}

// width adds the width of a stroke.
func (s *sheet) width(w float64) *sheet {
	s.b = append(s.b, "stroke-width:"...)
	s.b = append(strconv.AppendFloat(s.b, w, 'g', -1, 64), ';')
	return s
}

// dash adds the dashes of a stroke.
func (s *sheet) dash(d Dash) *sheet {
	s.b = append(s.b, "stroke-dasharray:"...)
	if d[0] == 0 {
		s.b = append(s.b, "none "...)
	}
	for _, n := range d {
		if n == 0 {
			break
		}
		s.b = append(appendInt(s.b, int(n)), ' ')
	}
	s.b[len(s.b)-1] = ';'
	return s
}

func (s *sheet) fill(c Colour) *sheet   { return s.colour("fill", c) }
func (s *sheet) stroke(c Colour) *sheet { return s.colour("stroke", c) }

// colour adds a declaration of a colour.
func (s *sheet) colour(property string, c Colour) *sheet {
	const hex = "0123456789abcdef"
	s.b = append(append(s.b, property...), ":#"...)
	for shift := 20; shift >= 0; shift -= 4 {
		s.b = append(s.b, hex[c>>shift&15])
	}
	s.b = append(s.b, ';')
	return s
}
