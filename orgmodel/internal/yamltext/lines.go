package yamltext

import (
	"bytes"
	"sort"
	"strings"
)

// BreakAt is how many bytes the end of a line at i takes, as YAML 1.1 has it: 0 for none.
func BreakAt(b []byte, i int) int {
	switch b[i] {
	case '\n':
		return 1
	case '\r':
		if i+1 < len(b) && b[i+1] == '\n' {
			return 2
		}
		return 1
	case 0xc2:
		if i+1 < len(b) && b[i+1] == 0x85 {
			return 2
		}
	case 0xe2:
		if i+2 < len(b) && b[i+1] == 0x80 && b[i+2]&0xfe == 0xa8 {
			return 3
		}
	}
	return 0
}

// LineStarts are the offsets at which the lines of b begin.
func LineStarts(b []byte) []int {
	starts := make([]int, 1, 1+bytes.Count(b, []byte{'\n'})+bytes.Count(b, []byte{'\r'})) // nearly always enough
	for i := 0; i < len(b); {
		if n := BreakAt(b, i); n > 0 {
			i += n
			starts = append(starts, i)
		} else {
			i++
		}
	}
	return starts
}

// lineText is the line of this number, from 1, without what ends it; empty where there is none.
func lineText(b []byte, starts []int, line int) string {
	if line < 1 || line > len(starts) {
		return ""
	}
	to := len(b)
	if line < len(starts) {
		to = starts[line]
	}
	return strings.TrimRight(string(b[starts[line-1]:to]), "\n\r\u0085\u2028\u2029")
}

// LineOf is the number of the line, from 1, on which offset i lies.
func LineOf(starts []int, i int) int {
	return sort.Search(len(starts), func(n int) bool { return starts[n] > i })
}
