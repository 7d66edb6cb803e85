package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// clean is a stretch of text as prose's tokenizer can read it, with the place
// in the document of every byte.
//
// Marks are written straight, as prose would do itself. Dashes, double marks
// and the like, which prose leaves inside a word ("deal—another"), and an
// opening single mark get blanks around them. An apostrophe inside a name is
// written as a letter where prose would lose the rest of the word, which it
// takes for a clitic: of "O'Malley" it gives only the "O".
//
// prose's tokenizer takes the square of a word's length where it is made of
// marks ("((((", 6 s for 16 KB): a longer one is parted.
type clean struct {
	bytes []byte
	from  []int32 // for each byte, the start of the rune it stands for
	run   int     // bytes since the last blank
}

// longestRun is how many bytes stand without a blank, before a mark and before
// a letter.
const longestRun, longestWord = 128, 1024

func (c *clean) reset(text string, s extract.Span) {
	c.bytes, c.from, c.run = c.bytes[:0], c.from[:0], 0
	before := ' '
	for i := s.Start; i < s.End; {
		r, size := utf8.DecodeRuneInString(text[i:s.End])
		rest := text[i+int32(size) : s.End]
		if c.run >= longestRun && !wordRune(r) || c.run >= longestWord {
			c.put(i, " ")
		}
		switch r {
		case '“', '”', '„', '«', '»', '"':
			c.put(i, ` " `)
		case '‘', '’', '\'':
			switch {
			case !wordRune(before) && wordStarts(rest) && !elided(rest):
				c.put(i, "' ")
			case wordRune(before) && lost(rest):
				c.put(i, "ʼ")
			default:
				c.put(i, "'")
			}
		case '—', '…', '|', '•':
			c.put(i, " "+string(r)+" ")
		case '–':
			if unicode.IsDigit(before) {
				c.put(i, "–")
			} else {
				c.put(i, " – ")
			}
		case '&':
			c.put(i, "&")
			if strings.HasPrefix(rest, "rsquo;") { // prose would make it a mark
				c.put(i, " ")
			}
		default:
			if unicode.IsSpace(r) {
				c.put(i, " ")
			} else {
				c.put(i, text[i:i+int32(size)])
			}
		}
		before = r
		i += int32(size)
	}
}

func (c *clean) put(at int32, s string) {
	c.bytes = append(c.bytes, s...)
	if s[len(s)-1] == ' ' {
		c.run = 0
	} else {
		c.run += len(s)
	}
	for range len(s) {
		c.from = append(c.from, at)
	}
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func wordStarts(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wordRune(r)
}

// elided says whether the word that follows an apostrophe is written with it:
// "'em", "'90s", and a clitic that stands alone.
func elided(rest string) bool {
	if rest[0] >= '0' && rest[0] <= '9' {
		return true
	}
	switch strings.ToLower(firstWord(rest)) {
	case "em", "til", "tis", "twas", "cause", "n", "s", "ll", "re", "ve", "d", "m":
		return true
	}
	return false
}

// lost says whether prose would take what follows an apostrophe for a clitic
// with something behind it, and lose it.
func lost(rest string) bool {
	word := strings.ToLower(firstWord(rest))
	for _, clitic := range [...]string{"s", "m", "re", "ll"} {
		if len(word) > len(clitic) && strings.HasPrefix(word, clitic) {
			return true
		}
	}
	return false
}

func firstWord(s string) string {
	const longest = 32 // bytes; a longer word is neither clitic nor elided
	s = s[:min(len(s), longest)]
	if end := strings.IndexFunc(s, func(r rune) bool { return !wordRune(r) }); end >= 0 {
		return s[:end]
	}
	return s
}
