package boilerplate

import (
	"io"
	"strings"
)

// slim leaves out of a page what no reader of it looks at, and the parser would
// spend half of its time on: the text of scripts and style sheets, drawings,
// comments, attributes that tell nothing, links to style sheets and blanks
// between blocks. All other elements stay, so the parser makes the same tree of
// both.
//
// It follows the tokenizer of golang.org/x/net tag by tag, which a fuzz test
// holds. Where that would take the state of the parser, as in formulas and
// frames, it takes the rest of the page as it is.
func slim(page string) *parts {
	s := slimmer{page: page, gaps: gaps{odd: true}}
	s.kept = make([]part, 0, len(page)/256+16)
	for s.at < len(page) {
		i := strings.IndexByte(page[s.at:], '<')
		if i < 0 || s.at+i+1 >= len(page) {
			break
		}
		if i >= shortGap && i < longGap && s.between(page[s.at:s.at+i], page[s.at+i+1:]) {
			s.drop(s.at, s.at+i)
		}
		s.at += i
		if !s.markup() {
			break
		}
	}
	return &parts{page: page, kept: append(s.kept, part{s.from, len(page)})}
}

// parts reads what is kept of a page.
type parts struct {
	page string
	kept []part
}

type part struct{ from, to int }

func (p *parts) Read(b []byte) (n int, err error) {
	for n < len(b) && len(p.kept) > 0 {
		k := &p.kept[0]
		m := copy(b[n:], p.page[k.from:k.to])
		n += m
		if k.from += m; k.from == k.to {
			p.kept = p.kept[1:]
		}
	}
	if n == 0 && len(b) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

type slimmer struct {
	page string
	at   int    // where it reads
	from int    // where the part begins that it keeps
	kept []part // those before
	tag
	gaps
}

// drop leaves out what stands between two places.
func (s *slimmer) drop(from, to int) {
	if from < to {
		s.kept = append(s.kept, part{s.from, from})
		s.from = to
	}
}

// markup passes over the markup that begins at the sign "<" before at; false
// where the rest of the page is to stay as it is.
func (s *slimmer) markup() bool {
	s.after = afterOther
	switch c := s.page[s.at+1]; {
	case letter(c):
		return s.startTag()
	case c == '/' && s.at+2 < len(s.page) && letter(s.page[s.at+2]):
		if !s.readTag(s.at + 2) {
			return false
		}
		s.ends(s.name)
	case c == '!' && strings.HasPrefix(s.page[s.at:], "<!--"):
		end := commentEnd(s.page, s.at)
		if end < 0 {
			return false
		}
		if s.page[end-2] == '-' { // not "--!>"
			s.drop(s.at+4, max(s.at+4, end-3))
		}
		s.at = end
	case c == '!' || c == '?' || c == '/':
		end := strings.IndexByte(s.page[s.at+2:], '>')
		if end < 0 {
			return false
		}
		s.at += 2 + end + 1
	default:
		s.at++
	}
	return true
}

// commentEnd is where the comment ends that begins at i; -1 for one without
// an end.
func commentEnd(page string, i int) int {
	end := strings.Index(page[i+2:], "-->")
	if end >= 0 {
		end += i + 2 + len("-->")
	}
	within := page[min(i+4, len(page)):]
	if end >= 0 {
		within = page[min(i+4, end):end]
	}
	if k := strings.Index(within, "--!>"); k >= 0 {
		return i + 4 + k + len("--!>")
	}
	return end
}

// startTag passes over a start tag, and over the element if it holds no
// elements.
func (s *slimmer) startTag() bool {
	start, mark, from := s.at, len(s.kept), s.from
	if !s.readTag(s.at + 1) {
		return false
	}
	name := s.name
	s.begins(name)
	switch {
	case is(name, "link"):
		if !s.canon {
			s.kept, s.from = s.kept[:mark], from
			s.drop(start, s.at)
		}
	case is(name, "svg"):
		return s.closed || s.drawing()
	case is(name, "math"), is(name, "plaintext"), is(name, "frameset"):
		return false
	case is(name, "script"), is(name, "style"), is(name, "noscript"), is(name, "iframe"), is(name, "noembed"), is(name, "noframes"):
		start, keep := s.at, is(name, "script") && s.json
		if !s.raw(name) {
			return false
		}
		if !keep {
			s.drop(start, s.at)
		}
	case is(name, "textarea"), is(name, "title"), is(name, "xmp"):
		return s.raw(name)
	}
	return true
}

// raw goes to the end tag of an element that holds text alone.
func (s *slimmer) raw(name string) bool {
	start := s.at
	for {
		i := strings.Index(s.page[s.at:], "</")
		if i < 0 {
			return false
		}
		s.at += i
		if s.endTag(name) {
			break
		}
		s.at += 2
	}
	if is(name, "script") {
		// Within what looks like a comment, a script may hold another.
		text := s.page[start:s.at]
		if i := strings.Index(text, "<!--"); i >= 0 && containsFold(text[i:], "<script") {
			return false
		}
	}
	return true
}

func (s *slimmer) endTag(name string) bool {
	after := s.at + 2 + len(name)
	return after < len(s.page) && is(s.page[s.at+2:after], name) && strings.IndexByte(" \n\r\t\f/>", s.page[after]) >= 0
}

// shapes are the elements of drawings in which nothing but drawings stands.
var shapes = map[string]bool{
	"path": true, "g": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true, "defs": true, "use": true, "symbol": true,
	"lineargradient": true, "radialgradient": true, "stop": true, "clippath": true, "mask": true, "filter": true, "animate": true, "animatetransform": true,
	"text": true, "tspan": true, "pattern": true, "marker": true, "metadata": true, "switch": true, "feflood": true, "fecolormatrix": true, "feoffset": true,
	"fegaussianblur": true, "fecomposite": true, "feblend": true, "femerge": true, "femergenode": true,
}

// drawing leaves out what stands in an <svg> where that is shapes alone.
func (s *slimmer) drawing() bool {
	start, depth := s.at, 1
	mark := len(s.kept)
	from := s.from
	for {
		i := strings.IndexByte(s.page[s.at:], '<')
		if i < 0 || s.at+i+2 >= len(s.page) {
			return false
		}
		s.at += i
		if strings.HasPrefix(s.page[s.at:], "<!--") {
			if s.at = commentEnd(s.page, s.at); s.at < 0 {
				return false
			}
			continue
		}
		at, open := s.at+1, true
		if s.page[at] == '/' {
			at, open = at+1, false
		}
		if !letter(s.page[at]) || !s.readTag(at) {
			s.kept, s.from = s.kept[:mark], from
			return false
		}
		s.kept, s.from = s.kept[:mark], from // the tag goes with the drawing
		switch {
		case is(s.name, "svg") && open:
			if !s.closed {
				depth++
			}
		case is(s.name, "svg"):
			if depth--; depth == 0 {
				s.drop(start, at-2)
				return true
			}
		case is(s.name, "title") || is(s.name, "desc") || is(s.name, "style"):
			// Text alone, or else HTML may stand in it.
			if open && !s.closed && !s.textTo(s.name) {
				return false
			}
		case !shapes[strings.ToLower(s.name)]:
			return false
		}
	}
}

// textTo goes to the next tag, which must be the end tag of the name.
func (s *slimmer) textTo(name string) bool {
	i := strings.IndexByte(s.page[s.at:], '<')
	if i < 0 {
		return false
	}
	s.at += i
	return strings.HasPrefix(s.page[s.at:], "</") && s.endTag(name)
}
