package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	flatBytes = 600 // about 100 words; paragraphs of news have 60 at most
	flatStops = 3   // one or two may be slips of the pen
)

// paragraphs gives where the paragraphs of a line end that holds several, as a
// page's text does that was read without its elements: "… in two weeks.The
// bench was not impressed.“It rains every year,” …". Where more sentences than
// not have the next one right behind them, it was blanks that were lost, and
// the line is one paragraph.
func paragraphs(s string) []int {
	if len(s) < flatBytes {
		return nil
	}
	var ends []int
	blank := 0
	odd := false // straight marks before i
	for i := 1; i+2 < len(s); i++ {
		switch s[i] {
		case '"':
			odd = !odd
		case '.', '?', '!':
			end := i + 1 + closing(s[i+1:], odd)
			switch {
			case end+2 >= len(s):
			case s[end] == ' ':
				blank++
			case endsWord(s[:i], s[i]) && opensSentence(s[end:]):
				ends = append(ends, end)
			}
		}
	}
	if len(ends) < flatStops || len(ends) > blank {
		return nil
	}
	return ends
}

// closing gives the length of the marks and brackets that close what ends.
func closing(s string, odd bool) int {
	n := 0
	for {
		switch {
		case strings.HasPrefix(s[n:], "”"), strings.HasPrefix(s[n:], "’"):
			n += len("”")
		case strings.HasPrefix(s[n:], "»"):
			n += len("»")
		case strings.HasPrefix(s[n:], ")"), odd && strings.HasPrefix(s[n:], `"`):
			n++
			odd = false
		default:
			return n
		}
	}
}

// endsWord says whether a sentence may end in s with stop: in no initial, site
// or abbreviation of two letters.
func endsWord(s string, stop byte) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	if stop != '.' || !unicode.IsLetter(last) {
		return unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune("”’\"')%", last)
	}
	n := 0
	for s != "" && n < 3 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLower(r) {
			break
		}
		s, n = s[:len(s)-size], n+1
	}
	return n == 3
}

// opensSentence says whether s begins with a word in a capital, marks before it
// left out. A capital before a capital is an abbreviation, and a full stop
// behind the word with a letter behind it makes it a part of a site's name.
func opensSentence(s string) bool {
	s = strings.TrimLeft(s, "“‘«\"'(")
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) && second != '’' && second != '\'' && (second != ' ' || first != 'A' && first != 'I') {
		return false
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 || s[end] != '.' {
		return true
	}
	next, _ := utf8.DecodeRuneInString(s[end+1:])
	return !unicode.IsLetter(next)
}
