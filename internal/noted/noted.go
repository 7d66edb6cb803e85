// Package noted makes documents for tests from a text in which names are
// marked, so that a test of entities or speakers needs no engine.
package noted

import (
	"regexp"
	"strings"

	"github.com/quoth/quoth/extract"
)

// Names is a name in a test's text, with its type as an engine would have it:
// "[Ann Lee/P]".
var Names = regexp.MustCompile(`\[([^\]/]+)/([POGLNM])\]`)

var typeLetters = map[string]extract.EntityType{"P": extract.Person, "O": extract.Org, "G": extract.GPE, "L": extract.Loc, "N": extract.NORP, "M": extract.Misc}

var word = regexp.MustCompile(`(?:Mr|Mrs|Ms|Sen|Gov|St|Dr)\.|(?:[A-Z]\.)+|['’]s\b|[\pL\pN]+(?:[-'’&][\pL\pN]{2,})*|[^\pL\pN\s]`)

// Document makes the document that a test's text stands for: a crude tokenizer and
// tagger, and the names that are Names.
func Document(src string) *extract.Document {
	var b strings.Builder
	var mentions []extract.Mention
	for src != "" {
		m := Names.FindStringSubmatchIndex(src)
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
	return d
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
