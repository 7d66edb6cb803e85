// Package sentence finds where sentences end.
//
// A small linear model decides at each place that may be an end, by the tokens
// around it. It was trained on treebanks (see data/README.md). Where a phenomenon
// is too rare there to be learnt, a rule decides: lists within a paragraph,
// names that end with an exclamation mark, what is left out and marked so.
package sentence

import (
	"slices"

	"github.com/quoth/quoth/extract"
)

// Stage gives sentences.
func Stage() extract.Stage {
	return extract.Stage{Name: "sentence", Doc: "Finds the ends of sentences with a linear model and rules.",
		Needs: extract.Blocks | extract.Tokens, Gives: extract.Sentences, Annotate: annotate}
}

func annotate(d *extract.Document) error {
	first := len(d.Sentences)
	d.Sentences = Split(d.Sentences, d.Text(), d.Blocks, d.Tokens)
	d.Sentences = d.Sentences[:first+mend(d.Text(), d.Sentences[first:])]
	return nil
}

// usualLength of a sentence is a little below the mean of news, in tokens.
const usualLength = 16

// Split appends the sentences of the blocks to dst, in order. None crosses a
// block; together they hold all tokens.
func Split(dst []extract.Span, text string, blocks []extract.Block, tokens []extract.Token) []extract.Span {
	var v view
	v.text = text
	dst = slices.Grow(dst, len(blocks)+len(tokens)/usualLength)
	for _, b := range blocks {
		tokens = v.enter(b.Span, tokens)
		toks := v.toks
		if len(toks) == 0 {
			continue
		}
		start := toks[0].Start
		for i := range toks[:len(toks)-1] {
			if !v.candidate(i) {
				v.pass(i)
				continue
			}
			v.read(i)
			ends := v.ends()
			v.pass(i)
			if ends {
				dst = append(dst, extract.Span{Start: start, End: toks[i].End})
				start = toks[i+1].Start
				v.begin(i + 1)
			}
		}
		dst = append(dst, extract.Span{Start: start, End: toks[len(toks)-1].End})
	}
	return dst
}

// ends decides on the gap that was read last.
func (v *view) ends() bool {
	switch v.rule() {
	case yes:
		return true
	case no:
		return false
	}
	return v.score() > 0
}

// Gaps calls f for each gap between tokens that the model, and no rule, is
// asked about, with its features. It is for training: truth tells whether a
// sentence ends with the token whose index is given.
func Gaps(text string, blocks []extract.Block, tokens []extract.Token, truth func(token int) bool, f func(token int, features []uint32)) {
	var v view
	v.text = text
	done := 0
	for _, b := range blocks {
		rest := v.enter(b.Span, tokens)
		for i := 0; i+1 < len(v.toks); i++ {
			if v.candidate(i) {
				v.read(i)
				if v.rule() == undecided {
					f(done+i, v.features(nil))
				}
			}
			v.pass(i)
			if truth(done + i) {
				v.begin(i + 1)
			}
		}
		done += len(tokens) - len(rest)
		tokens = rest
	}
}
