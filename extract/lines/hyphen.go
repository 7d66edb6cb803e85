package lines

import (
	"strings"

	"github.com/quoth/quoth/internal/lexicon"
)

const looks = 200 // through a text for the same word with its hyphen: work must not grow with the square of its length

type hyphen uint8

const (
	noHyphen    hyphen = iota
	hyphenStays        // "well-" and "known"
	hyphenGoes         // "inter-" and "national"
)

// brokenWord says whether a hyphen at the line's end belongs to a word that
// goes on in the next line, and whether the word has it anywhere else: it goes
// where both halves make a common word that the text never writes with it.
func (r *reader) brokenWord(line, next string) hyphen {
	n := len(line)
	if n < 2 || line[n-1] != '-' || !lowerASCII(line[n-2]) {
		return noHyphen
	}
	if c := next[0]; 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' { // "Anglo-" and "Irish", "mid-" and "1990s"
		return hyphenStays
	}
	if !lowerASCII(next[0]) {
		return noHyphen
	}
	start := n - 1
	for start > 0 && n-start < 24 && lowerASCII(line[start-1]) {
		start--
	}
	if start > 0 && 'A' <= line[start-1] && line[start-1] <= 'Z' {
		start--
	}
	end := 0
	for end < len(next) && end < 24 && lowerASCII(next[end]) {
		end++
	}
	left, right := line[start:n-1], next[:end]
	if start > 0 && line[start-1] != ' ' || !lexicon.English(strings.ToLower(left+right)) && !lexicon.Calendar(left+right) || r.looks == 0 {
		return hyphenStays
	}
	r.looks--
	if strings.Contains(r.text, left+"-"+right) {
		return hyphenStays
	}
	return hyphenGoes
}

func lowerASCII(b byte) bool { return 'a' <= b && b <= 'z' }
