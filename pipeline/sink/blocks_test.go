package sink

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

func explained() *extract.Document {
	d := extract.NewDocument("a.html", "The wall will hold.")
	d.Metadata.Title = "Wall <b>holds</b>"
	d.Warnings = []string{"odd & old"}
	d.Decisions = []extract.Decision{
		{Kind: extract.ListItem, Text: "Home", Verdict: extract.Chrome, Stage: "page", Rule: "in_nav", Why: &extract.Why{Score: -6.5, Reasons: []extract.Reason{{Name: "in_nav", Weight: -2}, {Name: "close", Weight: 0.25}}}},
		{Text: "The wall will hold.", Stage: "page", Rule: "prose", Why: &extract.Why{Score: 2.25}},
		{Text: "Also read\n</div><script>alert(1)</script>\u202e", Verdict: extract.Cut, Stage: "junk", Rule: "teaser"},
		{Text: "unasked"},
	}
	return d
}

func TestBlocks(t *testing.T) {
	var b strings.Builder
	p := NewBlocks(&b, 64)
	p.Write(pipeline.Result{ID: "a.html", Doc: explained()})
	p.Write(pipeline.Result{ID: "b.html", Err: pipeline.Failed("b.html", "page", errors.New("no text found"))})
	want := `Wall <b>holds</b>
4 blocks: 2 kept, 1 cut, 1 chrome
odd & old

chrome  list_item   Home
        page: in_nav, score -6.50: in_nav -2.00, close +0.25
kept    paragraph   The wall will hold.
        page: prose, score +2.25
cut     paragraph   Also read </div><script>alert(1)</script>
        junk: teaser
kept    paragraph   unasked

b.html: page: no text found
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestBlockMapIsSafe holds that nothing of a page becomes an element, an
// attribute or a style of the map.
func TestBlockMapIsSafe(t *testing.T) {
	d := explained()
	evil := `"><img src=x onerror=alert(1)></style></title><script>alert(1)</script><!--`
	d.ID, d.Metadata.Title = evil, evil
	d.Warnings = []string{evil}
	d.Decisions = append(d.Decisions, extract.Decision{Text: evil, Rule: evil, Stage: evil, Why: &extract.Why{Reasons: []extract.Reason{{Name: evil}}}})
	var b strings.Builder
	p := NewBlockMap(&b)
	p.Write(pipeline.Result{Doc: d})
	p.Write(pipeline.Result{ID: evil, Err: pipeline.Failed(evil, evil, errors.New(evil))})
	p.Flush()
	root, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]bool{"html": true, "head": true, "meta": true, "title": true, "style": true, "body": true, "section": true, "h1": true, "p": true, "span": true, "div": true, "b": true, "ul": true, "li": true}
	scripts := 0
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			scripts += strings.Count(n.Data, "<script>alert(1)</script>")
		}
		if n.Type == html.ElementNode && !allowed[n.Data] || n.Type == html.CommentNode {
			t.Errorf("a %s of the page", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" || a.Key == "style" {
				t.Errorf("attribute %s", a.Key)
			}
		}
	}
	if scripts < 7 {
		t.Errorf("evil text stands in %d places", scripts)
	}
	if strings.ContainsRune(b.String(), '\u202e') {
		t.Error("a character turns the direction of the text")
	}
	if !strings.Contains(b.String(), "Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-") {
		t.Error("no policy")
	}
}

func TestBlockMapOfNothingIsAPage(t *testing.T) {
	var b strings.Builder
	if err := NewBlockMap(&b).Flush(); err != nil || !strings.HasSuffix(b.String(), "</html>\n") {
		t.Errorf("%v, %q", err, b.String())
	}
}
