package boilerplate

import (
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// line joins the text of one block: white space of any kind is one blank, a
// line break one line end, and what has no width is left out. Nothing is put
// between two texts but what stood between them, so that a word whose first
// letter is set apart stays one word.
type line struct {
	buf   []byte // of all blocks of the page
	start int    // where this block begins in buf
	gap   byte   // what is to stand before the next character: 0, ' ' or '\n'
	last  rune   // the last character written
	counts
}

// counts are what a block's text is made of, in characters without blanks.
type counts struct {
	chars   int32
	linked  int32 // of links
	strong  int32
	slanted int32
	named   int32 // in inline elements whose names mark something
	words   int32
	ends    int32 // . ! ? and their like in other scripts, where a word ends
	commas  int32
	digits  int32
	links   int32
	upper   int32
}

// style is what surrounds a text inside its block.
type style struct{ link, bold, italic, marked, pre bool }

func (l *line) empty() bool { return len(l.buf) == l.start }

// write writes a text node.
func (l *line) write(s string, st style) {
	before := l.chars
	for i := 0; i < len(s); {
		if n, of := ink(s[i:]); n > 0 {
			l.open()
			l.buf = append(l.buf, s[i:i+n]...)
			l.last = rune(s[i+n-1])
			l.chars += int32(n)
			l.digits += int32(of / aDigit % perInk)
			l.commas += int32(of / aComma % perInk)
			l.upper += int32(of / aCapital % perInk)
			i += n
			continue
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case c == ' ' || c >= '\t' && c <= '\r':
			if st.pre && c == '\n' {
				l.gap = '\n'
			} else if l.gap == 0 {
				l.gap = ' '
			}
			continue
		case c < ' ' || c == 0x7f:
			continue
		case c <= 0x9f && c != 0x85, c == '\u00ad', c == '\u200b', c == '\u2060', c == '\ufeff', c == '\u200e', c == '\u200f':
			continue
		case unicode.IsSpace(c) || c == '\u2800':
			if l.gap == 0 {
				l.gap = ' '
			}
			continue
		}
		l.open()
		l.buf = utf8.AppendRune(l.buf, c)
		l.chars++
		switch c {
		case '，', '、', '،':
			l.commas++
		case '。', '！', '？':
			l.ends++
		}
		l.last = c
	}
	n := l.chars - before
	if st.link {
		l.linked += n
	}
	if st.bold {
		l.strong += n
	}
	if st.italic {
		l.slanted += n
	}
	if st.marked {
		l.named += n
	}
}

// open writes what stands before the next character, where a word begins.
func (l *line) open() {
	switch {
	case l.gap != 0:
		if !l.empty() {
			l.buf = append(l.buf, l.gap)
			if isEnd(l.last) {
				l.ends++
			}
		}
		l.words++
		l.gap = 0
	case l.empty():
		l.words++
	}
}

// What a character of ASCII that is seen counts as: each is one, and may be one of
// three sorts besides, so that those of a run are counted by one sum.
const (
	perInk          = 1 << 16
	aSign    uint64 = 1
	aDigit          = aSign * perInk
	aComma          = aDigit * perInk
	aCapital        = aComma * perInk
)

var inks = func() (t [256]uint64) {
	for c := '!'; c <= '~'; c++ {
		t[c] = aSign
		switch {
		case c >= '0' && c <= '9':
			t[c] += aDigit
		case c == ',' || c == ';':
			t[c] += aComma
		case c >= 'A' && c <= 'Z':
			t[c] += aCapital
		}
	}
	return t
}()

// ink gives the length of the run of characters of ASCII that s begins with and that
// are seen, and what they count as.
func ink(s string) (n int, of uint64) {
	s = s[:min(len(s), perInk-1)]
	for n < len(s) && inks[s[n]] != 0 {
		of += inks[s[n]]
		n++
	}
	return n, of
}

// breakLine ends a line, but not the block.
func (l *line) breakLine() { l.gap = '\n' }

// space is a blank where none is written.
func (l *line) space() {
	if l.gap == 0 {
		l.gap = ' '
	}
}

// put writes a mark of our own.
func (l *line) put(s string) {
	if l.gap != 0 && !l.empty() {
		l.buf = append(l.buf, l.gap)
	}
	l.gap = 0
	l.buf = append(l.buf, s...)
	l.last, _ = utf8.DecodeLastRuneInString(s)
}

// take ends the block and gives its range of buf.
func (l *line) take() (extract.Span, counts) {
	span, c := extract.Span{Start: int32(l.start), End: int32(len(l.buf))}, l.counts
	if isEnd(l.last) && c.chars > 0 {
		c.ends++
	}
	*l = line{buf: l.buf, start: len(l.buf)}
	return span, c
}

// isEnd tells the marks that end a sentence, and those that close what is
// said in one.
func isEnd(c rune) bool {
	switch c {
	case '.', '!', '?', '…', '”', '"', '»', '“', '’', '।', '۔', '؟':
		return true
	}
	return false
}
