// Command guard keeps the reporting lines of an agent platform sound while they change. Each request
// to change an agent's reports_to is carried out, or refused with a sentence that names what is in
// the way; of two requests at once that are each fine alone, the second is refused.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"sync"

	"example.com/orgchart/examples/guard/roster"
	"example.com/orgchart/orgmodel"
)

const requests = `
{"agent": "tester",  "reports_to": "planner"}
{"agent": "planner", "reports_to": "coder"}
{"agent": "coder",   "reports_to": "coder"}
{"agent": "coder",   "reports_to": "archivist"}
{"agent": "coder",   "reports_to": "reviewer"}
{"agent": "coder",   "reports_to": "payments"}
`

func main() {
	r, err := roster.New(context.Background(), agents())
	if err != nil {
		log.Fatal(err)
	}
	for in := json.NewDecoder(strings.NewReader(requests)); ; {
		var ask struct {
			Agent     orgmodel.ID `json:"agent"`
			ReportsTo orgmodel.ID `json:"reports_to"`
		}
		if err := in.Decode(&ask); err == io.EOF {
			break
		} else if err != nil {
			log.Fatal(err)
		}
		if err := r.Move(ask.Agent, ask.ReportsTo); err != nil {
			fmt.Println("refused:", err)
			continue
		}
		fmt.Printf("done: %s reports to %s\n", ask.Agent, ask.ReportsTo)
	}
	var both sync.WaitGroup
	answers := make([]error, 2)
	for i, pair := range [][2]orgmodel.ID{{"coder", "tester"}, {"tester", "coder"}} {
		both.Add(1)
		go func() { defer both.Done(); answers[i] = r.Move(pair[0], pair[1]) }()
	}
	both.Wait()
	fmt.Println("two at once: one refused as a loop:", errors.Is(errors.Join(answers...), roster.ErrLoop) && (answers[0] == nil) != (answers[1] == nil))
}
