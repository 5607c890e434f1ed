package drawhttp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"example.com/orgchart/layout"
	"example.com/orgchart/layout/graphviz"
)

// A problem is an answer that is no picture, as RFC 9457 writes it.
type problem struct {
	Status int    `json:"status"`
	Detail string `json:"detail"` // what is wrong and what to do, in sentences
}

func (p problem) Error() string { return p.Detail }

func write(w http.ResponseWriter, p problem) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Cache-Control", "no-store")
	if p.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	w.WriteHeader(p.Status)
	json.NewEncoder(w).Encode(p) // an error here is the client's connection, and nobody is left to tell
}

// problemOf says what an error means to the client.
func problemOf(err error) problem {
	var known problem
	var limit *graphviz.LimitError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &limit):
		return problem{http.StatusBadRequest, fmt.Sprintf("The picture would have %d %s, and %d are the most. Ask for a part of it, as ?root=ID&depth=3.", limit.Have, limit.What, limit.Limit)}
	case errors.Is(err, layout.ErrTooLarge):
		return problem{http.StatusBadRequest, "The picture would be too wide for its format. Ask for a part of it, as ?root=ID&depth=3."}
	case errors.Is(err, graphviz.ErrTimeout):
		return problem{http.StatusUnprocessableEntity, "Graphviz works too long at this picture. Ask for a part of it, or for another layout."}
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), errors.Is(err, graphviz.ErrClosed):
		// Where the client went away, nobody reads this.
		return problem{http.StatusServiceUnavailable, "The service is busy. Ask again in five seconds."}
	}
	return problem{http.StatusInternalServerError, "The picture failed through no fault of yours."}
}

// layouts are the names of those that keep the sizes of boxes.
func layouts() string {
	names := slices.DeleteFunc(graphviz.Layouts(), func(s string) bool { return s == graphviz.Patchwork.String() })
	return strings.Join(names, ", ")
}
