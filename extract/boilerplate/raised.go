package boilerplate

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// raised reads a <sup> whose text must not run into the one before it, and says
// whether it was one. Digits go into the text as raised digits: 10³ is not 103,
// and 15 m³ is not 15 m3. What points to a note is left out.
func (w *walker) raised(sup *html.Node) bool {
	if isNoteMark(sup) {
		return true
	}
	t := sup.FirstChild
	if t == nil || t.NextSibling != nil || t.Type != html.TextNode {
		return false
	}
	s := strings.TrimSpace(t.Data)
	bare := strings.TrimSuffix(strings.TrimPrefix(s, "["), "]")
	if len(s) > 6 || !isRaisable(bare) || w.empty() {
		return false
	}
	if cents := w.last == '.' && len(w.buf) >= w.start+2 && isDigit(w.buf[len(w.buf)-2]); cents {
		return false
	}
	switch {
	case bare != s, isEnd(w.last), strings.ContainsRune(",;:", w.last):
		return true // a note: "in mid-October.¹"
	case unicode.IsLetter(w.last), unicode.IsDigit(w.last), w.last == ')':
		w.node(raisedDigits.Replace(s))
		return true
	}
	return false
}

var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "−", "⁻", "–", "⁻", "+", "⁺")

// isRaisable tells a number of digits, perhaps with a sign.
func isRaisable(s string) bool {
	for _, sign := range [...]string{"-", "−", "–", "+"} {
		s = strings.TrimPrefix(s, sign)
	}
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isNoteMark tells the raised number or letter that points to a note.
func isNoteMark(sup *html.Node) bool {
	a := sup.FirstChild
	if a == nil || a.NextSibling != nil || a.DataAtom != atom.A || a.FirstChild == nil {
		return false
	}
	t := a.FirstChild
	return t.Type == html.TextNode && t.NextSibling == nil && len(t.Data) <= 5
}
