package survey

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A Snapshot is what one body published at one date: its file of senior posts, that of junior posts,
// or both.
type Snapshot struct {
	Body  string // from the name of the file
	Date  string // YYYY-MM, empty where the name has none
	Files []string
}

// Year is the year of the snapshot, a question mark where the name has none.
func (s Snapshot) Year() string {
	if s.Date == "" {
		return "?"
	}
	return s.Date[:4]
}

var (
	half   = regexp.MustCompile(`(?i)[-_ ](senior|junior)\.csv$`)
	isoDay = regexp.MustCompile(`[-_ ]((?:19|20)\d\d)[-_ ]?(\d\d)(?:[-_ ]?\d\d)?$`)
	month  = regexp.MustCompile(`(?i)[-_ ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_ ](\d\d)$`)
)

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// Snapshots are those in a folder and below, by date and body. Files whose names differ in senior and
// junior alone make one; those that end in neither are none.
func Snapshots(fsys fs.FS) ([]Snapshot, error) {
	found := map[string]*Snapshot{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !half.MatchString(name) {
			return err
		}
		stem := half.ReplaceAllString(name, "")
		if found[stem] == nil {
			body, date := parts(path.Base(stem))
			found[stem] = &Snapshot{Body: body, Date: date}
		}
		found[stem].Files = append(found[stem].Files, name)
		return nil
	})
	if err != nil {
		return nil, err
	}
	var all []Snapshot
	for _, s := range found {
		slices.Sort(s.Files)
		slices.Reverse(s.Files) // senior posts first: junior ones report to them
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b Snapshot) int {
		return strings.Compare(a.Date+"\x00"+a.Body+"\x00"+a.Files[0], b.Date+"\x00"+b.Body+"\x00"+b.Files[0])
	})
	return all, nil
}

// parts are the body and the month in the name of a file.
func parts(name string) (body, date string) {
	switch m, n := isoDay.FindStringSubmatchIndex(name), month.FindStringSubmatchIndex(name); {
	case m != nil:
		body, date = name[:m[0]], name[m[2]:m[3]]+"-"+name[m[4]:m[5]]
	case n != nil:
		at := strings.Index(months, strings.ToLower(name[n[2]:n[3]]))/3 + 1
		body, date = name[:n[0]], "20"+name[n[4]:n[5]]+"-"+string([]byte{'0' + byte(at/10), '0' + byte(at%10)})
	default:
		body = name
	}
	return strings.ReplaceAll(body, "_", " "), date
}
