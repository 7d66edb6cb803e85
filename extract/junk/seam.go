package junk

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	longHeading = 18 // words; headlines of the press have 16 at most
	longTeaser  = 30

	longSentence = 24 // words behind a teaser's cue that are more than a title where they end in a full stop
	wordBytes    = 40 // what is longer is no word
	tries        = 48 // seams looked at in one piece
)

// seam is a place where two pieces were glued together.
type seam struct {
	start int // of the heading or teaser
	at    int // where the next piece begins
	sure  int
}

// findSeam gives the first place where a heading or teaser runs into a sentence
// without a blank: "discussionShortly", "US?At", "Kremlin“I". glues is where
// there may be one.
func (a *article) findSeam(s string, glues []int32) (seam, bool) {
	start, words := 0, 0 // of the sentence, and the blanks in it
	last, left := 0, tries
	for _, g := range glues {
		at := int(g)
		if at == 0 || !glued(s, at) {
			continue
		}
		if left == 0 {
			break
		}
		blanks := 0
		for i := at - 1; ; i-- { // back to where the sentence begins
			if i <= last {
				words += blanks
				break
			}
			if blanks > longHeading { // whatever stands farther back, the heading is too long
				start, words = i+1, blanks
				break
			}
			if s[i] == ' ' {
				if !lower(s[i-1]) && sentenceBefore(s, i) && !(s[i-1] == '.' && shortened(s[:i])) {
					start, words = i+1, blanks
					break
				}
				blanks++
			}
		}
		last = at
		if s[at-1] == '.' && upper(s[at]) {
			state := start == 0 && shortened(s[:at])                                                  // "Panel to sue Ariz.In the valley"
			if !state && sentenceBefore(s, at) && at+1 < len(s) && lower(s[at+1]) && lower(s[at-2]) { // "New Hampshire.Share": a blank that is put in later
				start, words = at, 0
			}
			if !state && !abbreviation(s[start:at]) {
				continue
			}
		}
		if words > longHeading {
			continue
		}
		left--
		if sure := a.weigh(s, start, at, false); sure > 0 && goesOn(s[at:], 4) {
			return seam{start, at, sure}, true
		}
	}
	return seam{}, false
}

// findTitle is for a piece that begins as a teaser does, with the title of
// another story: there must be a heading, and less has to speak for a seam. It
// gives the surest one of those behind byte from.
func (a *article) findTitle(s string, from int) (best seam, ok bool) {
	words, left := 0, tries
	if !sentenceEnd(s) && s[len(s)-1] != ':' && strings.Count(s[from:], " ") < longHeading { // no paragraph, but a line: "Read more: NeverAdair delegates walk out"
		return best, false
	}
	for i := from + 1; i < len(s) && left > 0; i++ {
		c := s[i]
		if !seamByte[c] {
			continue
		}
		switch {
		case c == ' ':
			if words++; words > longTeaser {
				return best, ok
			}
			continue
		case 'A' <= c && c <= 'Z':
			if b := s[i-1]; b == ' ' || upper(b) && (i+1 == len(s) || !lower(s[i+1])) || b == '-' || b == '(' {
				continue
			}
		case c == 0xe2: // “
			if !strings.HasPrefix(s[i:], "“") || s[i-1] == ' ' {
				continue
			}
		case c == '"', c == '\'', c == '(':
			if s[i-1] == ' ' || i+1 == len(s) || !letterByte(s[i+1]) && s[i+1] != '\'' || c == '\'' && lower(s[i+1]) {
				continue
			}
		case '0' <= c && c <= '9':
			if !lower(s[i-1]) || !listed(s[i:]) {
				continue
			}
			if goesOn(s[i:], 3) {
				return seam{from, i, certain}, true
			}
			continue
		case c == 0xc3 && i+1 < len(s) && s[i+1] <= 0x9e: // À to Þ
		default:
			continue
		}
		left--
		if sure := a.weigh(s, from, i, true); sure > best.sure && goesOn(s[i:], 3) {
			best, ok = seam{from, i, sure}, true
		}
	}
	return best, ok
}

// listed says whether s begins as a piece of a numbered list: "4. The", "12) A".
func listed(s string) bool {
	n := 1
	if len(s) > n && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return len(s) > n+2 && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' && upper(s[n+2])
}

// goesOn says whether so many words and one stand behind a seam: five behind a
// heading, for those of "Plaza" and "Center are next door." are too few.
func goesOn(s string, words int) bool { return strings.Count(s[:min(len(s), 200)], " ") >= words }

// glued says whether the capital letter or mark s[i] has no blank before it, as
// at every seam that findSeam can find.
func glued(s string, i int) bool {
	b := s[i-1]
	switch c := s[i]; {
	case b == ' ':
		return false
	case c == 0xe2:
		return strings.HasPrefix(s[i:], "“")
	case c == '"' || c == '\'':
		return i+1 < len(s) && (letterByte(s[i+1]) || s[i+1] == '\'' || c == '"' && s[i+1] == '[') && (c == '"' || !lower(s[i+1]))
	}
	return upper(s[i]) && b != '-' && b != '(' && !(upper(b) && (i+1 == len(s) || !lower(s[i+1])))
}

// seamByte tells the bytes at which findTitle has something to decide.
var seamByte = func() (t [256]bool) {
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = true
	}
	for c := '0'; c <= '9'; c++ {
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
	first := i + mark
	if mark > 0 && first < len(s) && s[first] == '[' { // “[Adair] has …
		first++
	}
	w, rest := wordAt(s, first)
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
		if strings.ToUpper(l) != l || a.page && (a.times(l+w) > 1 || l == "A" && w == "Is") { // "ESPHome", "the AIs"
			return 0
		}
		heads := !cue && start == 0 && headlike(wordsOf(s[:i]))
		elsewhere := a.times(w) > 0 && a.seen(w) && !common(strings.ToLower(w))
		if l == "A" || l == "I" { // "Is Not AIn a speech"
			if heads && r == likely && (elsewhere || l == "A" && len(w) > 3 && lower(w[1]) && common(strings.ToLower(w))) && titleCase(wordsOf(s[:i])) { // "Just Nominated AAdair has", "Tweets ATown halls are"
				return r
			}
			return r / certain * certain
		}
		if heads && (r == certain && len(l) > 1 && (len(w) != 2 || w[1] != 's') && bare(rest) || r == likely && len(l) > 1 && elsewhere || r != unknown && l == "X" && strings.HasSuffix(before, " on ")) { // "on TVSanders’ staff", "See this on XThe council"
			return r
		}
		if cue && r == certain && len(l) > 1 && len(w) > 1 && w[1] != 's' { // "Read more: It’s going to be OKOn Sunday"
			return r
		}
		if len(l) < 4 && (a.ends(l) == unknown || len(w) == 2 && w[1] == 's') || // "APIs"
			len(l) < 2 || r < certain && !cue && !(r == likely && len(l) > 2 && a.ends(l) != unknown && strings.Count(before, " ") > 2 && a.times(w) > 0 && a.seen(w)) { // "He is back on CNNAdair said"
			return 0
		}
		return max(r, likely)
	case unicode.IsDigit(prev):
		if cue && r == likely && len(w) > 2 && !letterByte(s[i-2]) { // "Read more: The dam in 2030Farmers wait"
			return r
		}
		if r < certain || len(w) < 2 && !cue || !cue && (!strings.Contains(before, " ") || letterByte(s[i-2])) {
			return 0
		}
		return r
	case prev == '?' || prev == '!':
		if r == unknown || !cue && (strings.Count(before, " ") < 2 && (start > 0 || r < certain || !strings.Contains(before, " ")) || quoted(before) || strings.Count(before, "\"")%2 == 1) {
			return 0
		}
		return r + 1
	case prev == '.' && cue:
		if l := wordBefore(s, i-1); r == unknown || len(l) < 2 {
			return 0
		}
		return r
	case prev == '.' && abbreviation(s[start:i]) && (r == certain || r == likely && start == 0 && a.apart(s[:i], w)): // "D.C.The": a blank alone is lost in no other case
		return r
	case prev == '.' && start == 0 && r == certain && shortened(s[:i]) && headlike(wordsOf(s[:i])): // "Panel to sue Ariz.In the valley"
		return r
	case !cue && inner(w): // "(hashtag)StopWaste"
		return 0
	case prev == ')' || prev == ']' || prev == '%' || prev == '…' && cue:
		return r
	case prev == '\'' || prev == '’' || prev == '”' || prev == '"':
		return a.weighClosing(s, start, i, size, r)
	}
	return 0
}

// apart says whether w begins a sentence behind a headline that ends in an
// abbreviation: "Adair wants a say for D.C.Kettle called", and not "The U.S.Senate voted".
func (a *article) apart(head, w string) bool {
	words := wordsOf(head)
	return headlike(words) && a.times(w) > 0 && a.seen(w) && !common(strings.ToLower(w)) && words[len(words)-2].hash != theWord
}
