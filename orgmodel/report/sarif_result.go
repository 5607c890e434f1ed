package report

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
)

func sarifResultOf(r Report, f orgmodel.Finding, index int, q rows) sarifResult {
	message := f.Message
	if f.Spell != nil {
		message += " " + capital(f.Spell.String()) + "."
	}
	if f.Fix != "" {
		message += " " + f.Fix
	}
	s := sarifResult{
		RuleID: f.Rule, RuleIndex: index, Level: sarifLevel(severity(f)), Message: sarifMessage{sarifText(message)},
		Locations: []sarifLocation{}, Fingerprints: map[string]string{sarifKey: f.Fingerprint()},
		Properties: sarifExtra{Fix: f.Fix, Related: []string{}, PathTotal: max(f.PathTotal, len(f.Path)), Spell: jsonSpellOf(f)},
	}
	for _, id := range f.Related {
		s.Properties.Related = append(s.Properties.Related, string(id))
	}
	at := sarifLocation{Physical: physical(r.placeOf(f), q)}
	if f.Subject != "" {
		at.Logical = []sarifLogical{{string(f.Subject), "record"}}
	}
	if at.Physical != nil || at.Logical != nil {
		s.Locations = append(s.Locations, at)
	}
	for i, l := range f.Path {
		id := i + 1
		s.Related = append(s.Related, sarifLocation{ID: &id, Physical: physical(l.Pos, q), Message: &sarifMessage{sarifText(l.String())}})
	}
	return s
}

// physical is a place in a file, nil where there is none. Where its row is at hand, the region
// ends with the cell; else it has a beginning alone, which SARIF takes to mean the rest of the line.
func physical(p orgmodel.Pos, q rows) *sarifPhysical {
	if p.File == "" {
		return nil
	}
	at := &sarifPhysical{Artifact: sarifArtifact{uri(p.File)}}
	if p.Line > 0 {
		at.Region = &sarifRegion{StartLine: p.Line, StartColumn: max(p.Column, 0)}
		if row, ok := q.at(p); ok && p.Column > 0 {
			from := offset(row, p.Column)
			if n := utf8.RuneCountInString(row[from : from+cellLen(row[from:])]); n > 0 {
				at.Region.EndColumn = p.Column + n
			}
		}
	}
	return at
}

// uri is the name of a file as a URI reference (RFC 3986): relative, or with the scheme file where the
// name is absolute. Bytes that may not stand in a path are percent-encoded, colons among them, since
// a colon in the first segment would end a scheme.
func uri(file string) string {
	file = filepath.ToSlash(file)
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	if strings.HasPrefix(file, "/") {
		b.WriteString("file://")
		file = "/" + strings.TrimLeft(file, "/")
	}
	for i := 0; i < len(file); i++ {
		c := file[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("/-._~!$&'()*+,;=@", c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
