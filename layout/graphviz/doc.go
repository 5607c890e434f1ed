// Package graphviz draws with Graphviz, which runs in worker processes of its own: a crash, a
// hang or a leak of Graphviz's is a worker's, and an error here.
//
//	pool := &graphviz.Pool{}
//	defer pool.Close()
//	diagram, err := graphviz.Engine{Pool: pool, Layout: graphviz.Neato}.Arrange(ctx, graph)
//	if err != nil {
//		return err
//	}
//	return svg.Encode(w, diagram)
//
// The ideas, in the order needed:
//
// A [Pool] is the processes. They start when first needed, serve one render at a time each, are
// replaced after some hundred renders, which bounds their memory, and killed when a context
// ends. A graph over the pool's limits is refused before anything starts.
//
// An [Engine] is a pool with one of Graphviz's layouts. Arrange is that of layout.Engine: the
// places are Graphviz's, the picture is package svg's, with its badges, legend and dark colours.
// SVG is Graphviz's own picture. Both are for what layout.Tidy does not draw well: organisations
// that are no trees, and pictures that are to look like Graphviz's.
//
// The worker is a program, cmd/orgchart-graphviz, which [Find] finds beside this one, on PATH
// or where go install puts it; Pool.Command names another. A service that wants to be one
// program sets Pool.Self and calls worker.MaybeRun first thing in main. A worker built from
// another version of this module is an error that says so.
//
// Importing this package starts nothing and links no Graphviz: package worker alone does that,
// and says why.
//
// Not here: DOT from elsewhere. A worker draws what package dot writes and nothing else, since
// DOT can name files, fonts, links and script. Nor PNG or PDF: Graphviz draws PNG without its
// lines here; convert the SVG.
package graphviz
