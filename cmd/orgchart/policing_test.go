package main

import "testing"

func TestShellWord(t *testing.T) {
	for name, want := range map[string]string{"policy.yaml": "policy.yaml", "dir/policy-1.yaml": "dir/policy-1.yaml", "größe.yaml": "größe.yaml",
		"my policy.yaml": "'my policy.yaml'", "it's;rm.yaml": `'it'\''s;rm.yaml'`, "$x": "'$x'", "*": "'*'"} {
		if got := shellWord(name); got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
	}
}
