package speaker

import (
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/entity"
	"github.com/quoth/quoth/internal/noted"
)

// document makes the document that a test's text stands for: a crude tokenizer and
// tagger, and the names that are marked, gathered into entities. "{He}" is the
// speaker of a quote; the first one's quote is the first stretch between “ and
// ”, or ‹ and › where it has no marks, and so on.
func document(src string) *extract.Document {
	src, speakers, said := quotesOf(src)
	d := noted.Document(src)
	entity.Gather(d)
	for i := range min(len(speakers), len(said)) {
		q := extract.Quote{Span: said[i], Kind: extract.Direct, Parts: []extract.Span{said[i]}, Quoted: []extract.Span{said[i]}, Rule: "test",
			Speaker: extract.Speaker{Span: speakers[i], Kind: extract.NominalSpeaker, Entity: -1}}
		d.Quotes = append(d.Quotes, q)
	}
	slices.SortStableFunc(d.Quotes, func(a, b extract.Quote) int { return int(a.Start - b.Start) })
	return d
}

// quotesOf takes the braces and ‹› out of a test's text and tells where they
// were, names counted as their text alone.
func quotesOf(src string) (plain string, speakers, said []extract.Span) {
	var b strings.Builder
	at, from := int32(0), [2]int32{-1, -1}
	for i, r := range src {
		if r == '“' && from[1] < 0 {
			from[1] = at
		}
		switch r {
		case '{':
			from[0] = at
			continue
		case '‹':
			from[1] = at
			continue
		case '}':
			if from[0] >= 0 && at > from[0] {
				speakers = append(speakers, extract.Span{Start: from[0], End: at})
			}
			from[0] = -1
			continue
		case '›':
			if from[1] >= 0 && at > from[1] {
				said = append(said, extract.Span{Start: from[1], End: at})
			}
			from[1] = -1
			continue
		}
		b.WriteRune(r)
		if m := noted.Names.FindStringIndex(src[i:]); m == nil || m[0] != 0 {
			if !inMarkup(src, i) {
				at += int32(len(string(r)))
			}
		}
		if r == '”' && from[1] >= 0 {
			said = append(said, extract.Span{Start: from[1], End: at})
			from[1] = -1
		}
	}
	return b.String(), speakers, said
}

// inMarkup says whether byte i is one of "[", "/P]" of a marked name.
func inMarkup(src string, i int) bool {
	for _, m := range noted.Names.FindAllStringSubmatchIndex(src, -1) {
		if m[0] <= i && i < m[1] {
			return i < m[2] || i >= m[3]
		}
	}
	return false
}
