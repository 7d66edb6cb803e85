// Package meta reads what a page says about its article: title, authors,
// dates, site, language, address.
//
// A page says it in many places, and they disagree. One walk over the DOM
// gathers the places (gather.go), each reader picks among its own.
package meta

import (
	"strings"
	"sync"

	"github.com/PuerkitoBio/goquery"

	"github.com/quoth/quoth/extract"
)

// Read is what page, which came from url ("" where that is unknown), says
// about its article. It leaves the page as it is, and takes time linear in
// the page's size.
func Read(page *goquery.Document, url string) extract.Metadata {
	return Explain(page, url).Metadata
}

// About is what a page says about its article.
type About struct {
	extract.Metadata
	Origins extract.Origins // where in the page each was found
	Shown   string          // the headline over the story, where it is not written as the title is
	Article bool            // the page says to machines that it is one
}

// Explain is Read that says where each value came from.
func Explain(page *goquery.Document, url string) (m About) {
	m.Origins = extract.Origins{}
	if page == nil || len(page.Nodes) == 0 {
		return m
	}
	p := open(page, url, m.Origins)
	defer p.release()

	m.CanonicalURL = p.canonical()
	site := p.siteName()
	m.SiteName = p.ownName(site)
	m.Title = p.readTitle(site)
	headline := p.headline(site)
	m.Shown = first(headline, m.Title)
	m.Language = p.language()
	m.Authors, m.Agency = p.readAuthors(site, headline)
	m.Published, m.Modified = p.readPublished()
	m.Description = p.description()
	m.Image = p.image()
	m.Section = p.section()
	m.Tags = p.readTags()
	m.Article = p.article != nil || strings.EqualFold(p.tag("og:type"), "article") || p.tag("article:published_time") != ""
	return m
}

// open gathers what a page says.
func open(page *goquery.Document, url string, from extract.Origins) *reader {
	p := readers.Get().(*reader)
	p.url, p.from, p.weights = url, from, ownWeights()
	p.walk(page.Nodes[0])
	p.linked = readLinked(p.ld, first(p.tag("og:title", "twitter:title"), p.title))
	return p
}

// reader is a page being read.
type reader struct {
	facts
	*linked
	url     string
	from    extract.Origins
	weights Weights
}

// readers are used again with the room that their lists have.
var readers = sync.Pool{New: func() any { return &reader{facts: facts{classes: &Seen[mark]{}}} }}

// release gives the room of a reader back. Nothing may use it after.
func (p *reader) release() {
	f := &p.facts
	f.classes.Clear()
	*p = reader{facts: facts{
		classes: f.classes, metas: emptied(f.metas), ld: emptied(f.ld), heads: emptied(f.heads), times: emptied(f.times), dates: emptied(f.dates),
		authors: emptied(f.authors), sections: emptied(f.sections), lines: emptied(f.lines),
	}}
	readers.Put(p)
}

// emptied is the room of a list; what it held may go.
func emptied[T any](list []T) []T {
	clear(list)
	return list[:0]
}

func (p *reader) note(member, from string) { p.from[member] = from }
