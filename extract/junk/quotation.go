package junk

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// weighClosing is for a closing mark before a capital letter: "anything'Putin",
// and not “We won,”Trump said, which only lost a blank.
func (a *article) weighClosing(s string, start, i, size, r int) int {
	inside, _ := utf8.DecodeLastRuneInString(s[:i-size])
	l := wordBefore(s, i-size)
	if r == unknown || len(l) < 2 || !unicode.IsLetter(inside) && !unicode.IsDigit(inside) {
		return 0
	}
	head := s[start:i]
	if quoted(head) || strings.Count(head, " ") < 2 {
		return 0
	}
	if s[i-1] == '"' && strings.Count(head, "\"")%2 == 1 {
		return 0
	}
	return r
}

// weighQuote is for a quotation that begins right behind a heading: "Kremlin“I
// have an obligation". A lost blank alone looks the same ("on“Fox News”", "said
// “We"), so the quotation must be a sentence and the words before it none that
// introduce one.
func (a *article) weighQuote(s string, start, i, mark int, prev rune, cue bool) int {
	if !unicode.IsLetter(prev) && !unicode.IsDigit(prev) && !strings.ContainsRune("?!'’”)]%", prev) && !(prev == '.' && start == 0 && abbreviation(s[:i])) && !(cue && (prev == '.' || prev == '…')) {
		return 0
	}
	head := s[start:i]
	if s[i] == '"' && strings.Count(head, "\"")%2 == 1 {
		return 0
	}
	if s[i] == '\'' && mark == 1 && len(wordBefore(s, i)) < 2 { // "O'Connor", "L'Osservatore"
		return 0
	}
	if mark == 2 && strings.Count(head, "''")%2 == 1 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s[i+mark:], "[")) // “[T]he stakes
	if !unicode.IsUpper(r) {
		return 0
	}
	if cue {
		if prev == '.' || s[i] == '(' || s[i] == '\'' {
			return likely
		}
		return certain
	}
	words := wordsOf(head)
	heads := start == 0 && headlike(words)
	if !a.page && start == 0 && len(words) > 2 && len(words) <= longHeading && words[0].is&(capital|figure) != 0 && !takesQuotation.has(words[len(words)-1].hash) && attributed(s[i+mark:]) {
		return likely // who speaks comes behind: nothing before it can be the same sentence
	}
	if s[i] == '(' || len(words) < 2 && a.lineRule(head) == nil || len(words) > longHeading || quoted(head) || words[len(words)-1].hash == thatWord || a.introduces(words) ||
		!sentenceQuote(s[i+mark:]) && !(heads && attributed(s[i+mark:])) || prev == '.' && (!heads || words[len(words)-2].hash == theWord) {
		return 0
	}
	return likely
}

// attributed says whether the quotation at the start of s is followed by who says
// it: Kettle makes way for new dam“Never,” Adair said.
func attributed(s string) bool {
	for _, mark := range [...]string{"”", "\"", "''"} {
		n := strings.Index(s[:min(len(s), 160)], mark)
		if n < 1 || strings.IndexByte(",.?!", s[n-1]) < 0 {
			continue
		}
		behind := s[n+len(mark):]
		words := wordsOf(behind[:min(len(behind), 60)])
		if len(words) > 0 && relatives.has(words[0].hash) {
			return false
		}
		for k := range words[:min(len(words), 4)] {
			if w := behind[words[k].start:words[k].end]; reporting.has(words[k].hash) && !strings.HasSuffix(w, "ing") && !ofTitles.has(words[k].hash) { // “The Brave Town,” calling it
				return true
			}
		}
		return false
	}
	return false
}

// introduces says whether the words before a quotation report it: "told
// reporters", "a book called". A headline in title case does not: "Son Says The
// Battle Will“We were".
func (a *article) introduces(words []word) bool {
	for i := range words {
		if reporting.has(words[i].hash) && !(i > 0 && len(words) >= 3 && titleCase(words) && words[i].is&capital != 0) {
			return true
		}
	}
	return false
}

// sentenceQuote says whether the quotation at the start of s is a sentence: six
// words or more, or four with a comma or full stop before the closing mark, and
// not written as titles are.
func sentenceQuote(s string) bool {
	end := len(s)
	for _, mark := range [...]string{"”", "\"", "''"} {
		if n := strings.Index(s[:min(end, 600)], mark); n >= 0 {
			end = min(end, n)
		}
	}
	in := s[:end]
	if in == "" || titleCase(wordsOf(in[:min(len(in), 120)])) {
		return false
	}
	if strings.IndexByte(",.?!", in[len(in)-1]) >= 0 {
		return strings.Count(in, " ") >= 3
	}
	return strings.Count(in, " ") >= 5
}

// opening gives the length of the mark at s[i] that opens a quotation, 0 for
// none.
func opening(s string, i int) int {
	switch {
	case strings.HasPrefix(s[i:], "“"):
		return len("“")
	case s[i] == '"':
		return 1
	case strings.HasPrefix(s[i:], "''"):
		return 2
	case s[i] == '(':
		return 1
	case s[i] == '\'' && i+1 < len(s) && upper(s[i+1]) && closes(s[i+1:]) && outer(s[:i])%2 == 0:
		return 1
	}
	return 0
}

// closes says whether a single quotation ends within the next words.
func closes(s string) bool {
	for i := 1; i < min(len(s)-1, 80); i++ {
		if s[i] == '\'' && !letterByte(s[i+1]) && s[i-1] != 's' {
			return true
		}
	}
	return false
}

// outer counts the single quotation marks that stand at the edge of a word.
func outer(s string) int {
	n := 0
	for i := max(0, len(s)-400); i < len(s); i++ {
		if s[i] == '\'' && (i == 0 || i+1 == len(s) || !letterByte(s[i-1]) || !letterByte(s[i+1])) {
			n++
		}
	}
	return n
}

var (
	reporting = setOf("said", "says", "told", "tells", "saying", "added", "adding", "asked", "wrote", "writes", "tweeted", "posted", "replied", "called", "calling", "declared", "stated",
		"explained", "insisted", "argued", "noted", "titled", "entitled", "quoted", "read", "reads", "continued", "warned", "announced", "concluded", "responded", "quipped", "joked",
		"claimed", "claims", "claiming", "writing", "tweeting", "stating", "noting", "insisting", "declaring", "recalled", "recalling", "suggested", "reported")
	ofTitles = setOf("titled", "entitled", "quoted", "read", "reads", "called", "posted", "noted") // of those, what stands beside titles
	// takesQuotation has words that a quotation completes: The answer was “Never,” he said.
	takesQuotation = setOf("that", "is", "was", "are", "were", "be", "as", "like", "called", "to", "than")
	relatives      = setOf("which", "that", "who", "when", "as", "while", "and", "but")
	thatWord       = hashOf("that")
	bindings       = setOf("a", "an", "the", "of", "on", "in", "at", "by", "to", "for", "with", "from", "as", "and", "or", "but", "that", "his", "her", "their", "its", "our", "your", "my",
		"is", "was", "are", "were", "be", "like", "than", "this", "these", "those", "not", "no", "so")
)
