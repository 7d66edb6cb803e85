// Package prose reads language with jdkato/prose: sentences, tokens with
// their parts of speech, and names.
//
// prose gives strings, not positions, and changes some of them on the way.
// Here each text is first prepared (see clean), with a note of where every byte
// came from, and what prose gives back is walked along the prepared text once,
// forward. Whatever prose loses becomes a token of its own.
package prose

import (
	"fmt"
	"sync"

	"github.com/jdkato/prose/v2"

	"github.com/quoth/quoth/extract"
)

// Stages are the engine's stages: sentences alone load neither the tagger nor
// the entity model.
func Stages() []extract.Stage {
	return []extract.Stage{
		{
			Name:  "sentence",
			Doc:   "Splits blocks into sentences with prose's Punkt segmenter.",
			Needs: extract.Blocks, Gives: extract.Sentences,
			Annotate: guarded(splitSentences),
		},
		{
			Name:  "name",
			Doc:   "Finds tokens, parts of speech and names with prose's perceptron and maximum entropy models.",
			Needs: extract.Sentences, Gives: extract.Tokens | extract.Names,
			Annotate: guarded(findNames),
		},
	}
}

// model is prose's tagger and entity model, 200 ms to load and read only
// afterwards: all documents share it.
var model = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false))
	if err != nil {
		panic(err)
	}
	return doc.Model
})

// guarded makes prose's panics, its only way to fail, errors of the document.
func guarded(annotate func(*extract.Document) error) func(*extract.Document) error {
	return func(d *extract.Document) (err error) {
		defer func() {
			if v := recover(); v != nil {
				err = extract.Faultf("engine", "prose cannot read this text: %v", v)
			}
		}()
		return annotate(d)
	}
}

func findNames(d *extract.Document) error {
	var c clean
	text := d.Text()
	for _, s := range d.Sentences {
		c.reset(text, s)
		doc, err := prose.NewDocument(string(c.bytes), prose.WithSegmentation(false), prose.UsingModel(model()))
		if err != nil {
			return fmt.Errorf("prose: %w", err)
		}
		first := len(d.Tokens)
		var labels []string
		d.Tokens, labels = c.align(d.Tokens, text, doc.Tokens())
		if d.Foreign {
			continue
		}
		d.Mentions = appendNames(d.Mentions, text, wordsOf(nil, text, d.Tokens[first:], labels))
	}
	tidy(d)
	return nil
}
