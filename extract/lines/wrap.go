package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	widest   = 100 // columns of a hard-wrapped line: 72 and 80 are usual
	narrow   = 52  // a run of lines none of which is wider is verse, a list or an address
	shortest = 15  // a line of less is no line that somebody's editor broke
)

// findWraps says of each line whether it goes on where the line before it was
// broken by an editor, as opposed to by the writer.
//
// Two signs count. A line that begins with a small letter after one that ends
// in no full stop goes on ("MENAFN provides the", "information as is"). And
// where a run of lines shows that more than once, so does every line whose
// first word would not have fitted behind the line before it.
func findWraps(text string, list []line) []bool {
	wraps := make([]bool, len(list))
	width := columns(text, list)
	for i := 0; i < len(list); {
		n := i + 1
		for n < len(list) && !list[n].gap && list[n].width <= widest && list[n-1].width <= widest {
			n++
		}
		wrapRun(text, list[i:n], wraps[i:n], width)
		i = n
	}
	return wraps
}

func wrapRun(text string, run []line, wraps []bool, columns int32) {
	if len(run) < 2 {
		return
	}
	width, going, parted := int32(0), 0, 0
	for i := range run {
		width = max(width, run[i].width)
		if i > 0 && goesOn(text, &run[i-1], &run[i]) {
			going++
			if partsWord(text, &run[i-1]) {
				parted++
			}
		}
	}
	if width <= narrow && columns == 0 && parted < 2 { // a narrow column is known by its hyphens
		return
	}
	sure := going >= 2 && going*4 >= len(run)-1
	if !sure && columns > 0 && width <= columns {
		sure, width = true, columns
	}
	for i := 1; i < len(run); i++ {
		before, here := &run[i-1], &run[i]
		forced := sure && (before.width+1+here.first > width || partsWord(text, before)) && here.marker == 0 && !heads(text, before, here)
		wraps[i] = forced || goesOn(text, before, here)
	}
}

// partsWord says whether a line ends in a letter and a hyphen.
func partsWord(text string, l *line) bool {
	s := l.of(text)
	return len(s) > 1 && s[len(s)-1] == '-' && lowerASCII(s[len(s)-2])
}

// heads says whether b is a short line that ends like no sentence, after one
// that does: a heading after the last full line of a paragraph. One that ends in a
// colon ("Legal Disclaimer:") heads what follows, and two lines that are the same
// are two titles.
func heads(text string, a, b *line) bool {
	s := b.of(text)
	if b.width == a.width && s == a.of(text) {
		return true
	}
	return b.width*2 < a.width && !stops(s) && (stops(a.of(text)) || strings.HasSuffix(s, ":") && 'A' <= s[0] && s[0] <= 'Z')
}

func stops(s string) bool {
	s = strings.TrimRight(s, "\"')”’")
	return s != "" && strings.IndexByte(".!?", s[len(s)-1]) >= 0
}

// columns is the width to which all of the text was wrapped: the widest line
// that another one continues, where one line in four or more is continued.
// 0 for a text that was not wrapped.
func columns(text string, list []line) int32 {
	width, going := int32(0), 0
	for i := 1; i < len(list); i++ {
		if list[i].gap || list[i-1].width > widest {
			continue
		}
		if goesOn(text, &list[i-1], &list[i]) {
			going++
			width = max(width, list[i-1].width)
		}
	}
	if going < 3 || going*4 < len(list) || width <= narrow {
		return 0
	}
	return width
}

// goesOn says whether b begins with a small letter and the line before it ends
// in no mark that ends a sentence or opens a list.
func goesOn(text string, a, b *line) bool {
	if b.gap || b.marker > 0 || a.width < shortest || a.width > widest {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[b.start:b.end])
	if !unicode.IsLower(r) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text[a.start:a.end])
	return !strings.ContainsRune(".!?:;|”\"", last)
}

// marker gives the length of the mark before a list item, with the blanks
// after it: "- ", "* ", "• ", "1. ", "2) ".
func marker(s string) int {
	n := 0
	switch r, size := utf8.DecodeRuneInString(s); {
	case r == '-' || r == '*' || r >= utf8.RuneSelf && strings.ContainsRune("•·‣▪●–", r):
		n = size
	case '0' <= r && r <= '9':
		n = 1
		if len(s) > n && '0' <= s[n] && s[n] <= '9' {
			n++
		}
		if len(s) <= n || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	default:
		return 0
	}
	rest := strings.TrimLeft(s[n:], " \t")
	if rest == "" || len(rest) == len(s)-n {
		return 0
	}
	return min(len(s)-len(rest), 127)
}
