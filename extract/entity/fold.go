package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spelling is what spellings of one name out of another script have in common:
// "zelensky", "zelenskyy" and "zelenskiy" are one, so are "mohammed" and
// "mohamed". Short words are left alone, where a letter more is another name.
func spelling(word string) string {
	if len(word) < 6 {
		return word
	}
	for _, end := range [...]string{"iy", "yy", "ii", "ij", "yi", "ey", "ie", "y"} {
		if strings.HasSuffix(word, end) {
			word = word[:len(word)-len(end)] + "i"
			break
		}
	}
	b := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		if i > 0 && word[i] == word[i-1] && word[i] < utf8.RuneSelf {
			continue
		}
		b = append(b, word[i])
	}
	return string(b)
}

// initialsOf are the first letters of a name's words: with the small words
// ("doj") and without ("dj"). They are "" for fewer than two words and for more
// than acronyms are made of.
func initialsOf(words []string) (all, capital string) {
	if len(words) < 2 || len(words) > 12 {
		return "", ""
	}
	var every, chief [32]byte
	a, c := every[:0], chief[:0]
	for _, w := range words {
		for part := range strings.SplitSeq(w, "-") {
			r, size := utf8.DecodeRuneInString(part)
			if size == 0 || !unicode.IsLetter(r) {
				continue
			}
			a = utf8.AppendRune(a, r)
			if !small(w) {
				c = utf8.AppendRune(c, r)
			}
		}
	}
	return string(a), string(c)
}

func small(folded string) bool {
	switch folded {
	case "of", "the", "for", "and", "&", "on", "in", "to", "at", "by":
		return true
	}
	return false
}

// undotted writes "f.b.i." as "fbi".
func undotted(folded string) string {
	if strings.IndexByte(folded, '.') < 0 {
		return folded
	}
	for i := 0; i < len(folded); i++ {
		if dot := folded[i] == '.'; dot != (i%2 == 1) {
			return folded
		}
	}
	return strings.ReplaceAll(folded, ".", "")
}
