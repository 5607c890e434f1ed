package orghttp_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"example.com/orgchart/examples/service/orghttp"
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/source"
)

// team is an organisation of a name, whose boss has reports.
func team(name string, reports ...string) *orgmodel.Org {
	spec := orgmodel.Spec{Name: name, Nodes: []orgmodel.Node{{ID: "top", Kind: orgmodel.Person, Name: name}, {ID: "x", Kind: orgmodel.Project}}}
	for _, r := range reports {
		spec.Nodes = append(spec.Nodes, orgmodel.Node{ID: orgmodel.ID(r), Kind: orgmodel.Person, Name: r})
		spec.Lines = append(spec.Lines, orgmodel.Line{From: orgmodel.ID(r), Rel: orgmodel.ReportsTo, To: "top"})
	}
	return orgmodel.New(spec)
}

func serving(o *orgmodel.Org) *orghttp.Server {
	s := &orghttp.Server{}
	s.Set(o)
	return s
}

// ask asks a handler; headers are names and values in turn.
func ask(h http.Handler, method, url, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, url, strings.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// detail is the sentence of a problem, which must be one in every respect.
func detail(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	var p struct {
		Title, Detail string
		Status        int
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != w.Code || p.Title != http.StatusText(w.Code) ||
		w.Header().Get("Content-Type") != "application/problem+json" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%d is no problem: %v %s", w.Code, err, w.Body)
	}
	return p.Detail
}

func TestGet(t *testing.T) {
	s := serving(team("Harbour", "bo", "cy"))
	for url, c := range map[string]struct{ mime, holds string }{
		"/org.svg":                          {"image/svg+xml", "<svg "},
		"/org.svg?root=bo":                  {"image/svg+xml", ">bo<"},
		"/org.svg?root=&depth=&theme=dark":  {"image/svg+xml", "#12171e"},
		"/org.dot?depth=1":                  {"text/vnd.graphviz; charset=utf-8", "digraph"},
		"/findings.json":                    {"application/json", `"findings": []`},
		"/findings.json?as-of=2026-01-31":   {"application/json", `"as_of": "2026-01-31"`},
		"/org.svg?as-of=2026-01-31&depth=9": {"image/svg+xml", "2026-01-31"},
	} {
		w := ask(s, "GET", url, "")
		sum := sha256.Sum256(w.Body.Bytes())
		for name, want := range map[string]string{
			"Content-Type": c.mime, "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-cache",
			"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
			"ETag":                    `"` + hex.EncodeToString(sum[:16]) + `"`,
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", url, name, got, want)
			}
		}
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), c.holds) {
			t.Errorf("%s: %d without %q: %.300s", url, w.Code, c.holds, w.Body)
		}
		head := ask(s, "HEAD", url, "")
		if head.Code != w.Code || head.Body.Len() != 0 || head.Header().Get("ETag") != w.Header().Get("ETag") || head.Header().Get("Content-Length") != w.Header().Get("Content-Length") {
			t.Errorf("%s: HEAD differs from GET: %v and %v", url, head.Header(), w.Header())
		}
	}
}

func TestETag(t *testing.T) {
	s := serving(team("Harbour", "bo"))
	for _, url := range []string{"/org.svg", "/org.dot", "/findings.json"} {
		s.Set(team("Harbour", "bo"))
		tag := ask(s, "GET", url, "").Header().Get("ETag")
		s.Set(team("Harbour", "bo")) // the same again, made anew
		for _, have := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
			w := ask(s, "GET", url, "", "If-None-Match", have)
			if w.Code != http.StatusNotModified || w.Body.Len() != 0 || w.Header().Get("ETag") != tag {
				t.Errorf("%s: %d for %s", url, w.Code, have)
			}
		}
		s.Set(team("Port", "bo", "cy"))
		w := ask(s, "GET", url, "", "If-None-Match", tag)
		if w.Code != http.StatusOK || w.Header().Get("ETag") == tag {
			t.Errorf("%s: %d %s of another organisation", url, w.Code, w.Header().Get("ETag"))
		}
	}
}

func TestProblems(t *testing.T) {
	s := serving(team("Harbour", "bo", "cy"))
	s.Boxes = 2
	for _, c := range []struct {
		method, url string
		status      int
		says        string
	}{
		{"GET", "/", 404, `nothing at "/"`},
		{"GET", "/org.svg/", 404, "nothing at"},
		{"POST", "/org.svg", 405, "can be got"},
		{"OPTIONS", "/findings.json", 405, "can be got"},
		{"GET", "/org", 405, "can be put"},
		{"PUT", "/org", 403, "Nobody may"},
		{"GET", "/org.svg?root=nobody", 404, `root is "nobody"`},
		{"GET", "/org.svg?root=x", 404, `root is "x"`},
		{"GET", "/org.svg?root=%00%1b%5b2J", 404, `"\x00\x1b[2J"`},
		{"GET", "/org.svg?depth=0", 400, `depth is "0"`},
		{"GET", "/org.svg?depth=-1", 400, `depth is "-1"`},
		{"GET", "/org.svg?depth=99999999999999999999", 400, "depth is"},
		{"GET", "/org.svg?as-of=2026-02-30", 400, `as-of is "2026-02-30"`},
		{"GET", "/org.svg?theme=pink", 400, `theme is "pink"; want auto, light or dark`},
		{"GET", "/findings.json?theme=dark", 400, `no parameter "theme"; it has as-of`},
		{"GET", "/org.svg?z=1&a=1&m=1", 400, `no parameter "a"`},
		{"GET", "/org.svg?depth=1&depth=2", 400, "depth is given 2 times"},
		{"GET", "/org.svg?root=%zz", 400, "cannot be read"},
		{"GET", "/org.svg?root=a;depth=2", 400, "cannot be read"},
		{"GET", "/org.svg", 400, "3 boxes, and 2 are the most"},
		{"GET", "/org.dot", 400, "3 boxes, and 2 are the most"},
	} {
		w := ask(s, c.method, c.url, "")
		if says := detail(t, w); w.Code != c.status || !strings.Contains(says, c.says) {
			t.Errorf("%s %s: %d %s, want %d %s", c.method, c.url, w.Code, says, c.status, c.says)
		}
		if (w.Code == 405) != (w.Header().Get("Allow") != "") || w.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("%s %s: %v", c.method, c.url, w.Header())
		}
	}
	if w := ask(&orghttp.Server{}, "GET", "/org.svg", ""); w.Code != 404 || !strings.Contains(detail(t, w), "no organisation yet") {
		t.Error("the zero Server answers", w.Code, w.Body)
	}
	s.Set(nil)
	if w := ask(s, "GET", "/org.svg", ""); w.Code != 404 || s.Org() != nil {
		t.Error("a Server whose organisation was taken away answers", w.Code)
	}
}

func TestPut(t *testing.T) {
	old := team("Harbour", "bo")
	s := serving(old)
	s.Token, s.Limits = "t", source.Limits{Bytes: 60, Rows: 2}
	const good = "id,name,manager\n1,A,\n2,B,1\n"
	for _, c := range []struct {
		body, token string
		status      int
		says        string
	}{
		{good, "", 401, "has a token"},
		{good, "Bearer ", 401, "has a token"},
		{good, "Bearer tt", 401, "has a token"},
		{good, "Basic t", 401, "has a token"},
		{good + strings.Repeat("3,C,1\n", 9), "Bearer t", 413, "more than 60 bytes"},
		{good + "3,C,1\n", "Bearer t", 413, "limit of 2 (Rows)"},
		{"Dear all", "Bearer t", 422, "upload:1:1: "},
		{"", "Bearer t", 422, "upload: "},
	} {
		w := ask(s, "PUT", "/org", c.body, "Authorization", c.token)
		if says := detail(t, w); w.Code != c.status || !strings.Contains(says, c.says) {
			t.Errorf("%q %q: %d %s, want %d %s", c.body, c.token, w.Code, says, c.status, c.says)
		}
	}
	if s.Org() != old {
		t.Error("what was refused replaced the organisation")
	}
	w := ask(s, "PUT", "/org", good, "Authorization", "Bearer t")
	var got struct {
		Rows  int
		Notes []string
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != 200 || got.Rows != 2 || len(got.Notes) == 0 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if _, ok := s.Org().Find("2"); !ok {
		t.Error("the organisation is still the old one")
	}
	r := httptest.NewRequest("PUT", "/org", io.MultiReader(strings.NewReader("id,"), broken{}))
	r.Header.Set("Authorization", "Bearer t")
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, r)
	if rec.Code != 400 || !strings.Contains(detail(t, rec), "broke off") {
		t.Errorf("an upload that breaks off: %d %s", rec.Code, rec.Body)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// Whatever a name holds, the picture has no element or attribute that runs or fetches anything.
func TestHostileNames(t *testing.T) {
	for _, name := range []string{
		"<script>alert(1)</script>", "</text></svg><script>alert(1)</script>", `"><image href="http://example.com/x" onload="alert(1)"/>`,
		"]]><foreignObject>", "</style><style>@import url(//example.com)</style>", "&#60;script&#62;", "\x00\xff\u202e", "javascript:alert(1)",
	} {
		s := serving(team(name, name+"1"))
		w := ask(s, "GET", "/org.svg", "")
		if w.Code != 200 {
			t.Fatalf("%q: %d", name, w.Code)
		}
		allowed := []string{"svg", "title", "desc", "style", "defs", "pattern", "path", "rect", "g", "text", "tspan", "circle", "marker", "polygon", "line"}
		dec := xml.NewDecoder(w.Body)
		for {
			token, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%q: %v", name, err)
			}
			el, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if !slices.Contains(allowed, el.Name.Local) {
				t.Errorf("%q: the picture has an element %s", name, el.Name.Local)
			}
			for _, a := range el.Attr {
				if n := strings.ToLower(a.Name.Local); strings.HasPrefix(n, "on") || n == "href" || n == "src" || strings.Contains(a.Value, "javascript:") {
					t.Errorf("%q: %s has %s=%q", name, el.Name.Local, a.Name.Local, a.Value)
				}
			}
		}
	}
}
