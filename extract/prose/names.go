package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// outside is prose's label of a token that is no part of a name.
const outside = "O"

// word is a token of a sentence with what prose says of it.
type word struct {
	extract.Token
	text string
	kind string // of the name that prose labels it part of: "PERSON"; "" for none
}

func wordsOf(dst []word, text string, toks []extract.Token, labels []string) []word {
	for i, t := range toks {
		_, kind, _ := strings.Cut(labels[i], "-")
		w := word{t, t.Of(text), kind}
		// prose parts the initial of "Ann B. Lee" from its stop.
		if n := len(dst); w.text == "." && n > 0 && i+1 < len(toks) && dst[n-1].End == t.Start && len(dst[n-1].text) == 1 && dst[n-1].text[0] >= 'A' && dst[n-1].text[0] <= 'Z' {
			dst[n-1].End = t.End
			dst[n-1].text = dst[n-1].Of(text)
			dst[n-1].Tag = extract.NNP
			continue
		}
		dst = append(dst, w)
	}
	return dst
}

// appendNames appends the names of a sentence.
//
// prose's labels alone make poor names (of "Vladimir Putin" the second word
// is often outside, of "White House" each word begins a name of another
// kind), so a name is a run of capitalised words that prose tags as proper
// nouns or labels as names, parted where a title or a people ends.
func appendNames(dst []extract.Mention, text string, words []word) []extract.Mention {
	shouted := shouts(words)
	for i := 0; i < len(words); {
		end := runEnd(words, i, shouted)
		if end == i {
			i++
			continue
		}
		dst = appendParts(dst, text, words, i, end)
		i = end
	}
	return dst
}

// shouts says whether words are a headline all in capitals, in which a capital
// is no sign of a name.
func shouts(words []word) bool {
	upper, lower := 0, 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w.text); !unicode.IsLetter(r) {
			continue
		}
		if strings.IndexFunc(w.text, unicode.IsLower) >= 0 {
			lower++
		} else {
			upper++
		}
	}
	return upper >= 3 && upper > 3*lower
}

// runEnd is the end of the run of name words that begins at words[i], or i
// where none does.
func runEnd(words []word, i int, shouted bool) int {
	end := i
	for j := i; j < len(words); j++ {
		switch {
		case nameWord(words, j, shouted):
			end = j + 1
		case j > i && end == j && linker(words, i, j) && j+1 < len(words) && nameWord(words, j+1, shouted):
		case j > i && end == j && words[j].text == "the" && strings.EqualFold(words[j-1].text, "of"):
		case j > i && end == j && words[j].text == "and" && officeOf(words, i) && j+1 < len(words) && nameWord(words, j+1, shouted) && alike(words[j+1].text):
		case j > i && end == j && words[j].Tag == extract.POS && j+1 < len(words) && house(words[j+1].text) && lexicon.Place(words[j-1].text) == lexicon.NoPlace:
		default:
			return end
		}
	}
	return end
}

func nameWord(words []word, i int, shouted bool) bool {
	w := words[i]
	first, _ := utf8.DecodeRuneInString(w.text)
	if !unicode.IsUpper(first) {
		return mixedCase(w.text) && w.Tag.Noun()
	}
	if lexicon.Calendar(w.text) {
		return false
	}
	if shouted {
		return known(w.text)
	}
	if w.Tag == extract.NNP || w.Tag == extract.NNPS || w.kind != "" || known(w.text) {
		return true
	}
	// "Freedom", "Northern": within a run, any capitalised word goes on.
	return i > 0 && w.Tag != extract.Punct && !lexicon.Opener(w.text)
}

// mixedCase is for "iPhone", "eBay", "al-Qaeda".
func mixedCase(s string) bool {
	return len(s) > 2 && strings.IndexFunc(s, unicode.IsUpper) > 0 && !strings.ContainsAny(s, "./@")
}

func known(s string) bool {
	if lexicon.Place(s) != lexicon.NoPlace || lexicon.Org(s) {
		return true
	}
	if _, ok := lexicon.People(s); ok {
		return true
	}
	_, ok := lexicon.FirstName(s)
	return ok && !lexicon.Opener(s)
}

// linker says whether words[j] links the run from words[i] with what follows.
func linker(words []word, i, j int) bool {
	switch words[j].text {
	case "&", "de", "del", "della", "da", "di", "du", "des", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "dos", "ter", "zu":
		return true
	case "for": // "Department for Transport", "Center for Disease Control"
		return lexicon.OrgWord(words[j-1].text)
	case "of":
		// "Bank of America", "Department of Justice"; never "Putin of Russia".
		head := words[j-1].text
		return lexicon.OrgWord(head) || head == "Secretary" || head == "House" || head == "Republic" || head == "Gulf" || head == "Ministry" || head == "Isle" || head == "Cape"
	}
	return false
}

// officeOf says whether words[i:] is "Department of", "Committee on" or the
// like, whose matters "and" may join: "Ministry of Food and Farming".
func officeOf(words []word, i int) bool {
	return i+2 < len(words) && lexicon.OrgWord(words[i].text) && (words[i+1].text == "of" || words[i+1].text == "for")
}

// alike says that a word is neither a person's name nor a place's.
func alike(s string) bool {
	_, first := lexicon.FirstName(s)
	_, people := lexicon.People(s)
	return !people && !first && lexicon.Place(s) == lexicon.NoPlace && !lexicon.Org(s)
}

// house is for what is called after a saint or founder: "St. Anne's Hospital".
func house(s string) bool {
	switch s {
	case "Hospital", "College", "Church", "Cathedral", "School", "Square", "Abbey", "Chapel", "Academy", "Hospice":
		return true
	}
	return false
}
