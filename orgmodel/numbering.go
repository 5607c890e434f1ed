package orgmodel

import (
	"strings"
	"sync"
)

// numbering finds the ids that most systems give: a fixed prefix and a number (E0012345, 4711).
// For those an array of nodes by number does what a table of hashes does, without a look at
// the text: id and number are one-to-one. Ids of any other form are left to the table.
type numbering struct {
	prefix string
	width  int      // digits; 0: as many as the number has, without leading zeros
	at     []uint32 // node plus one by number, 0 where there is none; nil: not used
}

const (
	noNumber  = ^uint32(0)
	mostWidth = 9 // digits that surely fit
)

// of is the number of an id, noNumber where it is not of the form.
func (t *numbering) of(id string) uint32 {
	if len(id) <= len(t.prefix) || id[:len(t.prefix)] != t.prefix {
		return noNumber
	}
	id = id[len(t.prefix):]
	if t.width == 0 {
		if len(id) > mostWidth || id[0] == '0' && len(id) > 1 {
			return noNumber
		}
	} else if len(id) != t.width {
		return noNumber
	}
	n := uint32(0)
	for i := range len(id) {
		d := id[i] - '0'
		if d > 9 {
			return noNumber
		}
		n = n*10 + uint32(d)
	}
	return n
}

// like sets the form that most of a sample of the ids have; false where most have none.
func (t *numbering) like(c *columns) bool {
	const sample = 256
	*t = numbering{}
	n := len(c.kind)
	if n < sample {
		return false
	}
	same := true
	for i := range sample {
		id := c.id(Ref(i * (n / sample)))
		digits := len(id) - len(strings.TrimRight(id, "0123456789"))
		if i == 0 {
			t.prefix, t.width = strings.Clone(id[:len(id)-digits]), digits
		}
		same = same && digits == t.width
	}
	if !same || t.width > mostWidth {
		t.width = 0
	}
	hits := 0
	for i := range sample {
		if t.of(c.id(Ref(i*(n/sample)))) != noNumber {
			hits++
		}
	}
	return hits >= sample*3/4
}

// numbers reads the numbers of the ids from node first on, on both cores where there are many.
func (t *numbering) numbers(c *columns, first int) []uint32 {
	nums := make([]uint32, len(c.kind)-first)
	half := len(nums) / 2
	if len(nums) < alone {
		half = 0
	}
	read := func(from, to int) {
		for i := from; i < to; i++ {
			nums[i] = t.of(c.id(Ref(first + i)))
		}
	}
	var wait sync.WaitGroup
	wait.Add(1)
	go func() {
		defer wait.Done()
		read(0, half)
	}()
	read(half, len(nums))
	wait.Wait()
	return nums
}

// size makes the array long enough for the numbers, unless they lie too far apart for their
// count; the few that lie beyond its end are left to the table of hashes.
func (t *numbering) size(nums []uint32) {
	most, count := uint32(0), 0
	for _, n := range nums {
		if n != noNumber {
			most = max(most, n)
			count++
		}
	}
	t.at = make([]uint32, min(int(most)+1, 4*count))
}
