// Command deadrules empties the check of every rule of orgmodel/rules, one at a time, and runs the
// tests of that package: each time one must fail, or the tests prove nothing of that rule.
//
//	go run ./internal/deadrules
//	go run ./internal/deadrules -only span-wide
//
// The tree is left as it is: changed files are laid over it with the flag -overlay of the go
// command. In them the body of each check begins with a return if its rule is the one that the
// environment names, so that the package is compiled once and not once a rule. TestDeadRules of
// the package does the same to the rules as values, whenever tests run.
package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	dir := flag.String("dir", "orgmodel/rules", "the package of rules")
	run := flag.String("run", "^(TestMutations|TestRules)$", "the tests of which one must fail, of TestRules those of the rule")
	only := flag.String("only", "", "the name of one rule; empty means all")
	flag.Parse()
	if err := try(os.Stdout, *dir, *run, *only); err != nil {
		fmt.Fprintln(os.Stderr, "deadrules:", err)
		os.Exit(1)
	}
}

// try empties rules and says of each which tests failed; the error names those of which none did.
func try(out io.Writer, dir, run, only string) error {
	found, err := checks(dir)
	if err != nil {
		return err
	}
	tmp, err := os.MkdirTemp("", "deadrules")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	binary, err := compile(found, tmp, dir)
	if err != nil {
		return err
	}
	if by, err := failing(binary, dir, run, ""); err != nil || len(by) > 0 {
		return fmt.Errorf("with all rules alive, %s fails (%v)", strings.Join(by, ", "), err)
	}
	var alive []string
	tried := 0
	for _, c := range found {
		if only != "" && only != c.rule {
			continue
		}
		tried++
		by, err := failing(binary, dir, run, c.rule)
		if err != nil {
			return fmt.Errorf("%s: %w", c.rule, err)
		}
		if len(by) == 0 {
			alive = append(alive, c.rule)
			by = []string{"NOTHING FAILS"}
		}
		fmt.Fprintf(out, "%-32s %s\n", c.rule, strings.Join(by, ", "))
	}
	if tried == 0 {
		return fmt.Errorf("%s has no rule %q", dir, only)
	}
	if len(alive) > 0 {
		return fmt.Errorf("%d of %d rules can be emptied and no test fails: %s", len(alive), tried, strings.Join(alive, ", "))
	}
	fmt.Fprintf(out, "each of %d rules was emptied, and a test failed\n", tried)
	return nil
}

// A check is the function of a rule.
type check struct {
	rule, file string
	body       int // offset after the brace that opens the function
}

// A pack is the functions of a package, those with a receiver by its type, a full stop and the name.
type pack struct {
	funcs map[string]*ast.FuncDecl
	set   *token.FileSet
}

// checks finds what each orgmodel.Rule of a package is given as its Check, in the order of files.
func checks(dir string) ([]check, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	p := pack{map[string]*ast.FuncDecl{}, token.NewFileSet()}
	var makers []*ast.FuncDecl
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(p.set, file, nil, 0)
		if err != nil {
			return nil, err
		}
		for _, d := range tree.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				p.funcs[receiver(fn)+fn.Name.Name] = fn
				if fn.Name.Name == "Rule" && fn.Recv != nil {
					makers = append(makers, fn)
				}
			}
		}
	}
	var all []check
	for _, fn := range makers {
		name := p.checkOf(fn)
		is, ok := p.funcs[name]
		if !ok {
			return nil, fmt.Errorf("%s: no function %q is its Check", p.set.Position(fn.Pos()), name)
		}
		at, rule := p.set.Position(is.Body.Lbrace), filepath.Base(p.set.Position(fn.Pos()).Filename)
		all = append(all, check{strings.ReplaceAll(strings.TrimSuffix(rule, ".go"), "_", "-"), at.Filename, at.Offset + 1})
	}
	return all, nil
}

// receiver is the type of a method with a full stop, empty for a function.
func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return ""
	}
	return typeName(fn.Recv.List[0].Type) + "."
}

func typeName(t ast.Expr) string {
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// checkOf is the function that a method Rule gives as Check, with the type it is a method of; empty
// where it gives none.
func (p pack) checkOf(fn *ast.FuncDecl) (name string) {
	types := map[string]string{} // of variables
	for _, v := range fn.Recv.List[0].Names {
		types[v.Name] = receiver(fn)
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if of := p.made(n.Rhs[0]); of != "" {
				types[typeName(n.Lhs[0])] = of + "."
			}
		case *ast.KeyValueExpr:
			if typeName(n.Key) != "Check" {
				return true
			}
			switch v := n.Value.(type) {
			case *ast.Ident:
				name = v.Name
			case *ast.SelectorExpr:
				name = types[typeName(v.X)] + v.Sel.Name
			}
		}
		return true
	})
	return name
}

// made is the type that a call of a function of the package gives.
func (p pack) made(x ast.Expr) string {
	call, ok := x.(*ast.CallExpr)
	if !ok {
		return ""
	}
	if fn := p.funcs[typeName(call.Fun)]; fn != nil && fn.Type.Results != nil {
		return typeName(fn.Type.Results.List[0].Type)
	}
	return ""
}

// variable is the name in the environment of the rule that is emptied.
const variable = "DEADRULE"

// compile makes the tests of a package in which each check can be emptied, and gives the program.
// What a check does stays where it is, behind a return, so that nothing it uses becomes unused.
func compile(found []check, tmp, dir string) (string, error) {
	slices.SortFunc(found, func(a, b check) int { return cmp.Or(strings.Compare(a.file, b.file), b.body-a.body) })
	defer slices.SortFunc(found, func(a, b check) int { return strings.Compare(a.rule, b.rule) })
	texts := map[string]string{}
	for _, c := range found { // of one file the last first
		text, ok := texts[c.file]
		if !ok {
			read, err := os.ReadFile(c.file)
			if err != nil {
				return "", err
			}
			text = string(read)
		}
		texts[c.file] = text[:c.body] + fmt.Sprintf("\n\tif emptiedRule == %q {\n\t\treturn\n\t}\n", c.rule) + text[c.body:]
	}
	texts[filepath.Join(dir, "emptied_rule.go")] = fmt.Sprintf("package rules\n\nimport \"os\"\n\nvar emptiedRule = os.Getenv(%q)\n", variable)
	replace := map[string]string{}
	for file, text := range texts {
		at, err := filepath.Abs(file)
		if err != nil {
			return "", err
		}
		replace[at] = filepath.Join(tmp, filepath.Base(file))
		if err := os.WriteFile(replace[at], []byte(text), 0o600); err != nil {
			return "", err
		}
	}
	paths, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay, binary := filepath.Join(tmp, "overlay.json"), filepath.Join(tmp, "rules.test")
	if err := os.WriteFile(overlay, paths, 0o600); err != nil {
		return "", err
	}
	cmd := exec.Command("go", "test", "-c", "-o", binary, "-overlay="+overlay, "./"+filepath.ToSlash(dir))
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("the tests do not compile: %w\n%s", err, said)
	}
	return binary, nil
}

// failing runs the tests with one rule emptied, of those that are about one rule its own alone, and
// gives the names of those that failed.
func failing(binary, dir, run, rule string) ([]string, error) {
	cmd := exec.Command(binary, "-test.short", "-test.run="+run+"/^"+rule)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), variable+"="+rule)
	said, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	by := failures(string(said))
	if err != nil && len(by) == 0 {
		return nil, fmt.Errorf("the tests did not run: %w\n%s", err, said)
	}
	return by, nil
}

// failures are the names of the tests that failed, without those within which others did.
func failures(said string) []string {
	var names []string
	for _, row := range strings.Split(said, "\n") {
		name, ok := strings.CutPrefix(strings.TrimSpace(row), "--- FAIL: ")
		if !ok {
			continue
		}
		name, _, _ = strings.Cut(name, " ")
		if n := len(names); n > 0 && strings.HasPrefix(name, names[n-1]+"/") {
			names = names[:n-1]
		}
		names = append(names, name)
	}
	if len(names) > 4 {
		names = append(names[:4], "and "+strconv.Itoa(len(names)-4)+" more")
	}
	return names
}
