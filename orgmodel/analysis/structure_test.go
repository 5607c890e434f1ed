package analysis_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/analysis"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/rules"
)

// written makes an organisation of words: "post a b", "a reports-to b in c", ...
func written(text string) *orgmodel.Org {
	var s orgmodel.Spec
	for _, l := range strings.Split(text, "\n") {
		switch f := strings.Fields(l); {
		case len(f) == 0:
		case f[0] == "post" || f[0] == "unit" || f[0] == "pmo" || f[0] == "project" || f[0] == "role" || f[0] == "programme" || f[0] == "person":
			for _, id := range f[1:] {
				s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(id), Kind: orgmodel.Kind(f[0])})
			}
		default:
			line := orgmodel.Line{From: orgmodel.ID(f[0]), Rel: orgmodel.Rel(f[1]), To: orgmodel.ID(f[2])}
			if len(f) > 3 {
				line.Scope = orgmodel.ID(f[4])
			}
			s.Lines = append(s.Lines, line)
		}
	}
	return orgmodel.New(s)
}

// projects are n projects, each with a manager pmK and two members aK and bK, whose lines say what they do
// in terms of the project's number.
func projects(n int, lines string) string {
	text := "role project-manager programme-manager\npost head prg other\nprg has-role programme-manager\nprg reports-to head\nother reports-to head\n"
	for k := range 9 { // head is no manager of project managers: most of its reports are others
		text += fmt.Sprintf("post c%d\nc%d reports-to head\n", k, k)
	}
	for k := range n {
		text += strings.ReplaceAll("project p#\npost pm# a# b#\npm# has-role project-manager in p#\na# works-on p#\nb# works-on p#\n"+lines+"\n", "#", fmt.Sprint(k))
	}
	return text
}

func TestStructures(t *testing.T) {
	const (
		functional  = "pm# reports-to head\na# reports-to other\nb# reports-to other\n"
		balanced    = functional + "a# directed-by pm# in p#"
		strong      = "pm# reports-to prg\na# reports-to other\nb# reports-to other\n"
		projectised = "pm# reports-to prg\na# reports-to pm#\nb# reports-to pm#\n"
		mixed       = "pm# reports-to head\na# reports-to pm#\nb# reports-to other\n"
	)
	for _, c := range []struct {
		name, text string
		want       rules.Structure
		says       string
	}{
		{"weak", projects(4, functional), rules.Weak, "behaves as a weak matrix: 4 of 4 (100%) projects do, and 4 of 4 (100%) project managers have a functional solid line"},
		{"balanced", projects(3, balanced), rules.Balanced, "a balanced matrix"},
		{"strong", projects(3, strong), rules.Strong, "3 of 3 (100%) project managers report to a manager of project managers"},
		{"projectised", projects(3, projectised), rules.Projectised, "6 of 6 (100%) members report to the manager of their project"},
		{"mixed", projects(3, mixed), rules.Mixed, "composite"},
		{"nobody runs them", strings.ReplaceAll(projects(3, functional), "has-role project-manager in", "works-on"), rules.Functional, "a functional organisation: 3 of 3"},
		{"too little", projects(2, functional), "", "too little evidence of a structure: the lines of 2 of 2 (100%) projects say enough, and 3 are wanted"},
		{"no boss", projects(4, ""), "", "0 of 4 (0%)"},
		{"none", "post a b\na reports-to b", "", "has no live project"},
	} {
		o := written(c.text)
		r, err := analysis.Structure{}.Report(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		if a := r.Answer(ask.Asker{Org: o}); r.Whole.Shape != c.want || !strings.Contains(a.Sentence, c.says) {
			t.Errorf("%s: %q, want %q: %s", c.name, r.Whole.Shape, c.want, a.Sentence)
		}
	}
}

// A manager of several projects is one of those who have a functional line, and each unit has its own
// structure.
func TestStructureOfUnits(t *testing.T) {
	text := projects(6, "a# reports-to other\nb# reports-to other\np# part-of it") + "unit it fin\nunit all\nit part-of all\nfin part-of all\n"
	for k := range 6 {
		boss := "head"
		if k > 3 {
			boss = "prg"
		}
		text += fmt.Sprintf("pm%d reports-to %s\n", k, boss)
	}
	text += "pm0 has-role project-manager in p6\nproject p6\npm0 part-of fin\n"
	r, err := analysis.Structure{}.Report(context.Background(), written(text))
	if err != nil {
		t.Fatal(err)
	}
	w := r.Whole
	if w.Projects != 7 || w.Managers != 6 || w.ManagersFunctional != 4 || w.ManagersOver != 2 || w.Shape != rules.Weak {
		t.Errorf("%+v", w)
	}
	if len(r.Units) != 3 || r.Units[0].Projects != 7 || r.Units[1].Projects != 6 || r.Units[1].Managers != 6 || r.Units[2].Projects != 1 || r.Units[2].Shape != "" {
		t.Errorf("%+v", r.Units)
	}
}

func TestPlacements(t *testing.T) {
	base := projects(4, "pm# reports-to BOSS#\npost BOSS#")
	for _, c := range []struct {
		name, text string
		want       rules.Placement
		says       string
	}{
		{"none", base, analysis.NoPMO, "has no PMO; 4 project managers report in the line organisation"},
		{"embedded", base + "pmo hub", rules.Embedded, "embedded project managers: 4 of 4 (100%) report outside any PMO"},
		{"central", strings.ReplaceAll(base, "BOSS", "h") + "pmo hub\nh0 part-of hub\nh1 part-of hub\nh2 part-of hub\nh3 part-of hub", rules.Central, "central PMO: 4 of 4"},
		{"mixed", strings.ReplaceAll(base, "BOSS", "h") + "pmo hub\nh0 part-of hub\nh1 part-of hub", analysis.MixedPlacement, "2 of 4 (50%) report into a PMO"},
		{"hub and spokes", base + "pmo hub s1 s2\ns1 part-of hub\ns2 functional-to hub", rules.HubSpoke, "hub and spokes: 2 of 2 (100%) answer to hub"},
		{"half a hub", base + "pmo hub s1 s2\ns1 part-of hub", rules.Embedded, "outside any PMO"},
		{"too little", projects(2, "pm# reports-to head") + "pmo hub", "", "too little evidence of where project managers sit: 2 of them have a boss, and 3 are wanted"},
	} {
		o := written(c.text)
		r, err := analysis.Placement{}.Report(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		if a := r.Answer(ask.Asker{Org: o}); r.Found != c.want || !strings.Contains(a.Sentence, c.says) {
			t.Errorf("%s: %q, want %q: %s", c.name, r.Found, c.want, a.Sentence)
		}
	}
}
