package graphviz

import (
	"errors"
	"fmt"
	"strings"

	"example.com/orgchart/layout/graphviz/internal/wire"
)

var (
	// ErrClosed says that the pool was closed.
	ErrClosed = errors.New("graphviz: the pool is closed")

	// ErrNoWorker says that no worker program was found; the error that wraps it says where
	// it was looked for and which command builds it.
	ErrNoWorker = errors.New("graphviz: no worker program")

	// ErrStale says that the worker program was built from another version than this program.
	ErrStale = errors.New("graphviz: worker program of another version")

	// ErrWorker says that a worker ended, or answered what no worker of ours answers. The next
	// render has another one.
	ErrWorker = errors.New("graphviz: worker failed")

	// ErrRefused says that the worker did not draw: its words follow. For a graph of package
	// layout it means a fault here.
	ErrRefused = errors.New("graphviz: worker refused")

	// ErrTimeout says that a render took longer than Pool.Timeout.
	ErrTimeout = errors.New("graphviz: render took too long")
)

// A LimitError says that a graph is too large for a pool. No worker has seen it.
type LimitError struct {
	What  string // boxes, edges, bytes of DOT, or px of a box
	Have  int
	Limit int
	Field string // of Pool, that sets the limit; empty where nothing does
}

func (e *LimitError) Error() string {
	s := fmt.Sprintf("graphviz: %d %s; the limit is %d", e.Have, e.What, e.Limit)
	if e.Field != "" {
		s += fmt.Sprintf(", set by Pool.%s", e.Field)
	}
	return s
}

// install is the one command that builds the worker this program needs.
func install() string {
	at := ""
	if v := wire.Own().Version; v != "" && !strings.Contains(v, "+dirty") && !strings.HasPrefix(v, "v0.0.0-") {
		at = "@" + v
	}
	return "go install example.com/orgchart/cmd/" + wire.Worker + at
}
