package orgmodel_test

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"example.com/orgchart/orgmodel"
)

// TestEditConcurrent edits one organisation from eight goroutines while they read it: with -race,
// what they share is never written. Each adds names, kinds, relations, attributes and ids.
func TestEditConcurrent(t *testing.T) {
	for seed := range uint64(2) {
		base := orgmodel.New(randomSpec(seed * 16))
		want := answers(orgmodel.New(base.Spec()))
		var done sync.WaitGroup
		for k := range 8 {
			done.Add(1)
			go func() {
				defer done.Done()
				o := base
				for i := range 3 {
					e := o.Edit()
					id := orgmodel.ID(fmt.Sprint("new ", k, " ", i))
					r := e.AddNode(orgmodel.Node{ID: id, Kind: orgmodel.Kind(id), Name: "N", Attrs: orgmodel.NewAttrs(string(id), string(id)), Pos: orgmodel.Pos{File: string(id), Line: 3, Field: string(id)}})
					e.AddLine(orgmodel.Line{From: id, Rel: orgmodel.Rel(id), To: "E001", Scope: "E000", Attrs: orgmodel.NewAttrs("a", string(id)), Pos: orgmodel.Pos{File: string(id), Line: 3, Field: string(id)}})
					e.SetBoss(r, 0)
					n := e.Node(0)
					n.Name += string(id)
					e.SetNode(0, n)
					o = e.Org()
					if again := orgmodel.New(o.Spec()); !sameSpec(o.Spec(), again.Spec()) || !reflect.DeepEqual(answers(o), answers(again)) {
						t.Errorf("goroutine %d has another organisation after %d", k, i)
					}
				}
				if got := answers(base); !reflect.DeepEqual(got, want) {
					t.Errorf("goroutine %d hears another answer of the organisation that was edited", k)
				}
			}()
		}
		done.Wait()
	}
}

// TestEditNothing: what makes no sense changes nothing and has an empty answer.
func TestEditNothing(t *testing.T) {
	for _, o := range []*orgmodel.Org{orgmodel.New(orgmodel.Spec{}), team()} {
		e := o.Edit()
		for _, r := range []orgmodel.Ref{orgmodel.None, -2, 1 << 20} {
			e.SetNode(r, orgmodel.Node{ID: "x", Name: "x"})
			e.SetBoss(r, 0)
			e.SetBoss(0, r-1)
			at, ok := e.BossLine(r)
			if ok || e.Boss(r) != orgmodel.None || e.SeatOf(r) != orgmodel.None || e.WouldLoop(r, 0) || e.WouldLoop(0, r) {
				t.Errorf("%d has a boss by %v", r, at)
			}
			e.SetLine(at, orgmodel.Line{From: "x"})
			e.DropLine(at)
			for range e.Up(r) {
				t.Errorf("something lies above %d", r)
			}
			for range e.Reports(r) {
				t.Errorf("something reports to %d", r)
			}
			for range e.Out(r) {
				t.Errorf("a line starts at %d", r)
			}
			if n := e.Node(r); !reflect.DeepEqual(n, orgmodel.Node{}) {
				t.Errorf("%d is %v", r, n)
			}
		}
		if e.Org() != o {
			t.Error("an Edit without a change gives another organisation")
		}
		at := e.AddLine(orgmodel.Line{From: "a", Rel: orgmodel.ReportsTo, To: "b"})
		e.DropLine(at)
		e.DropLine(at)
		e.SetLine(at, orgmodel.Line{From: "x"})
		if got, want := e.Org().Spec(), o.Spec(); !sameSpec(got, want) || len(ghostsOf(e.Org())) > 0 {
			t.Errorf("a line that was added and dropped leaves %v of %v", got, want)
		}
	}
}

func ghostsOf(o *orgmodel.Org) (all []orgmodel.ID) {
	for r := range o.Ghosts() {
		all = append(all, o.ID(r))
	}
	return all
}

// TestEditHostile: ids and names of any bytes and length, and chains of any depth.
func TestEditHostile(t *testing.T) {
	for _, id := range []orgmodel.ID{"", "\x00", "\xff\xfe", "</script>", orgmodel.ID(strings.Repeat("long ", 1<<16)), "E0001"} {
		e := chain(300, false).Edit()
		r := e.AddNode(orgmodel.Node{ID: id, Kind: orgmodel.Post, Name: string(id)})
		e.AddLine(orgmodel.Line{From: "named by nobody", Rel: orgmodel.ReportsTo, To: id, Scope: id + "?"})
		o := e.Org()
		again := orgmodel.New(o.Spec())
		if !sameSpec(o.Spec(), again.Spec()) || !reflect.DeepEqual(ghostsOf(o), ghostsOf(again)) || e.Node(r).Name != string(id) {
			t.Errorf("%.20q is not what it was", id)
		}
		o = o.Edit().Org()
		f := o.Edit()
		f.AddNode(orgmodel.Node{ID: id + "?", Name: "declared now"})
		if o = f.Org(); len(ghostsOf(o)) != 1 {
			t.Errorf("%.20q is still a ghost: %d", id, len(ghostsOf(o)))
		}
	}
	o := chain(50_000, false)
	top, last := o.Tops()[0], o.Deepest()
	e := o.Edit()
	n := 0
	for range e.Up(last) {
		n++
	}
	if n != o.Depth(last) || !e.WouldLoop(top, last) || e.WouldLoop(last, top) {
		t.Errorf("%d above the last, want %d", n, o.Depth(last))
	}
	e.SetBoss(top, last) // a loop of all that depth
	m := 0
	for range e.Up(top) {
		m++
	}
	if m != n {
		t.Errorf("%d round the loop, want %d", m, n)
	}
}

// TestEditForEver: what is edited again and again does not grow.
func TestEditForEver(t *testing.T) {
	o := team()
	var before, after runtime.MemStats
	for i := range 8_000 {
		if i == 3_000 {
			runtime.GC()
			runtime.ReadMemStats(&before)
		}
		e := o.Edit()
		n := e.Node(0)
		n.Name = fmt.Sprint("name ", i)
		n.Attrs = orgmodel.NewAttrs(orgmodel.Title, fmt.Sprint("title ", i), orgmodel.State, "abolished")
		e.SetNode(0, n)
		at := e.AddLine(orgmodel.Line{From: "pm-1", Rel: orgmodel.DottedTo, To: "ceo", Attrs: n.Attrs})
		if i%2 == 0 {
			e.DropLine(at)
		} else {
			for x := range e.Out(2, orgmodel.DottedTo) {
				e.DropLine(x)
				break
			}
		}
		o = e.Org()
		if o.Live(0) || o.Attrs(0).Get(orgmodel.Title) != fmt.Sprint("title ", i) {
			t.Fatalf("after %d it is %v", i, o.Node(0))
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(o)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 1<<18 {
		t.Errorf("5,000 edits left %d bytes", grown)
	}
}
