package boilerplate

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// flatten writes a page anew so that no element stands deeper than depth:
// what is deeper leaves its text, and line breaks where it was a block. One
// pass over the tags, which knows nothing of the rules of HTML but which
// elements have no end.
//
// With depth 0 only what cannot nest is written: the head's elements, and
// headings and paragraphs that each end before the next.
func flatten(page string, depth int) string {
	z := html.NewTokenizer(strings.NewReader(page))
	var b strings.Builder
	b.Grow(len(page) + len(page)/8)
	f := flattener{out: &b, depth: depth}
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			f.text(z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			raw := z.Raw()
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if kind == html.EndTagToken {
				f.end(a, raw)
			} else {
				f.start(a, raw)
			}
		}
	}
}

type flattener struct {
	out   *strings.Builder
	depth int
	open  []atom.Atom // elements written and not ended, at most depth
	over  int         // elements left out and not ended
	raw   atom.Atom   // a script, style or title being copied
	block atom.Atom   // the heading or paragraph that is open, with depth 0
}

func (f *flattener) text(raw []byte) {
	if f.depth == 0 && f.raw == 0 && f.block == 0 && strings.TrimSpace(string(raw)) != "" {
		f.out.WriteString("<p>")
		f.block = atom.P
	}
	f.out.Write(raw)
}

func (f *flattener) start(a atom.Atom, raw []byte) {
	switch a {
	case atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Noscript, atom.Iframe, atom.Xmp, atom.Noembed, atom.Noframes:
		f.raw = a // the tokenizer gives their content as one text
		f.out.Write(raw)
		return
	case atom.Meta, atom.Link, atom.Base, atom.Img, atom.Br, atom.Hr, atom.Wbr, atom.Input, atom.Source, atom.Embed, atom.Area, atom.Col, atom.Track:
		f.out.Write(raw)
		return
	case atom.Svg, atom.Math, atom.Plaintext:
		return // foreign rules; their text stays
	}
	switch {
	case f.depth == 0:
		f.flat(a)
	case len(f.open) < f.depth:
		f.open = append(f.open, a)
		f.out.Write(raw)
	default:
		f.over++
		f.gap(a)
	}
}

func (f *flattener) end(a atom.Atom, raw []byte) {
	if f.raw != 0 {
		if a == f.raw {
			f.out.Write(raw)
			f.raw = 0
		}
		return
	}
	switch {
	case f.depth == 0:
		if isBlock(a) {
			f.flat(0)
		}
	case f.over > 0:
		f.over--
		f.gap(a)
	default:
		// An end tag without its start ends nothing, and one that ends several
		// elements at once ends them here too, or the count would drift.
		for i := len(f.open) - 1; i >= 0 && i >= len(f.open)-8; i-- {
			if f.open[i] == a {
				f.open = f.open[:i]
				f.out.Write(raw)
				return
			}
		}
	}
}

func (f *flattener) gap(a atom.Atom) {
	if isBlock(a) {
		f.out.WriteString("<br><br>")
	}
}

// flat ends the open block, and begins another where a asks for one.
func (f *flattener) flat(a atom.Atom) {
	if a != 0 && !isBlock(a) {
		return
	}
	if f.block != 0 {
		f.out.WriteString("</" + f.block.String() + ">")
		f.block = 0
	}
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P:
		f.out.WriteString("<" + a.String() + ">")
		f.block = a
	}
}
