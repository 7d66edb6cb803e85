package language

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/common.txt
var commonData string

// commonTags are the languages of data/common.txt.
var commonTags = sync.OnceValue(func() (tags []string) {
	for line := range strings.Lines(commonData) {
		if line[0] != '#' {
			tag, _, _ := strings.Cut(line, " ")
			tags = append(tags, tag)
		}
	}
	return tags
})

// commonWords are the words of data/common.txt, with a bit for each language
// that has them.
var commonWords = sync.OnceValue(func() map[string]uint16 {
	words := map[string]uint16{}
	i := 0
	for line := range strings.Lines(commonData) {
		if line[0] == '#' {
			continue
		}
		for _, w := range strings.Fields(line)[1:] {
			words[w] |= 1 << i
		}
		i++
	}
	return words
})

// common is the language whose commonest words make up a quarter of a text,
// and twice as much of it as those of any other; "" where there is none.
// News is decided by this most often, at a hundredth of what trigrams cost.
func common(s string) string {
	var counts [16]int
	words, of := 0, commonWords()
	for w := range strings.FieldsSeq(s) {
		words++
		for i, m := 0, of[strings.ToLower(w)]; m != 0; i, m = i+1, m>>1 {
			counts[i] += int(m & 1)
		}
	}
	best, second := 0, 0
	for i := 1; i < len(counts); i++ {
		switch {
		case counts[i] > counts[best]:
			best, second = i, counts[best]
		case counts[i] > second:
			second = counts[i]
		}
	}
	if words < minWords || 4*counts[best] < words || counts[best] < 2*second {
		return ""
	}
	return commonTags()[best]
}
