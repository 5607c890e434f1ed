package formats

import (
	"context"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
	"example.com/orgchart/orgmodel/source/organogram"
	"example.com/orgchart/orgmodel/source/table"
)

// All is every format: native, organogram and table, of which the earlier is taken where two
// suit a file alike.
func All() []source.Format { return With(table.Reader{}) }

// With is the same, with options for tables.
func With(tables table.Reader) []source.Format {
	return []source.Format{native.Format(), organogram.Format(), tables.Format()}
}

// Load reads files of any format into one organisation, within the default limits.
func Load(ctx context.Context, files ...source.File) (*orgmodel.Org, source.Notes, error) {
	return source.Load(ctx, All(), source.Limits{}, files...)
}
