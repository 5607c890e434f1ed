package ask

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"example.com/orgchart/orgmodel/internal/wording"
)

// Table writes an answer in aligned columns under a heading, for tools that read lines: the
// items, or the counts of an answer that has counts alone. The columns are always the same. The
// sentence and the reasons of the whole answer are left out. An answer with breakdowns is these,
// with an empty line between them. Nothing in it acts on a terminal.
func Table(w io.Writer, a Answer) error {
	out := bufio.NewWriter(w)
	if len(a.Breakdowns) > 0 {
		for i, b := range a.Breakdowns {
			if i > 0 {
				fmt.Fprintln(out)
			}
			breakdownRows(out, b, "", strings.ToUpper, "-")
		}
		return out.Flush()
	}
	tw := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	if len(a.Items) == 0 && len(a.Counts) > 0 {
		fmt.Fprintln(tw, "COUNT\tN")
		for _, c := range a.Counts {
			fmt.Fprintf(tw, "%s\t%s\n", wording.Short(c.Name), c)
		}
	} else {
		fmt.Fprintln(tw, "ID\tKIND\tNAME\tSTATE\tHOLDERS\tDISTANCE\tROLE\tSCOPE\tVIA\tSOURCE")
		for _, it := range a.Items {
			fmt.Fprintln(tw, strings.Join(row(it), "\t"))
		}
	}
	tw.Flush()
	return out.Flush()
}

// row is an item as cells; an empty one is a dash.
func row(it Item) []string {
	via, source := "", ""
	if it.Via != nil {
		via, source = it.Via.Sentence, it.Via.Source.String()
	}
	var holders []string
	for _, h := range it.Holders {
		holders = append(holders, h.said())
	}
	role, scope := "", ""
	if it.Role != "" {
		role = wording.Word(it.Role)
	}
	if it.Scope != "" {
		scope = wording.Word(it.Scope)
	}
	cells := []string{
		wording.Word(it.ID), wording.Short(string(it.Kind)), wording.Brief(it.Name, 60), string(it.State),
		wording.Series(holders, it.HoldersTotal), strconv.Itoa(it.Distance), role, scope, via, wording.Brief(source, 200),
	}
	for i, c := range cells {
		if strings.TrimSpace(c) == "" {
			cells[i] = "-"
		}
	}
	return cells
}
