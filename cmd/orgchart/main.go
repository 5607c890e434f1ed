// Command orgchart checks and draws organisations, answers questions about them, and keeps them
// as files in git.
//
//	orgchart check people.csv
//	orgchart draw people.csv -o people.svg
//	orgchart ask manager E17 people.csv
//	orgchart convert people.csv -o org.yaml
//	orgchart fmt -w org.yaml
//	orgchart schema
//	orgchart rules
//	orgchart explain report-cycle
//	orgchart policy describe policy.yaml
//
// Without a file it works on a demonstration organisation of its own. It exits with 0 where
// nothing was found or a question answered, 1 where a finding is at or above --fail-on or the
// answer is nobody, 2 where a file cannot be read or the command was misused. Findings and
// answers go to standard output, everything else to standard error.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel/ask"
	"example.com/orgchart/orgmodel/source"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Exit codes.
const (
	clean = 0
	found = 1 // a finding at or above --fail-on; or the answer is nobody
	wrong = 2 // unreadable or misused
)

// errFound ends a command that did its work and found something.
var errFound = errors.New("findings")

// run is the whole command: arguments and streams in, exit code out.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	root := newRoot(in, out, errOut)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return clean
	case errors.Is(err, errFound), errors.Is(err, errNone):
		return found
	}
	for _, line := range complaints(err) {
		fmt.Fprintln(errOut, "orgchart:", line)
	}
	return wrong
}

// complaints are the lines that tell an error, made harmless for a terminal: one, or one for each
// error of a native or a policy file; those that list records have a line for each.
func complaints(err error) (lines []string) {
	var unknown *ask.UnknownError
	var several *ask.AmbiguousError
	if errors.As(err, &unknown) || errors.As(err, &several) {
		return []string{cleanLines(err.Error())}
	}
	var all *source.Errors
	if !errors.As(err, &all) {
		return []string{text.Clean(err.Error())}
	}
	for _, e := range all.List {
		lines = append(lines, text.Clean(e.Error()))
	}
	if more := all.Total - len(all.List); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more errors", more))
	}
	return lines
}
