package table

import (
	"strconv"
	"strings"
	"unicode"
)

// tight says that s has no white space around it, as a first look tells.
func tight(s string) bool {
	return len(s) == 0 || s[0]-'!' <= '~'-'!' && s[len(s)-1]-'!' <= '~'-'!'
}

// trimmed is s without white space around it; the spaces of every script count.
func trimmed(s string) string {
	if tight(s) {
		return s
	}
	return strings.TrimFunc(s, unicode.IsSpace)
}

// nothing says that a cell stands for an empty one, as people write it.
func nothing(s string) bool {
	switch len(s) {
	case 0:
		return true
	case 1:
		return s == "-" || s == "0"
	case 2:
		return s == "--" || strings.EqualFold(s, "na")
	case 3:
		return s == "–" || s == "—" || s == "---" || strings.EqualFold(s, "n/a") || strings.EqualFold(s, "nil")
	case 4:
		return strings.EqualFold(s, "none") || strings.EqualFold(s, "null") || strings.EqualFold(s, "#n/a")
	case 6:
		return strings.EqualFold(s, "(none)")
	case 7:
		return strings.EqualFold(s, "(blank)")
	}
	return false
}

// vacant says that a name says that nobody is there.
func vacant(name string) bool {
	if len(name) < 3 || len(name) > 24 {
		return false
	}
	switch name[0] {
	case '(', '[', '<', '*':
	default:
		switch string([]byte{name[0] | 0x20, name[1] | 0x20}) {
		case "va", "tb", "to", "op", "un", "po":
		default:
			return false
		}
	}
	switch fold(name) {
	case "vacant", "vacancy", "vacantpost", "vacantposition", "positionvacant", "postvacant", "openposition", "openpost", "openrole", "openreq", "openrequisition",
		"openheadcount", "unfilled", "tbh", "tbc", "tbd", "tba", "tobehired", "toberecruited", "tobeconfirmed", "tobeappointed", "tobeannounced", "vacanttbc", "vacanttbh":
		return true
	}
	return false
}

// fte reads a decimal number of full-time equivalents, with a decimal point or comma or as a
// percentage, and gives it with a point. It must lie between 0 and 1000.
func fte(s string) (string, bool) {
	n, percent := strings.CutSuffix(s, "%")
	n = strings.TrimSpace(n)
	if strings.Count(n, ",") == 1 && !strings.Contains(n, ".") {
		n = strings.Replace(n, ",", ".", 1)
	}
	if n == "" || strings.Trim(n, "0123456789.") != "" {
		return "", false
	}
	v, err := strconv.ParseFloat(n, 64)
	if err != nil {
		return "", false
	}
	if percent {
		v /= 100
		n = strconv.FormatFloat(v, 'f', -1, 64)
	}
	return n, v >= 0 && v <= 1000
}

// state is the attribute state of what a status column says, as written where it is not
// known; gone says that the library gave it a word of its own.
func state(s, header string) (word string, known bool) {
	switch fold(s) {
	case "inactive", "terminated", "termed", "leaver", "left", "resigned", "retired", "dismissed", "departed", "former", "deceased", "exemployee",
		"formeremployee", "withdrawn", "discharged", "nolongeremployed", "deactivated", "disabled":
		return "inactive", true
	case "active", "current", "employed", "inpost":
		return "active", true
	case "abolished", "eliminated":
		return "abolished", true
	case "ended", "closed":
		return "ended", true
	}
	switch h := fold(header); h {
	case "active", "isactive", "activestatus":
		switch strings.ToLower(s) {
		case "n", "no", "false", "0", "i":
			return "inactive", true
		case "y", "yes", "true", "1", "a":
			return "active", true
		}
	}
	return s, false
}

// yes says that a cell flags something.
func yes(s string) bool {
	switch strings.ToLower(s) {
	case "y", "yes", "true", "1", "x":
		return true
	}
	return false
}

// engagement is the library's word where the cell is it but for case, else the cell.
func engagement(s string) string {
	for _, w := range []string{"employee", "contractor", "external"} {
		if strings.EqualFold(s, w) {
			return w
		}
	}
	return s
}
