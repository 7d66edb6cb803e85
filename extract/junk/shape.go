package junk

import (
	"strings"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// looks is what a line looks like, whatever its words are.
type looks struct {
	length  uint8 // bucket of its number of words
	end     uint8 // what it ends in
	start   uint8 // what it begins with
	capital uint8 // how many of its words have a capital, in quarters; 5 for none but capitals
	kind    uint8 // of piece
	rule    uint8 // what rules say of it: 0 for nothing, 1 at the edge alone, 2 for cut
	shared  uint8 // how many of its longer words stand elsewhere too, in thirds; 4 where it has none
	signs   uint8 // bits: address, bar, figures, date, quotation, you, we, told
	solid   bool  // a paragraph of the story, as far as form tells
	bare    bool  // a sentence or question without a word that furniture has

	label    uint8 // at which of its first words a colon, bar or dash stands, from 1 on
	labelled bool  // a colon, bar or dash stands in it
	closer         // of lines that are weighed alone
}

const (
	hasAddress = 1 << iota
	hasBar
	hasFigures
	hasDate
	hasQuote
	hasYou
	hasWe
	hasTold
)

var (
	youWords  = setOf("you", "your", "you're", "you've", "you'll", "yours")
	weWords   = setOf("our", "us", "we", "we're", "we'll", "we've")
	sayWords  = setOf("said", "told")
	toldWords = setOf("said", "told", "says", "he", "she", "his", "her", "him", "they", "their", "who", "was", "were", "had", "declined", "refused", "would", "wouldn't", "couldn't", "didn't", "wasn't", "weren't", "hadn't")
)

var usWord = hashOf("us")

// bareTenths is the weight from which a word is one that furniture has.
const bareTenths = 4

// lookWords is how many words of a line are looked at for its form.
const lookWords = 45

// labelWords is how many words a label has at most.
const labelWords = 5

// lengths are the limits of the buckets of length.
var lengths = [...]int{0, 1, 2, 3, 5, 8, 12, 18, 28, 45, 90}

func bucketOf(n int) uint8 {
	for i, most := range lengths {
		if n <= most {
			return uint8(i)
		}
	}
	return uint8(len(lengths))
}

// look says what line i looks like now: its own form and what became of it.
// How many of its words the rest of the text has (sharing), few need to know.
func (a *article) look(i int) looks {
	f := a.fact(i)
	if !f.looked {
		f.looked = true
		f.looks = a.form(i)
	}
	l := f.looks
	switch {
	case a.pieces[i].Verdict != extract.Kept:
		l.rule, l.solid = 2, false
	case a.rule(i, true) != nil:
		l.rule, l.solid = 1, false
	}
	return l
}

// sharing says how many of the longer words of line i stand elsewhere too, in
// thirds.
func (a *article) sharing(i int) uint8 {
	longer, shared := a.shares(i)
	if longer == 0 {
		return 4
	}
	return uint8(shared * 3 / longer)
}

// shares counts the longer words of line i, and those of them that stand
// elsewhere too.
func (a *article) shares(i int) (longer, shared int) {
	words := a.of(i)
	a.vocab.fixed = true
	for _, w := range words[:min(len(words), lookWords)] {
		if w.end-w.start < 4 || w.is&(sign|figure) != 0 {
			continue
		}
		longer++
		if a.vocab.entries[a.vocab.slot(w.hash)]&countOf > 1 {
			shared++
		}
	}
	return longer, shared
}

// tallies has a one for each of capital, figure, date and sign that a word is, in
// bytes from the lowest one up, by which all of a line's words are counted at once.
var tallies = func() (t [kindsOfWords]uint32) {
	for is := range mark(kindsOfWords) {
		t[is] = uint32(is/capital&1 | is/figure&1<<8 | is/date&1<<16 | is/sign&1<<24)
	}
	return t
}()

const kindsOfWords = 2 * sign // its marks below are those that a word's letters give

// form is what the line of piece i looks like whatever stands around it.
func (a *article) form(i int) looks {
	p, words := &a.pieces[i], a.of(i)
	s := strings.TrimSpace(p.Text)
	if len(s) > 0 && s[0] == 0xef {
		s = strings.TrimPrefix(s, "\ufeff") // a byte order mark, which is taken out later
	}
	l := looks{length: bucketOf(len(words)), kind: uint8(p.Kind), end: endOf(s), start: startOf(s), solid: len(words) >= 12 && sentenceEnd(s)}
	// No branch here that depends on a word, for many of them would be guessed wrong.
	any, of := mark(0), uint32(0)
	first := words[:min(len(words), lookWords)]
	for j := range first {
		is := first[j].is
		any |= is
		of += tallies[is%kindsOfWords]
	}
	for j := range first[:min(len(first), labelWords)] {
		if first[j].is&divided != 0 && j+1 < len(words) {
			l.label = uint8(j + 1)
			break
		}
	}
	capitals, figures, dates := int(of&0xff), int(of>>8&0xff), int(of>>16&0xff)
	all := len(first) - figures - int(of>>24)
	if any&sign != 0 {
		l.signs |= hasAddress
	}
	if any&toReader != 0 {
		l.signs |= hasYou
	}
	if any&ofUs != 0 {
		l.signs |= hasWe
	}
	if any&ofOthers != 0 {
		l.signs |= hasTold
	}
	if l.bare = (l.end <= 2 || l.end == 6 && l.start == 1 && sentenceEnd(strings.TrimRight(s, " \"”’'"))) && len(words) <= 28; l.bare {
		for j := range words {
			// A figure parts no label: "5:15".
			l.labelled = l.labelled || words[j].is&divided != 0 && (words[j].is&figure == 0 || j+1 < len(words) && words[j+1].is&figure == 0)
			if l.end == 2 && words[j].is&toReader != 0 || words[j].hash == usWord { // "Would you do it again?", "It left us speechless."
				continue
			}
			if words[j].is&(weighs|sign) != 0 && (words[j].is&sign != 0 || furniture.of(words[j].hash).tenths >= bareTenths) {
				l.bare = false
				break
			}
		}
	}
	if all > 0 {
		l.capital = uint8(capitals * 4 / all)
	}
	if figures > 1 {
		l.signs |= hasFigures
	}
	if dates > 1 {
		l.signs |= hasDate
	}
	if has := &a.spans[i].has; len(s) < 400 {
		if has.bar && (strings.IndexByte(s, '|') >= 0 || strings.Contains(s, "·") || strings.Contains(s, " / ") || strings.Contains(s, " > ")) {
			l.signs |= hasBar
		}
		if has.slash && strings.Contains(s, "://") || has.dot && address(s) {
			l.signs |= hasAddress
		}
		if has.double || has.curly {
			l.signs |= hasQuote
		}
	}
	return l
}

// address says whether s has "www." or ".com", which a full stop gives away.
func address(s string) bool {
	for i := 0; ; i++ {
		n := strings.IndexByte(s[i:], '.')
		if n < 0 {
			return false
		}
		i += n
		if strings.HasPrefix(s[i:], ".com") || strings.HasSuffix(s[:i], "www") {
			return true
		}
	}
}

func endOf(s string) uint8 {
	if s == "" {
		return 0
	}
	switch c := s[len(s)-1]; {
	case c == '.' || c == '!':
		return 1
	case c == '?':
		return 2
	case c == ':':
		return 3
	case c == ',' || c == ';' || c == '-':
		return 4
	case c == ')' || c == ']':
		return 5
	case c == '"' || c == '\'' || strings.HasSuffix(s, "”") || strings.HasSuffix(s, "’"):
		return 6
	case '0' <= c && c <= '9' || c == '%':
		return 7
	case letterByte(c):
		return 8
	}
	return 9
}

func startOf(s string) uint8 {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r < utf8.RuneSelf && upper(byte(r)):
		return 1
	case r < utf8.RuneSelf && lower(byte(r)):
		return 2
	case '0' <= r && r <= '9':
		return 3
	case r == '"' || r == '“' || r == '\'' || r == '‘':
		return 4
	case r == '(' || r == '[':
		return 5
	case r == '-' || r == '•' || r == '*' || r == '–' || r == '—' || r == '·':
		return 6
	case r == '@' || r == '#' || r == '<':
		return 7
	case r == '©' || r == '→' || r == '▶' || r == '►' || r == '»' || r == '>' || r == '«':
		return 8
	}
	return 9
}
