// Package meta reads what a page says about its article: title, authors,
// dates, site, language, address.
//
// A page says it in many places, and they disagree. One walk over the DOM
// gathers the places (gather.go), each reader picks among its own.
package meta

import (
	"github.com/PuerkitoBio/goquery"

	"github.com/quoth/quoth/extract"
)

// Read is what page, which came from url ("" where that is unknown), says
// about its article. It leaves the page as it is, and takes time linear in
// the page's size.
func Read(page *goquery.Document, url string) extract.Metadata {
	m, _ := Explain(page, url)
	return m
}

// Origins says for members of the metadata, by their JSON names, where in the
// page the value was found: "jsonld", "og:title", "byline".
type Origins map[string]string

// Explain is Read that says where each value came from.
func Explain(page *goquery.Document, url string) (extract.Metadata, Origins) {
	var m extract.Metadata
	from := Origins{}
	if page == nil || len(page.Nodes) == 0 {
		return m, from
	}
	p := &reader{url: url, from: from}
	p.walk(page.Nodes[0])
	p.linked = readLinked(p.ld, first(p.tag("og:title", "twitter:title"), p.title))

	m.CanonicalURL = p.canonical()
	m.SiteName = p.siteName()
	m.Title = p.readTitle(m.SiteName)
	m.Language = p.language()
	m.Authors, m.Agency = p.readAuthors(m.SiteName, m.Title)
	m.Published, m.Modified = p.readPublished()
	m.Description = p.description()
	m.Image = p.image()
	m.Section = p.section()
	m.Tags = p.readTags()
	return m, from
}

// reader is a page being read.
type reader struct {
	facts
	*linked
	url  string
	from Origins
}

func (p *reader) note(member, from string) { p.from[member] = from }
