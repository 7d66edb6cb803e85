package junk

import (
	"math/bits"
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
	asksFor    // a line may ask its reader for something with it
	inPast     // of a verb whose past does not end in "ed"
	needed     // a rule that may be tried must have it or one of its like too; so have the marks above
)

// needs are the marks by which it is told of most rules that a line lacks a word.
const needs = 12

// class says what a byte of ASCII is within a text.
var class = func() (t [256]byte) {
	for c := range 256 {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
			t[c] = inWord
		case c >= utf8.RuneSelf:
			t[c] = beyond
		}
	}
	for k, list := range map[byte]string{joiner: "'&", divider: ":|>*=", stop: ".?!", hyphen: "-", double: "\"", slash: "/", symbol: "@#"} {
		for _, c := range []byte(list) {
			t[c] = k
		}
	}
	return t
}()

const (
	inWord  = 1 + iota // a letter or figure
	joiner             // ' . & between letters
	divider            // : | >
	stop               // . ? !
	symbol             // @ #
	hyphen             // divides words, and where a blank comes before it parts of a line
	double             // "
	slash              // /
	beyond             // no ASCII
)

// wordsOf reads the words of a short text.
func wordsOf(s string) []word {
	return appendWords(nil, s, &reading{})
}

// signs is what a text has in it: "|", ">", "·" or "/"; "/"; a full stop within
// a word; "; “.
type signs struct{ bar, slash, dot, double, curly bool }

// reading is what reading words finds besides them.
type reading struct {
	signs
	glues []int32 // where a capital letter or opening mark may stand right behind something (glued)
}

func (r *reading) glue(at int) { r.glues = append(r.glues, int32(at)) }

// appendWords reads the words of a text. A hyphen parts words, so that
// "sign-up" is "sign up"; a full stop or apostrophe between letters does not
// ("a.m", "don't"); ’ is read as '.
//
// It says besides what is in the text that others would have to look for.
func appendWords(dst []word, s string, has *reading) []word {
	first := len(dst)
	for i := 0; i < len(s); {
		if dst, i = appendPlain(dst, first, s, i); i == len(s) {
			break
		}
		c := s[i]
		switch class[c] {
		case inWord:
			if upper(c) && i > 0 && s[i-1] != ' ' && s[i-1] != '-' && s[i-1] != '(' {
				has.glue(i)
			}
			dst = append(dst, readWord(s, i, has))
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
			if i > 0 && s[i-1] != ' ' && i+1 < len(s) && (letterByte(s[i+1]) && (c == '"' || !lower(s[i+1])) || s[i+1] == '\'' || c == '"' && s[i+1] == '[') {
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
			case !punctuation(r) && (unicode.IsLetter(r) || unicode.IsDigit(r)):
				dst = append(dst, readWord(s, i, has))
				i = int(dst[len(dst)-1].end)
				continue
			case r == '©':
				dst = append(dst, signAt(s, i, size))
			case r == '–', r == '—', r == '•', r == '·', r == '»', r == '›', r == '→', r == '▶', r == '►', r == '➤', r == '➡', r == '👉', r == '👇', r == '🔗':
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
	return dst
}

// punctuation says that r is of the general punctuation, which has no letter.
func punctuation(r rune) bool { return 0x2000 <= r && r <= 0x206f }

func signAt(s string, i, size int) word {
	h := hashOf(s[i : i+size])
	return word{int32(i), int32(i + size), h, sign | senses.of(h)}
}

// appendPlain reads words from s[i] on as long as they are plain: of letters
// of ASCII, as most are, with blanks, commas and full stops around them. It
// gives where it stopped.
func appendPlain(dst []word, first int, s string, i int) ([]word, int) {
	list := senses
	room := dst[len(dst):cap(dst)]
	n := 0
	joined := uint64(0) // whether there is something before i and no blank, in the top bit of a byte
	if i > 0 && s[i-1] != ' ' {
		joined = 0x80
	}
	for n < len(room) && uint(i) < uint(len(s)) {
		var x uint64
		if i+8 <= len(s) {
			x = eight(s[i : i+8])
		} else {
			x = lastAt(s, i)
		}
		letters := lettersOf(x)
		if letters&0x80 == 0 {
			switch class[s[i]] {
			case 0:
			case stop:
				if n > 0 {
					room[n-1].is |= ended
				} else if len(dst) > first {
					dst[len(dst)-1].is |= ended
				}
			default:
				return dst[:len(dst)+n], i
			}
			joined = 0x80
			if s[i] == ' ' {
				joined = 0
			}
			i++
			continue
		}
		other := ^letters & eachTop
		inside := (other&-other)>>7 - 1 // the bytes before the first other one; all where there is none
		large := letters & inside &^ (x << 2)
		h := mix(hashSeed, (x|eachBlank)&inside)
		end := i + bits.TrailingZeros64(other)>>3
		if other == 0 {
			var more uint64
			if h, more, end = longWord(s, end, h); more != 0 {
				break
			}
		}
		// A capital at the start alone, in a word of two letters or more with a blank before it.
		// No branch here that depends on whether there is one, for many would be guessed wrong.
		if large>>8|large&(other>>8|joined)&0x80 != 0 {
			break
		}
		at, after := end, mark(0)
		joined = 0x80
		if at < len(s) {
			if c := s[at]; c == ' ' {
				at++
				joined = 0
			} else {
				if k := goesOnWith[c]; k == 2 || k == 1 && at+1 < len(s) && class[s[at+1]] == inWord {
					break
				}
				switch class[c] {
				case stop:
					after = ended
					at++
				case 0, hyphen:
					at++
				}
				if at < len(s) && at > end && s[at] == ' ' {
					at++
					joined = 0
				}
			}
		}
		hash := uint32(h)
		room[n] = word{int32(i), int32(end), hash, mark(large>>7) | after | list.of(hash)}
		n++
		i = at
	}
	return dst[:len(dst)+n], i
}

// longWord reads on in a word of eight letters or more whose hash so far is h.
// large says whether it has a capital letter there.
func longWord(s string, i int, h uint64) (hash, large uint64, end int) {
	for i < len(s) {
		var x uint64
		if i+8 <= len(s) {
			x = eight(s[i : i+8])
		} else {
			x = lastAt(s, i)
		}
		letters := lettersOf(x)
		other := ^letters & eachTop
		if other&0x80 != 0 {
			break
		}
		inside := (other&-other)>>7 - 1
		large |= letters & inside &^ (x << 2)
		h = mix(h, (x|eachBlank)&inside)
		i += bits.TrailingZeros64(other) >> 3
		if other != 0 {
			break
		}
	}
	return h, large, i
}

// goesOnWith tells the bytes with which a word of letters may go on: 1 where a
// letter or figure must come behind, 2 for figures and what is no ASCII.
var goesOnWith = func() (t [256]uint8) {
	for c, k := range class {
		switch k {
		case joiner, stop:
			t[c] = 1
		case beyond, inWord:
			t[c] = 2
		}
	}
	return t
}()

// readWord reads the word at s[start].
func readWord(s string, start int, has *reading) (w word) {
	var h hasher
	h.start()
	small, large := false, false
	i := start
scan:
	for i < len(s) {
		c := s[i]
		switch class[c] {
		case inWord:
			switch {
			case upper(c):
				if i == start {
					w.is |= capital
				} else if !upper(s[i-1]) || i+1 < len(s) && lower(s[i+1]) {
					has.glue(i)
				}
				large = true
				c |= 0x20
			case lower(c):
				small = true
			}
			h.add(c)
			i++
		case joiner, stop:
			// Within a word alone: "don't", "AT&T", "U.S", "site.com".
			if c == '?' || c == '!' || i == start || i+1 >= len(s) || class[s[i+1]] != inWord {
				break scan
			}
			has.dot = has.dot || c == '.'
			if c == '\'' && !lower(s[i+1]) { // "protester'Guccifer'"
				has.glue(i)
			}
			h.add(c)
			i++
		case beyond:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == '’' {
				if i == start || i+size >= len(s) || class[s[i+size]] != inWord {
					break scan
				}
				h.add('\'')
				i += size
				continue
			}
			if punctuation(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				break scan
			}
			if unicode.IsUpper(r) {
				if i == start {
					w.is |= capital
				}
				large = true
				r = unicode.ToLower(r)
			} else {
				small = true
			}
			var buf [utf8.UTFMax]byte
			for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
				h.add(b)
			}
			i += size
		default:
			break scan
		}
	}
	w.start, w.end, w.hash = int32(start), int32(i), h.sum()
	w.is |= senses.of(w.hash)
	switch {
	case small:
	case !large:
		w.is = w.is&^date | figure
		if i-start <= 4 {
			w.is |= date
		}
	case severalCapitals(s[start:i]):
		w.is |= capitals
	}
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
