package junk

import (
	"strings"

	"github.com/quoth/quoth/internal/dateline"
)

// longSignature is how long what signs a paragraph is at most, in bytes.
const longSignature = 110

// signature is where the agency or the reporters begin that sign the end of a
// paragraph, behind its last sentence: "It rained. | — With reports from Ana Sousa",
// "It rained. | (With inputs from agencies)", "It rained. | - PTI". last is where its last sentence begins. It is 0 for none.
func signature(text string, words []word, last int) int {
	if at := initialed(text, words); at > 0 {
		return at
	}
	tail := len(text)
	for i := last; i > 8 && tail-int(words[i].start) < longSignature; i-- {
		if words[i-1].is&ended == 0 {
			continue
		}
		from, at := int(words[i-1].end), int(words[i].start)
		between := text[from:at]
		if !opensSignature(between) {
			continue
		}
		var f found
		if seek(words[i:], allOf(words[i:]), &f); (f.edge == nil || f.edge.kind != "agency") && !withReport(text[at:]) {
			return 0
		}
		end := strings.TrimRight(between, " -–—([\u00a0")
		return from + len(end)
	}
	return 0
}

// withReport says whether s begins as papers thank an agency for one report, in
// capitals: "WITH A REPORT FROM AFP".
func withReport(s string) bool { return strings.HasPrefix(s, "WITH A REPORT ") }

// opensSignature says whether a dash or an opening bracket stands in s.
func opensSignature(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '-', '(', '[':
			return true
		case 0xe2:
			if strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "—") {
				return true
			}
		}
	}
	return false
}

// lastSentence is the word that begins the last sentence among words, if it is
// not one of the first nine and may be part of a signature; 0 for none.
func lastSentence(words []word) int {
	for i := len(words) - 1; i > max(8, len(words)-longSignature/2); i-- {
		if words[i-1].is&ended != 0 {
			return i
		}
	}
	return 0
}

// initialed is where an agency signs with the initials of who worked on it: "… an
// official said. | PTI NAM ACD". It is 0 for none.
func initialed(text string, words []word) int {
	const most = 5 // words
	for i := len(words) - 1; i > 8 && i >= len(words)-most; i-- {
		w := text[words[i].start:words[i].end]
		if len(w) > 4 || lower(w[0]) || strings.ToUpper(w) != w || strings.ToLower(w) == w {
			return 0
		}
		if _, ok := dateline.Agencies[w]; ok && (i < len(words)-1 || len(w) > 2) && words[i-1].is&ended != 0 {
			return int(words[i-1].end) + len(strings.TrimRight(text[words[i-1].end:words[i].start], " \u00a0"))
		}
	}
	return 0
}
