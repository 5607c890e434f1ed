package source_test

import (
	"testing"

	"example.com/orgchart/orgmodel/orgtest"
)

// TestProveExample holds the example of a reader to what this package says that readers owe.
func TestProveExample(t *testing.T) {
	orgtest.ProveFormat(t, outline, orgtest.Sample{Name: "team.outline", Text: "Ada\n\tBo\n\t\tCy\n\n\tDi\n", Rows: 4})
}
