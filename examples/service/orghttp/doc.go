// Package orghttp serves one organisation over HTTP: its chart as SVG, the same for Graphviz as DOT,
// and what is wrong with it as JSON.
//
//	var service orghttp.Server
//	service.Set(org)
//	http.Handle("/", &service)
//
//	GET /org.svg        the chart; ?root=ID&depth=N&as-of=YYYY-MM-DD&theme=auto|light|dark
//	GET /org.dot        the same for Graphviz, with the same parameters
//	GET /findings.json  what the rules found; ?as-of=YYYY-MM-DD
//	PUT /org            another organisation, as a table; where Server.Token is set
//
// The organisation may be replaced at any time, by Set or by PUT. A request is answered from the
// one that was there when it came. What is drawn is kept with its organisation and goes with it, so
// nothing has to be invalidated.
//
// What was drawn has an ETag of its bytes: a browser that asks again gets 304 until the picture is
// another. Two clients that want one picture at once wait for one drawing; when the last of them
// goes away, the drawing stops. Only so many are drawn at a time, and who would wait too long is
// asked to come back (503).
//
// Every error is a problem (RFC 9457) whose detail is a sentence that says what to do.
//
// Not here: TLS, users, compression and logging, which stand before a handler; and more than one
// organisation, which is a Server each.
package orghttp
