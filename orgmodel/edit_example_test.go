package orgmodel_test

import (
	"errors"
	"fmt"
	"sync"

	"example.com/orgchart/orgmodel"
)

func ExampleOrg_Edit() {
	org := team()
	e := org.Edit()
	pm, _ := e.Find("pm-1")
	ceo, _ := e.Find("ceo")
	if !e.WouldLoop(pm, ceo) {
		e.SetBoss(pm, ceo)
	}
	after := e.Org()
	fmt.Println(org.ID(org.Boss(pm)), "then", after.ID(after.Boss(pm)))
	// Output: it-1 then ceo
}

func ExampleEdit_SetBoss() {
	e := team().Edit()
	pm, _ := e.Find("pm-1")
	lead := e.AddNode(orgmodel.Node{ID: "it-2", Kind: orgmodel.Post, Name: "Head of projects"})
	head, _ := e.Find("it-1")
	e.SetBoss(lead, head)
	e.SetBoss(pm, lead)
	for boss, distance := range e.Up(pm) {
		fmt.Println(distance, e.Node(boss).Name)
	}
	for e := range e.Org().Edges(orgmodel.ReportsTo) {
		fmt.Println(e.From, e.Rel, e.To)
	}
	// Output:
	// 1 Head of projects
	// 2 Head of IT
	// 3 Chief executive
	// 1 reports-to 0
	// 2 reports-to 6
	// 3 reports-to 1
	// 6 reports-to 1
}

// A change of boss that keeps the past: the old line ends on the day on which the new one begins.
func ExampleEdit_SetLine() {
	april := orgmodel.NewDate(2026, 4, 1)
	e := team().Edit()
	pm, _ := e.Find("pm-1")
	if at, ok := e.BossLine(pm); ok {
		l := e.Line(at)
		l.Live.Until = april
		e.SetLine(at, l)
	}
	e.AddLine(orgmodel.Line{From: "pm-1", Rel: orgmodel.ReportsTo, To: "ceo", Live: orgmodel.Interval{From: april}})
	org := e.Org()
	for _, o := range []*orgmodel.Org{org.At(april.AddDays(-1)), org.At(april)} {
		fmt.Println(o.AsOf(), o.ID(o.Boss(pm)))
	}
	// Output:
	// 2026-03-31 it-1
	// 2026-04-01 ceo
}

func ExampleEdit_SetNode() {
	e := team().Edit()
	bo, _ := e.Find("bo")
	n := e.Node(bo)
	n.Name = "Bo Larsen-Okafor"
	n.Live.Until = orgmodel.NewDate(2026, 7, 1) // the first day on which Bo is gone
	e.SetNode(bo, n)
	org := e.Org()
	fmt.Println(org.NameOf(bo), org.At(orgmodel.NewDate(2026, 7, 1)).Live(bo))
	// Output: Bo Larsen-Okafor false
}

func ExampleEdit_DropLine() {
	e := team().Edit()
	bo, _ := e.Find("bo")
	for at := range e.Out(bo, orgmodel.Holds) {
		if e.Line(at).Attrs.Get(orgmodel.Mode) == "acting" {
			e.DropLine(at)
			break // the Edit has changed: the walk is over
		}
	}
	fmt.Println(e.Node(e.SeatOf(bo)).ID) // one post is left, and Bo's lines count for it
	// Output: pm-1
}

// A staff is what a service keeps: the organisation that all requests read, and a lock that is held
// from the question to the answer.
type staff struct {
	mu  sync.Mutex
	org *orgmodel.Org
}

var errLoop = errors.New("they report to each other already")

// now is the organisation; whoever has it may read it for as long as they like.
func (s *staff) now() *orgmodel.Org {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.org
}

// reline gives who another boss, unless that closes a loop in the organisation as it is at that
// moment, not as it was when the request was read.
func (s *staff) reline(who, boss orgmodel.ID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.org.Edit()
	w, known := e.Find(who)
	b, named := e.Find(boss)
	if !known || !named {
		return fmt.Errorf("%s or %s is nobody's id", who, boss)
	}
	if e.WouldLoop(w, b) {
		return fmt.Errorf("%s to %s: %w", who, boss, errLoop)
	}
	e.SetBoss(w, b)
	s.org = e.Org()
	return nil
}

// Two requests that each look fine would together close a loop: ann to ben, and ben to ann. The
// one that comes second asks of what the first one left, and is turned down. Without the lock the
// same holds with an atomic.Pointer: if CompareAndSwap(old, e.Org()) fails, begin again from the
// organisation that is there now, the question included.
func ExampleEdit_WouldLoop() {
	s := &staff{org: orgmodel.New(orgmodel.Spec{Nodes: []orgmodel.Node{
		{ID: "ann", Kind: orgmodel.Person}, {ID: "ben", Kind: orgmodel.Person},
	}})}
	failed := make(chan error, 2)
	go func() { failed <- s.reline("ann", "ben") }()
	go func() { failed <- s.reline("ben", "ann") }()
	a, b := <-failed, <-failed
	fmt.Println("turned down:", errors.Is(errors.Join(a, b), errLoop), "both:", a != nil && b != nil)
	fmt.Println("loops:", len(s.now().Knots()), "lines:", s.now().Lines())
	// Output:
	// turned down: true both: false
	// loops: 0 lines: 1
}
