package grammar

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/layout/text"
)

// A list is the attributes of a kind of statement, each with a test of its value as it is
// written, quotes included.
type list map[string]func(string) bool

var (
	ofGraph = list{
		"rankdir": oneOf("TB", "LR"), "ordering": oneOf("out"), "nodesep": isNumber, "ranksep": isNumber,
		"overlap": oneOf("false", "scale"), "sep": oneOf(`"+8"`), "splines": oneOf("true", "line"),
		"fontname": oneOf(`"Arial"`), "fontsize": oneOf("16"), "bgcolor": isColour, "fontcolor": isColour,
		"labelloc": oneOf("t"), "labeljust": oneOf("l"), "label": isText, "tooltip": isText,
	}
	ofNodes = list{
		"shape": oneOf("box"), "style": oneOf(`"rounded,filled"`), "fixedsize": oneOf("true"), "label": oneOf(`""`),
		"fontname": oneOf(`"Arial"`), "fontsize": oneOf("11"), "color": isColour, "fillcolor": isColour, "fontcolor": isColour,
	}
	ofEdges = list{"dir": oneOf("none"), "penwidth": oneOf("1.5"), "arrowsize": oneOf("0.6"), "color": isColour}
	ofNode  = list{
		"label": isText, "id": isText, "tooltip": isText, "width": isNumber, "height": isNumber, "fixedsize": oneOf("false"),
		"style": oneOf(`"rounded,dashed"`, `"rounded,dotted"`, `"rounded,filled,diagonals"`), "peripheries": oneOf("2"),
		"penwidth": oneOf("2"), "color": isColour, "fillcolor": isColour, "fontcolor": isColour,
	}
	ofTray = list{"style": oneOf("dashed"), "fontsize": oneOf("11"), "label": isText, "color": isColour}
	ofEdge = list{
		"style": oneOf("dotted", "dashed"), "dir": oneOf("forward"), "arrowhead": oneOf("empty", "odiamond", "normal"),
		"color": isColours, "constraint": oneOf("false"), "id": isEdgeID,
	}
)

func oneOf(values ...string) func(string) bool {
	return func(v string) bool { return slices.Contains(values, v) }
}

// isNumber accepts up to four digits, and three more behind a point.
func isNumber(v string) bool {
	whole, part, point := strings.Cut(v, ".")
	return digits(whole, 4) && (!point || digits(part, 3))
}

func digits(s string, most int) bool {
	return s != "" && len(s) <= most && strings.Trim(s, "0123456789") == ""
}

// isColour accepts "#" and six hexadecimal digits.
func isColour(v string) bool {
	return len(v) == 9 && v[0] == '"' && v[8] == '"' && isHex(v[1:8])
}

func isHex(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(s[1:], "0123456789abcdef") == ""
}

// isColours accepts a colour, or the two of a double line.
func isColours(v string) bool {
	const both = len(`"#123456:invis:#123456"`)
	return isColour(v) || len(v) == both && v[0] == '"' && v[both-1] == '"' && v[8:15] == ":invis:" && isHex(v[1:8]) && isHex(v[15:22])
}

// isEdgeID accepts e and a number.
func isEdgeID(v string) bool {
	return len(v) > 3 && strings.HasPrefix(v, `"e`) && strings.HasSuffix(v, `"`) && digits(v[2:len(v)-1], 10)
}

// isText accepts what an author wrote, escaped as package dot escapes it: a quoted string in
// which only the sequences below mean something and every line is clean.
func isText(v string) bool {
	if len(v) < 2 || v[0] != '"' || v[len(v)-1] != '"' || !utf8.ValidString(v) || strings.Contains(v, "\ufffd") {
		return false
	}
	v = v[1 : len(v)-1]
	for _, line := range strings.Split(unquoted(v), "\n") {
		if text.Clean(line) != line {
			return false
		}
	}
	return true
}

// sequences are all that may stand for something else in a text.
var sequences = [...][2]string{{`\\`, `\`}, {`\"`, `"`}, {`\n`, "\n"}, {"&amp;", "&"}, {"&#65533;", "\ufffd"}}

// unquoted is v with its sequences replaced, and a NUL, which is never clean, in place of any
// other character that would mean something.
func unquoted(v string) string {
	var b strings.Builder
next:
	for len(v) > 0 {
		n := strings.IndexAny(v, "\\&\"\n")
		if n < 0 {
			b.WriteString(v)
			break
		}
		b.WriteString(v[:n])
		v = v[n:]
		for _, s := range sequences {
			if strings.HasPrefix(v, s[0]) {
				b.WriteString(s[1])
				v = v[len(s[0]):]
				continue next
			}
		}
		b.WriteByte(0)
		v = v[1:]
	}
	return b.String()
}
