package report_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/rules"
	"example.com/orgchart/orgmodel/source/table"
)

const people = "id,name,manager\nE1,Ada,\nE2,Bo,E1\nE3,Cy,E9\n"

// checked is a report about people, with one finding.
func checked() report.Report {
	org, notes, err := table.Read("people.csv", strings.NewReader(people))
	if err != nil {
		panic(err)
	}
	set := []orgmodel.Rule{rules.UnknownReference{}.Rule(), rules.ReportCycle{}.Rule()}
	findings, err := orgmodel.Check(context.Background(), org, set...)
	if err != nil {
		panic(err)
	}
	return report.Report{
		Org: org, Files: []string{"people.csv"}, Notes: notes, Rules: set, Findings: findings,
		Open: func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(people)), nil },
	}
}

func ExampleText() {
	report.Text{}.Write(os.Stdout, checked())
	// Output:
	// error unknown-reference: Every id that a line names is declared.
	//
	//   E3 "Cy" reports to E9, and no record declares E9.
	//     people.csv:4:7: E3,Cy,E9
	//                           ^^ manager
	//     fix: Correct the id or add E9, or declare it external (external: in a policy file, External in Go).
	//
	// 1 error in people.csv, on no particular day: 3 records, 2 lines, 2 rules.
	// Level display: its chart shows what it says, and 1 error keeps it from being valid.
}

func ExampleReport_Summary() {
	s := checked().Summary()
	fmt.Println(s.Errors, s.Warnings, s.Records, s.Lines, s.Rows)
	fmt.Println(s.Level, s.Blocking)
	for _, c := range s.Rules {
		fmt.Println(c.Rule, c.Found())
	}
	// Output:
	// 1 0 3 2 3
	// display [unknown-reference]
	// unknown-reference 1
	// report-cycle 0
}

func ExampleGitHub() {
	report.GitHub{}.Write(os.Stdout, checked())
	// Output:
	// ::error file=people.csv,line=4,col=7,title=unknown-reference::E3 "Cy" reports to E9, and no record declares E9.%0AFix: Correct the id or add E9, or declare it external (external: in a policy file, External in Go).
	// ::notice title=orgchart::1 error in people.csv, on no particular day: 3 records, 2 lines, 2 rules.%0ALevel display: its chart shows what it says, and 1 error keeps it from being valid.
}

func ExampleJSONL() {
	r := checked()
	r.Findings[0].Path, r.Findings[0].PathTotal = nil, 0
	report.JSONL{}.Write(os.Stdout, r)
	// Output:
	// {"rule":"unknown-reference","severity":"error","subject":"E3","related":["E9","E3"],"related_total":2,"message":"E3 \"Cy\" reports to E9, and no record declares E9.","path":[],"path_total":0,"fix":"Correct the id or add E9, or declare it external (external: in a policy file, External in Go).","source":{"file":"people.csv","line":4,"column":7,"field":"manager"},"fingerprint":"97428f4acc4e4f18"}
}

func ExampleMarkdown() {
	r := checked()
	r.Findings = nil
	report.Markdown{}.Write(os.Stdout, r)
	// Output:
	// ### ✅ Nothing found in `people.csv`
	//
	// On no particular day, 3 records, 2 lines, 2 rules. Level **valid**.
}

func ExampleJUnit() {
	r := checked()
	r.Findings[0].Fix = "Add E9."
	report.JUnit{}.Write(os.Stdout, r)
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <testsuites name="orgchart" tests="2" failures="1" errors="0" skipped="0">
	//   <testsuite name="people.csv" tests="2" failures="1" errors="0" skipped="0">
	//     <properties>
	//       <property name="as-of" value=""/>
	//       <property name="level" value="display"/>
	//       <property name="records" value="3"/>
	//       <property name="lines" value="2"/>
	//       <property name="rows" value="3"/>
	//     </properties>
	//     <testcase classname="orgchart" name="unknown-reference">
	//       <failure type="unknown-reference" message="1 finding: E3 &quot;Cy&quot; reports to E9, and no record declares E9.">
	//   E3 &quot;Cy&quot; reports to E9, and no record declares E9.
	//     at: people.csv:4:7 [manager]
	//     by: E3 reports-to E9
	//     fix: Add E9.
	// </failure>
	//     </testcase>
	//     <testcase classname="orgchart" name="report-cycle"/>
	//   </testsuite>
	// </testsuites>
}

func ExampleJSON() {
	r := checked()
	r.Findings, r.Rules = nil, nil
	report.JSON{}.Write(os.Stdout, r)
	// Output:
	// {
	//   "version": 1,
	//   "organisation": "people.csv",
	//   "as_of": "",
	//   "rows": 3,
	//   "counts": {
	//     "lines": 2,
	//     "nodes": 3,
	//     "person": 3
	//   },
	//   "summary": {
	//     "level": "valid",
	//     "blocking": [],
	//     "errors": 0,
	//     "warnings": 0,
	//     "infos": 0,
	//     "waived": 0,
	//     "known": 0,
	//     "level_of_all": "valid",
	//     "blocking_of_all": [],
	//     "rules": []
	//   },
	//   "notes": [
	//     {
	//       "text": "Columns: id from \"id\", name from \"name\", manager from \"manager\".",
	//       "source": {
	//         "file": "people.csv",
	//         "line": 1,
	//         "column": 1,
	//         "field": ""
	//       }
	//     }
	//   ],
	//   "findings": []
	// }
}

func ExampleSARIF() {
	report.SARIF{}.Write(os.Stdout, report.Report{})
	// Output:
	// {"$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "version": "2.1.0", "runs": [{
	//   "tool": {
	//     "driver": {
	//       "name": "orgchart",
	//       "rules": []
	//     }
	//   },
	//   "invocations": [
	//     {
	//       "executionSuccessful": true,
	//       "toolExecutionNotifications": []
	//     }
	//   ],
	//   "columnKind": "unicodeCodePoints",
	//   "properties": {
	//     "organisation": "organisation",
	//     "asOf": "",
	//     "level": "valid",
	//     "records": 0,
	//     "lines": 0,
	//     "rows": 0,
	//     "rulesThatLookedAtNothing": []
	//   },
	//   "results": []
	// }]}
}
