package ask

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
)

// A Count is a figure with its name. What is counted in whole things is a whole number; FTE may
// have a fraction.
type Count struct {
	Name string
	N    float64
}

// Counts are figures in the order in which they are told. In JSON they are an object.
type Counts []Count

// Of is the figure of this name, 0 where there is none.
func (cs Counts) Of(name string) float64 {
	for _, c := range cs {
		if c.Name == name {
			return c.N
		}
	}
	return 0
}

// String is the number with no more digits than it needs.
func (c Count) String() string { return strconv.FormatFloat(c.N, 'f', -1, 64) }

// MarshalJSON writes an object whose keys stand in the order of the counts. What is no finite number
// is null.
func (cs Counts) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, c := range cs {
		if i > 0 {
			b = append(b, ',')
		}
		name, err := json.Marshal(c.Name)
		if err != nil {
			return nil, err
		}
		b = append(append(b, name...), ':')
		if math.IsInf(c.N, 0) || math.IsNaN(c.N) {
			b = append(b, "null"...) // JSON has no such numbers
			continue
		}
		b = append(b, c.String()...)
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (cs *Counts) UnmarshalJSON(b []byte) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	*cs = Counts{}
	if _, err := dec.Token(); err != nil {
		return err
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return err
		}
		c := Count{}
		c.Name, _ = name.(string)
		if err := dec.Decode(&c.N); err != nil {
			return err
		}
		*cs = append(*cs, c)
	}
	return nil
}
