// Package layouttest proves a [layout.Engine]: a program that arranges charts calls [Prove]
// in a test of its own and learns whether its pictures can be trusted.
//
//	func TestEngine(t *testing.T) {
//		layouttest.Prove(t, myEngine{})
//	}
//
// [Check] holds one finished diagram against the graph it was made from, for tests with
// graphs of their own and for fuzzing. [Random], [Chain] and [Star] make graphs, the same
// ones for the same arguments; [Odd] lists graphs as broken tables yield them.
//
// Not here: whether a picture is beautiful. That needs eyes.
package layouttest
