package junk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/internal/lexicon"
)

func upper(b byte) bool { return 'A' <= b && b <= 'Z' }
func lower(b byte) bool { return 'a' <= b && b <= 'z' }

func letterByte(b byte) bool { return upper(b) || lower(b) || b >= 0x80 }

func apostrophe(s string) bool { return strings.HasSuffix(s, "'") || strings.HasSuffix(s, "’") }

// abbreviation says whether s ends in one of letters and full stops: "D.C.".
func abbreviation(s string) bool {
	n := len(s)
	return n > 4 && s[n-1] == '.' && upper(s[n-2]) && s[n-3] == '.' && upper(s[n-4])
}

// shortened says whether s ends in a word that papers cut short, with its full stop:
// "Sen.", "Ariz.".
func shortened(s string) bool {
	kind, word := lexicon.Abbreviation(wordBefore(s, len(s)-1))
	return kind != lexicon.NoAbbreviation && !word
}

// bare says whether a word ends before s as most words do.
func bare(s string) bool {
	return strings.HasPrefix(s, " ") || strings.HasPrefix(s, ",") || apostrophe(s[:min(1, len(s))]) || strings.HasPrefix(s, "’")
}

// odd says whether the word around s[i] is an address or a hashtag.
func odd(s string, i int) bool {
	lo, hi := i, i
	for lo > 0 && s[lo-1] != ' ' && i-lo < 2*wordBytes {
		lo--
	}
	for hi < len(s) && s[hi] != ' ' && hi-i < wordBytes {
		hi++
	}
	w := s[lo:hi]
	if n := strings.IndexByte(w, '#'); n >= 0 && n+1 < len(w) && '0' <= w[n+1] && w[n+1] <= '9' { // "part #2She"
		w = w[n+1:]
	}
	return strings.ContainsAny(w, "@#<>=_\\") || strings.Contains(w, "//") || strings.Contains(w, "www.") || strings.Contains(w, ".com/")
}

// wordAt is the run of letters at s[i], and what comes behind it.
func wordAt(s string, i int) (w, rest string) {
	end := i
	for end < len(s) && end-i < wordBytes {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	return s[i:end], s[end:]
}

// wordBefore is the run of letters that ends before s[i], from a capital letter
// inside it on.
func wordBefore(s string, i int) string {
	start := i
	for start > 0 && i-start < wordBytes {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.IsLetter(r) && r != '.' {
			break
		}
		start -= size
	}
	return strings.Trim(s[start:i], ".")
}

// inner says whether w has a capital inside.
func inner(w string) bool {
	for i := 1; i < len(w); i++ {
		if upper(w[i]) && lower(w[i-1]) {
			return true
		}
	}
	return false
}
