package spacing

import (
	"strings"
	"unicode/utf8"
)

// characters finds what is no character of the text: marks of no width, and
// letters that came of UTF-8 being read as Windows-1252 ("â€œ" for “).
func characters(s string, edits []edit) []edit {
	if strings.IndexByte(s, 0xc2) < 0 && strings.IndexByte(s, 0xc3) < 0 && strings.IndexByte(s, 0xef) < 0 &&
		!strings.Contains(s, "\u200b") && !strings.Contains(s, "\u2060") {
		return edits
	}
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch r {
		case 0x200b, 0xfeff, 0x2060, 0x00ad: // joiners (200c, 200d) are part of words and emoji
			edits = append(edits, edit{i, i + size, "", "zero-width"})
		case 'Â', 'Ã', 'â':
			if meant, n := misread(s[i:]); n > 0 {
				edits = append(edits, edit{i, i + n, meant, "mojibake"})
				size = n
			}
		}
		i += size
	}
	return edits
}

// high lists what Windows-1252 has at 0x80 to 0x9f, where Latin-1 has controls.
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

// misread gives the character that was meant at the start of s and the bytes
// that stand there for it; n is 0 where s is what it seems. A capital Ã or Â
// before a sign such as © or a bracket such as „ is no letter of any language.
func misread(s string) (meant string, n int) {
	var raw [3]byte
	want := 2
	for i := 0; i < want; i++ {
		r, size := utf8.DecodeRuneInString(s[n:])
		b, ok := windows1252(r)
		if !ok || i > 0 && (b < 0x80 || b > 0xbf) {
			return "", 0
		}
		if i == 0 && b == 0xe2 {
			want = 3
		}
		raw[i] = b
		n += size
	}
	out := string(raw[:want])
	r, size := utf8.DecodeRuneInString(out)
	if size != want || r == utf8.RuneError {
		return "", 0
	}
	if want == 3 && (r < 0x2000 || r > 0x22ff) || r < 0xa0 { // punctuation, currency, arrows
		return "", 0
	}
	return out, n
}

func windows1252(r rune) (byte, bool) {
	switch {
	case r >= 0xa0 && r <= 0xff, r >= 0x80 && r <= 0x9f:
		return byte(r), true
	case r < 0x80:
		return 0, false
	}
	if i := strings.IndexRune(high, r); i >= 0 {
		return byte(0x80 + utf8.RuneCountInString(high[:i])), true
	}
	return 0, false
}
