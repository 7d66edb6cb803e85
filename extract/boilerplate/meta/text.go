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
			if p := n.Parent; n.PrevSibling == nil && p != nil && p.DataAtom == atom.Span && p.PrevSibling != nil && p.PrevSibling.DataAtom == atom.Span && apart(b.String(), n.Data) {
				b.WriteByte('\n')
			}
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

// apart says whether two texts that meet in two elements are two: "Ann Roe" and
// "Reporter" of <span>Ann Roe</span><span>Reporter</span>.
func apart(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLower(last) && unicode.IsUpper(first)
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
	if isSqueezed(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
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

// isSqueezed says whether nothing is to be squeezed within s, which begins and
// ends in no white space of ASCII. Of the other characters it looks at the
// first byte in UTF-8, and at the second and third where quotation marks and
// dashes have it too.
func isSqueezed(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c == ' ' && s[i+1] == ' ', c == 0xc2, c == 0xe1, c == 0xe3, c == 0xef:
			return false
		case c == 0xe2:
			if i+2 >= len(s) || s[i+1] == 0x81 || s[i+1] == 0x80 && (s[i+2] < 0x90 || s[i+2] > 0xa7 && s[i+2] < 0xb0) {
				return false
			}
			i += 2
		}
	}
	return true
}

// fold keeps the letters and digits of s, in lower case: what two spellings
// of one title or name agree in.
func fold(s string) string {
	b := make([]byte, 0, len(s)+8)
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b = append(b, byte(r))
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r|0x20))
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return string(b)
}
