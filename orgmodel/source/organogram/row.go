package organogram

import (
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
)

// A row is one row of a sheet.
type row struct {
	s     *sheet
	cells []cell
}

// row reads a row again; what it gives is good until the next call.
func (s *sheet) row(i int) row {
	at := s.rows[i]
	s.at, s.bol, s.line = at.at, at.bol, at.line
	s.next() // no error: the limits were kept the first time
	return row{s, s.cells}
}

// kept are rows that stay good.
func (s *sheet) kept(at []int32) []row {
	rows := make([]row, len(at))
	for i, k := range at {
		r := s.row(int(k))
		rows[i] = row{s, append([]cell(nil), r.cells...)}
	}
	return rows
}

func (r row) line() int { return r.cells[0].line }

// get is a cell without outer space, empty where the row or the header does not have it.
func (r row) get(c column) string {
	if i := r.s.cellOf[c]; i >= 0 && i < len(r.cells) {
		return strings.TrimSpace(r.cells[i].text)
	}
	return ""
}

// said is get, empty where the cell says nothing.
func (r row) said(c column) string {
	if s := r.get(c); !unsaid(s) {
		return s
	}
	return ""
}

// start is where the row begins.
func (r row) start() orgmodel.Place { return r.s.place(r.cells[0], 0) }

func (r row) pos() orgmodel.Pos { return r.s.pos(r.cells[0], "") }

// place is where a cell stands, the start of the row where it has none.
func (r row) place(c column) orgmodel.Place {
	if i := r.s.cellOf[c]; i >= 0 && i < len(r.cells) {
		return r.s.place(r.cells[i], r.s.field[c])
	}
	return r.start()
}

// text appends an attribute for a cell that says something.
func (r row) text(kv []string, c column, key string) []string {
	if s := r.said(c); s != "" {
		kv = append(kv, key, s)
	}
	return kv
}

// number appends an attribute for a cell that holds a number, and the raw cell where it holds
// something else.
func (r row) number(kv []string, c column, key string) []string {
	s := r.said(c)
	if s == "" {
		return kv
	}
	if v, ok := amount(s); ok {
		return append(kv, key, v)
	}
	return r.unreadable(kv, c)
}

func (r row) unreadable(kv []string, c column) []string {
	i := r.s.cellOf[c]
	return append(kv, orgmodel.UnreadableKey(r.s.runeColumn(r.cells[i]), r.s.headers[i]), r.get(c))
}

// key is the content of some cells, such that two rows have one key only if these cells are
// equal.
func (r row) key(of []column) string {
	var b strings.Builder
	for _, c := range of {
		s := r.get(c)
		b.WriteString(s)
		b.WriteByte(0)
		b.WriteString(strconv.Itoa(len(s)))
		b.WriteByte(0)
	}
	return b.String()
}

// What the cells of a row are about: the post, or who sits on it.
var (
	ofPost   = []column{grade, title, function, department, organisation, unit, boss, costOfReports, profession}
	ofHolder = []column{name, fte, payFloor, payCeiling, totalPay, phone, email, notes}
	ofGroup  = []column{grade, title, department, organisation, unit, boss, fte, profession, payscaleMinimum, payscaleMaximum}
)

// Keys of attributes beyond those of orgmodel.
const (
	Function        = "function"         // Job/Team Function
	Profession      = "profession"       // Professional/Occupational Group
	CostOfReports   = "cost-of-reports"  // pounds a year
	PayFloor        = "pay-floor"        // of the holder's actual pay, pounds a year
	PayCeiling      = "pay-ceiling"      // the same
	TotalPay        = "total-pay"        // the same
	PayscaleMinimum = "payscale-minimum" // of a group's grade, pounds a year
	PayscaleMaximum = "payscale-maximum" // the same
	Phone           = "phone"
	Email           = "email"
	Notes           = "notes"
	Holder          = "holder" // the holder's name, on a post without a reference
	Unit            = "unit"   // the id of the unit, on a post without a reference
)

// post appends what the row says about the post.
func (r row) post(kv []string) []string {
	kv = r.text(kv, grade, orgmodel.Grade)
	kv = r.text(kv, function, Function)
	kv = r.text(kv, profession, Profession)
	return r.number(kv, costOfReports, CostOfReports)
}

// personal appends what the row says about the holder, but for name and FTE.
func (r row) personal(kv []string) []string {
	kv = r.number(kv, payFloor, PayFloor)
	kv = r.number(kv, payCeiling, PayCeiling)
	kv = r.number(kv, totalPay, TotalPay)
	kv = r.text(kv, phone, Phone)
	kv = r.text(kv, email, Email)
	return r.text(kv, notes, Notes)
}

// above says who the boss is: an id, empty where there is none; top appends the flag of a top
// where the row may have it, and what means nothing as a boss is kept raw.
func (r row) above(kv []string, top bool) (string, []string) {
	s := r.get(boss)
	switch {
	case unsaid(s):
		return "", kv
	case top && isTop(s):
		return "", append(kv, orgmodel.Top, "true")
	case misplaced(s) || s == noPost:
		return "", r.unreadable(kv, boss)
	}
	return s, kv
}
