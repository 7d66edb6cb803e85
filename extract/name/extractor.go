package name

import "github.com/quoth/quoth/extract"

// Extractor turns documents into features, for training.
type Extractor struct{ r reader }

// NewExtractor gives an extractor over the packed tables.
func NewExtractor() *Extractor {
	e := &Extractor{}
	e.r.open()
	return e
}

// Read prepares a document, and gives the ranges of tokens of its sentences.
func (e *Extractor) Read(text string, toks []extract.Token, sentences []extract.Span) [][2]int {
	e.r.read(text, toks, sentences)
	var out [][2]int
	for _, s := range e.r.sents {
		out = append(out, [2]int{s.from, s.to})
	}
	return out
}

// Features gives the features of token i of sentence s.
func (e *Extractor) Features(s, i int) []uint32 {
	return e.r.features(nil, &e.r.sents[s], i)
}
