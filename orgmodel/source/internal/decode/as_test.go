package decode_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel/source/internal/decode"
)

func ExampleAs() {
	fmt.Println(string(decode.As([]byte("Pay (\xc2\xa3)"), "windows-1252")))
	// Output: Pay (Â£)
}

func TestAs(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"utf-8", "\xef\xbb\xbfé", "é"}, {"utf-8", "\xe9é", "éé"}, {"utf-16le", "\xff\xfea\x00b", "a\uFFFD"}, {"utf-16le", "a\x00", "a"},
		{"utf-16be", "\xfe\xff\x00a", "a"}, {"windows-1252", "\x80é", "€Ã©"}, {"windows-1252", "", ""},
	} {
		if got := string(decode.As([]byte(c.in), c.name)); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.name, c.in, got, c.want)
		}
	}
}
