package orghttp_test

import (
	"fmt"
	"net/http/httptest"

	"example.com/orgchart/examples/service/orghttp"
	"example.com/orgchart/orgmodel"
)

func ExampleServer() {
	var service orghttp.Server
	service.Set(orgmodel.New(orgmodel.Spec{
		Nodes: []orgmodel.Node{{ID: "ada", Kind: orgmodel.Person}, {ID: "bo", Kind: orgmodel.Person}},
		Lines: []orgmodel.Line{{From: "bo", Rel: orgmodel.ReportsTo, To: "ada"}},
	}))
	for _, url := range []string{"/org.svg", "/org.svg?depth=none"} {
		w := httptest.NewRecorder()
		service.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		fmt.Println(w.Code, w.Header().Get("Content-Type"))
		if w.Code != 200 {
			fmt.Print(w.Body)
		}
	}
	// Output:
	// 200 image/svg+xml
	// 400 application/problem+json
	// {"title":"Bad Request","status":400,"detail":"depth is \"none\"; want a number of levels, 1 or more, or leave it out for all."}
}
