package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func hasWord(s, word string) bool {
	for _, w := range strings.Fields(s) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func inSVG(n *html.Node) bool { return n.Namespace == "svg" }

// textOf is the text of an element with white space joined, at most about
// limit bytes of it, from at most 200 nodes. Blocks and line breaks inside
// are written as a line end.
func textOf(root *html.Node, limit int) string {
	var b strings.Builder
	nodes := 0
	n := root
	for n != nil && b.Len() < limit && nodes < 200 {
		nodes++
		down := true
		switch n.Type {
		case html.TextNode:
			b.WriteString(n.Data[:min(len(n.Data), 4*limit)])
		case html.ElementNode:
			switch n.DataAtom {
			case atom.Script, atom.Style, atom.Noscript, atom.Svg, atom.Template, atom.Button, atom.Iframe:
				down = n == root
			case atom.Br, atom.P, atom.Div, atom.Li, atom.Ul, atom.H1, atom.H2, atom.H3, atom.H4, atom.Td, atom.Section, atom.Time, atom.Img:
				b.WriteByte('\n')
			}
		}
		if down && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			if n != root && n.Type == html.ElementNode {
				switch n.DataAtom {
				case atom.P, atom.Div, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.Td, atom.Section, atom.Time:
					b.WriteByte('\n')
				}
			}
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	return joinLines(b.String(), limit)
}

// joinLines squeezes each line of s and drops the empty ones.
func joinLines(s string, limit int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		if line = squeeze(line); line != "" {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(line)
		}
	}
	return cut(b.String(), limit)
}

// cut shortens s to at most limit bytes, at a code point.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit]
}

// squeeze trims s and joins its white space; zero-width characters and soft
// hyphens go.
func squeeze(s string) string {
	for len(s) > 0 && (s[0] == ' ' || s[0] >= '\t' && s[0] <= '\r') {
		s = s[1:]
	}
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] >= '\t' && s[len(s)-1] <= '\r') {
		s = s[:len(s)-1]
	}
	clean := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c < ' ' || c == ' ' && s[i+1] == ' ' {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			gap = true
		case r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r == '\ufeff' || r == '\u2060' || r < ' ':
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fold keeps the letters and digits of s, in lower case: what two spellings
// of one title or name agree in.
func fold(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
