package organogram

import "strings"

// A column is one that the template has, in the senior or the junior file.
type column int8

const (
	reference column = iota
	name
	grade
	title // Job Title; in the junior file Generic Job Title
	function
	department
	organisation
	unit
	phone
	email
	boss // Reports to Senior Post; in the junior file Reporting Senior Post
	costOfReports
	fte // in the junior file Number of Posts in FTE
	payFloor
	payCeiling
	totalPay
	profession
	notes
	valid
	payscaleMinimum
	payscaleMaximum
	columns // how many there are

	noColumn column = -1 // a cell the template does not know
)

// headers are the template's names as plain forms them. Several are spellings of one column.
var seniorHeaders = map[string]column{
	"post unique reference": reference, "name": name, "grade": grade, "job title": title,
	"job/team function": function, "parent department": department, "organisation": organisation,
	"unit": unit, "contact phone": phone, "contact e-mail": email, "contact email": email,
	"reports to senior post": boss, "salary cost of reports": costOfReports, "fte": fte,
	"actual pay floor": payFloor, "actual pay ceiling": payCeiling, "total pay": totalPay,
	"professional/occupational group": profession, "notes": notes, "valid?": valid, "valid": valid,
}

var juniorHeaders = map[string]column{
	"parent department": department, "organisation": organisation, "unit": unit,
	"reporting senior post": boss, "grade": grade, "payscale minimum": payscaleMinimum,
	"payscale maximum": payscaleMaximum, "generic job title": title, "number of posts in fte": fte,
	"professional/occupational group": profession,
}

// Columns whose absence is worth a note, by their names in the template.
var (
	seniorWanted = []string{
		"Name", "Grade", "Job Title", "Job/Team Function", "Parent Department", "Organisation", "Unit",
		"Salary Cost of Reports", "FTE", "Actual Pay Floor", "Actual Pay Ceiling", "Professional/Occupational Group",
	}
	juniorWanted = []string{
		"Parent Department", "Organisation", "Unit", "Grade", "Payscale Minimum", "Payscale Maximum",
		"Number of Posts in FTE", "Professional/Occupational Group",
	}
)

// plain is a header without case, outer spaces and what stands in brackets at its end: the
// pound sign there is often damaged, and "(or equivalent)" often left out.
func plain(header string) string {
	header = strings.TrimPrefix(strings.TrimSpace(header), "\ufeff")
	if i := strings.LastIndexByte(header, '('); i > 0 {
		header = header[:i]
	}
	return strings.ToLower(strings.Join(strings.Fields(header), " "))
}

// A template is one of the two kinds of file.
type template struct {
	kind   string
	marks  [2]string // the headers that tell it from any other table
	of     map[string]column
	wanted []string
}

var (
	senior = &template{"senior", [2]string{"Post Unique Reference", "Reports to Senior Post"}, seniorHeaders, seniorWanted}
	junior = &template{"junior", [2]string{"Reporting Senior Post", "Generic Job Title"}, juniorHeaders, juniorWanted}
)

// missing are the marks that a header lacks.
func (t *template) missing(has map[string]bool) []string {
	var not []string
	for _, m := range t.marks {
		if !has[plain(m)] {
			not = append(not, m)
		}
	}
	return not
}

// recognise says which template a header is of. Where it is of none it gives the template
// that it comes nearest to and what it lacks of that.
func recognise(cells []cell) (t *template, lacks []string) {
	has := make(map[string]bool, len(cells))
	for _, c := range cells {
		has[plain(c.text)] = true
	}
	s, j := senior.missing(has), junior.missing(has)
	if len(j) < len(s) {
		return junior, j
	}
	return senior, s
}
