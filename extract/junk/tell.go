package junk

import (
	"strings"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/dateline"
	"github.com/quoth/quoth/internal/lexicon"
)

// tell adds to the metadata what the text says of itself and nothing else
// knows: the headline and the dateline, and of what was cut the authors, the
// date and the agency.
func (a *article) tell(d *extract.Draft) {
	m := &d.Metadata
	learn := func(member string, to *string, value, from string) {
		if *to == "" && value != "" {
			*to = value
			d.Note(member, from)
		}
	}
	if m.Title == "" {
		learn("title", &m.Title, a.headline(), "heading")
	}
	for _, l := range a.learned {
		s, words := a.pieces[l.piece].Text, a.of(l.piece)
		switch l.kind {
		case "byline", "date":
			if list := authors(words, s); len(list) > 0 && !strings.HasPrefix(s, "About ") && // "About Acme Inc." of a press release
				(len(m.Authors) == 0 || l.kind == "byline" && a.page && isSite(m) && hasFirstName(list)) {
				m.Authors = list
				d.Note("authors", l.kind)
			}
			if m.Published == "" {
				learn("published", &m.Published, day(words, s), l.kind)
			}
		}
		if m.Agency == "" && (l.kind == "byline" || l.kind == "agency") {
			learn("agency", &m.Agency, agency(words, s), l.kind)
		}
	}
	place, agency := a.dateline()
	learn("dateline", &m.Dateline, place, "dateline")
	learn("agency", &m.Agency, agency, "dateline")
}

// decks is how many short lines may stand between a headline and the story:
// a deck, a caption.
const decks = 2

// headline is the first kept piece, where it is one: a line that ends in no
// full stop, before a paragraph that does. It stays in the text as a heading of
// level 1. One that is a sentence stands above a dateline: A town asked for a shop. ELY
// — The last loaf …
func (a *article) headline() string {
	first, between, stopped := -1, 0, false
	for i := range a.pieces {
		if !a.kept(i) {
			continue
		}
		p := &a.pieces[i]
		if first < 0 {
			first = i
			if s := strings.TrimSpace(p.Text); p.Kind != extract.Heading && p.Kind != extract.Paragraph || len(a.of(i)) > longTeaser || len(a.of(i)) < 2 ||
				quoted(p.Text) && !titleCase(a.of(i)) && speechEnds(p.Text) || strings.HasSuffix(s, ":") {
				return ""
			} else if stopped = strings.HasSuffix(s, "."); stopped && dateline.Read(s).Len > 0 {
				return ""
			}
			continue
		}
		if stopped && dateline.Read(p.Text).Place == "" {
			return ""
		}
		h := &a.pieces[first]
		if p.Kind == extract.Paragraph && len(p.Text) > 80 && (between == 0 || a.paragraph(i)) {
			h.Kind, h.Level = extract.Heading, 1
			return strings.TrimSpace(h.Text)
		}
		if between++; between > decks || len(a.of(first)) < 4 || figures(a.of(first)) > 1 || p.Kind != extract.Heading && p.Kind != extract.Paragraph {
			return ""
		}
	}
	return ""
}

func figures(words []word) int {
	n := 0
	for i := range words {
		if words[i].is&figure != 0 {
			n++
		}
	}
	return n
}

// speechEnds says whether a line ends where a quotation does: ‘It was like a door
// closing’: coroner blames rail firm is a headline, “It was late,” is not.
func speechEnds(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return strings.ContainsRune("”\"’'.,", last)
}

// authors reads the names of a byline: what stands behind "By", or two to four
// capitalised words at the start of a line that a date follows.
func authors(words []word, s string) []string {
	i := 0
	if opensByline(words, s) && words[0].hash == exclusiveWord {
		words = words[1:]
	}
	if len(words) > 0 && byWords.has(words[0].hash) {
		for i = 1; i < len(words) && byWords.has(words[i].hash); i++ {
		}
		i = beyondOffice(words, s, i)
	} else if len(words) == 0 || words[0].is&date != 0 {
		return nil
	}
	var list []string
	for i < len(words) {
		n := i
		for n < len(words) && n-i < 5 && words[n].is&(capital|date) == capital && !notNames.has(words[n].hash) {
			n++
			if words[n-1].is&divided != 0 || strings.ContainsAny(between(words, s, n-1), ",;/(") {
				break
			}
		}
		if n-i < 2 {
			break
		}
		name := s[words[i].start:words[n-1].end]
		if last := words[n-1]; last.is&ended != 0 && last.end-last.start == 1 {
			name += "." // "Tom B."
		}
		list = append(list, lexicon.Recase(name))
		if n >= len(words) || words[n-1].is&divided != 0 {
			break
		}
		i = beyondPlace(words, s, n)
		if i > n && words[i-1].is&divided != 0 || i >= len(words) {
			break
		}
		n = i
		if words[i].hash == andWord {
			i++
		} else if strings.TrimSpace(between(words, s, n-1)) != "," {
			break
		}
	}
	if i == 0 && len(list) > 0 && siteWord(list[0]) {
		return nil
	}
	return list
}

// opensByline says whether a line opens with "By" and somebody, "Exclusive" before it
// or not.
func opensByline(words []word, s string) bool {
	if len(words) > 2 && words[0].hash == exclusiveWord && words[0].is&divided == 0 {
		words = words[1:]
	}
	return len(words) > 2 && words[0].hash == byHash && words[0].is&divided == 0 && words[beyondOffice(words, s, 1)].is&capital != 0
}

// beyondOffice is the word behind what the writer is, in small letters, from word i
// on; i for nothing of it: By | political reporter | Ana Sousa.
func beyondOffice(words []word, s string, i int) int {
	const widest = 4 // words
	for k := i; k < len(words)-1 && k < i+widest && words[k].is&(capital|divided) == 0; k++ {
		if lexicon.Role(s[words[k].start:words[k].end]) && words[k+1].is&capital != 0 {
			return k + 1
		}
	}
	return i
}

// beyondPlace is the word behind the place that the words from i on say a writer
// reports from, i where they say none: Ann Lee | in New Ely | and Tom Ash.
func beyondPlace(words []word, s string, i int) int {
	const widest = 4 // words
	if at := s[words[i].start:words[i].end]; at != "in" && at != "from" {
		return i
	}
	k := i + 1
	for k < len(words) && k <= i+widest && words[k].is&capital != 0 {
		if k++; words[k-1].is&divided != 0 || strings.ContainsAny(between(words, s, k-1), ",;/)") {
			break
		}
	}
	if k == i+1 {
		return i
	}
	return k
}

// isSite says whether the page credits nobody but itself, by one word or by its
// name: then a byline of the story knows better.
func isSite(m *extract.Metadata) bool {
	if len(m.Authors) != 1 {
		return false
	}
	name := strings.ToLower(m.Authors[0])
	return !strings.Contains(name, " ") || strings.Contains(strings.ToLower(m.SiteName), name)
}

func hasFirstName(names []string) bool {
	for _, n := range names {
		first, _, _ := strings.Cut(n, " ")
		if isFirstName(first) {
			return true
		}
	}
	return false
}

// between is what stands behind word i and before the next one.
func between(words []word, s string, i int) string {
	if i+1 == len(words) {
		return s[words[i].end:]
	}
	return s[words[i].end:words[i+1].start]
}

// siteWord says whether a name is that of a paper or site.
func siteWord(s string) bool {
	for _, w := range wordsOf(s) {
		if papers.has(w.hash) {
			return true
		}
	}
	return false
}

// agency finds the name of a news agency among the words. One that only
// contributed to the article is not its source.
func agency(words []word, s string) string {
	if strings.Contains(s, "contributed") || strings.Contains(s, "contributing") {
		return ""
	}
	for i := range words {
		if i+1 < len(words) {
			switch s[words[i].start:words[i+1].end] {
			case "Associated Press":
				return "AP"
			case "Press Association", "PA Media":
				return "PA"
			}
		}
		if n, ok := dateline.Agencies[s[words[i].start:words[i].end]]; ok {
			return n
		}
	}
	return ""
}

// dateline reads "WASHINGTON (Reuters) - " at the start of the story. It
// stays in the text: the sentence goes on from it.
func (a *article) dateline() (place, agency string) {
	for i := range a.pieces {
		if !a.kept(i) || a.pieces[i].Kind != extract.Paragraph {
			continue
		}
		s := a.pieces[i].Text
		if len(a.of(i)) < 8 {
			continue
		}
		l := dateline.Read(s)
		return l.Place, l.Agency
	}
	return "", ""
}

var (
	byWords  = setOf("by", "reporting", "written", "edited", "reported", "author", "authors", "story", "words", "text", "reporter", "compiled", "posted", "published")
	notNames = setOf("updated", "published", "posted", "last", "first", "modified", "editing", "additional", "writing", "staff", "special", "senior", "reuters", "ap", "afp", "associated", "pti", "ani",
		"ians", "cnn", "bbc", "bloomberg", "reporter", "correspondent", "editor", "writer", "the", "for", "in", "min", "read", "news", "desk", "bureau", "our", "agencies", "agency", "democracy")
	papers = setOf("times", "post", "news", "wire", "ledger", "daily", "herald", "tribune", "journal", "courier", "gazette", "press", "chronicle", "mail", "express", "guardian", "telegraph",
		"today", "media", "network", "tv", "radio", "magazine", "review", "observer", "standard", "globe", "star", "sun", "mirror", "independent", "the", "bulletin", "record", "register", "examiner")
	andWord       = hashOf("and")
	byHash        = hashOf("by")
	exclusiveWord = hashOf("exclusive")
)
