package orgmodel

import (
	"iter"
	"strconv"
	"strings"
)

const unreadable = "unreadable:"

// UnreadableKey is the attribute under which a reader keeps the raw text of a cell it could
// not read, so that nothing is lost; the rule unreadable-cell reports it. Column counts runes
// from 1, 0 where unknown or where the record no longer stands in the table that had the cell;
// field is the header's name.
func UnreadableKey(column int, field string) string {
	return unreadable + strconv.Itoa(column) + ":" + field
}

// ParseUnreadableKey is the column and the field of a key that UnreadableKey made; ok is false for
// any other attribute.
func ParseUnreadableKey(key string) (column int, field string, ok bool) {
	rest, ok := strings.CutPrefix(key, unreadable)
	if !ok {
		return 0, "", false
	}
	digits, field, _ := strings.Cut(rest, ":")
	column, _ = strconv.Atoi(digits)
	return column, field, true
}

// HasUnreadable yields the declared nodes with a cell that could not be read, in the author's
// order.
func (o *Org) HasUnreadable() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		if !o.c.someUnreadable {
			return
		}
		for r, set := range o.c.attrs[:o.c.declared] {
			if o.c.setFlags[set]&flagUnreadable != 0 && !yield(Ref(r)) {
				return
			}
		}
	}
}

// Unreadable yields the cells of a record that could not be read, with their raw text.
func (o *Org) Unreadable(r Ref) iter.Seq2[Pos, string] {
	return func(yield func(Pos, string) bool) {
		if !o.Declared(r) || o.c.setFlags[o.c.attrs[r]]&flagUnreadable == 0 {
			return
		}
		for k, v := range o.Attrs(r).All() {
			column, field, ok := ParseUnreadableKey(k)
			if !ok {
				continue
			}
			at := o.Pos(r)
			at.Column, at.Field = column, field
			if !yield(at, v) {
				return
			}
		}
	}
}
