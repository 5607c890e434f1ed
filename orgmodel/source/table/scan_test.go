package table_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"example.com/orgchart/orgmodel/source/table"
)

// split is what encoding/csv makes of a text.
func split(text []byte, sep rune) (rows [][]string, at [][][2]int, err error) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = sep, -1
	for {
		rec, err := r.Read()
		if err == io.EOF {
			return rows, at, nil
		}
		if err != nil {
			return nil, nil, err
		}
		var p [][2]int
		for i := range rec {
			line, column := r.FieldPos(i)
			p = append(p, [2]int{line, column})
		}
		rows, at = append(rows, rec), append(at, p)
	}
}

// hold compares the scanner with encoding/csv where that accepts the text.
func hold(t *testing.T, text []byte, sep byte) {
	t.Helper()
	rows, at, loose, err := table.Split(text, sep)
	want, wantAt, wantErr := split(text, rune(sep))
	if wantErr != nil {
		if err == nil && loose == 0 {
			t.Errorf("%q: encoding/csv says %v, the scanner notes nothing: %q", text, wantErr, rows)
		}
		return
	}
	if err != nil || loose != 0 {
		t.Errorf("%q: %v, %d liberties; encoding/csv reads %q", text, err, loose, want)
	}
	if !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("%q: %q, encoding/csv %q", text, rows, want)
	}
	if !slices.EqualFunc(at, wantAt, slices.Equal) {
		t.Errorf("%q: at %v, encoding/csv %v", text, at, wantAt)
	}
}

func TestSplitLikeCSV(t *testing.T) {
	for _, text := range []string{
		"", "\n", "\r\n", "\r", "a", "a\r", "a,b", "a,b\n", ",", ",\n", "\n\na,b\r\n\r\nc\n", "a,b\rc\n", "a\r\r\n", "\r\r\n",
		`"a"`, `"a","b"` + "\n", `"a""b",c`, `""`, `"",""` + "\r\n", "\"a\nb\",c\nd", "\"a\r\nb\",c\r\nd", `a,"b,c",d`, `"a"` + "\r", "x,\"é\",y\nz,é,w",
		`"a`, `a"b,c`, `"a"b,c`, "\"a\nb\"c,d\n", `"a""`, "\"\r\"\r\n", "12345678\n1234567,\n123456,,\n", "\"a\"\r\r\n",
	} {
		hold(t, []byte(text), ',')
	}
}

func TestSplitLikeCSVAtRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	parts := []string{"a", "bc", "Ada Okafor", "é", ",", ",", ",", "\n", "\n", "\r\n", "\r", `"`, `""`, `"x"`, `,"`, `",`, "\"\n", "\x00", "-", "\xff"}
	for range 200_000 {
		var text []byte
		for range r.IntN(14) {
			text = append(text, parts[r.IntN(len(parts))]...)
		}
		if hold(t, text, ','); t.Failed() {
			return
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add([]byte("a,\"b\"\"\n\",c\r\nd"), byte(','))
	f.Fuzz(func(t *testing.T, text []byte, sep byte) {
		if sep == ',' || sep == ';' || sep == '\t' || sep == '|' {
			hold(t, text, sep)
		}
	})
}

func TestLiberties(t *testing.T) {
	for _, c := range []struct {
		text, want string
		loose      int
	}{
		{`a,5" disk,b`, `5" disk`, 1},
		{`a,"x"y,b`, `xy`, 1},
		{`a,"x"y"z",b`, `xy"z"`, 1},
	} {
		rows, _, loose, err := table.Split([]byte(c.text), ',')
		if err != nil || loose != c.loose || len(rows) != 1 || len(rows[0]) != 3 || rows[0][1] != c.want {
			t.Errorf("%s: %q, %d liberties, %v", c.text, rows, loose, err)
		}
	}
	for _, text := range []string{"a,\"b\nc,d\n", "a,\"b\nc\"d,e\n"} {
		if _, _, _, err := table.Split([]byte(text), ','); err == nil {
			t.Errorf("%q: no error", text)
		} else if !errors.As(err, new(interface{ Error() string })) {
			t.Error(err)
		}
	}
}
