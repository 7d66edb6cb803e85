package junk

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/internal/lexicon"
)

//go:embed data/camel.txt
var camelWords string

// common says whether s, in small letters, is a common English word.
func common(s string) bool { return lexicon.English(s) }

// camel says whether s is a name that has a capital inside ("YouTube").
func camel(s string) bool { return inList(camelWords, s) }

// inList searches the lines of a sorted list whose head begins with '#'.
func inList(list, key string) bool {
	for lo, hi := 0, len(list); lo < hi; {
		start := lo + strings.LastIndexByte(list[lo:lo+(hi-lo)/2], '\n') + 1
		end := start + strings.IndexByte(list[start:], '\n')
		switch entry := list[start:end]; {
		case entry == key:
			return true
		case entry[0] == '#' || entry < key:
			lo = end + 1
		default:
			hi = start
		}
	}
	return false
}

// How sure it is that a word ends, or that one begins, at a seam.
const (
	unknown = iota
	likely  // a common word, or a name of the lexicon or of this article
	certain // a word that opens sentences ("The", "Shortly")
)

// opens says how sure it is that a sentence begins with the word at the start
// of s, which has a capital. rest is what comes behind the word.
func (a *article) opens(w, rest string) int {
	if (w == "A" || w == "Q") && strings.HasPrefix(rest, ": ") { // "A: No"
		return certain
	}
	if w == "I" || w == "A" {
		if strings.HasPrefix(rest, " ") || w == "I" && (strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’")) {
			return certain
		}
		return unknown
	}
	if len(w) < 2 {
		if w == "O" && irish(rest) {
			return likely
		}
		if len(rest) > 1 && (rest[0] == '.' && upper(rest[1]) || rest[0] == ':') { // "U.S. officials", "Q: Why"
			return likely
		}
		return unknown
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " ,"))
	if lexicon.Opener(w) && bare(rest) || opensDateline(w, rest) || w == "BY" && strings.HasPrefix(rest, " ") && len(rest) > 2 && upper(rest[1]) && upper(rest[2]) {
		return certain
	}
	if len(w) > 2 && a.times(w) > 0 && a.seen(w) {
		return likely
	}
	if common(strings.ToLower(w)) && (unicode.IsLower(next) || unicode.IsDigit(next) || next == '-' && len(rest) > 1 && lower(rest[1])) || name(w) { // "Working-class voters"
		return likely
	}
	return unknown
}

// irish says whether what stands behind an O is the rest of a name: "O’Malley".
func irish(rest string) bool {
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "’"), "'")
	return len(rest) > 1 && upper(rest[0]) && lower(rest[1])
}

// opensDateline says whether a dateline begins with w: "WASHINGTON (AP) -", "DES
// MOINES -".
func opensDateline(w, rest string) bool {
	if strings.ToUpper(w) != w {
		return false
	}
	n := len(w)
	first := n
	for len(rest) > 2 && rest[0] == ' ' && upper(rest[1]) && upper(rest[2]) && n < wordBytes {
		next, behind := wordAt(rest, 1)
		if strings.ToUpper(next) != next {
			return false
		}
		n, rest = n+len(next), behind
	}
	if n < 4 || n > first && strings.HasPrefix(rest, ", ") && !strings.ContainsAny(rest[:min(len(rest), 20)], "-–—") { // "9AM EST, host …", and not "LA CROSSE, Wisc. —"
		return false
	}
	for _, s := range [...]string{" (", " — ", " - ", " – ", " ― ", ", "} {
		if strings.HasPrefix(rest, s) {
			return true
		}
	}
	return false
}

// ends says how sure it is that w is a whole word.
func (a *article) ends(w string) int {
	if len(w) < 2 {
		return unknown
	}
	if a.times(w) > 0 || common(strings.ToLower(w)) || name(w) {
		return likely
	}
	return unknown
}

func isFirstName(w string) bool {
	_, ok := lexicon.FirstName(w)
	return ok
}

// name says whether the lexicon has w as a name or the first word of one.
func name(w string) bool {
	if isFirstName(w) {
		return true
	}
	if _, ok := lexicon.People(w); ok {
		return true
	}
	if _, ok := lexicon.Honorific(w); ok {
		return true
	}
	return lexicon.Place(w) != lexicon.NoPlace || lexicon.Org(w) || lexicon.Title(w) || lexicon.Calendar(w)
}

// titleCase says whether a line is written as headlines are in some houses:
// of its words of four letters or more, three of four begin with a capital.
func titleCase(words []word) bool {
	long, capitalised := 0, 0
	for i := range words {
		if words[i].end-words[i].start >= 4 && words[i].is&figure == 0 {
			long++
			if words[i].is&capital != 0 {
				capitalised++
			}
		}
	}
	return len(words) >= 3 && capitalised*4 >= long*3
}
