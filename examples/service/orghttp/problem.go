package orghttp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"

	"example.com/orgchart/layout"
	"example.com/orgchart/orgmodel/source"
)

// A problem is an answer that is none, as RFC 9457 writes it.
type problem struct {
	Title  string `json:"title"` // what the status is called
	Status int    `json:"status"`
	Detail string `json:"detail"` // what is wrong and what to do, in sentences
}

func say(status int, format string, args ...any) *problem {
	return &problem{http.StatusText(status), status, fmt.Sprintf(format, args...)}
}

func (p *problem) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(p.Status)
	json.NewEncoder(w).Encode(p) // an error here is the client's connection, and nobody is left to tell
}

// problemOf says what an error means to the client.
func (s *Server) problemOf(w http.ResponseWriter, q query, err error) *problem {
	var large tooLarge
	var unread *source.Error
	var body *http.MaxBytesError
	var limit *source.LimitError
	switch {
	case errors.Is(err, errBusy), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		w.Header().Set("Retry-After", "2") // where it was cancelled, there is mostly nobody left to read this
		return say(http.StatusServiceUnavailable, "The service is busy. Ask again in two seconds.")
	case errors.Is(err, errNoRoot):
		return say(http.StatusNotFound, "root is %.80q, which no post or person of this organisation has as its id.", q.root)
	case errors.As(err, &large):
		return say(http.StatusBadRequest, "The picture would have %d boxes, and %d are the most. Ask for a part of it, as ?root=ID&depth=3.", large.boxes, large.most)
	case errors.Is(err, layout.ErrTooLarge):
		return say(http.StatusBadRequest, "The picture would be too wide for its format. Ask for a part of it, as ?root=ID&depth=3.")
	case errors.As(err, &body):
		return say(http.StatusRequestEntityTooLarge, "The upload has more than %d bytes, which are the most.", body.Limit)
	case errors.As(err, &limit):
		return say(http.StatusRequestEntityTooLarge, "%s: the upload exceeds the limit of %d (%s).", limit.Pos, limit.Max, limit.Limit)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, os.ErrDeadlineExceeded):
		return say(http.StatusBadRequest, "The upload broke off. Send it again.")
	case errors.As(err, &unread):
		return say(http.StatusUnprocessableEntity, "%v", err)
	}
	if s.Log != nil {
		s.Log.Error("request failed", "path", q.path, "error", err)
	}
	return say(http.StatusInternalServerError, "The request failed through no fault of yours.")
}
