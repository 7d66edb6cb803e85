package boilerplate

import (
	"hash/maphash"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/boilerplate/meta"
)

// state is what surrounds a place of the page. The walk keeps one for each
// open element, so that an end restores what a start changed.
type state struct {
	how   uint8
	elem  int32
	kind  extract.BlockKind
	level uint8
	own   mark // of inline elements around
	style
	inTable bool
	inText  bool // in an element that holds text and no blocks: p, h1 to h6
}

// What the end of an element does.
const (
	asInline uint8 = iota
	asBlock
	asQuote
	asCell
)

type walker struct {
	tree
	line
	state
	stack  []state
	seen   mark             // of inline elements in this block
	breaks int              // <br> since the last text
	from   int32            // characters of this block before the last <br>
	cell   bool             // a cell has begun in a row that has text
	names  *meta.Seen[mark] // of classes and ids
}

// walk reads the nodes under root without recursion: pages nest as deep as
// they like.
func walk(root *html.Node) *tree {
	w := walkers.Get().(*walker)
	w.elems = append(w.elems, elem{parent: -1, tag: root.DataAtom})
	for n := root; n != nil; {
		if w.enter(n) {
			if n.FirstChild != nil {
				n = n.FirstChild
				continue
			}
			w.leave()
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			w.leave()
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	w.flush()
	w.elems[0].last = int32(len(w.blocks))
	text := string(w.buf)
	for i := range w.blocks {
		b := &w.blocks[i]
		b.text = text[b.span.Start:b.span.End]
	}
	return &w.tree
}

// enter reads a node's start. False means that nothing in it is read, and
// that leave is not called for it.
func (w *walker) enter(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		w.node(n.Data)
		return false
	case html.DocumentNode:
		w.stack = append(w.stack, w.state)
		return true
	case html.ElementNode:
	default:
		return false
	}
	a := n.DataAtom
	switch {
	case a == atom.Br:
		w.br()
		return false
	case a == atom.Head:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.script(c)
		}
		return false
	case a == atom.Script:
		w.script(n)
		return false
	case silent(a), a == atom.Template && !hasAttr(n, "shadowrootmode"), a == atom.Sup && w.raised(n):
		return false
	}
	w.stack = append(w.stack, w.state)
	w.how = asInline
	m := w.marksOf(n)
	switch {
	case w.inTable && isBlock(a):
		w.inCell(a)
	case w.begins(n):
		w.begin(n, m)
	default:
		w.inline(n, m)
	}
	return true
}

// script notes JSON-LD.
func (w *walker) script(n *html.Node) {
	if n.DataAtom == atom.Script && n.FirstChild != nil && strings.Contains(attrOf(n, "type"), "ld+json") {
		w.linked = append(w.linked, n.FirstChild.Data)
	}
}

func (w *walker) leave() {
	how := w.how
	switch how {
	case asBlock:
		w.flush()
		w.elems[w.elem].last = int32(len(w.blocks))
	case asQuote:
		w.put("”")
	case asCell:
		w.space()
	}
	k := len(w.stack) - 1
	w.state = w.stack[k]
	w.stack = w.stack[:k]
}

// begins tells whether an element begins a block of its own. Elements that
// HTML doesn't know are containers, but inside a paragraph; so are buttons.
func (w *walker) begins(n *html.Node) bool {
	if isBlock(n.DataAtom) {
		return true
	}
	if n.DataAtom == 0 && strings.IndexByte(n.Data, '-') > 0 || n.DataAtom == atom.Button {
		return !w.inText
	}
	return false
}

func (w *walker) begin(n *html.Node, m mark) {
	w.flush()
	above, class := &w.elems[w.elem], classOf(n)
	w.elems = append(w.elems, elem{parent: w.elem, first: int32(len(w.blocks)), tag: n.DataAtom, own: m,
		sig: signature(above.sig, n.DataAtom, class), local: signature(uint64(above.tag), n.DataAtom, class)})
	w.elem = int32(len(w.elems) - 1)
	w.how = asBlock
	switch a := n.DataAtom; a {
	case atom.P:
		w.inText = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.kind, w.level, w.inText = extract.Heading, headingLevel(a), true
	case atom.Li:
		w.kind, w.level = extract.ListItem, 0
	case atom.Blockquote:
		w.kind, w.level = extract.BlockQuote, 0
	case atom.Figcaption, atom.Caption:
		w.kind, w.level = extract.Caption, 0
	case atom.Pre, atom.Listing, atom.Xmp:
		w.kind, w.level, w.pre = extract.Preformatted, 0, true
	case atom.Table:
		w.kind, w.level = extract.Paragraph, 0
		if isDataTable(n) {
			w.kind, w.inTable = extract.Table, true
		}
	}
}

func (w *walker) inline(n *html.Node, m mark) {
	w.own |= m
	switch n.DataAtom {
	case atom.A:
		if p := n.PrevSibling; p != nil && p.DataAtom == atom.A && p.Type == html.ElementNode {
			w.space() // two links side by side are two words
		}
		w.link = true
		w.links++
	case atom.Ins:
		if p := n.PrevSibling; p != nil && p.DataAtom == atom.Del {
			w.space() // two words, of which one is struck out
		}
	case atom.B, atom.Strong:
		w.bold = true
	case atom.I, atom.Em, atom.Cite:
		w.italic = true
	case atom.Q:
		w.put("“")
		w.how = asQuote
	}
	w.marked = w.own&furniture != 0
}

// inCell reads the start of a block inside a table of data, where rows are
// lines and all else stands on them.
func (w *walker) inCell(a atom.Atom) {
	switch a {
	case atom.Tr, atom.Caption:
		w.breakLine()
		w.cell = false
	case atom.Td, atom.Th:
		w.cell = w.gap != '\n' && !w.empty()
	}
	w.space()
	w.how = asCell
}

func (w *walker) node(data string) {
	if w.cell && strings.TrimSpace(data) != "" {
		w.space()
		w.put("|")
		w.space()
		w.cell = false
	}
	before := w.chars
	w.write(data, w.style)
	if w.chars > before {
		w.breaks = 0
		w.seen |= w.own
	}
}

// longLine is the length from which a line that ends a sentence and a <br>
// make a paragraph: shorter ones may be verse or an address.
const longLine = 90

func (w *walker) br() {
	w.breaks++
	switch {
	case w.kind == extract.Heading, w.inTable:
		w.space()
	case w.breaks > 1 || w.chars-w.from >= longLine && isEnd(w.last):
		w.flush()
	default:
		w.breakLine()
		w.from = w.chars
	}
}

func (w *walker) flush() {
	w.from, w.cell = 0, false
	if w.empty() {
		w.take()
		return
	}
	b := block{elem: w.elem, kind: w.kind, level: w.level, tag: w.elems[w.elem].tag}
	b.span, b.counts = w.take()
	if b.named*5 >= b.chars*4 {
		b.own = w.seen
	}
	w.seen = w.own
	b.prose = b.isProse()
	w.blocks = append(w.blocks, b)
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}

// signature is what elements of one template have in common: their tag and
// class, and those of what is around them. It is for comparing alone.
func signature(above uint64, tag atom.Atom, class uint64) uint64 {
	const prime = 0x9e3779b97f4a7c15
	h := (above ^ uint64(tag)) * prime
	h = (h ^ h>>32 ^ class) * prime
	return h ^ h>>32
}

var classSeed = maphash.MakeSeed()

func classOf(n *html.Node) uint64 {
	const longest = 256
	class := attrOf(n, "class")
	return maphash.String(classSeed, class[:min(len(class), longest)])
}
