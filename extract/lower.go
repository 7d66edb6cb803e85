package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Low is the text of a span in small letters. The whole text is written so once.
func (d *Document) Low(s Span) string {
	if d.low == "" {
		d.low = small(d.text)
	}
	if len(d.low) != len(d.text) {
		return strings.ToLower(d.At(s))
	}
	return s.Of(d.low)
}

// small is the text in small letters, byte for byte in its place; a single blank
// where a letter has more or fewer bytes as a small one ("İstanbul").
func small(text string) string {
	b := make([]byte, len(text))
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b[i] = c
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		copy(b[i:], text[i:i+n])
		if l := unicode.ToLower(r); l != r {
			if utf8.RuneLen(l) != n {
				return " "
			}
			utf8.EncodeRune(b[i:], l)
		}
		i += n
	}
	return string(b)
}
