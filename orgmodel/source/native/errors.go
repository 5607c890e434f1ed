package native

import "example.com/orgchart/orgmodel/source"

// MaxErrors is how many errors of meaning are kept; Errors.Total counts the others.
const MaxErrors = source.MaxErrors

// Errors are all that a file and its includes say and cannot mean.
type Errors = source.Errors
