// Package wire is how a pool and its worker processes speak: frames over the worker's standard
// input and output. A worker begins with a hello; then each request has one reply, in turn.
package wire
