package lexicon

import (
	"strings"
	"unicode"
)

// Recase writes a name that is all in capitals as names are written: "ANN
// O'ROE-SMITH" is "Ann O'Roe-Smith". Initials and numerals stay.
func Recase(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || name != strings.ToUpper(name) || strings.Count(name, "")-1-strings.Count(name, " ") < 5 {
		return name
	}
	for i, w := range words {
		if strings.ContainsRune(w, '.') || len(w) < 4 && !strings.ContainsAny(w, "AEIOUY") || strings.Trim(w, "IVX") == "" {
			continue
		}
		rest := []rune(strings.ToLower(w))
		for k := range rest {
			if k == 0 || strings.ContainsRune("-'’", rest[k-1]) && k+1 < len(rest) {
				rest[k] = unicode.ToUpper(rest[k])
			}
		}
		words[i] = string(rest)
	}
	return strings.Join(words, " ")
}
