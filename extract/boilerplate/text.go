package boilerplate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold keeps the letters and digits of s, in lower case: what two spellings
// of one text agree in.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteByte(byte(r))
		case r >= 'A' && r <= 'Z':
			b.WriteByte(byte(r | 0x20))
		case r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// signsIn says whether a text has opening quotation marks, and whether it has
// signs as labels have.
func signsIn(s string) (quoted, signs bool) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			quoted = true
		case c == '|' || c == '@' || c == '/':
			signs = true
		case c == 0xc2 || c == 0xe2: // of all signs that follow, the first byte in UTF-8
			r, _ := utf8.DecodeRuneInString(s[i:])
			switch r {
			case '“', '„', '«':
				quoted = true
			case '©', '•', '·', '►', '→', '»', '›':
				signs = true
			}
		}
	}
	return quoted, signs
}

// sameTitle tells whether text is the title, which is folded already.
func sameTitle(text, title string) bool {
	return title != "" && len(text) < 2*len(title)+20 && len(text) >= len(title) && fold(text) == title
}

// wordHashes gives a hash of each word of s.
func wordHashes(s string, dst []uint64) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, r := range s {
		if r >= 'A' && r <= 'Z' {
			r |= 0x20
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			h = (h ^ uint64(r)) * prime
			continue
		}
		if h != offset {
			dst = append(dst, h)
			h = offset
		}
	}
	if h != offset {
		dst = append(dst, h)
	}
	return dst
}

// bodyIndex knows which words stand side by side in a text. It is nil for a
// text too short to be a story.
type bodyIndex struct {
	pairs map[uint64]struct{}
	buf   []uint64
}

const maxBody = 200_000 // bytes of a story that are indexed

func indexBody(body string) *bodyIndex {
	if len(body) < thinStory {
		return nil
	}
	if len(body) > maxBody {
		body = body[:maxBody]
	}
	x := &bodyIndex{pairs: map[uint64]struct{}{}}
	x.buf = wordHashes(body, nil)
	for i := 1; i < len(x.buf); i++ {
		x.pairs[pair(x.buf[i-1], x.buf[i])] = struct{}{}
	}
	return x
}

func pair(a, b uint64) uint64 { return a*0x9e3779b97f4a7c15 ^ b }

// has tells whether nearly all of text stands in the body.
func (x *bodyIndex) has(text string) bool {
	x.buf = wordHashes(text, x.buf[:0])
	in := 0
	for i := 1; i < len(x.buf); i++ {
		if _, ok := x.pairs[pair(x.buf[i-1], x.buf[i])]; ok {
			in++
		}
	}
	return len(x.buf) > 1 && in*10 >= (len(x.buf)-1)*8
}
