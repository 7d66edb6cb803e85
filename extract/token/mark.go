package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// mark reads the token that begins at i with an ASCII character that is no
// letter, digit or blank.
func (s *scanner) mark(i int) int {
	c := s.text[i]
	switch c {
	case '.':
		return s.stop(i)
	case ',':
		return s.add(i, i+1, extract.Comma)
	case '"':
		return s.add(i, i+1, extract.StraightQuote)
	case '\'':
		if s.at(i+1) == '\'' {
			if s.blankBefore(i) && !s.blankAt(i+2) {
				return s.add(i, i+2, extract.OpenQuote)
			}
			return s.add(i, i+2, extract.CloseQuote)
		}
		return s.apostrophe(i, 1)
	case '`':
		if s.at(i+1) == '`' {
			return s.add(i, i+2, extract.OpenQuote)
		}
		return s.add(i, i+1, extract.OpenQuote)
	case '?', '!':
		j := i + 1
		for s.at(j) == '?' || s.at(j) == '!' {
			j++
		}
		return s.add(i, j, extract.Ender)
	case '(', '[', '{':
		return s.add(i, i+1, extract.OpenBracket)
	case ')', ']', '}':
		return s.add(i, i+1, extract.CloseBracket)
	case ':', ';':
		if n := s.emoticon(i); n > 0 {
			return s.add(i, i+n, extract.Symbol)
		}
		return s.add(i, i+1, extract.Colon)
	case '-':
		return s.add(i, s.run(i), extract.Dash)
	case '$':
		return s.add(i, i+1, extract.Currency)
	case '@':
		if s.blankBefore(i) || !s.wordBefore(i) {
			if to := s.host(i + 1); to > 0 {
				return s.add(i, to, extract.Handle)
			}
		}
		return s.add(i, i+1, extract.Symbol)
	case '#':
		j := i + 1
		for {
			n, ok := s.wordAt(j)
			if !ok && s.at(j) == '_' {
				n, ok = 1, true
			}
			if !ok {
				break
			}
			j += n
		}
		if j > i+1 && !isDigit(s.text[i+1]) {
			return s.add(i, j, extract.Handle)
		}
		return s.add(i, i+1, extract.Symbol)
	case '<', '>', '*', '=', '~', '_', '+', '|', '^', '\\':
		return s.add(i, s.run(i), extract.Symbol)
	}
	return s.add(i, i+1, extract.Symbol)
}

// run is the end of the run of the same byte that begins at i.
func (s *scanner) run(i int) int {
	j := i + 1
	for s.at(j) == s.text[i] {
		j++
	}
	return j
}

// stop reads the full stop at i that belongs to no word: alone, an ellipsis,
// or the start of ".22" or ".NET".
func (s *scanner) stop(i int) int {
	j := s.run(i)
	for strings.HasPrefix(s.text[j:], "…") {
		j += len("…")
	}
	if j > i+1 {
		return s.add(i, j, extract.Ellipsis)
	}
	if c := s.at(i + 1); s.blankBefore(i) && isDigit(c) {
		for isDigit(s.at(j)) {
			j++
		}
		return s.add(i, j, extract.Number)
	}
	return s.add(i, j, extract.FullStop)
}

// apostrophe reads the apostrophe of n bytes at i that no word before it took:
// a clitic, a word or year that begins with it, or a mark.
func (s *scanner) apostrophe(i, n int) int {
	k := i + n
	if !s.startsWord(k) {
		return s.add(i, k, extract.StraightQuote)
	}
	if c := clitic(s.text[k:]); c > 0 {
		return s.add(i, k+c, extract.Clitic)
	}
	if s.wordBefore(i) {
		return s.add(i, k, extract.StraightQuote)
	}
	if isDigit(s.text[k]) && isDigit(s.at(k+1)) { // "'90s", "'05"
		j := k + 2
		if s.at(j) == 's' {
			j++
		}
		if !s.startsWord(j) && !(s.at(j) == ',' && isDigit(s.at(j+1))) {
			return s.add(i, j, extract.Ordinal)
		}
	}
	j := k
	for j < k+5 && class[s.at(j)] == letter {
		j++
	}
	if !s.startsWord(j) && elided(s.text[k:j]) {
		return s.add(i, j, extract.LowerWord)
	}
	return s.add(i, k, extract.StraightQuote)
}

// elided says whether s is written with an apostrophe before it: "'em".
func elided(s string) bool {
	switch s {
	case "em", "Em", "til", "till", "tis", "Tis", "twas", "Twas", "cause", "Cause", "cuz", "n", "N", "bout", "round", "neath", "nuff", "Til", "Nam":
		return true
	}
	return false
}

// emoticon is the length of the emoticon at i, 0 where there is none. White
// space must be on both sides of it.
func (s *scanner) emoticon(i int) int {
	if !s.blankBefore(i) {
		return 0
	}
	j := i + 1
	if c := s.at(j); c == '-' || c == '\'' {
		j++
	}
	switch s.at(j) {
	case ')', '(', 'D', 'P', 'p', 'O', '/', '|', '*':
		if j++; s.blankAt(j) {
			return j - i
		}
	}
	return 0
}

// beyondASCII reads the token that begins at i with a rune beyond ASCII.
func (s *scanner) beyondASCII(i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	switch r {
	case '’':
		return s.apostrophe(i, n)
	case '‘':
		// A word processor turns the apostrophe of "'em" and "'90s" the wrong way.
		return s.apostrophe(i, n)
	case '“', '„', '«', '‟', '‹':
		return s.add(i, i+n, extract.OpenQuote)
	case '”', '»', '›':
		return s.add(i, i+n, extract.CloseQuote)
	case '…':
		j := i + n
		for {
			if strings.HasPrefix(s.text[j:], "…") {
				j += n
			} else if s.at(j) == '.' {
				j++
			} else {
				break
			}
		}
		return s.add(i, j, extract.Ellipsis)
	case '–', '—', '―', '−', '‒', '\u2010', '\u2011':
		j := i + n
		for strings.HasPrefix(s.text[j:], s.text[i:i+n]) {
			j += n
		}
		return s.add(i, j, extract.Dash)
	case '£', '€', '¥', '₹', '₽', '₩', '₦', '₴', '₺', '¢':
		return s.add(i, i+n, extract.Currency)
	case '!', '?', '。', '！', '？', '‼', '⁇', '⁈', '⁉', '؟', '।':
		return s.add(i, i+n, extract.Ender)
	}
	switch {
	case unicode.IsSpace(r):
		return i + n
	case wordRune(r):
		return s.word(i)
	}
	return s.symbol(i, r, n)
}

// symbol reads a sign or emoji with what modifies and joins it.
func (s *scanner) symbol(i int, r rune, n int) int {
	j := i + n
	flag := regional(r)
	for j < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[j:])
		switch {
		case r == 0x200D: // joins the emoji after it
			j += n
			if next, m := utf8.DecodeRuneInString(s.text[j:]); m > 0 && !unicode.IsSpace(next) && !wordRune(next) && next >= utf8.RuneSelf {
				j += m
			}
			continue
		case unicode.IsMark(r) || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F:
			j += n
			continue
		case flag && regional(r):
			j += n
			flag = false
			continue
		}
		break
	}
	return s.add(i, j, extract.Symbol)
}

func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
