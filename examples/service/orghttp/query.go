package orghttp

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/layout/svg"
	"example.com/orgchart/orgmodel"
)

// A kind is one thing that can be got.
type kind struct {
	path, mime string
	takes      []string // parameters
}

var kinds = []kind{
	{"/org.svg", "image/svg+xml", []string{"root", "depth", "as-of", "theme"}},
	{"/org.dot", "text/vnd.graphviz; charset=utf-8", []string{"root", "depth", "as-of", "theme"}},
	{"/findings.json", "application/json", []string{"as-of"}},
}

// A query is what a request asks for: equal queries of one organisation have one answer.
type query struct {
	path  string
	root  orgmodel.ID
	depth int // 0: all levels
	asOf  orgmodel.Date
	theme string
}

// parse reads the query of a URL. A parameter that is unknown or given twice is a problem rather than
// ignored: whoever mistypes "depth" would else get a picture of something else.
func parse(k kind, raw string) (query, *problem) {
	q := query{path: k.path, theme: "auto"}
	values, err := url.ParseQuery(raw)
	if err != nil {
		return q, say(http.StatusBadRequest, "The query cannot be read: %.200v. Write it as name=value, joined by &.", err)
	}
	for _, name := range slices.Sorted(maps.Keys(values)) { // of two mistakes always the same is told
		given := values[name]
		switch {
		case !slices.Contains(k.takes, name):
			return q, say(http.StatusBadRequest, "%s has no parameter %.80q; it has %s.", k.path, name, strings.Join(k.takes, ", "))
		case len(given) > 1:
			return q, say(http.StatusBadRequest, "%s is given %d times; give it once.", name, len(given))
		case given[0] == "":
			continue // as forms send what is not filled in
		}
		if p := q.set(name, given[0]); p != nil {
			return q, p
		}
	}
	if k.path == "/org.dot" && q.theme == "auto" {
		q.theme = "light" // DOT has no way to follow the viewer: both are one picture
	}
	return q, nil
}

// set reads one parameter.
func (q *query) set(name, value string) *problem {
	var err error
	switch name {
	case "root":
		q.root = orgmodel.ID(value)
	case "depth":
		if q.depth, err = strconv.Atoi(value); err != nil || q.depth < 1 {
			return say(http.StatusBadRequest, "depth is %.80q; want a number of levels, 1 or more, or leave it out for all.", value)
		}
	case "as-of":
		if q.asOf, err = orgmodel.ParseDate(value); err != nil {
			return say(http.StatusBadRequest, "as-of is %.80q; want a day written as 2026-01-31.", value)
		}
	case "theme":
		q.theme = value
		if _, ok := q.colours(); !ok {
			return say(http.StatusBadRequest, "theme is %.80q; want auto, light or dark.", value)
		}
	}
	return nil
}

// colours are those of the query's theme.
func (q *query) colours() (svg.Theme, bool) {
	switch q.theme {
	case "auto":
		return svg.Auto(), true
	case "light":
		return svg.Light(), true
	case "dark":
		return svg.Dark(), true
	}
	return svg.Theme{}, false
}
