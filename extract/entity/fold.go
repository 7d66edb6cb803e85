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
	stem, end := word, ""
	for _, e := range [...]string{"iy", "yy", "ii", "ij", "yi", "ey", "ie", "y"} {
		if strings.HasSuffix(word, e) {
			stem, end = word[:len(word)-len(e)], "i"
			break
		}
	}
	twice := end != "" && strings.HasSuffix(stem, end)
	for i := 1; i < len(stem) && !twice; i++ {
		twice = stem[i] == stem[i-1] && stem[i] < utf8.RuneSelf
	}
	if end == "" && !twice {
		return word
	}
	var room [64]byte
	b := room[:0]
	for i := 0; i < len(stem); i++ {
		if i == 0 || stem[i] != stem[i-1] || stem[i] >= utf8.RuneSelf {
			b = append(b, stem[i])
		}
	}
	if end != "" && (len(b) == 0 || b[len(b)-1] != end[0]) {
		b = append(b, end...)
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
	all = string(a)
	if len(a) == len(c) {
		return all, all
	}
	return all, string(c)
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
