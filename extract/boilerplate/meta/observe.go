package meta

import (
	"strings"

	"github.com/PuerkitoBio/goquery"

	"github.com/quoth/quoth/extract"
)

// Option is a value that a page offers for a member of the metadata, as
// training sees it.
type Option struct {
	Values []string // one, but for authors
	Traits []string // rows of Weights
	Out    bool     // never chosen
}

// Observe gives the options of a page for "title", "authors" and
// "published", and decides nothing.
func Observe(page, url string) (map[string][]Option, error) {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(page))
	if err != nil {
		return nil, err
	}
	p := open(doc, url, extract.Origins{})
	site := p.siteName()
	seen := map[string][]Option{}
	for _, m := range []struct {
		member string
		list   []option
	}{{"title", p.titleOptions(site)}, {"authors", p.gatherCredits(site, p.headline(site)).options()}, {"published", p.gatherDates().options()}} {
		for _, o := range m.list {
			seen[m.member] = append(seen[m.member], Option{strings.Split(o.text, "\n"), o.traits, o.out})
		}
	}
	return seen, nil
}
