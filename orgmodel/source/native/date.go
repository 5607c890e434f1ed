package native

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"go.yaml.in/yaml/v4"
)

// dates are the days of a record, and which key gave the last of them.
type dates struct {
	live orgmodel.Interval
	end  string // until or through, empty where neither is given
}

// dated reads the value of since, until or through.
func (f *file) dated(d *dates, k *yaml.Node, key string, v *yaml.Node) {
	if s, ok := f.text(v, "a day (YYYY-MM-DD)"); ok {
		f.day(d, v, key, s)
	}
}

// day puts a day into the dates of a record.
func (f *file) day(d *dates, at *yaml.Node, key, s string) {
	day, err := orgmodel.ParseDate(s)
	if err != nil {
		f.fault(at, yamltext.DayFix(s), "%s: %s is no day", key, yamltext.Shown(s))
	}
	if key == keySince {
		d.live.From = day
		return
	}
	if d.end != "" && d.end != key {
		f.fault(at, "Leave one out: until names the first day no more, through the last day.", "both until and through are given")
	}
	d.end = key
	if key == keyThrough {
		day = day.AddDays(1) // after 9999-12-31 there is none: open
	}
	d.live.Until = day
}
