package policy_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/rules"
)

// Every struct of package rules that makes a rule can be named, and every rule of a pack is one.
func TestEveryRuleIsShipped(t *testing.T) {
	known := map[string]bool{}
	types := map[string]bool{}
	for _, s := range policy.ShippedRules() {
		if known[s.Name] {
			t.Errorf("%s stands twice in the table", s.Name)
		}
		known[s.Name], types[s.Type.Name()] = true, true
	}
	for pack, names := range policy.PackRules(t) {
		for _, name := range names {
			if !known[name] {
				t.Errorf("%s of pack %s is not in the table", name, pack)
			}
		}
	}
	parsed, err := parser.ParseDir(token.NewFileSet(), "../rules", func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0)
	if err != nil {
		t.Fatal(err)
	}
	met := 0
	for _, file := range parsed["rules"].Files {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || f.Name.Name != "Rule" || len(f.Type.Params.List) != 0 {
				if ok && f.Recv == nil && f.Type.Results != nil && ast.IsExported(f.Name.Name) && strings.HasSuffix(fmt.Sprint(f.Type.Results.List[0].Type), "orgmodel Rule}") {
					if _, is := policy.PackRules(t)[strings.ToLower(f.Name.Name)]; !is {
						t.Errorf("the pack %s cannot be turned on", f.Name.Name)
					}
				}
				continue
			}
			if name, ok := f.Recv.List[0].Type.(*ast.Ident); ok && name.IsExported() {
				met++
				if !types[name.Name] {
					t.Errorf("rules.%s is not in the table", name.Name)
				}
			}
		}
	}
	if met < 61 {
		t.Errorf("%d rules met in the sources: the test looks at the wrong place", met)
	}
}

// Every exported field of every rule can be set from a file, whatever it is, and a misspelt one is
// refused with the right one named.
func TestEveryParameter(t *testing.T) {
	set := 0
	for _, s := range policy.ShippedRules() {
		for i := range s.Type.NumField() {
			field := s.Type.Field(i)
			switch {
			case field.Type.Kind() == reflect.Func || !field.IsExported():
				continue
			case slices.Contains([]string{"Name", "Severity", "Because"}, field.Name):
				continue // id, severity, because: TestCommonKeys
			}
			key := policy.Kebab(field.Name)
			if !slices.Contains(s.Keys, key) {
				t.Errorf("%s: no key for %s", s.Name, field.Name)
				continue
			}
			line := fmt.Sprintf("rules: [{check: %s, %s: %s}]\n", s.Name, key, policy.Sample(field.Type, key))
			v := reflect.ValueOf(load(t, line).Value(s.Name)).Field(i)
			if v.IsZero() {
				t.Errorf("%s sets nothing", line)
			}
			set++
			wrong := key + "z"
			got := refused(t, fmt.Sprintf("policy: orgpolicy/v1\nrules:\n- check: %s\n  %s: %s\n", s.Name, wrong, policy.Sample(field.Type, key)))
			if want := fmt.Sprintf("p.yaml:4:3: %q is no parameter of %s", wrong, s.Name); !strings.HasPrefix(got, want) || !strings.Contains(got, "Did you mean") && len(wrong) < 40 {
				t.Errorf("%s\nwant %s", got, want)
			}
		}
	}
	if set < 120 {
		t.Errorf("%d parameters", set)
	}
}

func TestCommonKeys(t *testing.T) {
	for _, s := range policy.ShippedRules() {
		p := load(t, fmt.Sprintf("packs: []\nrules: [{id: mine, check: %s, severity: info, because: it is ours}]\n", s.Name))
		rs := p.Rules()
		if len(rs) != 1 || rs[0].Name != "mine" || rs[0].Severity != orgmodel.Info || rs[0].Check == nil {
			t.Errorf("%s: %+v", s.Name, rs)
		}
	}
}

// Parameters come out as they are written, in every form there is.
func TestForms(t *testing.T) {
	is := func(check, given string, want any) {
		t.Helper()
		if got := load(t, "rules: [{check: "+check+", "+given+"}]\n").Value(check); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v\nwant %+v", given, got, want)
		}
	}
	type ids = []orgmodel.ID
	pm := rules.ReportsToRole{Name: "reports-to-role", For: "a"}
	with := func(change func(*rules.ReportsToRole)) rules.ReportsToRole { r := pm; change(&r); return r }
	is("reports-to-role", "for: a", pm)
	is("reports-to-role", "for: {role: a, live: true, kinds: [post, person]}", with(func(r *rules.ReportsToRole) { r.Kinds = []orgmodel.Kind{"post", "person"} }))
	is("reports-to-role", "for: a, to: b", with(func(r *rules.ReportsToRole) { r.To = ids{"b"} }))
	is("reports-to-role", "for: a, to: {any-role: [b, c]}, exempt: {also-role: d}", with(func(r *rules.ReportsToRole) { r.To, r.Exempt = ids{"b", "c"}, ids{"d"} }))
	is("reports-to-role", "for: a, share: 0.5", with(func(r *rules.ReportsToRole) { r.Share = 0.5 }))
	is("reports-to-role", "for: a, share: {min: 50%}", with(func(r *rules.ReportsToRole) { r.Share = 0.5 }))
	is("reports-to-role", "for: a, missing: pass", with(func(r *rules.ReportsToRole) { r.MissingPasses = true }))
	is("reports-to-role", "for: a, via: [line, dotted, funds], match: any-above, quantify: some-line", with(func(r *rules.ReportsToRole) {
		r.Via, r.Match, r.Quantify = []orgmodel.Rel{"reports-to", "dotted-to", "funds"}, rules.AnyAbove, rules.SomeLine
	}))
	is("forbidden-line", "deny: [{from: a, to: b}], via: direction", rules.ForbiddenLine{Name: "forbidden-line", Deny: []rules.Pair{{From: "a", To: "b"}}, Via: []orgmodel.Rel{"directed-by"}})
	is("forbidden-line", "deny: {a: [b, c], d: e}", rules.ForbiddenLine{Name: "forbidden-line", Deny: []rules.Pair{{From: "a", To: "b"}, {From: "a", To: "c"}, {From: "d", To: "e"}}})
	is("title-role-drift", "ambiguous: {PL: [a, b]}, patterns: {head of: a}", rules.TitleRoleDrift{Ambiguous: []rules.Abbreviation{{Word: "PL", Roles: ids{"a", "b"}}}, Patterns: []rules.TitlePattern{{Pattern: "head of", Role: "a"}}})
	is("grade-inversion", "order: [[G1], [G2, P2]], exempt: []", rules.GradeInversion{Order: [][]string{{"G1"}, {"G2", "P2"}}, Exempt: ids{}})
	is("grade-inversion", "order: [G1, G2]", rules.GradeInversion{Order: [][]string{{"G1"}, {"G2"}}})
	is("span-wide", "by-archetype: {coach: 7, solo: -1}, count: people", rules.SpanWide{ByArchetype: map[string]int{"coach": 7, "solo": -1}, Count: rules.People})
	is("vacant-manager", "max-days: 0", rules.VacantManager{MaxDays: -1})
	is("vacant-manager", "max-days: 30 days", rules.VacantManager{MaxDays: 30})
	is("ended-manager", "grace-days: 0", rules.EndedManager{})
	is("duty-not-for-role", "deny: {project-manager: [write-code], it-manager: distribute}", rules.DutyNotForRole{Deny: []rules.Denial{{Role: "project-manager", Duty: "write-code"}, {Role: "it-manager", Duty: "distribute"}}})
	is("duty-not-for-role", "deny: [{role: a, tag: code, severity: info}]", rules.DutyNotForRole{Deny: []rules.Denial{{Role: "a", Tag: "code", Severity: orgmodel.Info}}})
	is("incompatible-roles", "pairs: [{a: x, b: y, severity: warning}], controls: {ann: four eyes}, scope: any-scope", rules.IncompatibleRoles{Pairs: []rules.RolePair{{A: "x", B: "y", Severity: orgmodel.Warning}}, Controls: map[orgmodel.ID]string{"ann": "four eyes"}, Scope: rules.AnyScope})
	is("board-composition", "required: [{voice: user, roles: [a], max: 0}]", rules.BoardComposition{Required: []rules.BoardSeat{{Voice: "user", Roles: ids{"a"}}}})
	is("raci-no-responsible", "unheld: warning", rules.RACINoResponsible{Unheld: orgmodel.Warning})
	is("pmo-placement", "mode: hub-spoke, min-share: 90%", rules.PMOPlacement{Mode: rules.HubSpoke, MinShare: 0.9})
	is("mixed-work-unsplit", "tolerance: 0", rules.MixedWorkUnsplit{Tolerance: -1})
	is("endless-project", "max-months: 24 months", rules.EndlessProject{MaxMonths: 24})
	is("wrong-ends", "also: [{from: robot, rel: holds, to: post}]", rules.WrongEnds{Also: []orgmodel.Join{{From: "robot", Rel: "holds", To: "post"}}})
}

func TestExternal(t *testing.T) {
	o := org(t, "", "posts:\n  a: {reports-to: X}\n  b: {reports-to: a}\n")
	p := load(t, "external: [X]\n")
	wantMarks(t, check(t, p, o).Findings)
	wantMarks(t, check(t, load(t, "packs: core\n"), o).Findings, "no-top", "unknown-reference a")
	if got := p.Value("no-top"); !reflect.DeepEqual(got, rules.NoTop{External: []orgmodel.ID{"X"}}) {
		t.Errorf("%+v", got)
	}
}
