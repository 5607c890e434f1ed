package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
)

// tour asks a service a few things and tells what it answers.
func tour(w io.Writer, base, token string) {
	const better = "id,name,manager\nE1,Ada Okafor,\nE2,Hiro Tanaka,E1\n"
	etag := ""
	for _, t := range []struct {
		what, path       string
		body             string // is put
		bearer, ifChange bool
	}{
		{"the chart", "/org.svg", "", false, false},
		{"the same again", "/org.svg", "", false, true},
		{"a part of it", "/org.dot?root=E2&depth=1", "", false, false},
		{"nobody's chart", "/org.svg?root=E99", "", false, false},
		{"a slip of the pen", "/org.svg?dpeth=2", "", false, false},
		{"what is wrong", "/findings.json", "", false, false},
		{"what will be", "/findings.json?as-of=2026-07-01", "", false, false},
		{"put by anybody", "/org", better, false, false},
		{"put what is no table", "/org", "Dear all,\nplease find the table attached.\n", true, false},
		{"put a better table", "/org", better, true, false},
		{"the chart, if changed", "/org.svg", "", false, true},
		{"what is wrong now", "/findings.json", "", false, false},
	} {
		r, err := http.NewRequest(http.MethodGet, base+t.path, nil)
		if t.body != "" {
			r, err = http.NewRequest(http.MethodPut, base+t.path, strings.NewReader(t.body))
		}
		check(err)
		if t.bearer {
			r.Header.Set("Authorization", "Bearer "+token)
		}
		if t.ifChange {
			r.Header.Set("If-None-Match", etag)
		}
		a, err := http.DefaultClient.Do(r)
		check(err)
		body, err := io.ReadAll(a.Body)
		a.Body.Close()
		check(err)
		if t.path == "/org.svg" {
			etag = a.Header.Get("ETag")
		}
		fmt.Fprintf(w, "%s: %s %s: %s\n", t.what, r.Method, t.path, a.Status)
		tell(w, a.Header.Get("Content-Type"), body)
	}
}

// tell tells the gist of an answer.
func tell(w io.Writer, mime string, body []byte) {
	var said struct {
		Detail   string
		Rows     int
		Findings []struct{ Message string }
	}
	switch mime {
	case "application/problem+json", "application/json":
		check(json.Unmarshal(body, &said))
		for _, f := range said.Findings {
			fmt.Fprintln(w, "  ", f.Message)
		}
		if said.Detail != "" {
			fmt.Fprintln(w, "  ", said.Detail)
		}
		if said.Rows > 0 {
			fmt.Fprintln(w, "  ", said.Rows, "rows")
		}
	}
}

// check ends the program where err is one; that the server was shut down is none.
func check(err error) {
	if err != nil && err != http.ErrServerClosed {
		log.Fatal(err)
	}
}
