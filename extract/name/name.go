// Package name finds the names in a document: persons, bodies, places,
// peoples and the rest.
//
// Each token is labelled by a linear model over hashed features (its own
// word, its neighbours, clusters of words, lists of names, how the word is
// written elsewhere in the document), and the best sequence of labels makes the
// names. The model and its tables are trained and packed by internal/train and
// read in place; see docs/model-card.md.
package name

import (
	"sync"

	"github.com/quoth/quoth/extract"
)

// Stage gives names.
func Stage() extract.Stage {
	return extract.Stage{Name: "name", Doc: "Finds names with a sequence model trained in this repository.",
		Needs: extract.Sentences | extract.Tokens, Gives: extract.Names, Annotate: annotate}
}

func annotate(d *extract.Document) error {
	if d.Foreign {
		return nil
	}
	d.Mentions = Find(d.Mentions, d.Text(), d.Tokens, d.Sentences)
	return nil
}

// Find appends the names of a document to dst, in order.
func Find(dst []extract.Mention, text string, toks []extract.Token, sentences []extract.Span) []extract.Mention {
	if len(toks) == 0 {
		return dst
	}
	t := taggers.Get().(*tagger)
	defer taggers.Put(t)
	t.read(text, toks, sentences)
	labels := t.label()
	t.inShort(text, toks)
	callSigns(text, toks, labels)
	known(text, toks, labels)
	cutAtLines(text, toks, labels)
	partAtOf(text, toks, labels)
	partAtSmall(text, toks, labels)
	employers(text, toks, labels)
	firstNames(text, toks, labels)
	return appendNames(dst, text, toks, labels, t.small())
}

// taggers keeps scratch space; it holds nothing of a document.
var taggers = sync.Pool{New: func() any { return newTagger() }}
