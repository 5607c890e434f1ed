package policy

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	exprfile "github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"
	"go.yaml.in/yaml/v4"
)

// What an expression may cost: its length, its nodes, and the memory of one record in the units of expr.
const (
	longestWhen = 2_000
	mostNodes   = 200
	mostMemory  = 100_000
)

// A record is what an expression sees of one.
type record struct {
	ID        string            `expr:"id"`
	Kind      string            `expr:"kind"`
	Name      string            `expr:"name"`
	Attrs     map[string]string `expr:"attrs"`     // empty where there is none of a name
	Roles     []string          `expr:"roles"`     // ids of roles held, in any scope, its holders' too
	Boss      string            `expr:"boss"`      // id of the seat it reports to, empty where there is none
	Span      int               `expr:"span"`      // live seats that report to it
	Depth     int               `expr:"depth"`     // solid lines up to the root above it
	Occupancy string            `expr:"occupancy"` // filled, vacant, undisclosed or group
	Day       string            `expr:"day"`       // the day it is seen on, YYYY-MM-DD, empty on none
}

// The functions of expressions are those whose cost grows with their text and no faster: nothing that
// repeats, replaces, folds or nests, so that the time of one record is bound by the record's size.
var functions = []string{"len", "all", "any", "one", "none", "count", "lower", "upper", "trim", "trimPrefix", "trimSuffix", "hasPrefix", "hasSuffix", "indexOf", "abs", "string"}

// A condition is an expression, compiled. It is read by many goroutines.
type condition struct {
	program *vm.Program
	day     bool // it may ask for the day
}

// condition reads an expression; nil where there is none or it is wrong.
func (f *file) condition(n *yaml.Node) *condition {
	text, ok := f.text(n, keyWhen)
	if !ok {
		return nil
	}
	if len(text) > longestWhen {
		f.fault(n, "Write a rule in Go.", "the expression has %d bytes, more than %d", len(text), longestWhen)
		return nil
	}
	program, err := compile(text)
	if err != nil {
		f.wrongExpression(n, err)
		return nil
	}
	// A text with these letters in it asks perhaps, any other does not: $env is all variables at once.
	return &condition{program, strings.Contains(text, "day") || strings.ContainsAny(text, "$\\")}
}

// compile looks at an expression before it compiles it: folding of constants is work already.
func compile(text string) (program *vm.Program, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the compiler gave up: %v", p)
		}
	}()
	tree, err := parser.Parse(text)
	if err != nil {
		return nil, err
	}
	b := bounds{}
	if ast.Walk(&tree.Node, &b); b.err != nil {
		return nil, b.err
	}
	return expr.Compile(text, options()...)
}

func options() []expr.Option {
	opts := []expr.Option{expr.Env(record{}), expr.AsBool(), expr.MaxNodes(mostNodes), expr.DisableAllBuiltins()}
	for _, name := range functions {
		opts = append(opts, expr.EnableBuiltin(name))
	}
	return append(opts, expr.Function("number", func(args ...any) (any, error) {
		x, err := strconv.ParseFloat(strings.TrimSpace(args[0].(string)), 64)
		if err != nil {
			return 0.0, nil // what is no number counts as 0
		}
		return x, nil
	}, new(func(string) float64)))
}

// bounds refuses what could take long on a small record.
type bounds struct {
	err   error
	nodes int
}

func (b *bounds) Visit(n *ast.Node) {
	bad := ""
	switch v := (*n).(type) {
	case *ast.BinaryNode:
		if _, written := v.Right.(*ast.StringNode); v.Operator == "matches" && !written {
			bad = "a pattern that is not written out"
		} else if v.Operator == ".." {
			bad = "a range (..)"
		}
	case *ast.BuiltinNode: // DisableAllBuiltins leaves those that take predicates
		if !contains(functions, v.Name) {
			bad = "the function " + v.Name
		}
	case *ast.VariableDeclaratorNode:
		bad = "a variable (let)"
	case *ast.PredicateNode:
		inner := nested{}
		ast.Walk(&v.Node, &inner)
		if inner.met {
			bad = "a predicate in a predicate"
		}
	}
	if b.nodes++; bad == "" && b.nodes > mostNodes {
		bad = fmt.Sprintf("more than %d parts", mostNodes)
	}
	if bad != "" && b.err == nil {
		b.err = &exprfile.Error{Location: (*n).Location(), Message: bad + " is not allowed here"}
	}
}

type nested struct{ met bool }

func (m *nested) Visit(n *ast.Node) {
	if _, is := (*n).(*ast.PredicateNode); is {
		m.met = true
	}
}

// wrongExpression tells an error of expr, at its place in the file where that can be told.
func (f *file) wrongExpression(n *yaml.Node, err error) {
	at, message := f.pos(n), err.Error()
	var in *exprfile.Error
	if errors.As(err, &in) {
		message = in.Message
		if quoted := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0; n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 && !strings.Contains(n.Value, "\n") {
			at.Column += in.From
			if quoted {
				at.Column++
			}
		}
	}
	message, _, _ = strings.Cut(message, "\n")
	message = strings.Replace(message, "unexpected token EOF", "the expression ends before it is complete", 1)
	fix := "It is to be true or false; docs/policy.md says what there is."
	if strings.Contains(message, "unknown name") || strings.Contains(message, "the function") {
		fix = "There are id, kind, name, attrs, roles, boss, span, depth, occupancy and day, and the functions number, " + yamltext.Listed(slices.Sorted(slices.Values(functions)), "and") + "."
	}
	f.errs.Add(&source.Error{Pos: at, Found: "when: " + wording.Brief(message, 200), Fix: fix})
}

// newMachine is what works expressions out, for one goroutine: programs are shared, machines are not.
func newMachine() *vm.VM { return &vm.VM{MemoryBudget: mostMemory} }

// holds works the expression out for a record.
func (c *condition) holds(m *vm.VM, p *orgmodel.Pass, r orgmodel.Ref) (bool, error) {
	out, err := m.Run(c.program, c.seen(p, r))
	if err != nil {
		var in *exprfile.Error
		if errors.As(err, &in) {
			err = errors.New(in.Message)
		}
		return false, err
	}
	hit, _ := out.(bool)
	return hit, nil
}

func (c *condition) seen(p *orgmodel.Pass, r orgmodel.Ref) record {
	rec := record{
		ID: string(p.ID(r)), Kind: string(p.Kind(r)), Name: p.NameOf(r), Attrs: map[string]string{},
	}
	if c.day { // a rule that asks for it is checked on every day of an interval
		rec.Day = p.AsOf().String()
	}
	for k, v := range p.Attrs(r).All() {
		rec.Attrs[k] = v
	}
	for e := range p.Roles(r) {
		if p.LiveLine(e) {
			rec.Roles = append(rec.Roles, string(p.ID(e.To)))
		}
	}
	if p.IsSeat(r) {
		rec.Span, rec.Depth, rec.Occupancy = p.Span(r, false), p.Depth(r), fmt.Sprint(p.Occupancy(r))
		if b := p.Boss(r); b != orgmodel.None {
			rec.Boss = string(p.ID(b))
		}
	}
	return rec
}

// calledBriefly names a record in a sentence.
func calledBriefly(o *orgmodel.Org, r orgmodel.Ref) string { return wording.Called(o, r) }
