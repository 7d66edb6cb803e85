package meta

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts is what one walk over the page finds for all readers.
type facts struct {
	lang     string
	base     string
	title    string
	metas    []pair // names in lower case
	canon    string
	ld       []string
	heads    []element // h1, and h2 that is classed or marked as the headline
	times    []element
	dates    []element
	authors  []element // marked as the author by rel, itemprop or class
	sections []element
	lines    []element   // short texts of the page, in order, for datelines and "By …"
	h1       int         // order of the first heading, -1 for none
	classes  *Seen[mark] // what attributes mark
	h2s      int         // how many unmarked h2 are in heads
}

type pair struct{ name, value string }

// element is a place of the page that may tell something.
type element struct {
	node   *html.Node
	order  int    // texts before it
	text   string // white space joined
	attr   string // datetime or content
	mark   mark
	aside  bool // in what is no story: comments, related, footer
	inside bool // of <article> or <main>
}

// mark is what the names of an element's classes, its rel and itemprop say.
type mark uint16

const (
	byRel mark = 1 << iota
	byProp
	byClass
	byLink      // leads to an author's page
	isName      // names one person: rel=author, itemprop=name, class author-name
	isPublished // names the date of publication
	isModified
	isDate
	isByline
	isAuthor
	isAside
	isHeadline
	isBio // tells about an author: longer texts are expected
	isSection
)

const (
	maxFound = 64  // elements of each sort
	maxLines = 600 // short texts kept

	belowTitle = 16 // texts below the headline in which a "By" of two or three letters is one

	maxSubheads = 3 // unmarked h2 that may be the title where no h1 is
)

func (f *facts) walk(root *html.Node) {
	f.h1 = -1
	order := 0
	var asides []*html.Node
	inside, lines := 0, 0
	for n := root; n != nil; {
		down := true
		switch n.Type {
		case html.TextNode:
			if lines < maxLines {
				if t := n.Data; (len(t) > 3 || f.h1 >= 0 && order-f.h1 < belowTitle && isBy(t)) && len(t) < 400 {
					if t = squeeze(t); t != "" {
						lines++
						order++
						f.lines = append(f.lines, element{node: n, order: order, text: t, aside: len(asides) > 0, inside: inside > 0})
					}
				} else {
					order++
				}
			} else {
				order++
			}
		case html.ElementNode:
			e := element{node: n, order: order, aside: len(asides) > 0, inside: inside > 0}
			down = f.element(&e)
			if e.mark&isAside != 0 {
				asides = append(asides, n)
			}
			if n.DataAtom == atom.Article || n.DataAtom == atom.Main {
				inside++
			}
			if n.DataAtom == atom.H1 && down {
				asides = asides[:0] // a headline stands in no aside: the class meant something else
			}
		}
		if down && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for {
			if n.Type == html.ElementNode && (n.DataAtom == atom.Article || n.DataAtom == atom.Main) {
				inside--
			}
			if len(asides) > 0 && asides[len(asides)-1] == n {
				asides = asides[:len(asides)-1]
			}
			if n == root {
				return
			}
			if n.NextSibling != nil {
				n = n.NextSibling
				break
			}
			n = n.Parent
		}
	}
}

// element notes what one element says; false means its children are not
// looked at.
func (f *facts) element(e *element) bool {
	n := e.node
	switch n.DataAtom {
	case atom.Html:
		f.lang = first(attr(n, "lang"), attr(n, "xml:lang"))
		return true
	case atom.Body, atom.Head:
		return true
	case atom.Base:
		f.base = attr(n, "href")
		return false
	case atom.Title:
		if f.title == "" && !inSVG(n) {
			f.title = textOf(n, 600)
		}
		return false
	case atom.Meta:
		f.meta(n)
		return false
	case atom.Link:
		f.link(n)
		return false
	case atom.Script:
		if t := attr(n, "type"); strings.Contains(t, "ld+json") && len(f.ld) < maxFound && n.FirstChild != nil {
			f.ld = append(f.ld, n.FirstChild.Data)
		}
		return false
	case atom.Style, atom.Noscript, atom.Svg, atom.Template, atom.Iframe, atom.Select, atom.Textarea:
		return false
	case atom.Nav, atom.Footer, atom.Aside, atom.Form:
		e.mark |= isAside
	}
	f.marks(e)
	switch n.DataAtom {
	case atom.H1:
		e.mark |= isHeadline
		if f.h1 < 0 {
			f.h1 = e.order
		}
	case atom.Time:
		e.attr = attr(n, "datetime")
		f.add(&f.times, e, 160)
		return true
	case atom.Article, atom.Main:
		return true
	}
	if n.DataAtom == atom.H2 && e.mark&isHeadline == 0 && !e.aside && f.h2s < maxSubheads {
		f.h2s++
		f.add(&f.heads, e, 300)
	}
	if n.DataAtom == atom.A && e.mark&isAuthor == 0 && LeadsToAuthor(attr(n, "href")) {
		e.mark |= byLink | isAuthor
	}
	switch {
	case e.mark&isHeadline != 0:
		f.add(&f.heads, e, 600)
	case e.mark&(isAuthor|isByline) != 0:
		f.add(&f.authors, e, 400)
	}
	if e.mark&(isPublished|isModified|isDate) != 0 {
		e.attr = first(attr(n, "content"), attr(n, "datetime"))
		f.add(&f.dates, e, 160)
	}
	if e.mark&isSection != 0 {
		f.add(&f.sections, e, 80)
	}
	return true
}

func (f *facts) add(to *[]element, e *element, limit int) {
	if len(*to) >= maxFound {
		return
	}
	e.text = textOf(e.node, limit)
	*to = append(*to, *e)
}

// LeadsToAuthor says whether a link's path is that of an author's page:
// "/author/ann-roe", "/writer/12/Ann_Roe/".
func LeadsToAuthor(href string) bool {
	for rest := href; ; {
		i := strings.IndexByte(rest, '/')
		if i < 0 {
			return false
		}
		rest = rest[i+1:]
		end := strings.IndexByte(rest, '/')
		if end < 0 || end+1 >= len(rest) {
			return false
		}
		switch rest[:end] {
		case "author", "authors", "writer", "writers", "contributor", "contributors", "journalist", "staff", "people", "by", "autor", "autoren", "auteur":
			return true
		}
	}
}

// marks reads rel, itemprop, class and id.
func (f *facts) marks(e *element) {
	for _, a := range e.node.Attr {
		switch a.Key {
		case "rel":
			if hasWord(a.Val, "author") {
				e.mark |= byRel | isAuthor | isName
			}
		case "itemprop":
			e.mark |= itemprop(a.Val)
		case "class", "id", "data-testid", "data-qa", "data-component":
			m := f.classes.Get(a.Val, classMarks)
			if m&^isAside != 0 {
				m |= byClass
			}
			e.mark |= m
		}
	}
}

func itemprop(v string) (m mark) {
	for _, w := range strings.Fields(v) {
		switch strings.ToLower(w) {
		case "author", "creator":
			m |= byProp | isAuthor
		case "datepublished", "datecreated":
			m |= byProp | isPublished
		case "datemodified":
			m |= byProp | isModified
		case "headline":
			m |= byProp | isHeadline
		case "articlesection":
			m |= byProp | isSection
		case "comment":
			m |= isAside
		}
	}
	return m
}

func (f *facts) meta(n *html.Node) {
	var name, value string
	for _, a := range n.Attr {
		switch a.Key {
		case "name", "property", "itemprop", "http-equiv":
			if name == "" {
				name = a.Val
			}
		case "content", "value":
			if value == "" {
				value = a.Val
			}
		}
	}
	if value = squeeze(value); name != "" && value != "" && len(f.metas) < 512 && len(value) < 4096 {
		f.metas = append(f.metas, pair{strings.ToLower(strings.TrimSpace(name)), value})
	}
}

func (f *facts) link(n *html.Node) {
	if f.canon == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
		f.canon = attr(n, "href")
	}
}

// tag is the first value of a meta element with one of the names, in the
// order of the names.
func (f *facts) tag(names ...string) string {
	for _, name := range names {
		for _, m := range f.metas {
			if m.name == name {
				return m.value
			}
		}
	}
	return ""
}

// tags are all values of meta elements with one of the names.
func (f *facts) tags(names ...string) (all []string) {
	for _, name := range names {
		for _, m := range f.metas {
			if m.name == name {
				all = append(all, m.value)
			}
		}
	}
	return all
}
