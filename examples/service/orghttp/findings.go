package orghttp

import (
	"encoding/json"
	"io"

	"example.com/orgchart/orgmodel"
)

// What /findings.json says.
type (
	report struct {
		Version      int           `json:"version"`
		Organisation string        `json:"organisation"`
		AsOf         orgmodel.Date `json:"as_of"`
		Errors       int           `json:"errors"`
		Warnings     int           `json:"warnings"`
		Findings     []finding     `json:"findings"`
	}
	finding struct {
		Rule        string            `json:"rule"`
		Severity    orgmodel.Severity `json:"severity"`
		Subject     orgmodel.ID       `json:"subject"`
		Message     string            `json:"message"`
		Fix         string            `json:"fix"`
		Source      string            `json:"source"` // file:line:column [field]
		Fingerprint string            `json:"fingerprint"`
	}
)

func writeFindings(w io.Writer, o *orgmodel.Org, findings orgmodel.Findings) error {
	r := report{
		Version: 1, Organisation: o.Name(), AsOf: o.AsOf(), Findings: []finding{},
		Errors: findings.Count(orgmodel.Error), Warnings: findings.Count(orgmodel.Warning),
	}
	for _, f := range findings {
		r.Findings = append(r.Findings, finding{f.Rule, f.Severity, f.Subject, f.Message, f.Fix, f.Pos.String(), f.Fingerprint()})
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}
