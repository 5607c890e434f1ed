package policy

import (
	"fmt"
	"reflect"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// coverage is how much of an organisation a policy wants its rules to be about.
type coverage struct {
	least    orgmodel.MinCoverage
	severity orgmodel.Severity // of findings; 0: information
	pos      orgmodel.Pos
}

func coverageKeys() []string { return []string{"min", "seats", "deliveries", "lines", keySeverity} }

// coverage reads a share that stands alone, or a mapping: min for all that is not named itself.
func (f *file) coverage(n *yaml.Node) {
	c := coverage{pos: f.pos(n)}
	every := 0.0
	if n.Kind != yaml.MappingNode {
		every = f.share(n, keyCoverage)
	} else {
		if len(n.Content) == 0 {
			f.fault(n, "Write {min: 90%}, or name seats, deliveries or lines.", "%s says nothing", keyCoverage)
		}
		f.each(n, func(key string, k, v *yaml.Node) {
			switch key {
			case "min":
				every = f.share(v, "coverage.min")
			case "seats":
				c.least.Seats = f.share(v, "coverage.seats")
			case "deliveries":
				c.least.Deliveries = f.share(v, "coverage.deliveries")
			case "lines":
				c.least.Lines = f.share(v, "coverage.lines")
			case keySeverity:
				f.set(reflect.ValueOf(&c.severity).Elem(), v, slot{"", keySeverity})
			default:
				f.fault(k, "There are "+yamltext.Listed(coverageKeys(), "and")+"."+didYouMean(key, coverageKeys()), "%s is no key of coverage", yamltext.Shown(key))
			}
		})
	}
	for _, part := range []*float64{&c.least.Seats, &c.least.Deliveries, &c.least.Lines} {
		if *part == 0 {
			*part = every
		}
	}
	f.book.coverage = c
}

// share is a part of a whole.
func (f *file) share(n *yaml.Node, what string) float64 {
	x, ok := f.number(n, slot{"", what})
	if ok && (x < 0 || x > 1) {
		f.fault(n, "Write a share from 1% to 100%.", "%s is no share for %s", yamltext.Shown(n.Value), what)
	}
	return x
}

// String says in words what is asked for, empty where nothing is.
func (c coverage) String() string {
	var parts []string
	for _, p := range []struct {
		least float64
		what  string
	}{{c.least.Seats, "seats"}, {c.least.Deliveries, "projects, programmes and portfolios"}, {c.least.Lines, "lines"}} {
		if p.least > 0 {
			parts = append(parts, fmt.Sprintf("%.3g%% of %s", 100*p.least, p.what))
		}
	}
	return yamltext.Listed(parts, "and")
}
