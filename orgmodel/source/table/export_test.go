package table

// Split is the scanner alone, for the oracle test.
func Split(text []byte, sep byte) (rows [][]string, at [][][2]int, loose int, err error) {
	s := newScanner("", text, sep, 1<<30)
	for {
		ok, err := s.next()
		if !ok || err != nil {
			return rows, at, s.loose.n, err
		}
		var r []string
		var p [][2]int
		for _, c := range s.row.cells {
			r = append(r, c.text)
			line, _ := s.row.where(s.buf, c.at)
			start := c.at
			for start > 0 && s.buf[start-1] != '\n' {
				start--
			}
			p = append(p, [2]int{line, c.at - start + 1})
		}
		rows, at = append(rows, r), append(at, p)
	}
}

// Halves is a Reader that reads a table in two parts from so many bytes of rows on.
func Halves(from int) Reader { return Reader{halvesFrom: from} }
