package native

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// Values that the library knows. Those of occupancy are all there are; of the others anybody may
// have more.
var (
	occupancies = []string{orgmodel.Filled.String(), orgmodel.Vacant.String(), orgmodel.Undisclosed.String(), orgmodel.Group.String()}

	openValues = map[string][]string{
		orgmodel.State:      {"abolished", "ended", "inactive", "leave"},
		orgmodel.Mode:       {"substantive", "acting", "interim", "job-share", "secondment", "co-boss"},
		orgmodel.Engagement: {"employee", "contractor", "external"},
		orgmodel.RunAs:      {"project", "operation"},
	}
)

// gone are words that people write for the state of one who is no longer there.
var gone = []string{"left", "retired", "gone", "leaver", "resigned", "departed", "dismissed", "terminated", "former", "deceased"}

// anFTE is a decimal number that is not negative, as YAML and JSON have it; schema.json says it, too.
var anFTE = regexp.MustCompile(`^([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?$`)

// takes says that value may stand under the key of an attribute. What may not stands under attrs,
// where every value is taken at its word.
func takes(key, value string) bool {
	switch key {
	case orgmodel.Top:
		return value == "true" || value == "false"
	case orgmodel.Occupied:
		return slices.Contains(occupancies, value)
	case orgmodel.FTE:
		return anFTE.MatchString(value) && finite(value)
	}
	return alike(key, value) == ""
}

func finite(number string) bool {
	_, err := strconv.ParseFloat(number, 64)
	return err == nil
}

// alike is the known value that an unknown one looks like; empty where it looks like none.
func alike(key, value string) string {
	known := openValues[key]
	if known == nil || slices.Contains(known, value) {
		return ""
	}
	if key == orgmodel.State && slices.Contains(gone, yamltext.Fold(value)) {
		return "inactive"
	}
	return yamltext.Like(value, known)
}

// valued holds that a value may stand under a key.
func (f *file) valued(n *yaml.Node, key, value string) {
	if takes(key, value) {
		return
	}
	own := " To keep the word, write it under attrs: {attrs: {" + key + ": " + string(appendYAML(nil, strings.ToValidUTF8(yamltext.Cut(value), "\ufffd"), true)) + "}}."
	switch key {
	case orgmodel.Top:
		fix := "Write top: true, or leave the key out."
		if slices.Contains([]string{"no", "n", "off", "0", "false", "nein"}, yamltext.Fold(value)) {
			fix = "Write top: false, or leave the key out."
		}
		f.fault(n, fix+own, "top is true or false and not %s", yamltext.Shown(value))
	case orgmodel.Occupied:
		fix := "Write one of these."
		if m := yamltext.Like(value, occupancies); m != "" {
			fix = "Did you mean " + m + "?"
		}
		f.fault(n, fix+own, "occupancy is %s and not %s", yamltext.Listed(occupancies, "or"), yamltext.Shown(value))
	case orgmodel.FTE:
		fix := "Write a number such as 0.5 or 1."
		if s := strings.Replace(strings.TrimSpace(value), ",", ".", 1); s != value && anFTE.MatchString(s) {
			fix = "Write " + s + "."
		}
		f.fault(n, fix+own, "fte is a decimal number that is not negative, and not %s", yamltext.Shown(value))
	default:
		fix := "Did you mean " + alike(key, value) + "?"
		if slices.Contains(gone, yamltext.Fold(value)) {
			fix += " It is said of a person; anything else is ended or abolished."
		}
		f.fault(n, fix+own, "%s: %s looks like a value that is known and is none", key, yamltext.Shown(value))
	}
}
