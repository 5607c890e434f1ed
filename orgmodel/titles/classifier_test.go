package titles_test

import (
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/titles"
)

func said(c *titles.Classifier, title string) string {
	var words []string
	for _, g := range c.Roles(title) {
		word := string(g.Role)
		if g.Ambiguous() {
			word = "?"
			for _, id := range g.Candidates {
				word += " " + string(id)
			}
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}

// What the English set says of titles: the words a title has, and the traps that titles are.
func TestEnglish(t *testing.T) {
	for title, want := range map[string]string{
		"Project Manager": "project-manager", "PROJECT  MANAGERS": "project-manager", "Project-Manager": "project-manager",
		"Senior Project Manager (Payments)": "project-manager", "Project Mgr": "project-manager", "Ｐｒｏｊｅｃｔ Manager": "project-manager",
		"Manager, Projects": "project-manager", "Manager of Projects": "project-manager", "Head of Projects": "project-manager",
		"Project & Programme Manager": "project-manager, programme-manager", "Project, programme and portfolio manager": "project-manager, portfolio-manager, programme-manager",
		"Programme/Project Manager": "programme-manager, project-manager", "Program Manager": "programme-manager",
		"IT Project Manager": "project-manager", "Project Director": "project-director", "Director, Olympics Programme": "programme-director",
		"Deputy Director, PSN Programme": "programme-director", "Head of Transformation Programmes": "programme-manager",
		"IT Manager": "it-manager", "ICT manager": "it-manager", "Information Technology Manager": "it-manager", "Head of IT": "it-manager",
		"Head of Corporate Finance and IT": "it-manager", "Director of Finance, Estates and ICT": "it-manager", "Manager, IT": "it-manager", "Finance & IT Manager": "it-manager",
		"Infrastructure manager": "infrastructure-manager", "IT infrastructure manager": "infrastructure-manager",
		"Chief Information Officer": "it-manager", "Software Development Manager": "developer-manager", "Developer manager": "developer-manager",
		"PMO Manager": "pmo-lead", "Head of the Programme Management Office": "pmo-lead", "Project Office Manager": "pmo-lead",
		"Project Administrator": "project-administrator", "Project Support Officer": "project-support", "Project Assistant": "project-support",
		"Senior Responsible Owner": "sponsor", "SRO, Borders Programme": "sponsor", "Business Systems Analyst": "business-analyst",
		"Product Owner": "product-owner", "Service Owner": "service-owner", "Service Manager": "service-manager", "Ops Manager": "operations-manager",
		"Chief Operating Officer": "operations-manager", "Functional manager": "functional-manager",
		"PM": "? project-manager programme-manager product-manager", "Lead BA": "? business-analyst", "PM (Project Manager)": "project-manager", "PMs, payments": "? project-manager programme-manager product-manager",

		"": "", "Assistant to the Project Manager": "", "PA to Head of IT": "", "Assistant Project Manager": "", "Deputy Programme Manager": "", "PA to PM": "",
		"Project Accountant": "", "Programme Manager Support": "", "Project Manager's Assistant": "", "Project Managers' club": "", "Head of IT's driver": "", "Head of Project Finance": "", "Head of Project and Change Management": "",
		"Project Engineer": "", "Business Development Manager": "", "Customer Service Manager": "", "Head of IT Audit": "", "Former Project Manager": "",
		"Property Portfolio Manager": "", "Audit manager": "", "pm": "", "Policy officer, IT strategy": "",
		"Assistant to the Director, Project Manager": "project-manager",
	} {
		if got := said(titles.Default(), title); got != want {
			t.Errorf("%q: said %q, want %q", title, got, want)
		}
	}
}
