//go:build race

package graphviz_test

import "time"

// allowance is how long a render cancelled after 100 ms may take to end.
const allowance = time.Second

// raceDetector tells whether this binary runs under the race detector.
const raceDetector = true
