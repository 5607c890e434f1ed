// Command survey writes docs/survey.md: what the reporting policy finds in the organograms of a folder.
//
//	go run ./internal/survey/cmd DIR > docs/survey.md
//
// With -findings it writes instead each finding, to be read beside the data.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"example.com/orgchart/internal/survey"
)

func main() {
	list := flag.Bool("findings", false, "list the findings rather than count them")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "survey: name one folder of organograms: go run ./internal/survey/cmd DIR > docs/survey.md")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Stdout, flag.Arg(0), *list); err != nil {
		fmt.Fprintln(os.Stderr, "survey:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, dir string, list bool) error {
	results, err := survey.Folder(ctx, os.DirFS(dir))
	if err != nil {
		return err
	}
	if !list {
		return survey.Page(out, results)
	}
	for _, r := range results {
		for _, f := range r.Findings {
			if _, err := fmt.Fprintf(out, "%s %s: %s\n", r.Body, r.Date, f); err != nil {
				return err
			}
		}
	}
	return nil
}
