package junk

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
	start, words, left, at := from, 0, tries, from+1
	if !cue {
		if at = glued(s, from+1); at < 0 {
			return best, false
		}
		for i := at - 1; i > from; i-- { // back to where the sentence begins
			if s[i] == ' ' {
				if !lower(s[i-1]) && sentenceBefore(s, i) {
					start = i + 1
					break
				}
				words++
			}
		}
	}
	limit := longHeading
	if cue {
		limit = longTeaser
	}
	for i := at; i < len(s) && left > 0; i++ {
		c := s[i]
		if !seamByte[c] {
			continue
		}
		switch {
		case c == ' ':
			words++
			if !cue && !lower(s[i-1]) && sentenceBefore(s, i) {
				start, words = i+1, 0
			}
			if cue && words > limit {
				return best, ok
			}
			continue
		case 'A' <= c && c <= 'Z':
			if !cue && s[i-1] == '.' && sentenceBefore(s, i) && i+1 < len(s) && lower(s[i+1]) && lower(s[i-2]) { // "New Hampshire.Share": a blank that is put in later
				start, words = i, 0
			}
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

// glued gives the first capital letter or mark in s, from byte from on, that has
// no blank before it, as at every seam that findSeam can find without a cue; -1
// for none. Most paragraphs have none, and are told so a byte at a time.
func glued(s string, from int) int {
	for i := from; i < len(s); i++ {
		if !gluedByte[s[i]] || s[i-1] == ' ' {
			continue
		}
		switch c, b := s[i], s[i-1]; {
		case c == 0xe2:
			if strings.HasPrefix(s[i:], "“") {
				return i
			}
		case c == '"' || c == '\'':
			if i+1 < len(s) && (letterByte(s[i+1]) || s[i+1] == '\'') && (c == '"' || !lower(s[i+1])) {
				return i
			}
		case b == '-' || b == '(' || upper(b) && (i+1 == len(s) || !lower(s[i+1])):
		default:
			return i
		}
	}
	return -1
}

// gluedByte tells the bytes that may follow a seam.
var gluedByte = func() (t [256]bool) {
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = true
	}
	t['"'], t['\''], t[0xe2] = true, true, true
	return t
}()

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
		if r == unknown || !cue && (strings.Count(before, " ") < 2 && (start > 0 || r < certain || !strings.Contains(before, " ")) || quoted(before) || strings.Count(before, "\"")%2 == 1) {
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
	case !cue && inner(w): // "(hashtag)StopWaste"
		return 0
	case prev == ')' || prev == ']' || prev == '%' || prev == '…' && cue:
		return r
	case prev == '\'' || prev == '’' || prev == '”' || prev == '"':
		return a.weighClosing(s, start, i, size, r)
	}
	return 0
}
