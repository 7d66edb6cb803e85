package main

import (
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train/conllu"
)

// load reads a treebank's sentences with its own tokens.
func load(name string) ([]sentenceOf, error) {
	docs, err := conllu.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var list []sentenceOf
	for _, d := range docs {
		shapes := map[extract.Span]extract.Shape{}
		var toks []extract.Token
		for _, b := range d.Blocks {
			toks = token.Tokenize(toks, d.Text, b.Span)
		}
		for _, t := range toks {
			shapes[t.Span] = t.Shape
		}
		from := 0
		for _, end := range d.Ends {
			s := sentenceOf{text: d.Text}
			for _, w := range d.Words[from:end] {
				shape, ok := shapes[w.Span]
				if !ok {
					shape = token.Tokenize(nil, d.Text, w.Span)[0].Shape
				}
				s.toks = append(s.toks, extract.Token{Span: w.Span, Tag: tagOf(w.XPOS), Shape: shape})
			}
			list = append(list, s)
			from = end
		}
	}
	return list, nil
}

// tagOf maps what the treebanks have beside the Penn Treebank's tags.
func tagOf(xpos string) extract.Tag {
	switch xpos {
	case "ADD": // addresses
		return extract.NN
	case "AFX": // "pre" of "pre- and post-war"
		return extract.JJ
	}
	return extract.ParseTag(xpos)
}

// augment adds what quoth's own text has and the treebanks do not: words with
// hyphens that are whole, and headlines in capitals.
func augment(list []sentenceOf) []sentenceOf {
	data := slices.Clone(list)
	for i, s := range list {
		if j, ok := joinHyphens(s); ok {
			data = append(data, j)
		}
		if i%20 == 0 {
			c := sentenceOf{text: strings.ToUpper(s.text[s.toks[0].Start:s.toks[len(s.toks)-1].End])}
			if len(c.text) != int(s.toks[len(s.toks)-1].End-s.toks[0].Start) {
				continue
			}
			for _, t := range s.toks {
				t.Start -= s.toks[0].Start
				t.End -= s.toks[0].Start
				switch {
				case t.Shape == extract.LowerWord || t.Shape == extract.TitleWord || t.Shape == extract.MixedWord:
					t.Shape = extract.CapsWord
					if t.Len() == 1 {
						t.Shape = extract.CapitalLetter
					}
				}
				c.toks = append(c.toks, t)
			}
			data = append(data, c)
		}
	}
	return data
}

// joinHyphens makes words with hyphens whole. As the Penn Treebank has it, one
// before a noun is an adjective, unless it is a name.
func joinHyphens(s sentenceOf) (sentenceOf, bool) {
	out := sentenceOf{text: s.text}
	joined := false
	for i := 0; i < len(s.toks); i++ {
		t := s.toks[i]
		parts := 0
		for i+2 < len(s.toks) && s.toks[i+1].Of(s.text) == "-" && s.toks[i+1].Start == t.End && s.toks[i+2].Start == t.End+1 {
			t.End = s.toks[i+2].End
			t.Tag = s.toks[i+2].Tag
			i += 2
			parts++
		}
		if parts > 0 {
			joined = true
			t.Shape = token.Tokenize(nil, s.text, t.Span)[0].Shape
			if i+1 < len(s.toks) && s.toks[i+1].Tag.Noun() && t.Tag != extract.NNP && t.Tag != extract.NNPS && t.Tag != extract.CD {
				t.Tag = extract.JJ
			}
		}
		out.toks = append(out.toks, t)
	}
	return out, joined
}
