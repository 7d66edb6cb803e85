// Package boilerplate finds the story in a page.
package boilerplate

import (
	"strings"

	"github.com/PuerkitoBio/goquery"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/boilerplate/meta"
)

// Stage turns a page into pieces.
func Stage() extract.Stage {
	return extract.Stage{Name: "page", Doc: "Finds the story in an HTML page, and what the page says about it.", Shape: shape}
}

func shape(d *extract.Draft) error {
	if d.Format != extract.HTML {
		return nil
	}
	page, err := goquery.NewDocumentFromReader(strings.NewReader(d.Input))
	if err != nil {
		return err
	}
	d.Metadata = meta.Read(page, d.Source.URL)
	page.Find("p").Each(func(_ int, s *goquery.Selection) {
		d.Pieces = append(d.Pieces, extract.Piece{Text: strings.Join(strings.Fields(s.Text()), " "), Stage: "page", Rule: "p"})
	})
	return nil
}
