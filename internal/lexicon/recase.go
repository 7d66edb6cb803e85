package lexicon

import (
	"strings"
	"unicode"
)

// Recase writes a name that is all in capitals as names are written: "ANN
// O'ROE-SMITH" is "Ann O'Roe-Smith". Initials and numerals stay.
func Recase(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || name != strings.ToUpper(name) || Letters(name) < 5 {
		return name
	}
	for i, w := range words {
		if strings.ContainsRune(w, '.') || len(w) < 4 && !strings.ContainsAny(w, "AEIOUY") || strings.Trim(w, "IVX") == "" {
			continue
		}
		words[i] = Capitalised(w)
	}
	return strings.Join(words, " ")
}

// Capitalised writes a word with a capital, one behind each hyphen and apostrophe too,
// and small letters.
func Capitalised(word string) string {
	rest := []rune(strings.ToLower(word))
	for k := range rest {
		if k == 0 || strings.ContainsRune("-'’", rest[k-1]) && k+1 < len(rest) {
			rest[k] = unicode.ToUpper(rest[k])
		}
	}
	return string(rest)
}

// Letters is the number of letters of s.
func Letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
