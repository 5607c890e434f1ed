package oracle_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/report"
	"example.com/orgchart/orgmodel/report/internal/odd"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

var (
	tag  = regexp.MustCompile(`<[^>]*>`)
	ours = regexp.MustCompile(`^</?(h3|p|strong|table|thead|tbody|tr|th|td|details|summary|code|pre)( style="text-align:right"| align="right")?>$|^<h3 id="[^"]*">$`)
	code = regexp.MustCompile(`(?s)<(code|pre)>.*?</(code|pre)>`)
)

// Read as GitHub's Markdown with HTML let through, a report has the tags that it is made of and no
// other, and outside of code no character that an author wrote.
func TestMarkdown(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	for _, text := range odd.Texts {
		var source, page bytes.Buffer
		if err := (report.Markdown{}).Write(&source, odd.Report(text)); err != nil {
			t.Fatal(err)
		}
		if err := md.Convert(source.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		for _, s := range tag.FindAllString(page.String(), -1) {
			if !ours.MatchString(s) {
				t.Errorf("%q makes the tag %s", text, s)
			}
		}
		if n := strings.Count(page.String(), "<tr>"); n != 4 && n != 3 {
			t.Errorf("%q makes a table of %d rows", text, n)
		}
		rest := tag.ReplaceAllString(code.ReplaceAllString(page.String(), ""), "")
		if strings.ContainsAny(rest, "@#[]{}&\\|`") || strings.Contains(rest, "://") {
			t.Errorf("%q stands outside of code: %q", text, rest)
		}
	}
}
