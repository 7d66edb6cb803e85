package meta

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/classes.txt
var classData string

var markNames = map[string]mark{
	"isAuthor": isAuthor, "isByline": isByline, "isName": isName | isAuthor, "isBio": isBio, "isDate": isDate,
	"isPublished": isPublished, "isModified": isModified, "isAside": isAside, "isHeadline": isHeadline, "isSection": isSection, "isNone": 0,
}

var classWords = sync.OnceValue(func() *Names[mark] {
	words := map[string]mark{}
	for word, value := range entries(classData) {
		words[word] = markNames[value]
	}
	return NamesOf(words)
})

// classMarks is what the words of a class attribute mark.
func classMarks(class string) (m mark) {
	if len(class) > 1024 { // a list of utility classes, or hostile
		class = class[:1024]
	}
	words := classWords()
	var buf [2 * 40]byte // the word before, "+", this word
	joined := buf[:0]
	before := 0 // length of the word before, with its "+"
	for i := 0; i < len(class); {
		c := class[i]
		if !letter(c) {
			if c == ' ' {
				joined, before = joined[:0], 0
			}
			i++
			continue
		}
		start := i
		for i++; i < len(class) && letter(class[i]) && (class[i] >= 'a' || class[i-1] < 'a'); i++ {
		}
		if i-start > 38 {
			joined, before = joined[:0], 0
			continue
		}
		for _, c := range []byte(class[start:i]) {
			joined = append(joined, c|0x20)
		}
		one, _ := words.Get(joined[before:])
		m |= one
		if before > 0 {
			pair, _ := words.Get(joined)
			m |= pair
		}
		n := copy(joined, joined[before:])
		joined = append(joined[:n], '+')
		before = n + 1
	}
	return m
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// entries are the lines of a data file: an entry, a blank, its value.
func entries(data string) func(yield func(entry, value string) bool) {
	return func(yield func(string, string) bool) {
		for line := range strings.Lines(data) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			entry, value, _ := strings.Cut(line, "\t")
			if value == "" {
				entry, value = line, ""
				if i := strings.LastIndexByte(line, ' '); i >= 0 {
					entry, value = line[:i], line[i+1:]
				}
			}
			if !yield(entry, value) {
				return
			}
		}
	}
}
