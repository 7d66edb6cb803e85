package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// Style is the kind of marks.
type Style uint8

const (
	Double Style = iota
	Single
	Typewriter // two apostrophes, or a grave accent pair, in place of a double mark
)

// mark is one quotation mark of the text, with what its neighbours let it be.
type mark struct {
	extract.Span
	kind     byte // one of ` " ' “ ” „ « » 「 」 ‘ ’ by its class below
	opens    bool // nothing, a blank, a bracket or a dash before it, a word after it
	closes   bool // a word or a full stop before it
	between  bool // letters on both sides
	afterNum bool
}

const (
	straight   = '"'
	typewriter = 't'
	grave      = '`'
	curlyOpen  = 'o'
	curlyClose = 'c'
	lowOpen    = 'l'
	angleLeft  = '<'
	angleRight = '>'
	cornerOpen = 'j'
	cornerShut = 'J'
	prime      = '\''
	leftPrime  = '{'
	rightPrime = '}'
)

func (m *mark) style() Style {
	if m.kind == typewriter || m.kind == grave {
		return Typewriter
	}
	return Double
}

// inches says whether the straight mark i stands for inches inside a quotation:
// it follows a digit, and the next such mark can only close.
func (p *pairer) inches(i int) bool {
	if m := &p.marks[i]; m.kind != straight || !m.afterNum {
		return false
	}
	for _, m := range p.marks[i+1 : min(len(p.marks), i+8)] {
		if m.kind == straight {
			return m.closes && !m.opens
		}
	}
	return false
}

// single says whether m is a single mark or an apostrophe.
func (m *mark) single() bool {
	return m.kind == prime || m.kind == leftPrime || m.kind == rightPrime
}

// canOpen says whether m begins a stretch where none is open.
func (m *mark) canOpen() bool {
	switch m.kind {
	case curlyOpen:
		return m.opens || !m.closes || m.between // “lost blank” before it
	case lowOpen, grave, cornerOpen:
		return true
	case angleLeft, angleRight, curlyClose:
		return m.opens && !m.closes
	case straight, typewriter:
		return m.opens && !(m.afterNum && m.closes)
	}
	return false
}

// closedBy says whether m ends the stretch that o opened.
func (o *mark) closedBy(m *mark) bool {
	switch o.kind {
	case straight:
		return m.kind == straight && (m.closes || !m.opens || m.Start == o.End) || m.kind == curlyClose
	case typewriter, grave:
		return m.kind == typewriter && (m.closes || !m.opens)
	case lowOpen:
		return m.kind == curlyOpen || m.kind == curlyClose || m.kind == straight
	case angleLeft:
		return m.kind == angleRight
	case angleRight:
		return m.kind == angleLeft
	case cornerOpen:
		return m.kind == cornerShut
	}
	return m.kind == curlyClose || (m.kind == curlyOpen || m.kind == straight) && m.closes && !m.opens && !m.between
}

// scanMarks appends the quotation marks of the block b.
func scanMarks(dst []mark, text string, b extract.Span) []mark {
	for i := b.Start; i < b.End; {
		if !opensMark[text[i]] {
			i++
			continue
		}
		kind, n := markAt(text[i:b.End])
		if n == 0 {
			i++
			continue
		}
		if kind == typewriter && i+2 < b.End && text[i+2] == '\'' && i > b.Start && text[i-1] != ' ' {
			kind, n = prime, 1 // the end of 'a word'''
		}
		m := mark{Span: extract.Span{Start: i, End: i + int32(n)}, kind: kind}
		m.look(text, b)
		dst = append(dst, m)
		i = m.End
	}
	return dst
}

// opensMark holds the first bytes of quotation marks.
var opensMark = [256]bool{'"': true, '\'': true, '`': true, 0xE2: true, 0xC2: true, 0xE3: true}

// markAt reads the quotation mark at the start of s; n = 0 where there is none.
func markAt(s string) (kind byte, n int) {
	switch s[0] {
	case '"':
		return straight, 1
	case '\'':
		if len(s) > 1 && s[1] == '\'' {
			return typewriter, 2
		}
		return prime, 1
	case '`':
		if len(s) > 1 && s[1] == '`' {
			return grave, 2
		}
		return leftPrime, 1
	case 0xC2:
		if len(s) > 1 && s[1] == 0xAB {
			return angleLeft, 2
		} else if len(s) > 1 && s[1] == 0xBB {
			return angleRight, 2
		}
	case 0xE3:
		if strings.HasPrefix(s, "「") {
			return cornerOpen, 3
		} else if strings.HasPrefix(s, "」") {
			return cornerShut, 3
		}
	case 0xE2:
		if len(s) < 3 || s[1] != 0x80 {
			return 0, 0
		}
		switch s[2] {
		case 0x98, 0x9B:
			return leftPrime, 3
		case 0x99:
			return rightPrime, 3
		case 0x9C, 0x9F:
			return curlyOpen, 3
		case 0x9D:
			return curlyClose, 3
		case 0x9E:
			return lowOpen, 3
		}
	}
	return 0, 0
}

// unseen says whether a reader sees nothing where r stands: white space, a
// control character, a byte order mark or another format character.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// look sets what m's neighbours in its block let it be.
func (m *mark) look(text string, b extract.Span) {
	before, after := ' ', ' '
	if m.Start > b.Start {
		before, _ = utf8.DecodeLastRuneInString(text[b.Start:m.Start])
	}
	if m.End < b.End {
		after, _ = utf8.DecodeRuneInString(text[m.End:b.End])
	}
	blankBefore, blankAfter := unseen(before), unseen(after)
	wordAfter := unicode.IsLetter(after) || unicode.IsDigit(after)
	wordBefore := unicode.IsLetter(before) || unicode.IsDigit(before)
	m.between = wordBefore && wordAfter
	m.afterNum = unicode.IsDigit(before)
	m.closes = !blankBefore && !isOpening(before)
	switch {
	case blankAfter:
		m.opens = blankBefore // a mark that stands alone may do either
		if blankBefore {
			m.closes = true
		}
		if m.kind == angleLeft && (blankBefore || before == '’' || isOpening(before)) {
			m.opens, m.closes = true, false // as French has it: l’« ordre du jour »
		}
	case blankBefore || isOpening(before):
		m.opens = true
		m.closes = m.closes && !wordAfter
		if before == '-' || before == '—' || before == '–' {
			m.closes = !wordAfter
		}
	case (before == ',' || before == ':' || before == ';' || before == '.') && (wordAfter || after == '$'):
		// Flattened text loses the blank before an opening mark: it may open where
		// none is open.
		m.opens = true
	}
}

func isOpening(r rune) bool {
	switch r {
	case '(', '[', '{', '-', '—', '–', '―', '“', '‘', '"', '\'', '/', '…', '|', '>':
		return true
	}
	return false
}

// trimmed is s without white space at its edges.
func trimmed(text string, s extract.Span) extract.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += int32(n)
	}
	for s.End > s.Start {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= int32(n)
	}
	return s
}
