package orghttp

import (
	"bytes"
	"crypto/subtle"
	"encoding/json"
	"io"
	"net/http"
	"strings"

	"example.com/orgchart/orgmodel/source"
)

// receipt is what PUT answers: what was read, and what was assumed in reading it.
type receipt struct {
	Rows  int      `json:"rows"`
	Notes []string `json:"notes"` // the first 100
}

// put replaces the organisation by what the body holds. What cannot be read changes nothing; what
// can be read is taken however wrong it is, since showing that is what the service is for.
func (s *Server) put(w http.ResponseWriter, r *http.Request) *problem {
	if r.Method != http.MethodPut {
		w.Header().Set("Allow", "PUT")
		return say(http.StatusMethodNotAllowed, "/org can be put and not got; get /org.svg, /org.dot or /findings.json.")
	}
	if s.Token == "" {
		return say(http.StatusForbidden, "Nobody may replace the organisation of this service.")
	}
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok || subtle.ConstantTimeCompare([]byte(token), []byte(s.Token)) != 1 {
		w.Header().Set("WWW-Authenticate", "Bearer")
		return say(http.StatusUnauthorized, "Who may replace the organisation has a token. Send it as Authorization: Bearer TOKEN.")
	}
	if r.URL.RawQuery != "" {
		return say(http.StatusBadRequest, "/org has no parameters.")
	}
	q := query{path: r.URL.Path}
	limits := s.limits()
	text, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limits.Bytes))
	if err != nil {
		return s.problemOf(w, q, err)
	}
	done, err := s.turn(r.Context()) // not before the body is there: a slow client keeps nobody waiting
	if err != nil {
		return s.problemOf(w, q, err)
	}
	defer done()
	file := source.File{
		Name: "upload", Size: int64(len(text)),
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil },
	}
	formats := s.formats()
	if len(formats) == 1 {
		file.Format = formats[0].Name // so that its reader says what is wrong, not that no format fits
	}
	org, notes, err := source.Load(r.Context(), formats, limits, file)
	if err != nil {
		return s.problemOf(w, q, err)
	}
	s.Set(org)
	got := receipt{Rows: notes.Rows, Notes: []string{}}
	for _, n := range notes.List[:min(len(notes.List), 100)] {
		got.Notes = append(got.Notes, n.Pos.String()+": "+n.Text)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	json.NewEncoder(w).Encode(got)
	return nil
}
