package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"example.com/orgchart/orgmodel/policy"
)

// spare refuses to write known findings over a file that is none of theirs: one that is read, or in
// which no line is a known finding. A slip of the hand would cost the organisation or its policy.
func spare(name string, inputs []string) error {
	st, err := os.Stat(name)
	if err != nil || !st.Mode().IsRegular() || st.Size() == 0 {
		return nil // writing says what is wrong with it
	}
	for _, in := range inputs {
		if other, err := os.Stat(in); err == nil && os.SameFile(st, other) {
			return fmt.Errorf("--write-baseline %s would overwrite a file that is read: name one for the known findings, such as known.txt", name)
		}
	}
	src, err := os.ReadFile(name)
	if err != nil || knows(name, src) {
		return nil
	}
	return fmt.Errorf("--write-baseline %s would overwrite a file that holds no known findings: name another, or remove it first", name)
}

// knows says that a file is one of known findings: all of it, though there be none, or a line of it at
// least, where a merge or an editor has broken others.
func knows(name string, src []byte) bool {
	if b, err := policy.ReadBaseline(name, bytes.NewReader(src)); err == nil && b != nil {
		return true
	}
	for line := range strings.Lines(string(src)) {
		if b, err := policy.ReadBaseline(name, strings.NewReader(line)); err == nil && len(b.Entries) > 0 {
			return true
		}
	}
	return false
}
