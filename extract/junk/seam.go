package junk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/internal/lexicon"
)

const (
	longHeading = 18 // words; headlines of the press have 16 at most
	longTeaser  = 30
	wordBytes   = 40 // what is longer is no word
	tries       = 48 // seams looked at in one piece
)

// seam is a place where two pieces were glued together.
type seam struct {
	start int // of the heading or teaser
	at    int // where the next piece begins
	sure  int
}

// findSeam gives the first place behind byte from where a heading runs into a
// sentence without a blank: "discussionShortly", "US?At", "Kremlin“I". With
// cue, the piece begins as a teaser does, so there must be a heading, and less
// has to speak for the seam; then it is the surest one of those there are.
func (a *article) findSeam(s string, from int, cue bool) (best seam, ok bool) {
	start, words, left := from, 0, tries
	limit := longHeading
	if cue {
		limit = longTeaser
	}
	for i := from + 1; i < len(s) && left > 0; i++ {
		c := s[i]
		if !seamByte[c] {
			continue
		}
		switch {
		case c == ' ':
			words++
			if sentenceBefore(s, i) && !cue {
				start, words = i+1, 0
			}
			if cue && words > limit {
				return best, ok
			}
			continue
		case 'A' <= c && c <= 'Z':
			if b := s[i-1]; b == ' ' || upper(b) && (i+1 == len(s) || !lower(s[i+1])) || b == '-' || b == '(' || b == '.' && !cue && !abbreviation(s[start:i]) {
				continue
			}
		case c == 0xe2: // “
			if !strings.HasPrefix(s[i:], "“") || s[i-1] == ' ' {
				continue
			}
		case c == '"', c == '\'', c == '(' && cue:
			if s[i-1] == ' ' || i+1 == len(s) || !letterByte(s[i+1]) && s[i+1] != '\'' || c == '\'' && lower(s[i+1]) {
				continue
			}
		case c == 0xc3 && cue && i+1 < len(s) && s[i+1] <= 0x9e: // À to Þ
		default:
			continue
		}
		if words > limit {
			continue
		}
		left--
		sure := a.weigh(s, start, i, cue)
		if sure == 0 || strings.Count(s[i:min(len(s), i+200)], " ") < 3 {
			continue
		}
		if !cue {
			return seam{start, i, sure}, true
		}
		if sure > best.sure {
			best, ok = seam{start, i, sure}, true
		}
	}
	return best, ok
}

// seamByte tells the bytes at which findSeam has something to decide.
var seamByte = func() (t [256]bool) {
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = true
	}
	for _, c := range []byte{' ', '"', '\'', '(', 0xe2, 0xc3} {
		t[c] = true
	}
	return t
}()

// sentenceBefore says whether the blank s[i] stands between two sentences.
func sentenceBefore(s string, i int) bool {
	if i < 2 {
		return false
	}
	c := s[i-1]
	if c == '"' || c == '\'' {
		c = s[i-2]
	} else if i > 3 && (s[i-3:i] == "”" || s[i-3:i] == "’") {
		c = s[i-4]
	}
	return c == '!' || c == '?' || c == '.' && (s[i-1] != '.' || i > 3 && lower(s[i-2]) && lower(s[i-3]))
}

// weigh says how sure it is that one piece ends before s[i] and another
// begins there; 0 for no seam.
func (a *article) weigh(s string, start, i int, cue bool) int {
	if i-start < 4 {
		return 0
	}
	prev, size := utf8.DecodeLastRuneInString(s[:i])
	mark := opening(s, i)
	w, rest := wordAt(s, i+mark)
	if w == "" || odd(s, i) {
		return 0
	}
	if mark > 0 {
		return a.weighQuote(s, start, i, mark, prev, cue)
	}
	before := s[start : i-size]
	if unicode.IsLower(prev) {
		return a.weighLetters(s, start, i, w, rest, cue)
	}
	if unicode.IsUpper(prev) && (len(w) < 2 || !lower(w[1])) {
		return 0
	}
	r := a.opens(w, rest)
	switch {
	case unicode.IsUpper(prev): // "UPDATESPolice", and not "FBI" or "NDAs"
		l := wordBefore(s, i)
		if strings.ToUpper(l) != l {
			return 0
		}
		if l == "A" || l == "I" { // "Is Not AIn a speech"
			return r / certain * certain
		}
		if len(l) < 4 && a.ends(l) == unknown || len(l) < 2 || r < certain && !cue {
			return 0
		}
		return max(r, likely)
	case unicode.IsDigit(prev):
		if r < certain || len(w) < 2 || !cue && (!strings.Contains(before, " ") || letterByte(s[i-2])) {
			return 0
		}
		return r
	case prev == '?' || prev == '!':
		if r == unknown || !cue && (strings.Count(before, " ") < 2 || quoted(before) || strings.Count(before, "\"")%2 == 1) {
			return 0
		}
		return r + 1
	case prev == '.' && cue:
		if l := wordBefore(s, i-1); r == unknown || len(l) < 2 {
			return 0
		}
		return r
	case prev == '.' && abbreviation(s[start:i]) && r == certain: // "D.C.The": a blank alone is lost in no other case
		return r
	case prev == ')' || prev == ']' || prev == '%' || prev == '…' && cue:
		return r
	case prev == '\'' || prev == '’' || prev == '”' || prev == '"':
		return a.weighClosing(s, start, i, size, r)
	}
	return 0
}

// weighLetters is for a small letter before a capital one.
func (a *article) weighLetters(s string, start, i int, w, rest string, cue bool) int {
	l := wordBefore(s, i)
	if !cue && len(l) <= 4 && len(w) <= 4 && firstNames(l, w) { // "RoseAnn"
		return 0
	}
	if namePrefix[l] || len(l) < 2 && l != "a" && l != "s" || a.vocabulary().find(hashOf(l+w)).count > 1 || camel(l+w) {
		return 0
	}
	r := a.opens(w, rest)
	if l == "a" && len(w) > 1 && r == certain {
		return r
	}
	if l == "s" && apostrophe(s[:i-1]) { // "the GOP'sWhen"
		return r
	}
	if len(l) < 2 || len(w) < 2 && r == unknown {
		return 0
	}
	sureLeft := a.ends(l)
	if cue {
		if r == unknown && sureLeft == unknown && len(l) < 4 {
			return 0
		}
		return 1 + sureLeft + r
	}
	head := s[start:i]
	words := appendWords(nil, head)
	if r == unknown {
		// "in their politicalAbsent his plan": the word in front must be a common one.
		if len(w) < 3 || !lower(w[1]) || sureLeft == unknown || !bare(s[i+len(w):]) {
			return 0
		}
		if len(l) < 4 || upper(l[0]) && (len(words) < 4 || !titleCase(words)) || !upper(l[0]) && !common(l) {
			return 0
		}
		r = likely
	}
	if len(words) < 2 && a.lineRule(head) == nil {
		return 0
	}
	if sentence(words) {
		return 0
	}
	if !upper(l[0]) {
		// A small letter in front makes no brand but "iPhone" and the like.
		if sureLeft == unknown && len(l) < 3 {
			return 0
		}
		return sureLeft + r
	}
	// "BuzzFeed reported": two capitalised words in one are a brand more often
	// than a seam, unless all of the heading is written in capitals.
	switch {
	case titleCase(words), r == certain && (!halves[w] || a.known(l)):
		return sureLeft + r
	case len(words) > 2 && a.named(l) && a.named(w) && !common(strings.ToLower(w)): // "ties with RussiaTrump"
		return sureLeft + r
	}
	return 0
}

func firstNames(l, w string) bool {
	_, left := lexicon.FirstName(l)
	_, right := lexicon.FirstName(w)
	return left && right
}

// bare says whether a word ends before s as most words do.
func bare(s string) bool {
	return strings.HasPrefix(s, " ") || strings.HasPrefix(s, ",") || apostrophe(s[:min(1, len(s))]) || strings.HasPrefix(s, "’")
}

// halves lists words that open sentences and are the second half of brands
// ("LinkedIn", "MoveOn").
var halves = map[string]bool{"In": true, "On": true, "Up": true, "Out": true, "Now": true, "You": true, "All": true, "One": true, "Over": true, "Be": true, "My": true,
	"For": true, "Off": true, "Us": true, "At": true, "Here": true, "To": true, "Ever": true, "Only": true, "More": true, "Most": true, "Next": true, "Like": true, "Just": true, "Two": true, "First": true, "By": true}

// named says whether w stands elsewhere as a name or the lexicon has it as one.
func (a *article) named(w string) bool {
	return name(w) || a.vocabulary().find(hashOf(w)).is&capital != 0
}

// sentence says whether the words before a seam are the beginning of one: they
// report, and break off at a word that binds ("he was referring to").
func sentence(words []word) bool {
	if len(words) == 0 || !bindings.has(words[len(words)-1].hash) {
		return false
	}
	for i := range words {
		if reporting.has(words[i].hash) && words[i].is&capital == 0 {
			return true
		}
	}
	return false
}

func apostrophe(s string) bool { return strings.HasSuffix(s, "'") || strings.HasSuffix(s, "’") }

// abbreviation says whether s ends in one of letters and full stops: "D.C.".
func abbreviation(s string) bool {
	n := len(s)
	return n > 4 && s[n-1] == '.' && upper(s[n-2]) && s[n-3] == '.' && upper(s[n-4])
}

func upper(b byte) bool { return 'A' <= b && b <= 'Z' }
func lower(b byte) bool { return 'a' <= b && b <= 'z' }

// known says whether w is a name that stands elsewhere in the article or in the
// lexicon; "Linked" of "LinkedIn" is neither.
func (a *article) known(w string) bool {
	return name(w) || a.vocabulary().find(hashOf(w)).count > 0
}

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
	if !unicode.IsLetter(prev) && !unicode.IsDigit(prev) && !strings.ContainsRune("?!'’”)]%", prev) && !(cue && (prev == '.' || prev == '…')) {
		return 0
	}
	head := s[start:i]
	if s[i] == '"' && strings.Count(head, "\"")%2 == 1 {
		return 0
	}
	if mark == 2 && strings.Count(head, "''")%2 == 1 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[i+mark:])
	if !unicode.IsUpper(r) {
		return 0
	}
	if cue {
		if prev == '.' || s[i] == '(' || s[i] == '\'' {
			return likely
		}
		return certain
	}
	words := appendWords(nil, head)
	if s[i] == '(' || len(words) < 2 || len(words) > longHeading || quoted(head) || words[len(words)-1].hash == thatWord || a.introduces(words) || !sentenceQuote(s[i+mark:]) {
		return 0
	}
	return likely
}

// introduces says whether the words before a quotation report it: "told
// reporters", "a book called".
func (a *article) introduces(words []word) bool {
	for i := range words {
		if reporting.has(words[i].hash) {
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
	if in == "" || titleCase(appendWords(nil, in[:min(len(in), 120)])) {
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

func letterByte(b byte) bool { return upper(b) || lower(b) || b >= 0x80 }

// odd says whether the word around s[i] is an address or a hashtag.
func odd(s string, i int) bool {
	lo, hi := i, i
	for lo > 0 && s[lo-1] != ' ' && i-lo < 2*wordBytes {
		lo--
	}
	for hi < len(s) && s[hi] != ' ' && hi-i < wordBytes {
		hi++
	}
	w := s[lo:hi]
	if n := strings.IndexByte(w, '#'); n >= 0 && n+1 < len(w) && '0' <= w[n+1] && w[n+1] <= '9' { // "part #2She"
		w = w[n+1:]
	}
	return strings.ContainsAny(w, "@#<>=_\\") || strings.Contains(w, "//") || strings.Contains(w, "www.")
}

// wordAt is the run of letters at s[i], and what comes behind it.
func wordAt(s string, i int) (w, rest string) {
	end := i
	for end < len(s) && end-i < wordBytes {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	return s[i:end], s[end:]
}

// wordBefore is the run of letters that ends before s[i], from a capital letter
// inside it on.
func wordBefore(s string, i int) string {
	start := i
	for start > 0 && i-start < wordBytes {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.IsLetter(r) && r != '.' {
			break
		}
		start -= size
	}
	return strings.Trim(s[start:i], ".")
}

// namePrefix lists what stands before a capital within one name.
var namePrefix = map[string]bool{"Mc": true, "Mac": true, "De": true, "Di": true, "Da": true, "Du": true, "Del": true, "La": true, "Le": true, "Van": true, "Vander": true,
	"Von": true, "Fitz": true, "San": true, "St": true, "Ben": true, "Al": true, "El": true, "Jo": true, "Lu": true, "Mary": true, "Anne": true, "Ph": true, "Sri": true, "Ko": true, "Te": true}

var (
	reporting = setOf("said", "says", "told", "tells", "saying", "added", "adding", "asked", "wrote", "writes", "tweeted", "posted", "replied", "called", "calling", "declared", "stated",
		"explained", "insisted", "argued", "noted", "titled", "entitled", "quoted", "read", "reads", "continued", "warned", "announced", "concluded", "responded", "quipped", "joked",
		"claimed", "claims", "claiming", "writing", "tweeting", "stating", "noting", "insisting", "declaring", "recalled", "recalling", "suggested", "reported")
	thatWord = hashOf("that")
	bindings = setOf("a", "an", "the", "of", "on", "in", "at", "by", "to", "for", "with", "from", "as", "and", "or", "but", "that", "his", "her", "their", "its", "our", "your", "my",
		"is", "was", "are", "were", "be", "like", "than", "this", "these", "those", "not", "no", "so")
)
