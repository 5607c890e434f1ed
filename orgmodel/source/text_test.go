package source_test

import (
	"fmt"
	"testing"

	"example.com/orgchart/orgmodel/source"
)

func ExampleText() {
	text, err := source.Text([]byte("id,name\rE1,Andr\xe9\r"))
	fmt.Printf("%q %v\n", text, err)
	// Output: "id,name\nE1,André\n" <nil>
}

func TestText(t *testing.T) {
	for raw, want := range map[string]string{"": "", "\xef\xbb\xbfa\r\nb": "a\r\nb", "\xff\xfea\x00\n\x00": "a\n"} {
		if got, err := source.Text([]byte(raw)); err != nil || string(got) != want {
			t.Errorf("%q is read as %q, %v, want %q", raw, got, err, want)
		}
	}
	if _, err := source.Text([]byte("PK\x03\x04 a workbook")); err == nil {
		t.Error("a workbook is text")
	}
}
