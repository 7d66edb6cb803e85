package prose

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// appendParts parts the run words[i:end] into names and appends them: what
// stands before a title ("New York" of "New York Mayor Ann Lee"), the title
// left out, and what stands after it; a people apart from the person or body
// that is of it.
func appendParts(dst []extract.Mention, text string, words []word, i, end int) []extract.Mention {
	addressed := false
	for i < end {
		// Openers at the start are no part: "But Smith", "The White House".
		if n := titleAt(words, i, end); n > 0 && !wholeName(words, i, end) {
			addressed = true
			i += n
			continue
		}
		if n := listedAt(words, i, end); n > 0 && (n == end-i || !lexicon.OrgWord(words[end-1].text) && !eventWord(words[end-1].text)) {
			dst = appendName(dst, text, words, i, i+n, addressed)
			addressed = false
			i += n
			continue
		}
		if lexicon.Opener(words[i].text) && !wholeName(words, i, end) && !opensName(words, i, end) {
			i++
			continue
		}
		stop := i + 1
		for stop < end && (titleAt(words, stop, end) == 0 || wholeName(words, i, end)) {
			stop++
		}
		if n := peopleAt(words, i, stop); n > 0 && n < stop-i {
			stop = i + n
		} else if n := placeAt(words, i, stop); n > 0 && n < stop-i {
			stop = i + n
		}
		dst = appendName(dst, text, words, i, stop, addressed)
		addressed = false
		i = stop
	}
	return dst
}

func phrase(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && words[i-1].End < w.Start {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// wholeName says whether words[i:end] is a name that the lexicon knows, and so
// to be left whole: "General Motors".
func wholeName(words []word, i, end int) bool {
	const longest = 8 // words of a name in the lexicon, and some more
	if end-i > longest {
		return false
	}
	s := phrase(words[i:end])
	return end-i > 1 && (lexicon.Org(s) || lexicon.Place(s) != lexicon.NoPlace) || end-i == 1 && lexicon.Org(s) && !lexicon.Opener(s)
}

// listedAt is how many words, at least two, a place or body that the lexicon
// lists has at words[i]: "Czech Republic" of "Czech Republic Pavel".
func listedAt(words []word, i, end int) int {
	for n := min(4, end-i); n > 1; n-- {
		if s := phrase(words[i : i+n]); lexicon.Org(s) || lexicon.Place(s) != lexicon.NoPlace {
			return n
		}
	}
	return 0
}

// opensName says whether the word at i, which opens sentences too, opens a name
// of a body or event: "World Cup", "National Library".
func opensName(words []word, i, end int) bool {
	switch words[i].text {
	case "World", "National", "General", "Free", "Special", "Young", "Great", "Big", "New", "Open", "Central":
		last := words[end-1].text
		return end-i > 1 && (eventWord(last) || lexicon.OrgWord(last) || lexicon.PlaceWord(last))
	}
	return false
}

// titleAt is how many words of a title or form of address stand at words[i].
func titleAt(words []word, i, end int) int {
	for n := min(3, end-i); n > 0; n-- {
		s := phrase(words[i : i+n])
		if _, ok := lexicon.Honorific(s); ok || lexicon.Title(s) {
			return n
		}
	}
	return 0
}

// peopleAt is how many words of a people stand at words[i].
func peopleAt(words []word, i, end int) int {
	for n := min(2, end-i); n > 0; n-- {
		s := phrase(words[i : i+n])
		if _, ok := lexicon.People(s); ok && !lexicon.OrgWord(words[end-1].text) && !eventWord(words[end-1].text) {
			return n
		}
	}
	return 0
}

// placeAt is how many words of a country stand at words[i], where it can be
// no part of what follows: "US" of "US Rejects".
func placeAt(words []word, i, end int) int {
	for n := min(3, end-i); n > 0; n-- {
		if s := phrase(words[i : i+n]); lexicon.Place(s) == lexicon.Country && !lexicon.OrgWord(words[end-1].text) && !lexicon.PlaceWord(words[end-1].text) && !eventWord(words[end-1].text) {
			if _, first := lexicon.FirstName(s); !first && s != "America" { // America Ferrera, America Rising
				return n
			}
		}
	}
	return 0
}

func appendName(dst []extract.Mention, text string, words []word, i, end int, addressed bool) []extract.Mention {
	for end > i && (lexicon.Opener(words[end-1].text) && end-i > 1 && words[end-1].kind == "") {
		end--
	}
	if end == i {
		return dst
	}
	if end-i == 1 {
		if first, second, ok := compound(words[i]); ok {
			for _, s := range [...]extract.Span{first, second} {
				if t, ok := lexical(s.Of(text)); ok {
					dst = append(dst, extract.Mention{Span: s, Type: t, Entity: -1})
				}
			}
			return dst
		}
	}
	s := extract.Span{Start: words[i].Start, End: words[end-1].End}
	return append(dst, extract.Mention{Span: s, Type: typeOf(words, i, end, addressed), Entity: -1})
}

// compound parts "U.S.-Russian" and "U.S.-led".
func compound(w word) (first, second extract.Span, ok bool) {
	left, right, hyphen := strings.Cut(w.text, "-")
	if !hyphen || left == "" || right == "" {
		return
	}
	if _, whole := lexical(w.text); whole {
		return
	}
	if _, ok = lexical(left); !ok {
		return
	}
	at := w.Start + int32(len(left))
	return extract.Span{Start: w.Start, End: at}, extract.Span{Start: at + 1, End: w.End}, true
}
