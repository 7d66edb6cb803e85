// Package lines reads plain text into pieces: a line or a run of hard-wrapped
// lines is one of them, and so is each paragraph of a line that holds a whole
// article.
//
// What is no story, or a heading glued to a paragraph, is for the stage after it.
package lines

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// Stage turns a plain text into pieces.
func Stage() extract.Stage {
	return extract.Stage{Name: "lines", Doc: "Reads a plain text into paragraphs, headings and lists.", Shape: shape}
}

func shape(d *extract.Draft) error {
	if d.Format == extract.Text {
		d.Pieces = Read(d.Input, d.Pieces)
	}
	return nil
}

// Read appends the pieces of a text to dst. A piece's From is the range of its
// first line's first byte to its last line's last, white space left out; its
// text has a blank, recorded as a repair, where a hard wrap stood.
func Read(text string, dst []extract.Piece) []extract.Piece {
	list := split(text)
	wraps := findWraps(text, list)
	dst = slices.Grow(dst, len(list)+len(list)/4+8) // some are two: headings glued to paragraphs
	r := reader{text: text, looks: looks}
	for i := 0; i < len(list); {
		n := i + 1
		for n < len(list) && wraps[n] {
			n++
		}
		if n == i+1 {
			dst = r.flat(list[i], dst)
		} else {
			dst = append(dst, r.piece(list[i:n]))
		}
		i = n
	}
	markHeadings(dst)
	return dst
}

// reader puts lines together.
type reader struct {
	text  string
	looks int // through the whole text that are left
}

// line is a line of the text with white space around it left out.
type line struct {
	start, end int32
	width      int32 // in code points, of a line with another right above or below it
	first      int32 // width of its first word, likewise
	gap        bool  // a blank line stands before it
	marker     int8  // bytes of a list item's marker and the blanks after it; 0 for none
}

func (l *line) of(text string) string { return text[l.start:l.end] }

func (l *line) measure(text string) {
	if l.width > 0 {
		return
	}
	s := l.of(text)
	l.width = widthOf(s)
	l.first = l.width
	if n := strings.IndexByte(s, ' '); n >= 0 {
		l.first = widthOf(s[:n])
	}
}

// split lists the lines that hold anything. Form feeds and the line ends of
// Unicode and of old machines end a line as "\n" does.
func split(text string) []line {
	list := make([]line, 0, strings.Count(text, "\n")+1)
	gap, plain := false, plainEnds(text)
	for at := 0; at < len(text); {
		var end, next int
		if plain {
			end, next = len(text), len(text)
			if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
				end, next = at+n, at+n+1
			}
		} else {
			end, next = lineEnd(text, at)
		}
		left := text[at:end]
		trimmed := left
		if left != "" && (!graphic(left[0]) || !graphic(left[len(left)-1])) {
			left = strings.TrimLeftFunc(left, unicode.IsSpace)
			trimmed = strings.TrimRightFunc(left, unicode.IsSpace)
		}
		if trimmed == "" {
			gap = true
			at = next
			continue
		}
		start := end - len(left)
		list = append(list, line{start: int32(start), end: int32(start + len(trimmed)), gap: gap, marker: int8(marker(trimmed))})
		if n := len(list); !gap && n > 1 { // nobody asks how wide a line is that stands alone
			list[n-2].measure(text)
			list[n-1].measure(text)
		}
		gap = false
		at = next
	}
	return list
}

// graphic says whether a byte is a character that is no white space.
func graphic(b byte) bool { return ' ' < b && b < 0x7f }

// widthOf counts code points, and of what is too long to be a line that an
// editor broke no more than tell it.
func widthOf(s string) int32 {
	switch {
	case len(s) > utf8.UTFMax*widest:
		return widest + 1
	case len(s) > 2*widest: // its beginning tells, unless each second byte goes on a code point
		if runes(s[:widest+utf8.UTFMax]) > widest {
			return widest + 1
		}
	}
	return int32(runes(s))
}

// plainEnds says whether "\n" alone ends the lines of a text.
func plainEnds(text string) bool {
	for _, c := range "\r\f\v" {
		if strings.IndexByte(text, byte(c)) >= 0 {
			return false
		}
	}
	return !endsIn(text, "\u0085") && !endsIn(text, "\u2028") && !endsIn(text, "\u2029")
}

// endsIn says whether text has a line end of several bytes. It is looked for by
// its last byte, for the first ones are those of quotation marks too.
func endsIn(text, end string) bool {
	last := len(end) - 1
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], end[last])
		if n < 0 {
			return false
		}
		if at += n; at >= last && text[at-last:at] == end[:last] {
			return true
		}
	}
}

// lineEnd gives where the line that starts at byte at ends and the next begins.
func lineEnd(text string, at int) (end, next int) {
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '\n', '\f', '\v':
			return i, i + 1
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case 0xc2: // U+0085
			if i+1 < len(text) && text[i+1] == 0x85 {
				return i, i + 2
			}
		case 0xe2: // U+2028, U+2029
			if i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xa8 || text[i+2] == 0xa9) {
				return i, i + 3
			}
		}
	}
	return len(text), len(text)
}

// flat appends the pieces of a line that no other is wrapped to.
func (r *reader) flat(l line, dst []extract.Piece) []extract.Piece {
	start := l.start
	for _, end := range paragraphs(l.of(r.text)) {
		first := l
		first.end = start + int32(end)
		dst = append(dst, r.piece([]line{first}))
		l.start, l.marker = first.end, 0
	}
	return append(dst, r.piece([]line{l}))
}

func (r *reader) piece(run []line) extract.Piece {
	text := r.text
	last := run[len(run)-1]
	p := extract.Piece{From: extract.Span{Start: run[0].start, End: last.end}, Stage: "lines", Rule: "line"}
	if run[0].marker > 0 {
		p.Kind, p.Rule = extract.ListItem, "list-marker"
	}
	if len(run) == 1 {
		p.Text = run[0].of(text)
		return p
	}
	p.Rule = "hard-wrap"
	var b strings.Builder
	b.Grow(int(last.end - run[0].start))
	start := run[0].start
	for i := 1; i < len(run); i++ {
		end, with := run[i-1].end, " "
		rule := "hard-wrap"
		switch r.brokenWord(run[i-1].of(text), run[i].of(text)) {
		case hyphenStays:
			with = ""
		case hyphenGoes:
			end, with, rule = end-1, "", "hyphen"
		}
		b.WriteString(text[start:end])
		at := int32(b.Len())
		b.WriteString(with)
		p.Repairs = append(p.Repairs, extract.Repair{
			Span: extract.Span{Start: at, End: int32(b.Len())}, Was: text[end:run[i].start], Rule: rule})
		start = run[i].start
	}
	b.WriteString(text[start:last.end])
	p.Text = b.String()
	return p
}

// runes counts code points: bytes but for those that go on one, eight at a time.
func runes(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & 0x0101010101010101)
	}
	for i := range len(s) {
		n -= int(s[i] >> 7 &^ (s[i] >> 6) & 1)
	}
	return n
}
