// Package token cuts a text into words and marks.
//
// Tokens are spans, nothing is rewritten, and they follow the Penn Treebank
// with what later annotations (GUM, EWT) changed: "and/or" is three tokens,
// "cannot" two, an amount and its currency sign are two. Other than those,
// words with hyphens are whole ("co-founder", "1990-91"): names and quotations
// end at words as readers see them. A full stop belongs to an abbreviation, and
// then no other token holds it, at the end of a sentence either.
//
// One pass over the bytes decides; where a full stop needs to know what follows
// (a domain, a file, a sentence whose blank was lost), it looks ahead over
// no more than maxDotted bytes.
package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// Stage gives tokens.
func Stage() extract.Stage {
	return extract.Stage{Name: "token", Doc: "Cuts blocks into words and marks.",
		Needs: extract.Blocks, Gives: extract.Tokens, Annotate: annotate}
}

func annotate(d *extract.Document) error {
	text := d.Text()
	const usual = 5 // bytes for each token
	if d.Tokens == nil {
		d.Tokens = make([]extract.Token, 0, len(text)/usual+8)
	}
	for _, b := range d.Blocks {
		d.Tokens = Tokenize(d.Tokens, text, b.Span)
	}
	return nil
}

// Tokenize appends the tokens of a block to dst: in order, without tags, in
// bytes of text. They cover all of the block but its white space.
func Tokenize(dst []extract.Token, text string, block extract.Span) []extract.Token {
	// Everything is read from s, which ends with the block and begins where text
	// does, so that places need no translation.
	s := scanner{dst: dst, text: text[:block.End], start: int(block.Start)}
	i := int(block.Start)
	for i < len(s.text) {
		c := s.text[i]
		switch class[c] {
		case blank:
			i++
		case letter, digit:
			i = s.word(i)
		case multibyte:
			i = s.beyondASCII(i)
		default:
			i = s.mark(i)
		}
	}
	return s.dst
}

type scanner struct {
	dst   []extract.Token
	text  string // up to the block's end
	start int    // of the block
}

func (s *scanner) add(from, to int, shape extract.Shape) int {
	s.dst = append(s.dst, extract.Token{Span: extract.Span{Start: int32(from), End: int32(to)}, Shape: shape})
	return to
}

// at is the byte at i, a blank behind the block.
func (s *scanner) at(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return ' '
}

type classOf uint8

const (
	other classOf = iota
	blank
	letter
	digit
	multibyte
)

var class = func() (t [256]classOf) {
	for c := range t {
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			t[c] = blank
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		case c >= utf8.RuneSelf:
			t[c] = multibyte
		}
	}
	return t
}()

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// wordRune says whether r is part of a word: letters, digits, marks that
// combine, characters without width that stand between letters.
func wordRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return class[r] == letter || class[r] == digit
	case r == 0xAD || r >= 0x200B && r <= 0x200D || r == 0x2060 || r == 0xFEFF:
		return true
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// wordAt says whether a rune of a word stands at i, and how long it is.
func (s *scanner) wordAt(i int) (size int, ok bool) {
	if i >= len(s.text) {
		return 0, false
	}
	switch class[s.text[i]] {
	case letter, digit:
		return 1, true
	case multibyte:
		r, n := utf8.DecodeRuneInString(s.text[i:])
		return n, wordRune(r)
	}
	return 0, false
}

func (s *scanner) startsWord(i int) bool {
	_, ok := s.wordAt(i)
	return ok
}

// blankAt says whether white space or the block's end is at i.
func (s *scanner) blankAt(i int) bool {
	if i >= len(s.text) {
		return true
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return class[c] == blank
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return unicode.IsSpace(r)
}

// blankBefore says whether the block's start or white space is before i.
func (s *scanner) blankBefore(i int) bool {
	if i <= s.start {
		return true
	}
	if c := s.text[i-1]; c < utf8.RuneSelf {
		return class[c] == blank
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[s.start:i])
	return unicode.IsSpace(r)
}

// wordBefore says whether a rune of a word stands before i.
func (s *scanner) wordBefore(i int) bool {
	if i <= s.start {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[s.start:i])
	return wordRune(r)
}
