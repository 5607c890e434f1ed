package svg_test

import (
	"example.com/orgchart/layout"
	"example.com/orgchart/layout/text"
)

// A sketch is a diagram put together by hand, so that what is drawn here depends on no engine.
type sketch struct{ layout.Diagram }

// box adds a box at x, y with a name, a title of up to two lines and a small line, as wide as
// they need.
func (s *sketch) box(x, y int32, b layout.Box, name, title, small string) int32 {
	b.First = int32(len(s.Lines))
	st := text.Strong
	if b.State == layout.Vacant {
		st = text.StrongItalic
	}
	for _, part := range []struct {
		s     string
		st    text.Style
		lines int
	}{{name, st, 1}, {title, text.Plain, 2}, {small, text.Small, 1}} {
		lines, cut := text.Wrap(nil, part.s, part.st, 220-2*text.PadX, part.lines)
		for i, l := range lines {
			s.Lines = append(s.Lines, layout.Line{S: l, Style: part.st, Cut: cut && i == len(lines)-1})
		}
	}
	b.Count = int32(len(s.Lines)) - b.First
	if b.Hover == "" {
		b.Hover = name + "\n" + title
	}
	s.size(&b)
	s.Boxes = append(s.Boxes, b)
	s.At = append(s.At, layout.Rect{X: x, Y: y, W: b.W, H: b.H})
	return int32(len(s.Boxes) - 1)
}

func (s *sketch) size(b *layout.Box) {
	b.W, b.H = 120, 2*text.PadY
	for _, l := range s.Lines[b.First : b.First+b.Count] {
		t := l.S
		if l.Cut {
			t += text.Ellipsis
		}
		b.W = max(b.W, int32(text.Width(t, l.Style)+2*text.PadX))
		b.H += int32(l.Style.Leading())
	}
}

// tree joins a boss to a report below: down, along a bus 24 px above the report, down.
func (s *sketch) tree(boss, report int32) {
	a, b := s.At[boss], s.At[report]
	ax, bx, bus := a.X+a.W/2, b.X+b.W/2, b.Y-24
	s.path(layout.Edge{From: boss, To: report, Tree: true}, false, ax, a.Y+a.H, ax, bus, bx, bus, bx, b.Y)
}

func (s *sketch) path(e layout.Edge, curve bool, xy ...int32) {
	s.Paths = append(s.Paths, layout.Path{Edge: int32(len(s.Edges)), First: int32(len(s.Points)), Count: int32(len(xy) / 2), Curve: curve})
	s.Edges = append(s.Edges, e)
	for i := 0; i < len(xy); i += 2 {
		s.Points = append(s.Points, layout.Point{X: xy[i], Y: xy[i+1]})
	}
}

func (s *sketch) word(x, y int32, t string, st text.Style) {
	s.Words = append(s.Words, layout.Word{X: x, Y: y, Line: layout.Line{S: t, Style: st}})
}

// key adds a legend entry at x, y.
func (s *sketch) key(x, y int32, k layout.Key) {
	s.Legend = append(s.Legend, k)
	s.Keys = append(s.Keys, layout.Rect{X: x, Y: y, W: 150, H: 20})
}

// office is a small organisation with a vacancy, a finding and a dotted line.
func office() *layout.Diagram {
	s := &sketch{}
	s.W, s.H = 640, 330
	s.Title, s.Subtitle = "Harbour Digital", "as of 2026-11-23"
	s.Desc = "Four boxes. Ada Lovelace leads; one post is vacant and one line is wrong."
	s.word(24, 36, s.Title, text.Heading)
	s.word(24, 54, s.Subtitle, text.Small)
	top := s.box(236, 80, layout.Box{ID: "it-1", Bar: 1}, "Ada Lovelace", "Head of IT", "G6 · Digital")
	a := s.box(32, 190, layout.Box{ID: "pm-1", Bar: 2}, "Grace O'Hara", "Project manager, payments & cards", "G7 · Payments")
	b := s.box(270, 190, layout.Box{ID: "pm-2", State: layout.Vacant}, "vacant", "Project manager", "G7")
	c := s.box(440, 190, layout.Box{ID: "pm-3", Bar: 2, Mark: layout.Error, Badge: 2}, "Alan Turing", "Programme manager", "G7 · Payments")
	for _, r := range []int32{a, b, c} {
		s.tree(top, r)
	}
	s.path(layout.Edge{From: a, To: c, Stroke: layout.Dotted}, true, 131, 250, 160, 274, 480, 274, 503, 250)
	s.key(24, 292, layout.Key{Sample: layout.EdgeSample, Text: "reports to", Count: 3})
	s.key(184, 292, layout.Key{Sample: layout.EdgeSample, Stroke: layout.Dotted, Text: "dotted to", Count: 1})
	s.key(344, 292, layout.Key{Sample: layout.StateSample, State: layout.Vacant, Text: "vacant", Count: 1})
	s.key(484, 292, layout.Key{Sample: layout.MarkSample, Mark: layout.Error, Text: "errors", Count: 1})
	return &s.Diagram
}

// gallery shows everything a picture can hold.
func gallery() *layout.Diagram {
	s := &sketch{}
	s.W, s.H = 1060, 900
	s.Title, s.Subtitle = "Gallery", "every state, mark, stroke and key"
	s.word(24, 36, s.Title, text.Heading)
	s.word(24, 54, s.Subtitle, text.Small)
	s.states()
	s.marks()
	s.texts()
	s.strokes()
	s.keys()
	return &s.Diagram
}

func (s *sketch) states() {
	s.box(24, 80, layout.Box{ID: "n", Bar: 1}, "Ada Lovelace", "Normal", "G6 · Digital · 1.0 FTE")
	s.box(220, 80, layout.Box{ID: "v", State: layout.Vacant, Bar: 2}, "vacant", "Head of procurement", "G6")
	s.box(400, 80, layout.Box{ID: "e", State: layout.Ended, Bar: 3}, "Charles Babbage", "Ended", "until 2025-12-31")
	s.box(580, 80, layout.Box{ID: "g", State: layout.Ghost}, "pm-17", "named by 3, declared by nobody", "")
	s.box(790, 80, layout.Box{ID: "s", State: layout.Stacked, Bar: 4}, "14 caseworkers", "Grade B2", "12.6 FTE")
	s.box(24, 180, layout.Box{ID: "c", Below: 12, Bar: 5}, "Grace Hopper", "Collapsed", "")
	n := s.box(220, 180, layout.Box{ID: "j", Bar: 6}, "Jo Cox", "", "")
	s.Lines = append(s.Lines, layout.Line{S: "Flora Sandes", Style: text.Strong, Rule: true}, layout.Line{S: "Job share, head of policy", Style: text.Plain, Rule: true})
	s.Boxes[n].Count += 2
	s.size(&s.Boxes[n])
	s.At[n].W, s.At[n].H = s.Boxes[n].W, s.Boxes[n].H
	s.box(400, 180, layout.Box{ID: "b7", Bar: 7}, "Bar 7", "", "")
	s.box(580, 180, layout.Box{ID: "b8", Bar: 8}, "Bar 8", "", "")
	s.box(790, 180, layout.Box{ID: "c2", Below: 12345, Bar: 9}, "Bar 9 is bar 1", "many below", "")
}

func (s *sketch) marks() {
	for i, m := range []layout.Mark{layout.Error, layout.Warning, layout.Info} {
		y := int32(280 + 80*i)
		s.box(24, y, layout.Box{ID: "m1", Mark: m, Badge: 1, Bar: 1}, "One finding", "Box with a mark", "")
		s.box(220, y, layout.Box{ID: "m2", Mark: m, Badge: 12, State: layout.Vacant}, "vacant", "Twelve findings", "")
		s.box(400, y, layout.Box{ID: "m3", Mark: m, Badge: 345, State: layout.Ended}, "Ended", "Very many", "")
		s.box(580, y, layout.Box{ID: "m4", Mark: m, Badge: 3, State: layout.Ghost}, "pm-99", "Ghost", "")
		s.box(790, y, layout.Box{ID: "m5", Mark: m, State: layout.Stacked, Below: 4}, "Stacked", "No number", "")
	}
}

func (s *sketch) texts() {
	s.box(24, 530, layout.Box{ID: "r1", Bar: 2}, "שרה כהן", "מנהלת פרויקט (תשלומים)", "דרגה 6")
	s.box(220, 530, layout.Box{ID: "r2", Bar: 3}, "فاطمة الزهراء", "مديرة المشروع، المدفوعات", "")
	s.box(400, 530, layout.Box{ID: "r3"}, "王小明", "基础设施和运营部门负责人，数字技术和数据战略", "")
	s.box(640, 530, layout.Box{ID: "r4"}, "Dr. Hans-Jürgen Müller-Lüdenscheidt", "Referatsleiter Rindfleischetikettierungsüberwachungsaufgabenübertragung", "")
	s.box(24, 620, layout.Box{ID: "r5"}, "Анна Каренина", "Руководитель направления цифровой трансформации", "")
	s.box(260, 620, layout.Box{ID: "r6"}, `</text><script>alert("1")</script>`, "\x1b[31mred\x1b[0m &#0; \x00 \u202eesrever", "")
	s.box(520, 620, layout.Box{ID: "r7"}, "Ελένη Παπαδοπούλου", "Deputy Director for Digital, Data and Technology Strategy, Delivery, Assurance and Commercial Management in the Northern and Western Regions, Overseas Territories and Everything Else That Nobody Wanted", "G6")
	s.box(780, 620, layout.Box{ID: "r8"}, "प्रिया शर्मा", "परियोजना प्रबंधक 👩🏽‍🚒", "")
}

func (s *sketch) strokes() {
	for i := range layout.Stroke(6) {
		x, y := 24+170*int32(i), int32(720)
		s.path(layout.Edge{Stroke: i}, false, x, y, x, y+24, x+70, y+24, x+70, y+48)
		s.path(layout.Edge{Stroke: i, Arrow: true, Mark: layout.Mark(i/2) + 1}, false, x+20, y, x+20, y+12, x+90, y+12, x+90, y+48)
		s.path(layout.Edge{Stroke: i, Arrow: true}, true, x+100, y, x+110, y+30, x+140, y+20, x+150, y+48)
	}
}

func (s *sketch) keys() {
	texts := []string{"reports to", "dotted to", "directed by", "functional to", "sponsored by", "overseen by"}
	for i, t := range texts {
		s.key(int32(24+170*i), 790, layout.Key{Sample: layout.EdgeSample, Stroke: layout.Stroke(i), Text: t, Count: 3 * i})
	}
	for i, t := range []string{"filled", "vacant", "ended", "unknown", "group of posts"} {
		s.key(int32(24+170*i), 816, layout.Key{Sample: layout.StateSample, State: layout.State(i), Text: t, Count: i})
	}
	for i, t := range []string{"note", "warning", "error"} {
		s.key(int32(24+170*i), 842, layout.Key{Sample: layout.MarkSample, Mark: layout.Mark(i + 1), Text: t, Count: 1})
	}
	s.key(534, 842, layout.Key{Sample: layout.EdgeSample, Mark: layout.Error, Text: "loop", Count: 1})
	s.key(704, 842, layout.Key{Sample: layout.BarSample, Bar: 2, Text: "Payments", Count: 2})
}
