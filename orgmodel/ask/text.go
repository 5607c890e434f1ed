package ask

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// Text writes an answer for people: the sentence, the items in aligned columns, why, and the day
// it holds for. Nothing in it acts on a terminal.
func Text(w io.Writer, a Answer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, a.Sentence)
	// One manager is named by the sentence, with the lines that lead there below.
	if len(a.Items) > 1 || len(a.Items) == 1 && a.Question != "manager" && a.Question != "common" {
		fmt.Fprintln(out)
		textItems(out, a)
	}
	if more := a.Total - len(a.Items); more > 0 {
		fmt.Fprintf(out, "  ... %d in all, %d more\n", a.Total, more)
	}
	for _, b := range a.Breakdowns {
		breakdownText(out, b)
	}
	if len(a.Why) > 0 {
		fmt.Fprintln(out, "\nWhy:")
		for _, r := range a.Why {
			fmt.Fprintln(out, "  "+r.said())
		}
	}
	fmt.Fprintln(out, "\n"+a.footing())
	return out.Flush()
}

// footing names the organisation and the day.
func (a Answer) footing() string {
	name := wording.Short(a.Organisation)
	if name == "" {
		name = "The organisation"
	}
	if a.AsOf.IsZero() {
		return name + ", on no particular day."
	}
	return name + ", as of " + a.AsOf.String() + "."
}

// said is a reason with where its line stands.
func (r Reason) said() string {
	if r.Line != nil {
		if at := r.Line.Source.String(); at != "" {
			return r.Text + " (" + wording.Brief(at, 200) + ")"
		}
	}
	return r.Text
}

// textItems writes the columns that say something, and under an item what is to be said of it.
func textItems(out io.Writer, a Answer) {
	rows := make([][]string, len(a.Items))
	tells := tellsDistance(a)
	for i, it := range a.Items {
		rows[i] = []string{"", wording.Word(it.ID), wording.Brief(it.Name, 60), occupants(it.Record), it.role(), a.via(it)}
		if tells {
			rows[i][0] = strconv.Itoa(it.Distance)
		}
	}
	lines := aligned(rows)
	for i, it := range a.Items {
		fmt.Fprintln(out, "  "+lines[i])
		for _, r := range it.Why {
			if !it.shows(r) {
				fmt.Fprintln(out, "      "+r.said())
			}
		}
	}
}

// tellsDistance says that the distances of an answer differ, or lie farther than one line.
func tellsDistance(a Answer) bool {
	for _, it := range a.Items {
		if it.Distance > 1 || it.Distance != a.Items[0].Distance {
			return a.Question != "holders"
		}
	}
	return false
}

// aligned are rows as lines of aligned columns, without the columns that are empty in all.
func aligned(rows [][]string) []string {
	used := map[int]bool{}
	for _, row := range rows {
		for i, c := range row {
			used[i] = used[i] || c != ""
		}
	}
	var b strings.Builder
	tw := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		sep := ""
		for i, c := range row {
			if used[i] {
				io.WriteString(tw, sep+c)
				sep = "\t"
			}
		}
		io.WriteString(tw, "\n")
	}
	tw.Flush()
	lines := strings.Split(b.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return lines
}

// shows says that an item's state tells a reason already.
func (it Item) shows(r Reason) bool {
	return r.Line == nil && (r.Code == IsVacant && it.State == Vacant || r.Code == IsUnknown && it.State == Unknown)
}

// role is the role of an item and its scope.
func (it Item) role() string {
	s := ""
	if it.Role != "" && it.Role != it.ID {
		s = wording.Word(it.Role)
	}
	if it.Scope != "" && it.Scope != it.ID {
		s += " in " + wording.Word(it.Scope)
	}
	return strings.TrimSpace(s)
}

// via is the line behind an item and where it stands. What the answer or another column says
// already is left out: that a report of the subject reports to it, that a member is part of it.
func (a Answer) via(it Item) string {
	if it.Via == nil {
		return ""
	}
	s := it.Via.Sentence
	if it.Via.From == it.ID {
		s = wording.Word(orgmodel.ID(it.Via.Rel)) + " " + wording.Word(it.Via.To)
		if it.Role != "" || a.isSubject(it.Via.To) && a.Question != "loop" && a.Question != "path" {
			s = ""
		}
	}
	switch {
	case it.Role != "" && it.Scope == it.ID && it.Via.Rel == orgmodel.HasRole:
		s = ""
	case a.Question == "history":
		s = it.Via.period()
	}
	if at := it.Via.Source.String(); at != "" {
		s += " (" + wording.Brief(at, 200) + ")"
	}
	return strings.TrimSpace(s)
}

// period is the days of a line, as it states them.
func (l Line) period() string {
	return orgmodel.Interval{From: l.Since, Until: l.Until}.String()
}

func (a Answer) isSubject(id orgmodel.ID) bool {
	for _, r := range a.Subjects {
		if r.ID == id {
			return true
		}
	}
	return false
}
