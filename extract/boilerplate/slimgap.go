package boilerplate

import "strings"

// gaps knows where blanks between two tags tell nothing: beside the start of a
// block, which ends the text before it. They are a third of a page's nodes.
//
// Blanks stay in tables, whose cells are measured, in preformatted text, and
// where an element of style is open: the parser opens it anew around blanks.
type gaps struct {
	after  uint8    // what stands before
	odd    bool     // elements of style are not closed in order
	styles []string // those open
	tables int
	pres   int
	divs   int
}

const (
	afterOther uint8 = iota
	afterTag
	afterBlock
)

// A text of fewer blanks counts as one for meta, which measures by texts how far
// two places are from each other; one of more may be a text that readers see.
const (
	shortGap = 4
	longGap  = 400
)

// between says whether a text is of blanks that tell nothing before rest, which
// begins behind the sign "<".
func (g *gaps) between(text, rest string) bool {
	if g.after == afterOther || g.odd || len(g.styles) > 0 || g.tables > 0 || g.pres > 0 {
		return false
	}
	for i := range len(text) {
		if !space(text[i]) {
			return false
		}
	}
	if g.after == afterBlock {
		return true
	}
	end := strings.HasPrefix(rest, "/")
	if end {
		rest = rest[1:]
	}
	n := 0
	for n < len(rest) && n < 8 && !endsName(rest[n]) {
		n++
	}
	return g.parts(rest[:n], end)
}

// parts says whether a tag ends the text before it and begins another. The
// parser drops end tags of what is not open, but that of a paragraph.
func (g *gaps) parts(name string, end bool) bool {
	switch len(name) {
	case 1:
		return is(name, "p")
	case 2:
		return !end && (is(name, "li") || is(name, "ul") || is(name, "h1") || is(name, "h2") || is(name, "h3") || is(name, "h4"))
	case 3:
		return is(name, "div") && (!end || g.divs > 0)
	case 7:
		return !end && is(name, "section")
	}
	return false
}

// mostStyles is how many elements of style may be open in each other.
const mostStyles = 16

// begins and ends follow the tags of a page.
func (g *gaps) begins(name string) {
	g.after = afterTag
	if g.parts(name, false) {
		g.after = afterBlock
	}
	switch {
	case is(name, "html"):
		g.odd = false
	case is(name, "div"):
		g.divs++
	case is(name, "table"):
		g.tables++
	case is(name, "pre"), is(name, "listing"):
		g.pres++
	case is(name, "a"), isStyle(name):
		g.styles = append(g.styles, name)
		g.odd = g.odd || len(g.styles) > mostStyles
	}
}

func (g *gaps) ends(name string) {
	g.after = afterTag
	if g.parts(name, true) {
		g.after = afterBlock
	}
	switch {
	case is(name, "div"):
		g.divs = max(0, g.divs-1)
	case is(name, "table"):
		g.tables = max(0, g.tables-1)
	case is(name, "pre"), is(name, "listing"):
		g.pres = max(0, g.pres-1)
	case is(name, "a"), isStyle(name):
		if n := len(g.styles); n > 0 && strings.EqualFold(g.styles[n-1], name) {
			g.styles = g.styles[:n-1]
		} else {
			g.odd = true
		}
	}
}
