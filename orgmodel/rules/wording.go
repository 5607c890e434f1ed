package rules

import (
	"strconv"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

func called(p *orgmodel.Pass, r orgmodel.Ref) string { return wording.Called(p.Org, r) }
func word(id orgmodel.ID) string                     { return wording.Word(id) }
func short(s string) string                          { return wording.Short(s) }
func says(rel orgmodel.Rel) string                   { return wording.Says(rel) }
func series(names []string, total int) string        { return wording.Series(names, total) }
func count(n int, what string) string                { return wording.Count(n, what) }

// listed is how many of many things a message names.
const listed = 5

// places names where records stand: the first few by position, then how many more.
func places(p *orgmodel.Pass, rs []orgmodel.Ref) string {
	var names []string
	for _, r := range rs[:min(len(rs), listed)] {
		at := p.Pos(r).String()
		if at == "" {
			at = "record " + strconv.Itoa(int(r)+1)
		}
		if name := p.NameOf(r); name != "" {
			at += ` ("` + short(name) + `")`
		}
		names = append(names, at)
	}
	return series(names, len(rs))
}

// names lists nodes by id and name, the first few; rs must be in the order wanted.
func names(p *orgmodel.Pass, rs []orgmodel.Ref, total int) string {
	var all []string
	for _, r := range rs[:min(len(rs), listed)] {
		all = append(all, called(p, r))
	}
	return series(all, total)
}
