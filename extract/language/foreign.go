package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Foreign says whether a text, in the language lang as far as that is known, is
// so plainly not English that reading names and speech in it as English gives
// nothing but noise. In doubt it is not: tables of results and lists of names
// have no small words, and are read as any language.
func Foreign(text, lang string) bool {
	if lang == "" || lang == "en" {
		return false
	}
	letters, latin, beyond := 0, 0, 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				letters, latin = letters+1, latin+1
			}
		case unicode.Is(unicode.Latin, r):
			letters, latin, beyond = letters+1, latin+1, beyond+1
		case unicode.IsLetter(r):
			letters++
		}
	}
	if 2*latin < letters {
		return letters >= minWords
	}
	words, small, english := 0, 0, 0
	for w := range strings.FieldsSeq(text) {
		words++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			small++
		}
		switch w {
		case "the", "of", "and", "to", "that", "with", "from", "by", "said":
			english++
		}
	}
	return words >= minWords && 20*english < words && (200*beyond >= letters || 2*small >= words)
}
