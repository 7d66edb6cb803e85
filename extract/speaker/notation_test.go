package speaker

import (
	"regexp"
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/entity"
)

// marked is a name in a test's text, with its type as an engine would have it:
// "[Ann Lee/P]".
var marked = regexp.MustCompile(`\[([^\]/]+)/([POGLNM])\]`)

var typeLetters = map[string]extract.EntityType{"P": extract.Person, "O": extract.Org, "G": extract.GPE, "L": extract.Loc, "N": extract.NORP, "M": extract.Misc}

var word = regexp.MustCompile(`(?:Mr|Mrs|Ms|Sen|Gov|St|Dr)\.|(?:[A-Z]\.)+|['’]s\b|[\pL\pN]+(?:[-'’&][\pL\pN]{2,})*|[^\pL\pN\s]`)

// noted makes the document that a test's text stands for: a crude tokenizer and
// tagger, and the names that are marked, gathered into entities. "{He}" is the
// speaker of a quote; the first one's quote is the first stretch between “ and
// ”, or ‹ and › where it has no marks, and so on.
func noted(src string) *extract.Document {
	src, speakers, said := quotesOf(src)
	var b strings.Builder
	var mentions []extract.Mention
	for src != "" {
		m := marked.FindStringSubmatchIndex(src)
		if m == nil {
			b.WriteString(src)
			break
		}
		b.WriteString(src[:m[0]])
		start := int32(b.Len())
		b.WriteString(src[m[2]:m[3]])
		mentions = append(mentions, extract.Mention{Span: extract.Span{Start: start, End: int32(b.Len())}, Type: typeLetters[src[m[4]:m[5]]], Entity: -1})
		src = src[m[1]:]
	}
	d := extract.NewDocument("t", b.String())
	d.Mentions = mentions
	annotated(d)
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
		if m := marked.FindStringIndex(src[i:]); m == nil || m[0] != 0 {
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
	for _, m := range marked.FindAllStringSubmatchIndex(src, -1) {
		if m[0] <= i && i < m[1] {
			return i < m[2] || i >= m[3]
		}
	}
	return false
}

func annotated(d *extract.Document) {
	for _, blk := range d.Blocks {
		open := int32(-1)
		for _, w := range word.FindAllStringIndex(d.At(blk.Span), -1) {
			s := extract.Span{Start: blk.Start + int32(w[0]), End: blk.Start + int32(w[1])}
			if open < 0 {
				open = s.Start
			}
			d.Tokens = append(d.Tokens, extract.Token{Span: s, Tag: tagged(d.At(s))})
			if w := d.At(s); w == "." || w == "?" || w == "!" {
				d.Sentences = append(d.Sentences, extract.Span{Start: open, End: s.End})
				open = -1
			}
		}
		if open >= 0 {
			d.Sentences = append(d.Sentences, extract.Span{Start: open, End: d.Tokens[len(d.Tokens)-1].End})
		}
	}
}

func tagged(w string) extract.Tag {
	switch strings.ToLower(w) {
	case "the", "a", "an", "no":
		return extract.DT
	case "of", "in", "for", "at", "from", "with", "by", "on", "to", "that":
		return extract.IN
	case "said", "told", "met", "was", "ran", "left", "asked", "spoke", "came":
		return extract.VBD
	case "says", "is", "wins", "rejects":
		return extract.VBZ
	case "he", "she", "it", "they", "i", "we":
		return extract.PRP
	case "his", "her", "their":
		return extract.PRPS
	case "and", "but":
		return extract.CC
	case "who":
		return extract.WP
	case "'s", "’s":
		return extract.POS
	case "new", "former", "foreign", "open", "late":
		return extract.JJ
	}
	switch {
	case w[0] >= 'A' && w[0] <= 'Z':
		return extract.NNP
	case w[0] >= '0' && w[0] <= '9':
		return extract.CD
	case w[0] >= 'a' && w[0] <= 'z' || w[0] >= 0xC3:
		return extract.NN
	}
	return extract.Punct
}
