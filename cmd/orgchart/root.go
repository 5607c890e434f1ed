package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// tune sets the memory aimed at from the size of the input: seven bytes a byte, 256 MiB at
// least. Below it the collector hardly runs, which a short-lived process need not pay for.
// What needs more gets more: a limit below what is alive would only keep the collector busy.
func tune(input int64) {
	debug.SetGCPercent(300)
	raiseLimit(max(256<<20, 7*input))
}

// raiseLimit sets the limit and, after each collection that finds it taken up, doubles it.
func raiseLimit(limit int64) {
	debug.SetMemoryLimit(limit)
	runtime.SetFinalizer(new(*byte), func(**byte) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Kind() == metrics.KindUint64 && int64(live[0].Value.Uint64()) > limit/20*19 {
			limit *= 2
		}
		raiseLimit(limit)
	})
}

func newRoot(in io.Reader, out, errOut io.Writer) *cobra.Command {
	io := streams{in, out, errOut}
	root := &cobra.Command{
		Use:   "orgchart",
		Short: "Check the reporting lines of an organisation, draw it and ask it",
		Long: `orgchart reads an organisation from tables as HR systems export them, from UK
government organograms or from YAML and JSON files kept in git, says what is wrong
with its reporting lines down to the cell, draws it with the faults shown, and answers
questions about it. Without a file, check, draw, ask and convert take a demonstration
organisation.`,
		Example: `  orgchart check                            check the demonstration organisation
  orgchart check people.csv                 what is wrong in a table, cell by cell
  orgchart check org.yaml                   the same of an organisation kept in git
  orgchart draw people.csv -o people.svg    a chart with the faults drawn in red
  orgchart ask manager E17 people.csv       who decides for E17, and why
  orgchart convert people.csv -o org.yaml   a table as a file to keep in git
  orgchart explain report-cycle             what a rule demands, and why`,
		Version:       version(),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noStray,
		RunE:          func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if words := cmd.Flags().Args(); cmd.HasSubCommands() && len(words) > 0 {
			if stray := cmd.ValidateArgs(words); stray != nil {
				return stray // the flag may well be one of the command that was meant
			}
		}
		return fmt.Errorf("%s; see '%s --help'", flagFault(cmd, err), cmd.CommandPath())
	})
	root.AddCommand(newCheck(io), newDraw(io), newAsk(io), newConvert(io), newFmt(io), newSchema(io), newRules(io), newExplain(io), newPolicy(io))
	return root
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// flagFault says what is wrong with a flag, without the words of the parser of numbers, and which was
// probably meant.
func flagFault(cmd *cobra.Command, err error) string {
	var bad *strconv.NumError
	var none *pflag.NotExistError
	switch {
	case errors.As(err, &none):
		if none.GetSpecifiedShortnames() == "o" && cmd.HasParent() && cmd.Parent().Name() == "ask" {
			return fmt.Sprintf("-o writes pictures, and '%s' has none: send its answer to a file with > FILE", cmd.CommandPath())
		}
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		return err.Error() + meant("--", none.GetSpecifiedName(), names...)
	case strings.HasSuffix(err.Error(), "needs an argument: --over"):
		return "--over needs an interval, FROM..UNTIL: today.. is what is to come, .. the whole time"
	case !errors.As(err, &bad):
		return err.Error()
	}
	want := "a whole number"
	if bad.Func == "ParseBool" {
		want = "true or false"
	}
	said, _, _ := strings.Cut(err.Error(), ": strconv.")
	return said + ": want " + want
}

// meant asks whether the words were meant that are most like one; empty where none is like it.
func meant(mark, word string, words ...string) string {
	all := &cobra.Command{SuggestionsMinimumDistance: 2}
	for _, w := range words {
		all.AddCommand(&cobra.Command{Use: w, Run: func(*cobra.Command, []string) {}})
	}
	like := all.SuggestionsFor(word)
	if len(word) < 2 || len(like) == 0 {
		return ""
	}
	return ", did you mean " + mark + strings.Join(like, " or "+mark) + "?"
}

// complete makes shells offer the values of a flag.
func complete(cmd *cobra.Command, flag string, values ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // no such flag
	}
}

// noStray answers a first word that is no command with the command that was probably meant.
func noStray(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if _, err := os.Stat(args[0]); err == nil {
		return fmt.Errorf("%s is a file, not a command: did you mean 'orgchart check %s' or 'orgchart draw %s -o chart.svg'?", args[0], args[0], args[0])
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	best := meant("", args[0], names...)
	for _, q := range questions() {
		if best == "" && q.name == args[0] {
			best = ", did you mean 'orgchart ask " + args[0] + "'?"
		}
	}
	return fmt.Errorf("%q is no command%s; there are check, draw, ask, convert, fmt, schema, rules, explain and policy; see 'orgchart --help'", args[0], best)
}
