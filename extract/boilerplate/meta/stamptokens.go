package meta

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a number, a word in lower case, or one other character.
type token struct {
	word    string
	num     int // -1 for no number
	digits  int
	at, end int
	gap     bool // a blank stands before it
}

func (t token) is(c string) bool { return t.word == c }

// lex appends the tokens of s to toks.
func lex(s string, toks []token) []token {
	gap := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		start := i
		switch {
		case unicode.IsSpace(r):
			gap = true
			i += size
			continue
		case r >= '0' && r <= '9':
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				i++
			}
			num := -1
			if i-start <= 14 {
				num, _ = strconv.Atoi(s[start:i])
			}
			toks = append(toks, token{num: num, digits: i - start, at: start, end: i, gap: gap})
		case r == '年' || r == '月' || r == '日' || r == '년' || r == '월' || r == '일':
			i += size
			toks = append(toks, token{word: s[start:i], num: -1, at: start, end: i, gap: gap})
		case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
			for i < len(s) {
				r, size := utf8.DecodeRuneInString(s[i:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
					break
				}
				i += size
			}
			toks = append(toks, token{word: strings.ToLower(s[start:i]), num: -1, at: start, end: i, gap: gap})
		default:
			i += size
			toks = append(toks, token{word: s[start:i], num: -1, at: start, end: i, gap: gap})
		}
		gap = false
	}
	return toks
}

// at is the token i, or one that is nothing.
func at(t []token, i int) token {
	if i < len(t) {
		return t[i]
	}
	return token{num: -1}
}

func number(t token, low, high, maxDigits int) bool {
	return t.digits > 0 && t.digits <= maxDigits && t.num >= low && t.num <= high
}

func year(t token) bool { return t.digits == 4 && t.num >= 1970 && t.num <= 2099 }
func day(t token) bool  { return number(t, 1, 31, 2) }
func mon(t token) bool  { return number(t, 1, 12, 2) }
func sign(t token, set string) bool {
	return len(t.word) == 1 && strings.Contains(set, t.word)
}
