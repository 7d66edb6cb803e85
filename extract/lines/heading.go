package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

const (
	headingBytes = 120 // of a heading between paragraphs
	titleBytes   = 250 // of the headline: seed headlines of 20 words have 110
	bodyBytes    = 80  // a shorter line after a heading may be verse, an address or a list
)

// markHeadings makes headings of short lines that end like no sentence and
// that a paragraph follows. The first piece, where it is one, is of level 1.
func markHeadings(pieces []extract.Piece) {
	for i := range pieces {
		p := &pieces[i]
		limit := headingBytes
		if i == 0 {
			limit = titleBytes
		}
		if p.Kind != extract.Paragraph || p.Rule != "line" || len(p.Text) > limit || !headingShape(p.Text) {
			continue
		}
		if i+1 < len(pieces) && bodyShape(&pieces[i+1], len(p.Text)) {
			p.Kind, p.Level, p.Rule = extract.Heading, 2, "heading"
			if i == 0 {
				p.Level, p.Rule = 1, "headline"
			}
		}
	}
}

func bodyShape(p *extract.Piece, heading int) bool {
	return p.Kind == extract.Paragraph && len(p.Text) >= bodyBytes && len(p.Text) > heading
}

// headingShape says whether a line could be a heading: it opens with a capital,
// a figure or a mark and ends in no full stop, comma or colon.
func headingShape(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".,:;…-–—|", last) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("“\"'‘", first) {
		// “We won,” she said. ends in a full stop, a quotation alone in its mark.
		return !strings.ContainsRune("”\"", last)
	}
	if strings.ContainsRune("”\"", last) {
		in := strings.TrimRight(s, "”\"")
		if in == "" || strings.ContainsRune(".,!?", rune(in[len(in)-1])) {
			return false
		}
	}
	return unicode.IsUpper(first) || unicode.IsDigit(first)
}
