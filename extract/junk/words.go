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
	joiner             // ' & between letters
	divider            // : | - >
	stop               // . ? !
	symbol             // @ #
	hyphen             // divides words, and where a blank comes before it parts of a line
	double             // "
	slash              // /
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
	class['"'], class['/'] = double, slash
	for _, c := range "@#" {
		class[c] = symbol
	}
}

// wordsOf reads the words of a short text.
func wordsOf(s string) []word {
	words, _ := appendWords(nil, s)
	return words
}

// signs is what a text has in it.
type signs struct {
	glued                          int32 // where the first capital letter or opening mark may stand right behind something (glued, gluedStop); the text's length for nowhere
	bar, slash, dot, double, curly bool  // "|", ">", "·" or "/"; "/"; a full stop within a word; "; “
}

func (s *signs) glue(at int) { s.glued = min(s.glued, int32(at)) }

// appendWords reads the words of a text. A hyphen parts words, so that
// "sign-up" is "sign up"; a full stop or apostrophe between letters does not
// ("a.m", "don't"); ’ is read as '.
//
// It says besides what is in the text that others would have to look for.
func appendWords(dst []word, s string) (words []word, has signs) {
	has.glued = int32(len(s))
	first := len(dst)
	for i := 0; i < len(s); {
		if dst, i = appendPlain(dst, first, s, i); i == len(s) {
			break
		}
		c := s[i]
		switch class[c] {
		case inWord:
			if folded[c]&capitalBit != 0 && i > 0 && s[i-1] != ' ' && s[i-1] != '-' && s[i-1] != '(' {
				has.glue(i)
			}
			dst = append(dst, readWord(s, i, &has))
			i = int(dst[len(dst)-1].end)
			continue
		case divider:
			has.bar = has.bar || c == '|' || c == '>'
			if len(dst) > first {
				dst[len(dst)-1].is |= divided
			}
		case stop:
			if len(dst) > first {
				dst[len(dst)-1].is |= ended
			}
		case hyphen:
			if i > 0 && s[i-1] == ' ' && len(dst) > first {
				dst[len(dst)-1].is |= divided
			}
		case slash:
			has.bar, has.slash = true, true
		case symbol:
			dst = append(dst, signAt(s, i, 1))
		case joiner, double:
			has.double = has.double || c == '"'
			if i > 0 && s[i-1] != ' ' && i+1 < len(s) && (letterByte(s[i+1]) && (c == '"' || !lower(s[i+1])) || s[i+1] == '\'') {
				has.glue(i)
			}
		case beyond:
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == '“':
				has.curly = true
				if i > 0 && s[i-1] != ' ' {
					has.glue(i)
				}
			case r == '”' || r == '’' || r == '‘':
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				dst = append(dst, readWord(s, i, &has))
				i = int(dst[len(dst)-1].end)
				continue
			case r == '©':
				dst = append(dst, signAt(s, i, size))
			case r == '–', r == '—', r == '•', r == '·', r == '»', r == '›', r == '→', r == '▶':
				has.bar = has.bar || r == '·'
				if len(dst) > first {
					dst[len(dst)-1].is |= divided
				}
			case r == '…':
				if len(dst) > first {
					dst[len(dst)-1].is |= ended
				}
			}
			i += size
			continue
		}
		i++
	}
	return dst, has
}

func signAt(s string, i, size int) word {
	h := hashOf(s[i : i+size])
	return word{int32(i), int32(i + size), h, sign | senses.of(h)}
}

// folded gives letters and figures of ASCII in small letters, with bits that say
// what they are; 0 for all else.
var folded = func() (t [256]uint32) {
	for c := range uint32(128) {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = c | smallBit
		case 'A' <= c && c <= 'Z':
			t[c] = c | 0x20 | capitalBit
		case '0' <= c && c <= '9':
			t[c] = c | figureBit
		}
	}
	return t
}()

const (
	capitalBit = 1 << (8 + iota)
	smallBit
	figureBit
)

// appendPlain reads words from s[i] on as long as they are plain: of letters
// and figures of ASCII, as most are, with blanks, commas and full stops around
// them. It gives where it stopped.
func appendPlain(dst []word, first int, s string, i int) ([]word, int) {
	slots, mask := senses.slots, senses.mask
	for uint(i) < uint(len(s)) {
		c := s[i]
		start := folded[c]
		if start == 0 {
			switch class[c] {
			case 0:
			case stop:
				if len(dst) > first {
					dst[len(dst)-1].is |= ended
				}
			default:
				return dst, i
			}
			i++
			continue
		}
		if len(dst) == cap(dst) || start&capitalBit != 0 && i > 0 && s[i-1] != ' ' {
			return dst, i
		}
		h, rest := (2166136261^start&0xff)*16777619, uint32(0)
		end := i + 1
		for uint(end) < uint(len(s)) {
			f := folded[s[end]]
			if f == 0 {
				if k := class[s[end]]; k == beyond || (k == joiner || k == stop) && end+1 < len(s) && class[s[end+1]] == inWord {
					return dst, i
				}
				break
			}
			h = (h ^ f&0xff) * 16777619
			rest |= f
			end++
		}
		if rest&capitalBit != 0 || (start|rest)&smallBit == 0 {
			return dst, i
		}
		at := h & mask
		for {
			m := &slots[at]
			if m.hash == h || m.is == 0 {
				dst = dst[:len(dst)+1]
				dst[len(dst)-1] = word{int32(i), int32(end), h, mark(start>>8&1) | m.is}
				break
			}
			at = (at + 1) & mask
		}
		i = end
	}
	return dst, i
}

// marksOf gives the marks of the word s[start:end] but for its first letter's:
// all is what there is in it.
func marksOf(s string, start, end int, hash, all uint32) mark {
	is := senses.of(hash)
	if all&smallBit == 0 {
		switch {
		case all&capitalBit == 0:
			is = is&^date | figure
			if end-start <= 4 {
				is |= date
			}
		case severalCapitals(s[start:end]):
			is |= capitals
		}
	}
	return is
}

// readWord reads the word at s[start].
func readWord(s string, start int, has *signs) (w word) {
	h := uint32(2166136261)
	all := uint32(0)
	i := start
scan:
	for i < len(s) {
		c := s[i]
		if f := folded[c]; f != 0 {
			h = (h ^ f&0xff) * 16777619
			switch {
			case f&capitalBit == 0:
			case i == start:
				w.is |= capital
			default:
				has.glue(i)
			}
			all |= f
			i++
			continue
		}
		switch class[c] {
		case joiner, stop:
			// Within a word alone: "don't", "AT&T", "U.S", "site.com".
			if c == '?' || c == '!' || i == start || i+1 >= len(s) || class[s[i+1]] != inWord {
				break scan
			}
			has.dot = has.dot || c == '.'
			if c == '\'' && !lower(s[i+1]) { // "protester'Guccifer'"
				has.glue(i)
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
				all |= capitalBit
				r = unicode.ToLower(r)
			} else {
				all |= smallBit
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
	w.start, w.end, w.hash = int32(start), int32(i), h
	w.is |= marksOf(s, start, i, h, all)
	return w
}

// severalCapitals says whether a word has two capital letters or more.
func severalCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}
