package svg_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/svg"
)

var update = flag.Bool("update", false, "write the golden files")

func TestGolden(t *testing.T) {
	for name, d := range map[string]*layout.Diagram{"office": office(), "gallery": gallery(), "empty": {}} {
		var b bytes.Buffer
		if err := svg.Encode(&b, d); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", name+".svg")
		if *update {
			if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), want) {
			t.Errorf("%s differs; look at the picture, then run with -update", file)
		}
	}
}
