package source

import (
	"fmt"
	"strings"
)

// MaxErrors is how many errors of meaning are kept; Errors.Total counts the others.
const MaxErrors = 100

// Errors are all that a file and its includes say and cannot mean, in the order of reading: a
// misspelt key, a day that does not exist, a sentence without a relation. A file whose syntax
// is broken gives a *Error instead, about the first place that cannot be read.
type Errors struct {
	List  []*Error // the first MaxErrors
	Total int      // how many there are
}

// Error lists the errors, one a line.
func (e *Errors) Error() string {
	var b strings.Builder
	for i, err := range e.List {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(err.Error())
	}
	if more := e.Total - len(e.List); more > 0 {
		fmt.Fprintf(&b, "\nand %d more", more)
	}
	return b.String()
}

// Unwrap gives the errors of the list.
func (e *Errors) Unwrap() []error {
	errs := make([]error, len(e.List))
	for i, err := range e.List {
		errs[i] = err
	}
	return errs
}

// Crowded says that no more errors are kept.
func (e *Errors) Crowded() bool { return len(e.List) >= MaxErrors }

// Full counts an error beyond those that are kept; false where there is room for it.
func (e *Errors) Full() bool {
	if !e.Crowded() {
		return false
	}
	e.Total++
	return true
}

// Add keeps an error, unless it has been met at the same place: what aliases repeat is wrong
// once.
func (e *Errors) Add(err *Error) {
	if e.Full() {
		return
	}
	for _, old := range e.List {
		if *old == *err {
			return
		}
	}
	e.Total++
	e.List = append(e.List, err)
}
