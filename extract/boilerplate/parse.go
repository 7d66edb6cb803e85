package boilerplate

import (
	"io"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// maxDepth is how deep flatten lets elements nest. The parser refuses more
// than 512, and puts elements of its own around what it reads (tbody,
// formatting opened anew in each paragraph).
const maxDepth = 200

// parse reads a page of any depth. A page that the parser refuses is read
// again with its deepest elements taken away, and if it refuses that too, as
// headings and paragraphs alone.
//
// What no reader looks at is left out before; embedded looks at scripts, and
// has the page parsed whole.
func parse(page string) (*goquery.Document, error) { return parseAs(page, slim(page)) }

func parseWhole(page string) (*goquery.Document, error) {
	return parseAs(page, strings.NewReader(page))
}

func parseAs(page string, slimmed io.Reader) (*goquery.Document, error) {
	root, err := html.Parse(slimmed)
	if err != nil {
		root, err = html.Parse(strings.NewReader(flatten(page, maxDepth)))
	}
	if err != nil {
		root, err = html.Parse(strings.NewReader(flatten(page, 0)))
	}
	if err != nil {
		return nil, err
	}
	return goquery.NewDocumentFromNode(root), nil
}
