package junk

import (
	"unicode"
	"unicode/utf8"
)

// word is a word or figure of a piece: what rules and tables look at.
type word struct {
	start, end int32 // bytes of the piece's text
	hash       uint32
	is         mark
}

type mark uint32

const (
	capital  mark = 1 << iota // begins with a capital letter
	capitals                  // has two letters or more, all of them capital
	figure                    // has no letters
	date                      // may stand in a date
	divided                   // a colon, bar, dash or bullet comes behind it
	ended                     // a full stop, question or exclamation mark comes behind it
	sign                      // no letter or figure: © @ # &

	// What lists say of the word: read once, when the word is (senses).
	toReader   // you, your
	ofUs       // we, our
	ofOthers   // said, he, their: words of telling
	saysSo     // said, told
	inEnglish  // one of those that English prose has one in five of
	startsRule // a rule or teaser may begin with it
	insideRule // a rule must have it or one of its like somewhere
	joinsNames // "and", "van": may stand within names
	joinsDates // "at", "on"
	weighs     // furniture gives it a weight
)

// hashOf is the hash of a word in small letters, FNV-1a.
func hashOf(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// class says what a byte of ASCII is within a text.
var class [256]byte

const (
	inWord  = 1 + iota // a letter or figure
	joiner             // ' . & between letters
	divider            // : | - >
	stop               // . ? !
	symbol             // @ #
	hyphen             // divides words, and where a blank comes before it parts of a line
	beyond             // no ASCII
)

func init() {
	for c := range 256 {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
			class[c] = inWord
		case c >= utf8.RuneSelf:
			class[c] = beyond
		}
	}
	for _, c := range "'&" {
		class[c] = joiner
	}
	for _, c := range ":|->*=" {
		class[c] = divider
	}
	for _, c := range ".?!" {
		class[c] = stop
	}
	class['-'] = hyphen
	for _, c := range "@#" {
		class[c] = symbol
	}
}

// appendWords reads the words of a text. A hyphen parts words, so that
// "sign-up" is "sign up"; a full stop or apostrophe between letters does not
// ("a.m", "don't"); ’ is read as '.
func appendWords(dst []word, s string) []word {
	first := len(dst)
	last := func(m mark) {
		if len(dst) > first {
			dst[len(dst)-1].is |= m
		}
	}
	for i := 0; i < len(s); {
		switch class[s[i]] {
		case inWord:
			var w word
			w, i = readWord(s, i)
			dst = append(dst, w)
			continue
		case divider:
			last(divided)
		case stop:
			last(ended)
		case hyphen:
			if i > 0 && s[i-1] == ' ' {
				last(divided)
			}
		case symbol:
			dst = append(dst, signAt(s, i, 1))
		case beyond:
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				var w word
				w, i = readWord(s, i)
				dst = append(dst, w)
				continue
			case r == '©':
				dst = append(dst, signAt(s, i, size))
			case r == '–', r == '—', r == '•', r == '·', r == '»', r == '›', r == '→', r == '▶':
				last(divided)
			case r == '…':
				last(ended)
			}
			i += size
			continue
		}
		i++
	}
	return dst
}

func signAt(s string, i, size int) word {
	h := hashOf(s[i : i+size])
	return word{int32(i), int32(i + size), h, sign | senses.of(h)}
}

// folded gives letters and figures of ASCII in small letters, with bits that say
// which of them are capital and which small; 0 for all else.
var folded = func() (t [256]uint32) {
	for c := range uint32(128) {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = c | smallBit
		case 'A' <= c && c <= 'Z':
			t[c] = c | 0x20 | capitalBit
		case '0' <= c && c <= '9':
			t[c] = c
		}
	}
	return t
}()

const (
	capitalBit = 1 << 8
	smallBit   = 1 << 9
)

func readWord(s string, start int) (word, int) {
	h := uint32(2166136261)
	var upper, lower uint32
	w := word{start: int32(start)}
	if folded[s[start]]&capitalBit != 0 {
		w.is |= capital
	}
	i := start
scan:
	for {
		for i < len(s) {
			f := folded[s[i]]
			if f == 0 {
				break
			}
			h = (h ^ f&0xff) * 16777619
			upper += f & capitalBit
			lower |= f & smallBit
			i++
		}
		if i == len(s) {
			break
		}
		c := s[i]
		switch class[c] {
		case joiner, stop:
			// Within a word alone: "don't", "AT&T", "U.S", "site.com".
			if c == '?' || c == '!' || i == start || i+1 >= len(s) || class[s[i+1]] != inWord {
				break scan
			}
			h = (h ^ uint32(c)) * 16777619
			i++
		case beyond:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == '’' {
				if i == start || i+size >= len(s) || class[s[i+size]] != inWord {
					break scan
				}
				h = (h ^ '\'') * 16777619
				i += size
				continue
			}
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				break scan
			}
			if unicode.IsUpper(r) {
				if i == start {
					w.is |= capital
				}
				upper += capitalBit
				r = unicode.ToLower(r)
			} else {
				lower |= smallBit
			}
			var buf [utf8.UTFMax]byte
			for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
				h = (h ^ uint32(b)) * 16777619
			}
			i += size
		default:
			break scan
		}
	}
	w.end, w.hash = int32(i), h
	w.is |= senses.of(h)
	switch {
	case upper+lower == 0:
		w.is = w.is&^date | figure
		if i-start <= 4 {
			w.is |= date
		}
	case upper >= 2*capitalBit && lower == 0:
		w.is |= capitals
	}
	return w, i
}
