package sink

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

//go:embed data/page.css
var pageStyle string

// Page writes results as one page for a browser: each article with its quotes
// coloured by who speaks, and who that is beside it. It has no script, asks for
// nothing from the network, and its content security policy forbids both.
type Page struct {
	w     *bufio.Writer
	begun bool
	n     int // articles so far
}

// NewPage makes a page on w.
func NewPage(w io.Writer) *Page { return &Page{w: bufio.NewWriter(w)} }

// colours is how many colours the style has for speakers; then they come again.
const colours = 8

// Write writes a result.
func (p *Page) Write(r pipeline.Result) (pipeline.Result, error) {
	p.begin()
	p.n++
	if r.Err != nil {
		p.put(`<article class="failed"><p>`, escaped(r.Err.Error()), "</p></article>\n")
	} else {
		p.article(r.Doc)
	}
	return r, p.w.Flush()
}

// Flush ends the page.
func (p *Page) Flush() error {
	p.begin()
	p.put("</body>\n</html>\n")
	return p.w.Flush()
}

func (p *Page) put(list ...string) {
	for _, s := range list {
		p.w.WriteString(s)
	}
}

func (p *Page) begin() {
	if p.begun {
		return
	}
	p.begun = true
	p.put(pageHead(pageStyle),
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n", `<meta name="color-scheme" content="light dark">`, "\n",
		"<title>Who said what</title>\n<style>", pageStyle, "</style>\n</head>\n<body>\n")
}

func (p *Page) article(d *extract.Document) {
	list, of := voices(d)
	p.put("<article>\n<div class=\"story\" dir=\"auto\">\n")
	p.head(d)
	rest := pieces(d)
	seen := make([]bool, len(d.Quotes))
	for i := range d.Blocks {
		b := &d.Blocks[i]
		open, shut := tagsOf(b)
		p.put(open)
		var cut []stretch
		cut, rest = stretches(b.Span, rest)
		for _, s := range cut {
			if s.quote < 0 {
				p.put(escaped(d.At(s.Span)))
				continue
			}
			p.mark(d, s, of[s.quote], !seen[s.quote])
			seen[s.quote] = true
		}
		p.put(shut, "\n")
	}
	p.put("</div>\n")
	p.voices(d, list)
	p.put("</article>\n")
}

func (p *Page) head(d *extract.Document) {
	p.put("<header><h1>", escaped(titleOf(d)), "</h1>\n")
	var about []string
	for _, s := range []string{strings.Join(d.Metadata.Authors, ", "), d.Metadata.SiteName, d.Metadata.Published} {
		if s != "" {
			about = append(about, escaped(s))
		}
	}
	if len(about) > 0 {
		p.put(`<p class="about">`, strings.Join(about, " · "), "</p>\n")
	}
	p.put("</header>\n")
}

func tagsOf(b *extract.Block) (open, shut string) {
	switch b.Kind {
	case extract.Heading:
		return "<h2>", "</h2>"
	case extract.BlockQuote:
		return "<blockquote><p>", "</p></blockquote>"
	case extract.ListItem:
		return `<p class="item">`, "</p>"
	case extract.Table, extract.Preformatted:
		return "<pre>", "</pre>"
	case extract.Caption:
		return `<p class="caption">`, "</p>"
	}
	return "<p>", "</p>"
}

// mark writes a stretch of a quote; first says that it is the quote's first, to
// which the list beside the story leads.
func (p *Page) mark(d *extract.Document, s stretch, voice int, first bool) {
	q := &d.Quotes[s.quote]
	id := ""
	if first {
		id = ` id="` + p.anchor(s.quote) + `"`
	}
	p.put(`<mark`, id, ` tabindex="0" class="c`, strconv.Itoa(voice%colours), " ", q.Kind.String())
	if q.Speaker.Kind == extract.NoSpeaker {
		p.put(" nobody")
	}
	if q.Confidence < 0.6 {
		p.put(" unsure")
	}
	p.put(`" data-tip="`, escaped(tip(d, q)), `">`, escaped(d.At(s.Span)), "</mark>")
}

// anchor is the name of a quote within the page.
func (p *Page) anchor(quote int) string { return fmt.Sprintf("a%dq%d", p.n, quote+1) }

// tip is what hovering over a quote shows.
func tip(d *extract.Document, q *extract.Quote) string {
	var b strings.Builder
	b.WriteString(speaker(d, q.Speaker))
	if q.Via.Kind != extract.NoSpeaker {
		b.WriteString("\nvia " + speaker(d, q.Via))
	}
	fmt.Fprintf(&b, "\n%s", q.Kind)
	if !q.Cue.Empty() {
		fmt.Fprintf(&b, " · “%s”", Plain(d.At(q.Cue)))
	}
	if q.Modality != extract.Actual {
		fmt.Fprintf(&b, " · %s", q.Modality)
	}
	fmt.Fprintf(&b, "\nrule %s · confidence %.2f", q.Rule, q.Confidence)
	return b.String()
}

func (p *Page) voices(d *extract.Document, list []voice) {
	p.put("<aside>\n<h2>", counted(len(d.Quotes), "quote"), "</h2>\n")
	for k, v := range list {
		name := escaped(v.name)
		class := fmt.Sprintf("c%d", k%colours)
		if name == "" {
			name, class = "The text does not say who", class+" nobody"
		}
		p.put(`<section class="`, class, `"><h3>`, name, ` <span class="count">`, strconv.Itoa(len(v.quotes)), "</span></h3>\n")
		if v.role != "" {
			p.put(`<p class="role">`, escaped(v.role), "</p>\n")
		}
		p.put("<ol>\n")
		for _, i := range v.quotes {
			p.put(`<li><a href="#`, p.anchor(i), `">`, escaped(shorten(Plain(d.At(d.Quotes[i].Span)), 90)), "</a></li>\n")
		}
		p.put("</ol></section>\n")
	}
	p.put("</aside>\n")
}
