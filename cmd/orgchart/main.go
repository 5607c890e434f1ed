// Command orgchart checks and draws organisations, and keeps them as files in git.
//
//	orgchart check people.csv
//	orgchart draw people.csv -o people.svg
//	orgchart convert people.csv -o org.yaml
//	orgchart fmt -w org.yaml
//	orgchart rules
//
// Without a file it works on a demonstration organisation of its own. It exits with 0 where
// nothing was found, 1 where a finding is at or above --fail-on, 2 where a file cannot be read
// or the command was misused. Findings go to standard output, everything else to standard
// error.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"example.com/orgchart/layout/text"
	"example.com/orgchart/orgmodel/source/native"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Exit codes.
const (
	clean = 0
	found = 1 // a finding at or above --fail-on
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
	case errors.Is(err, errFound):
		return found
	}
	for _, line := range complaints(err) {
		fmt.Fprintln(errOut, "orgchart:", text.Clean(line))
	}
	return wrong
}

// complaints are the lines that tell an error: one, or one for each of a native file's.
func complaints(err error) (lines []string) {
	var all *native.Errors
	if !errors.As(err, &all) {
		return []string{err.Error()}
	}
	for _, e := range all.List {
		lines = append(lines, e.Error())
	}
	if more := all.Total - len(all.List); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more errors", more))
	}
	return lines
}
