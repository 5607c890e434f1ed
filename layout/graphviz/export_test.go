package graphviz

import (
	"testing"
	"time"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz/internal/wire"
)

// SetOwn makes this program another version for a test.
func SetOwn(t *testing.T, h wire.Hello) {
	kept := ownHello
	ownHello = func() wire.Hello { return h }
	t.Cleanup(func() { ownHello = kept })
}

// SetStartTime makes pools less patient for a test.
func SetStartTime(t *testing.T, d time.Duration) {
	kept := startTime
	startTime = d
	t.Cleanup(func() { startTime = kept })
}

// Skeleton is the DOT that Arrange sends.
func Skeleton(g *layout.Graph, e Engine) []byte { return skeleton(g, e) }

// Dir is the folder of an opened pool.
func (p *Pool) Dir() string { return p.folder.dir }
