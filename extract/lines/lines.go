// Package lines reads plain text into pieces: a line or a run of hard-wrapped
// lines is one of them, and so is each paragraph of a line that holds a whole
// article.
//
// What is no story, or a heading glued to a paragraph, is for the stage after it.
package lines

import (
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
	width      int32 // in code points
	first      int32 // width of its first word
	gap        bool  // a blank line stands before it
	marker     int8  // bytes of a list item's marker and the blanks after it; 0 for none
}

func (l *line) of(text string) string { return text[l.start:l.end] }

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
		left := strings.TrimLeftFunc(text[at:end], unicode.IsSpace)
		trimmed := strings.TrimRightFunc(left, unicode.IsSpace)
		if trimmed == "" {
			gap = true
			at = next
			continue
		}
		start := end - len(left)
		first := trimmed
		if n := strings.IndexByte(trimmed, ' '); n >= 0 {
			first = trimmed[:n]
		}
		list = append(list, line{
			start: int32(start), end: int32(start + len(trimmed)), gap: gap, marker: int8(marker(trimmed)),
			width: widthOf(trimmed), first: widthOf(first),
		})
		gap = false
		at = next
	}
	return list
}

// widthOf counts code points, and of what is too long to be a line that an
// editor broke bytes, which are enough to tell.
func widthOf(s string) int32 {
	if len(s) > utf8.UTFMax*widest {
		return int32(len(s))
	}
	return int32(utf8.RuneCountInString(s))
}

// plainEnds says whether "\n" alone ends the lines of a text.
func plainEnds(text string) bool {
	for _, c := range "\r\f\v" {
		if strings.IndexByte(text, byte(c)) >= 0 {
			return false
		}
	}
	return !strings.Contains(text, "\u0085") && !strings.Contains(text, "\u2028") && !strings.Contains(text, "\u2029")
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
