// Package tag gives each token its part of speech.
//
// A linear model over hashed features reads a sentence from left to right, with
// the two tags before as features. Words that are nearly always the same are
// looked up, marks are told by their shape. See data/README.md for the weights.
package tag

import (
	"sync"

	"github.com/quoth/quoth/extract"
)

// Stage tags the tokens.
func Stage() extract.Stage {
	return extract.Stage{Name: "tag", Doc: "Gives tokens their parts of speech with a linear model.",
		Needs: extract.Tokens | extract.Sentences, Gives: extract.Tokens, Annotate: annotate}
}

func annotate(d *extract.Document) error {
	Tag(d.Text(), d.Sentences, d.Tokens)
	return nil
}

// Tag sets the tags of the tokens within sentences.
func Tag(text string, sentences []extract.Span, tokens []extract.Token) {
	r := readers.Get().(*Reader)
	defer readers.Put(r)
	for _, s := range sentences {
		n := 0
		for n < len(tokens) && tokens[n].Start < s.End {
			n++
		}
		for from := 0; from < n; from += maxSentence {
			r.tag(text, tokens[from:min(n, from+maxSentence)])
		}
		tokens = tokens[n:]
	}
}

// readers keeps scratch space; it holds nothing of a document.
var readers = sync.Pool{New: func() any { return NewReader(usual) }}

// maxSentence is the number of tokens that are read at once.
const maxSentence = 512

func (r *Reader) tag(text string, tokens []extract.Token) {
	r.Read(text, tokens)
	var t1, t2 extract.Tag // of the token before, and the one before that
	for i := range tokens {
		t := r.Fixed(i)
		if t == extract.NoTag {
			t = r.best(i, t1, t2)
		}
		tokens[i].Tag = t
		t1, t2 = t, t1
	}
	named(tokens)
}

// named makes a name's of a pronoun with a capital that stands between two words
// with capitals, and of those: "the campaign group Leave It Be argues". In a line
// where most words have capitals it says nothing.
func named(tokens []extract.Token) {
	seen := false
	for i := 1; i+1 < len(tokens); i++ {
		around := tokens[i-1 : i+2]
		if around[1].Tag != extract.PRP || around[0].Shape != extract.TitleWord || around[1].Shape != extract.TitleWord || around[2].Shape != extract.TitleWord {
			continue
		}
		if !seen && titled(tokens) {
			return
		}
		seen = true
		for k := range around {
			if t := around[k].Tag; !t.Noun() {
				around[k].Tag = extract.NNP
			}
		}
	}
}

// titled says whether more words have capitals than have none.
func titled(tokens []extract.Token) bool {
	n := 0
	for _, t := range tokens {
		switch {
		case t.Shape.Capitalised():
			n++
		case t.Shape == extract.LowerWord:
			n--
		}
	}
	return n > 0
}
