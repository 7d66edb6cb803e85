package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// maxDotted bounds the look ahead at what follows a full stop without a blank.
const maxDotted = 64

type dotVerdict uint8

const (
	dotOut    dotVerdict = iota // the word ends before it
	dotInside                   // the word goes on after it
	dotKept                     // the word ends with it
	dotLink                     // the word is a domain, file or address that goes on
)

// dot decides on the full stop at j of the word that began at i and whose last
// part began at segment. It returns where the decision leads to.
func (s *scanner) dot(i, j, segment int, w *seen) (int, dotVerdict) {
	next := s.at(j + 1)
	if !s.startsWord(j + 1) {
		return s.lastDot(i, j, segment, w, next)
	}
	before := s.text[j-1]
	if isDigit(before) && isDigit(next) { // "3.5", "192.168.0.1"
		return j + 1, dotInside
	}
	if to, link := s.dotted(i, j); link {
		return to, dotLink
	}
	short := j-segment == 1 && !isDigit(before)
	if n := s.partLen(j + 1); short && (n == 1 || s.at(j+1+n) == '.' && n <= 2) {
		return j + 1, dotInside // "U.S", "p.m", "M.Sc."
	}
	if i == segment && w.first && j-i <= 2 && s.partLen(j+1) == 1 && s.at(j+2) == '.' {
		return j + 1, dotInside // "Ph.D."
	}
	if short && isUpper(before) { // "J.Smith"
		return j + 1, dotKept
	}
	if w.digit && !w.letter {
		if i == s.start && isUpper(next) { // "1.The first"
			return j + 1, dotKept
		}
		return j, dotOut
	}
	kind, word := lexicon.Abbreviation(s.text[segment:j])
	switch kind {
	case lexicon.NoAbbreviation:
	case lexicon.TitleAbbr:
		return j + 1, dotKept // "Mr.Smith"
	default:
		if isDigit(next) && !(word && kind != lexicon.NumberAbbr) { // "No.5"
			return j + 1, dotKept
		}
	}
	if short || w.dots > 0 && j-segment <= 2 {
		return j + 1, dotInside // "p.55", "v.2"
	}
	return j, dotOut // a sentence whose blank was lost: "end.Next"
}

// partLen is the number of letters at i, no more than 4.
func (s *scanner) partLen(i int) int {
	n := 0
	for n < 4 && class[s.at(i+n)] == letter {
		n++
	}
	return n
}

// dotted reads on from the full stop at j over letters, digits, hyphens and
// full stops, and tells whether the word that began at i is a domain, a file
// name or an e-mail address, and up to where.
func (s *scanner) dotted(i, j int) (to int, link bool) {
	end := min(len(s.text), j+maxDotted)
	k, last, stops := j+1, j, 1
	for k < end {
		c := s.text[k]
		if c == '.' && (class[s.at(k+1)] == letter || class[s.at(k+1)] == digit) {
			last = k
			stops++
		} else if class[c] != letter && class[c] != digit && c != '-' && c != '_' && c != '+' && c != '%' {
			break
		}
		k++
	}
	if s.at(k) == '@' {
		if to := s.host(k + 1); to > 0 {
			return to, true
		}
	}
	for k > last+1 && class[s.text[k-1]] != letter && class[s.text[k-1]] != digit {
		k--
	}
	if s.startsWord(k) {
		return 0, false
	}
	suffix := s.text[last+1 : k]
	switch {
	case strings.HasPrefix(s.text[i:j], "www") && j == i+3:
		return k, true
	case j-i == 1 && isUpper(s.text[i]), len(suffix) > 6:
		return 0, false
	}
	// A newsgroup or a package: "alt.animals.cat".
	if stops > 1 && isLower(s.text[i]) && isLower(s.text[j-1]) && isLower(s.text[j+1]) && isLower(suffix[0]) {
		return k, true
	}
	// "Node.js", "bbc.co.uk", "cra.org/resources"; "Booking.Com" is rarer than a
	// sentence that begins with "In" or "It" and has lost its blank.
	if !topLevel(suffix) {
		return 0, false
	}
	return k, true
}

// topLevel says whether s ends names of hosts and files that news mention.
func topLevel(s string) bool {
	switch s {
	case "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "ai", "tv", "fm", "uk", "ca", "au", "nz", "ie", "za", "jp", "cn", "kr", "ru", "ua",
		"de", "fr", "es", "eu", "ch", "se", "dk", "fi", "pl", "cz", "br", "mx", "ar", "cl", "ng", "ke", "gh", "pk", "ph", "sg", "hk", "my", "vn", "th", "il", "tr", "ir",
		"app", "dev", "news", "blog", "online", "site", "xyz", "shop", "club", "ly", "gl", "COM", "ORG", "NET", "GOV", "EDU", "Com",
		"js", "py", "html", "htm", "php", "asp", "jpg", "jpeg", "png", "gif", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "txt", "zip", "exe", "mp", "csv", "xml", "json",
		"PDF", "DOC", "XLS", "JPG":
		return true
	}
	return false
}

// host is the end of a name of a host that begins at i, 0 where none does.
func (s *scanner) host(i int) int {
	k := i
	for k < len(s.text) && k < i+2*maxDotted {
		c := s.text[k]
		if class[c] != letter && class[c] != digit && !((c == '.' || c == '-' || c == '_') && k > i && s.startsWord(k+1)) {
			break
		}
		k++
	}
	if k == i || s.startsWord(k) {
		return 0
	}
	return k
}

func scheme(s string) bool {
	switch s {
	case "http", "https", "ftp", "mailto", "Http", "Https", "HTTP", "HTTPS":
		return true
	}
	return false
}

// link reads on from j over what URLs hold and ends the one that began at i.
// Marks at its end are the sentence's, a bracket unless it was opened inside.
func (s *scanner) link(i, j int) int {
	k, open := j, 0
	if c := s.at(j); c == '/' || c == ':' || c == '?' || c == '#' || s.text[j-1] == ':' {
	scan:
		for k < len(s.text) {
			switch c := s.text[k]; {
			case class[c] == blank || c == '<' || c == '>' || c == '"' || c == '|':
				break scan
			case c == '(':
				open++
			case c == ')':
				open--
			case c >= utf8.RuneSelf:
				r, n := utf8.DecodeRuneInString(s.text[k:])
				if !wordRune(r) {
					break scan
				}
				k += n - 1
			}
			k++
		}
		for k > j {
			c := s.text[k-1]
			if c == ')' && open < 0 {
				open++
			} else if !strings.ContainsRune(".,;:!?'*]}", rune(c)) {
				break
			}
			k--
		}
	}
	return s.add(i, k, extract.Link)
}

// lastDot decides on a full stop after which no word goes on.
func (s *scanner) lastDot(i, j, segment int, w *seen, next byte) (int, dotVerdict) {
	if next == '.' { // "know...", but "etc.."
		if s.at(j+2) == '.' {
			return j, dotOut
		}
	}
	part := s.text[segment:j]
	// "U.S.", "a.m.", "Ph.D.", "U.S.-led"
	if w.dots > 0 && w.letter && len(part) <= 3 && !(isDigit(part[0]) && w.lower) {
		if next == '-' && s.startsWord(j+2) {
			return j + 1, dotInside
		}
		return j + 1, dotKept
	}
	if w.dots > 0 && !w.letter { // "2.1. Results"
		if i == s.start && s.blankAt(j+1) && !s.blockEnds(j+1) {
			return j + 1, dotKept
		}
		return j, dotOut
	}
	follow, size := s.following(j + 1)
	if j-i == 1 && w.letter {
		return s.initial(i, j, follow)
	}
	if !w.letter {
		if i == s.start && s.blankAt(j+1) && size > 0 && j-i <= 3 {
			return j + 1, dotKept // "1. The first"
		}
		return j, dotOut
	}
	kind, word := lexicon.Abbreviation(part)
	if len(part) > 3 && part[1] == '-' && (part[0] == 'D' || part[0] == 'R' || part[0] == 'I') { // "Ann Lee, D-Calif."
		if k, w := lexicon.Abbreviation(part[2:]); k == lexicon.StateAbbr && isUpper(part[2]) {
			kind, word = k, w
		}
	}
	if kind == lexicon.NoAbbreviation || i != segment {
		return j, dotOut
	}
	if word || kind == lexicon.NumberAbbr {
		if size == 0 || !s.meant(kind, w, follow, j) {
			return j, dotOut
		}
	}
	return j + 1, dotKept
}

// meant says whether a word that may be short for another is, by what follows.
func (s *scanner) meant(kind lexicon.AbbreviationKind, w *seen, follow rune, j int) bool {
	switch kind {
	case lexicon.NumberAbbr:
		return unicode.IsDigit(follow) || follow == '#' || s.adjoins(j+1)
	case lexicon.MonthAbbr:
		return w.first && (unicode.IsDigit(follow) || unicode.IsLower(follow) || s.adjoins(j+1))
	case lexicon.TitleAbbr:
		return w.first && unicode.IsUpper(follow)
	}
	if kind == lexicon.StateAbbr && (follow == '—' || follow == '–' || follow == '-') && s.after(",") { // "HARWICK, Wash. — The"
		return w.first
	}
	return w.first && (unicode.IsLower(follow) || s.adjoins(j+1))
}

// after says whether the token before is mark.
func (s *scanner) after(mark string) bool {
	n := len(s.dst)
	return n > 0 && int(s.dst[n-1].Start) >= s.start && s.dst[n-1].Of(s.text) == mark
}

// adjoins says whether a mark that goes on with the sentence stands at i.
func (s *scanner) adjoins(i int) bool {
	switch s.at(i) {
	case ',', ';', ':', ')', '?', '!':
		return true
	}
	return false
}

// initial decides on the full stop after a single letter. "Albert I. Jones",
// "p. 55", "a. The second" keep it, "you and I. Did you", "plan B." do not.
func (s *scanner) initial(i, j int, follow rune) (int, dotVerdict) {
	c := s.text[i]
	if c >= utf8.RuneSelf || follow == 0 {
		return j, dotOut
	}
	switch {
	case isUpper(c) && i > s.start && !s.blankBefore(i) && s.text[i-1] != '(' && s.text[i-1] != '"' && s.text[i-1] < utf8.RuneSelf:
		return j, dotOut
	case c == 'I' && !s.nameBefore():
		return j, dotOut
	case c == 'X' && (s.after("on") || s.after("to") || s.after("via")): // "She wrote on X. Brandt did not."
		return j, dotOut
	case isUpper(c):
		if unicode.IsUpper(follow) || s.adjoins(j+1) || unicode.IsLower(follow) && s.nameBefore() {
			return j + 1, dotKept
		}
		return j, dotOut
	case c == 'v' || unicode.IsDigit(follow) || (i == s.start || s.at(j+1) == ')') && s.blankAt(j+1):
		return j + 1, dotKept
	case c <= 'e' && unicode.IsUpper(follow) && s.lettered():
		return j + 1, dotKept
	}
	return j, dotOut
}

// nameBefore says whether the token before is a capitalised word, as the first
// name before an initial is.
func (s *scanner) nameBefore() bool {
	n := len(s.dst)
	if n == 0 || int(s.dst[n-1].Start) < s.start {
		return true
	}
	t := s.dst[n-1]
	return t.Shape.Capitalised() && t.Shape != extract.CapitalLetter || t.Shape == extract.Abbreviation
}

// lettered says whether the block began with a letter and a full stop, as
// lists do: "a. The first b. The second".
func (s *scanner) lettered() bool {
	const reach = 64 // tokens
	for n := len(s.dst) - 1; n >= max(0, len(s.dst)-reach); n-- {
		t := s.dst[n]
		if int(t.Start) < s.start {
			return false
		}
		if t.Len() == 2 && s.text[t.End-1] == '.' && isLower(s.text[t.Start]) {
			return true
		}
	}
	return false
}

// following is the first rune after white space from i, and its size; marks
// that open are passed over.
func (s *scanner) following(i int) (rune, int) {
	const reach = 8 // runes
	for range reach {
		if i >= len(s.text) {
			break
		}
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !unicode.IsSpace(r) && r != '"' && r != '“' && r != '(' && r != '\'' && r != '‘' && r != '[' {
			return r, n
		}
		i += n
	}
	return 0, 0
}

func (s *scanner) blockEnds(i int) bool {
	_, n := s.following(i)
	return n == 0
}

// dottedShape is the shape of a word with its full stop.
func dottedShape(word string, w *seen) extract.Shape {
	switch {
	case !w.letter:
		return extract.Number
	case len(word) == 2:
		if w.upper {
			return extract.Initial
		}
		return extract.Abbreviation
	case w.dots > 0:
		return extract.Acronym
	}
	return extract.Abbreviation
}
