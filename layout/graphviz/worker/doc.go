// Package worker is the process in which Graphviz runs: it reads requests from standard input,
// draws them one after the other, and writes replies to standard output. Package graphviz, its
// other end, starts it, limits it and kills it. The program cmd/orgchart-graphviz is this
// package alone; a service that wants to be one binary calls [MaybeRun] first thing in its own
// main:
//
//	func main() {
//		worker.MaybeRun()
//		pool := &graphviz.Pool{Self: true}
//		defer pool.Close()
//		...
//	}
//
// It is the only package of this module that imports go-graphviz, which costs: whoever imports
// it pays half a second and 20 MB at the start of the process, used or not, once without a
// cache of compiled code and some 30 ms with one. The cache is go-graphviz in the folder for
// temporary files. A pool gives its workers one of their own, and cannot do so for the program that
// starts them: on a machine with other users, a service that is one binary wants a TMPDIR where
// nobody else can put code.
//
// Why a process: go-graphviz (v0.2.10) keeps one Graphviz in a package variable. Two renders at
// a time give wrong pictures without an error or end the process; a render ignores its context
// and holds up the garbage collector, and with it every goroutine; each leaves 40 to 55 KB
// behind. None of that matters in a process that does nothing else and is replaced now and
// then.
//
// What keeps it harmless: it accepts only the DOT text that packages dot and graphviz write
// (nodes n0, n1 and so on, a closed list of attributes, each with the values it may have) and
// refuses anything else before Graphviz sees it; it writes only svg; and it has no files, so
// that image=, shapefile= and the like would find none. It exits when its standard input ends,
// so it never outlives the program that started it.
//
// Not here: drawing any DOT but ours.
package worker
