package graphviz

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// shapes are the elements of Graphviz's pictures that may pass, with their attributes. What
// else a worker sends is an error: it may be a program of somebody else.
var shapes = map[string][]string{
	"svg":      {"width", "height", "viewBox", "xmlns"},
	"g":        {"id", "class", "transform"},
	"title":    nil,
	"a":        {"title"},
	"polygon":  {"fill", "stroke", "stroke-width", "stroke-dasharray", "points"},
	"polyline": {"fill", "stroke", "stroke-width", "stroke-dasharray", "points"},
	"path":     {"fill", "stroke", "stroke-width", "stroke-dasharray", "d"},
	"ellipse":  {"fill", "stroke", "stroke-width", "stroke-dasharray", "cx", "cy", "rx", "ry"},
	"text":     {"text-anchor", "x", "y", "font-family", "font-size", "fill", "space"},
}

const maxDepth = 12 // of elements in a picture

// visitor is called for what a picture holds, in order.
type visitor struct {
	open  func(e xml.StartElement) error
	close func(name string) error
	text  func(s string) error
}

// visit goes through a picture from a worker and lets only shapes pass. The error wraps
// ErrWorker or is one of the visitor's.
func visit(svg []byte, v visitor) error {
	d := xml.NewDecoder(bytes.NewReader(svg))
	var path []string
	done := false
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && done:
			return nil
		case err != nil:
			return fmt.Errorf("%w: its picture is no XML: %w", ErrWorker, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := permit(t, path, done); err != nil {
				return fmt.Errorf("%w: its picture holds %w", ErrWorker, err)
			}
			path = append(path, t.Name.Local)
			err = v.open(t)
		case xml.EndElement:
			path = path[:len(path)-1]
			done = len(path) == 0
			err = v.close(t.Name.Local)
		case xml.CharData:
			if n := len(path); n > 0 && (path[n-1] == "text" || path[n-1] == "title") {
				err = v.text(string(t))
			} else if len(bytes.TrimSpace(t)) > 0 {
				err = fmt.Errorf("%w: its picture holds text outside its texts", ErrWorker)
			}
		}
		if err != nil {
			return err
		}
	}
}

// permit is an error for an element that no picture of ours has in this place.
func permit(e xml.StartElement, path []string, done bool) error {
	name := e.Name.Local
	allowed, ok := shapes[name]
	switch {
	case !ok:
		return fmt.Errorf("an element %.40q", name)
	case done || len(path) == maxDepth || (name == "svg") != (len(path) == 0):
		return fmt.Errorf("%q out of place", name)
	case len(path) > 0 && !slices.Contains([]string{"svg", "g", "a"}, path[len(path)-1]):
		return fmt.Errorf("%q in %q", name, path[len(path)-1])
	}
	for _, a := range e.Attr {
		if a.Name.Space == "xmlns" {
			continue
		}
		if !slices.Contains(allowed, a.Name.Local) {
			return fmt.Errorf("an attribute %.40q of %s", a.Name.Local, name)
		}
		if a.Name.Local != "title" && a.Name.Local != "id" && a.Name.Local != "xmlns" && !isPlain(a.Value) {
			return fmt.Errorf("%.40q as %s of %s", a.Value, a.Name.Local, name)
		}
	}
	return nil
}

// isPlain tells whether a value is numbers, colours, names or a path, and no reference.
func isPlain(s string) bool {
	return !strings.Contains(s, "url") && strings.TrimLeft(s, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ#.,-()\n ") == ""
}

// attribute is the value of an attribute, "" where there is none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}
