package report

import "example.com/orgchart/orgmodel"

// Colours of a terminal: the select graphic rendition of ECMA-48.
const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	blue   = "\x1b[1;34m"
	green  = "\x1b[32m"
	plain  = "\x1b[0m"
)

// A painter colours text, or leaves it as it is.
type painter bool

func (on painter) paint(colour, s string) string {
	if !on || s == "" {
		return s
	}
	return colour + s + plain
}

func colourOf(v orgmodel.Severity) string {
	switch v {
	case orgmodel.Info:
		return blue
	case orgmodel.Warning:
		return yellow
	}
	return red
}
