package boilerplate

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxCell is how many characters a cell of data holds at most. A story that is
// set in a cell has no long text either where its lines are broken by <br>.
const maxCell = 600

// isDataTable tells a table of data from one that lays out a page: no table
// in it, rows of several cells, and in the cells little but text. It looks no
// further than to the first table in it, so that nested tables cost no more
// than their size.
func isDataTable(table *html.Node) bool {
	var rows, cells, blocks, chars, long int
	cell := 0 // characters of the cell
	n := table
	for {
		if n.Type == html.TextNode {
			size := len(n.Data)
			chars += size
			if cell += size; size > 400 || cell > maxCell {
				long++
			}
		}
		if n.Type == html.ElementNode && n != table {
			switch n.DataAtom {
			case atom.Table, atom.Article, atom.Section, atom.Main, atom.H1, atom.Form, atom.Aside:
				return false
			case atom.Tr:
				rows++
			case atom.Td, atom.Th:
				cells++
				cell = 0
			case atom.P, atom.Div, atom.H2, atom.H3, atom.Blockquote:
				blocks++
			}
		}
		if n.FirstChild != nil && !silent(n.DataAtom) {
			n = n.FirstChild
			continue
		}
		for n != table && n.NextSibling == nil {
			n = n.Parent
		}
		if n == table {
			break
		}
		n = n.NextSibling
	}
	return rows >= 2 && cells >= rows*3/2 && long == 0 && chars < 250*cells && blocks <= 2*cells
}
