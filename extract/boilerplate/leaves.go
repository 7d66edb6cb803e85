package boilerplate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestRun is the text of a framework's data: the strings that read like
// prose, of the member name that holds most of them, with the short ones
// between them that are sentences.
//
// Editors store a paragraph as an array of leaves, one for each run of letters
// in one style: [{"text": "The "}, {"text": "ferry"}, {"text": " stays."}].
// Those are joined.
func longestRun(data string) string {
	byName := map[string]*leaves{}
	name := ""
	var arrays []int // that are open, by the order in which they began
	begun := 0
	for data != "" {
		i := strings.IndexByte(data, '"')
		if i < 0 {
			break
		}
		for _, c := range []byte(data[:i]) {
			switch c {
			case '[':
				begun++
				arrays = append(arrays, begun)
			case ']':
				arrays = arrays[:max(0, len(arrays)-1)]
			}
		}
		value, rest := jsonString(data[i:])
		data = rest
		after := strings.TrimLeft(rest[:min(len(rest), 16)], " \t\r\n")
		if strings.HasPrefix(after, ":") {
			name = value
			continue
		}
		l := byName[name]
		if l == nil {
			l = &leaves{}
			byName[name] = l
		}
		l.add(value, arrays)
	}
	var best []string
	most := 0
	for _, l := range byName {
		if texts, size := l.texts(); size > most || size == most && size > 0 && texts[0] < best[0] {
			best, most = texts, size
		}
	}
	return strings.Join(best, "\n")
}

// leaves are the strings of one member name, in order.
type leaves struct {
	values []string
	joined []bool // to the one before
	depth  int    // of the array of the paragraph's first leaf
	array  int    // that array
	around int    // the one around it
}

func (l *leaves) add(value string, arrays []int) {
	n := len(l.values)
	within, joined := false, false
	if n > 0 && goesOn(l.values[n-1], value) {
		within = at(arrays, l.depth) == l.array
		// A link may be a paragraph's first leaf, in an array of its own.
		joined = within || len(arrays) == l.depth-1 && at(arrays, l.depth-1) == l.around && opensAmid(value)
	}
	if !within {
		l.depth, l.array, l.around = len(arrays), at(arrays, len(arrays)), at(arrays, len(arrays)-1)
	}
	l.values, l.joined = append(l.values, value), append(l.joined, joined)
}

// at is the open array at a depth, 0 where there is none.
func at(arrays []int, depth int) int {
	if depth < 1 || depth > len(arrays) {
		return 0
	}
	return arrays[depth-1]
}

// goesOn says whether next is of the same paragraph as last: a blank, the mark
// of a sentence or the middle of a word stands where they meet. Two long ones are paragraphs of
// which the first ends in a blank.
func goesOn(last, next string) bool {
	if last == "" || next == "" || len(last) >= longLeaf && len(next) >= longLeaf && readsWhole(last) && !blankAt(next) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(last)
	if unicode.IsSpace(end) || opensAmid(next) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLetter(end) && unicode.IsLower(first) && max(len(last), len(next)) >= longLeaf // a first letter set apart
}

// opensAmid says whether s begins as a paragraph never does.
func opensAmid(s string) bool { return blankAt(s) || strings.IndexByte(",.;:!?)", s[0]) >= 0 }

func blankAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// readsWhole says whether s ends as a sentence does.
func readsWhole(s string) bool {
	end, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return isEnd(end)
}

// longLeaf is the length in bytes from which a string with blanks is prose.
const longLeaf = 60

// texts are the paragraphs that read like prose, none twice, and the short
// sentences behind those; size is the length of the former.
func (l *leaves) texts() (list []string, size int) {
	seen := map[string]bool{}
	amid := false // the paragraph before is kept
	for i := 0; i < len(l.values); {
		n := i + 1
		for n < len(l.values) && l.joined[n] {
			n++
		}
		text := strings.Join(l.values[i:n], "")
		i = n
		blanks := strings.Count(text, " ")
		long := len(text) >= longLeaf && blanks*20 >= len(text) && strings.IndexByte(text, '{') < 0
		if long && !seen[text] {
			seen[text], amid = true, true
			list, size = append(list, text), size+len(text)
		} else if !long && amid && blanks > 0 && readsWhole(text) {
			list = append(list, text)
		} else if long {
			amid = false
		}
	}
	return list, size
}
