// Command orgchart-graphviz is the process in which Graphviz draws for orgchart. Nobody starts
// it by hand: orgchart draw --engine graphviz does, and so does package layout/graphviz. It
// stands beside orgchart, on PATH, or in Go's folder of programs:
//
//	go install example.com/orgchart/cmd/orgchart-graphviz
package main

import "example.com/orgchart/layout/graphviz/worker"

func main() { worker.Main() }
