package orgmodel_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
)

// posts is an organisation of n posts, the later ones first.
func posts(n int) *orgmodel.Org {
	var s orgmodel.Spec
	for i := range n {
		s.Nodes = append(s.Nodes, orgmodel.Node{ID: orgmodel.ID(fmt.Sprintf("p%04d", n-i)), Kind: orgmodel.Post, Pos: orgmodel.Pos{File: "f", Line: i + 1}})
	}
	return orgmodel.New(s)
}

// every reports every node, once for each key.
func every(name string, s orgmodel.Severity, keys ...string) orgmodel.Rule {
	return orgmodel.Rule{Name: name, Severity: s, Check: func(p *orgmodel.Pass) {
		for r := range p.Nodes() {
			for _, k := range keys {
				p.Report(orgmodel.Finding{Subject: p.ID(r), Key: k, Message: "It is there."})
			}
		}
	}}
}

func TestCheckOrder(t *testing.T) {
	o := posts(2)
	want := "b p0001 error,b p0001 k error,b p0002 error,b p0002 k error,a p0001 warning,a p0002 warning,c p0001 info,c p0002 info"
	for workers := range 5 {
		found, err := orgmodel.Checker{Workers: workers}.Check(context.Background(), o,
			every("c", orgmodel.Info, ""), every("a", orgmodel.Warning, ""), every("b", orgmodel.Error, "k", ""))
		var got []string
		for _, f := range found {
			got = append(got, strings.Join(strings.Fields(fmt.Sprint(f.Rule, " ", f.Subject, " ", f.Key, " ", f.Severity)), " "))
		}
		if err != nil || strings.Join(got, ",") != want {
			t.Errorf("%d workers: %v, %v\nwant %v", workers, strings.Join(got, ","), err, want)
		}
	}
	found, _ := orgmodel.Check(context.Background(), o, every("a", orgmodel.Warning, ""))
	if found.Err() != nil || found.Count(orgmodel.Warning) != 2 || len(found.AtLeast(orgmodel.Error)) != 0 || len(found.Of("a")) != 2 ||
		found[0].Pos != (orgmodel.Pos{File: "f", Line: 2}) {
		t.Errorf("%+v", found)
	}
	if found, err := orgmodel.Check(context.Background(), o); len(found) != 0 || err != nil {
		t.Error("no rules find something")
	}
}

// TestCheckLimit keeps the first findings by their order, in whatever order they come, and says
// how many there were.
func TestCheckLimit(t *testing.T) {
	found, _ := orgmodel.Checker{Limit: 3}.Check(context.Background(), posts(1000), every("a", orgmodel.Error, ""))
	if len(found) != 4 || found[3].Key != "omitted" && found[0].Key != "omitted" || !strings.Contains(found.Err().Error(), "997 more findings of a") {
		t.Errorf("%v", found)
	}
	kept := slices.DeleteFunc(slices.Clone(found), func(f orgmodel.Finding) bool { return f.Key == "omitted" })
	for i, f := range kept {
		if f.Subject != orgmodel.ID(fmt.Sprintf("p%04d", i+1)) {
			t.Errorf("kept %v", kept)
		}
	}
	if all, _ := (orgmodel.Checker{Limit: -1}).Check(context.Background(), posts(20_001), every("a", orgmodel.Error, "")); len(all) != 20_001 {
		t.Errorf("without a limit %d of 20001 are kept", len(all))
	}
}

func TestCheckEngine(t *testing.T) {
	o := posts(1)
	boom := orgmodel.Rule{Name: "boom", Severity: orgmodel.Info, Check: func(*orgmodel.Pass) { panic("ouch") }}
	idle := orgmodel.Rule{Name: "idle", Severity: orgmodel.Info, Check: func(p *orgmodel.Pass) {
		for range p.Select(p.OfKind(orgmodel.Unit)) {
			t.Error("selected a unit")
		}
	}}
	high := orgmodel.Rule{Name: "high", Severity: orgmodel.Warning, Check: func(p *orgmodel.Pass) {
		p.Report(orgmodel.Finding{Subject: "p0001", Key: "up", Severity: orgmodel.Error, Rule: "someone else"})
		p.Report(orgmodel.Finding{Subject: "p0001", Key: "down", Severity: orgmodel.Info,
			Related: make([]orgmodel.ID, 60), Path: make([]orgmodel.Line, 51)})
		for range p.Select(p.Nodes()) {
			return
		}
	}}
	found, err := orgmodel.Check(context.Background(), o, boom, idle, high)
	if err != nil {
		t.Fatal(err)
	}
	if f := found.Of("boom"); len(f) != 1 || f[0].Severity != orgmodel.Error || !strings.Contains(f[0].Message, "ouch") {
		t.Errorf("a rule that panics: %v", f)
	}
	if f := found.Of(orgmodel.MatchesNothing); len(f) != 1 || f[0].Severity != orgmodel.Info || f[0].Subject != "idle" {
		t.Errorf("a rule that looks at nothing: %v", f)
	}
	f := found.Of("high")
	if len(f) != 2 || f[0].Severity != orgmodel.Warning || f[1].Severity != orgmodel.Info || len(f[1].Related) != orgmodel.PathCap ||
		f[1].RelatedTotal != 60 || len(f[1].Path) != orgmodel.PathCap || f[1].PathTotal != 51 {
		t.Errorf("severities and caps: %+v", f)
	}
}

// TestFingerprint: rule, subject and key count, and nothing else.
func TestFingerprint(t *testing.T) {
	f := orgmodel.Finding{Rule: "r", Subject: "s", Key: "k"}
	g := orgmodel.Finding{Rule: "r", Subject: "s", Key: "k", Severity: orgmodel.Error, Message: "m", Fix: "f", Pos: orgmodel.Pos{Line: 3}}
	if f.Fingerprint() != g.Fingerprint() || len(f.Fingerprint()) != 16 {
		t.Error("wording, severity or position are part of a fingerprint")
	}
	met := map[string]bool{}
	for _, f := range []orgmodel.Finding{{Rule: "r", Subject: "s", Key: "k"}, {Rule: "rs", Key: "k"}, {Rule: "r", Subject: "sk"}, {Rule: "r", Key: "sk"}} {
		if met[f.Fingerprint()] {
			t.Errorf("%+v has the fingerprint of another", f)
		}
		met[f.Fingerprint()] = true
	}
	if g.String() != ":3: error r: m" {
		t.Error(g)
	}
}

// TestCheckStops: a context that ends is heard in the middle of a rule, and is the only error.
func TestCheckStops(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	endless := orgmodel.Rule{Name: "endless", Severity: orgmodel.Info, Check: func(p *orgmodel.Pass) {
		for !p.Stopped() {
			for range p.Select(p.Nodes()) {
				continue
			}
		}
	}}
	found, err := orgmodel.Check(ctx, posts(5000), endless)
	if !errors.Is(err, context.DeadlineExceeded) || found != nil {
		t.Errorf("%v, %v", found, err)
	}
	if _, err := orgmodel.Check(ctx, posts(1)); err == nil {
		t.Error("a context that is done already is not heard")
	}
}
