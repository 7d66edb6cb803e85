package sink

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Plain makes a text of strangers fit for one line of a terminal: white space
// is one blank, control and format characters are left out.
func Plain(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)), " ")
}

// wrap breaks s, a plain text, at its blanks into lines of at most n columns.
// A word that is longer stands on a line of its own.
func wrap(s string, n int) []string {
	var lines []string
	start, end, used := 0, 0, 0 // the line is s[start:end], used columns wide
	for at := 0; at < len(s); {
		word := strings.IndexByte(s[at:], ' ')
		if word < 0 {
			word = len(s) - at
		}
		w := columns(s[at : at+word])
		switch {
		case end == start:
			used = w
		case used+1+w <= n:
			used += 1 + w
		default:
			lines = append(lines, s[start:end])
			start, used = at, w
		}
		end = at + word
		at = end + 1
	}
	return append(lines, s[start:end])
}

// columns is the number of columns of a terminal that s takes.
func columns(s string) (n int) {
	for _, r := range s {
		switch {
		case r < 0x300:
			n++
		case unicode.In(r, unicode.Mn, unicode.Me):
		default:
			n++
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
		}
	}
	return n
}

// shorten cuts s to n columns.
func shorten(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	used := 0
	for i, r := range s {
		if used += columns(string(r)); used > n-1 {
			return s[:i] + "…"
		}
	}
	return s
}
