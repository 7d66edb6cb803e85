package prose

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"github.com/quoth/quoth/extract"
)

// reach bounds the search for a token that is not where it should be, in
// bytes, so that a text of such tokens costs no more than its length.
const reach = 1 << 10

// align appends to dst a token for each of prose's, with prose's name labels
// beside it, and one for each stretch of text that prose lost.
func (c *clean) align(dst []extract.Token, text string, toks []prose.Token) ([]extract.Token, []string) {
	labels := make([]string, 0, len(toks))
	pos, last := 0, int32(0)
	add := func(from, to int, tag extract.Tag, label string) {
		s := c.span(text, from, to)
		s.Start = max(s.Start, last) // prose may cut within a rune
		if s.Empty() {
			return
		}
		last = s.End
		dst = append(dst, extract.Token{Span: s, Tag: tag})
		labels = append(labels, label)
	}
	lost := func(to int) {
		for pos < to {
			if c.bytes[pos] == ' ' {
				pos++
				continue
			}
			end := to
			if n := bytes.IndexByte(c.bytes[pos:to], ' '); n >= 0 {
				end = pos + n
			}
			add(pos, end, extract.NoTag, outside)
			pos = end
		}
	}
	for _, t := range toks {
		for pos < len(c.bytes) && c.bytes[pos] == ' ' {
			pos++
		}
		window := c.bytes[pos:min(len(c.bytes), pos+len(t.Text)+reach)]
		n := bytes.Index(window, []byte(t.Text))
		if n < 0 || t.Text == "" {
			continue
		}
		lost(pos + n)
		add(pos, pos+len(t.Text), tagOf(t), t.Label)
		pos += len(t.Text)
	}
	lost(len(c.bytes))
	return dst, labels
}

// span is where in the document the bytes [from, to) come from.
func (c *clean) span(text string, from, to int) extract.Span {
	end := c.from[to-1]
	_, size := utf8.DecodeRuneInString(text[end:])
	return extract.Span{Start: c.from[from], End: end + int32(size)}
}

func tagOf(t prose.Token) extract.Tag {
	if tag := extract.ParseTag(t.Tag); tag != extract.NoTag {
		return tag
	}
	if strings.IndexFunc(t.Text, wordRune) < 0 {
		return extract.Punct
	}
	return extract.NoTag
}
