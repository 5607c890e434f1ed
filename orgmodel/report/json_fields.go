package report

import "example.com/orgchart/orgmodel"

// Of the JSON formats. jsonHead is all of the document but its findings, which stand last.
type (
	jsonHead struct {
		Version      int            `json:"version"`
		Organisation string         `json:"organisation"`
		AsOf         orgmodel.Date  `json:"as_of"`
		Over         *jsonOver      `json:"over,omitempty"` // of a check over an interval
		Rows         int            `json:"rows"`
		Counts       map[string]int `json:"counts"`
		Summary      jsonSummary    `json:"summary"`
		Coverage     *coverage      `json:"coverage,omitempty"` // where somebody asked
		Notes        []jsonNote     `json:"notes"`
	}
	jsonOver struct {
		From   orgmodel.Date `json:"from"`
		Until  orgmodel.Date `json:"until"` // the first day that is not part of it; empty: there is none
		Looked int           `json:"looked"`
	}
	jsonSpell struct {
		From  orgmodel.Date     `json:"from"`  // empty: it stood before the interval began
		Until orgmodel.Date     `json:"until"` // the day it is gone; empty: it stands at the end
		Turns orgmodel.Severity `json:"turns"` // its severity from until on; empty: it is gone
		Whole bool              `json:"whole"` // on no day looked at, only among the lines of all days
	}
	jsonSummary struct {
		Level         Level      `json:"level"`
		Blocking      []string   `json:"blocking"` // rules that keep it from the next level
		Errors        int        `json:"errors"`
		Warnings      int        `json:"warnings"`
		Infos         int        `json:"infos"`
		Waived        int        `json:"waived"` // findings that are let stand, none of the above
		Known         int        `json:"known"`
		LevelOfAll    Level      `json:"level_of_all"` // with what is let stand
		BlockingOfAll []string   `json:"blocking_of_all"`
		Rules         []jsonRule `json:"rules"`
	}
	jsonRule struct {
		Rule     string            `json:"rule"`
		Severity orgmodel.Severity `json:"severity"`
		Errors   int               `json:"errors"`
		Warnings int               `json:"warnings"`
		Infos    int               `json:"infos"`
		Idle     bool              `json:"idle"` // it looked at nothing
	}
	jsonNote struct {
		Text   string    `json:"text"`
		Source jsonPlace `json:"source"`
	}
	jsonPlace struct {
		File   string `json:"file"`
		Line   int    `json:"line"`
		Column int    `json:"column"` // in runes, from 1
		Field  string `json:"field"`
	}
	jsonFinding struct {
		Rule         string            `json:"rule"`
		Severity     orgmodel.Severity `json:"severity"`
		Subject      string            `json:"subject"`
		Related      []string          `json:"related"`
		RelatedTotal int               `json:"related_total"` // before the cap
		Message      string            `json:"message"`
		Path         []jsonLine        `json:"path"`
		PathTotal    int               `json:"path_total"`
		Fix          string            `json:"fix"`
		Source       jsonPlace         `json:"source"`
		Fingerprint  string            `json:"fingerprint"`
		Spell        *jsonSpell        `json:"spell,omitempty"`
	}
	jsonLine struct {
		From   string    `json:"from"`
		Rel    string    `json:"rel"`
		To     string    `json:"to"`
		Source jsonPlace `json:"source"`
	}
)

func jsonPlaceOf(p orgmodel.Pos) jsonPlace { return jsonPlace{p.File, p.Line, p.Column, p.Field} }

func jsonSpellOf(f orgmodel.Finding) *jsonSpell {
	if f.Spell == nil {
		return nil
	}
	s := jsonSpell(*f.Spell)
	return &s
}

func jsonOverOf(r Report) *jsonOver {
	if r.Over.IsZero() {
		return nil
	}
	return &jsonOver{r.Over.From, r.Over.Until, r.Looked}
}

func jsonFindingOf(f orgmodel.Finding) jsonFinding {
	j := jsonFinding{
		Rule: f.Rule, Severity: severity(f), Subject: string(f.Subject), Related: []string{}, Message: f.Message,
		Path: []jsonLine{}, Fix: f.Fix, Source: jsonPlaceOf(f.Pos), Fingerprint: f.Fingerprint(), Spell: jsonSpellOf(f),
		RelatedTotal: max(f.RelatedTotal, len(f.Related)), PathTotal: max(f.PathTotal, len(f.Path)),
	}
	for _, id := range f.Related {
		j.Related = append(j.Related, string(id))
	}
	for _, l := range f.Path {
		j.Path = append(j.Path, jsonLine{string(l.From), string(l.Rel), string(l.To), jsonPlaceOf(l.Pos)})
	}
	return j
}

func jsonSummaryOf(s Summary) jsonSummary {
	j := jsonSummary{
		Level: s.Level, Blocking: append([]string{}, s.Blocking...), Errors: s.Errors, Warnings: s.Warnings, Infos: s.Infos, Rules: []jsonRule{},
		Waived: s.Waived, Known: s.Known, LevelOfAll: s.LevelOfAll, BlockingOfAll: append([]string{}, s.BlockingOfAll...),
	}
	for _, c := range s.Rules {
		j.Rules = append(j.Rules, jsonRule{c.Rule, c.Severity, c.Errors, c.Warnings, c.Infos, c.Idle})
	}
	return j
}
