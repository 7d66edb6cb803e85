package name

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// reader turns the tokens of a document into features. It is scratch space
// that documents use one after the other and keeps nothing of them.
type reader struct {
	clusters, browns, traits, phrases model.Table

	store
	ids   []int32 // for each token, its word
	mine  []int32 // the document's words, each once
	sents []sent
	runs  []run
	run   []int32 // for each token, the run that it is in; none for none
	quote []uint8 // for each token, where in short marks it stands
	head  []int32 // for each token, the word that says what its name is of; none for none
	gaz   []uint8 // for each token, the listed name that it is part of: types, and where in it (see phrases.go)
	twins map[uint64]uint8

	capitals, smalls int // words that begin with a capital, and that do not
}

// small says whether a text is written without capitals, as chat and posts are: there
// a name in small letters is no reason for doubt.
func (r *reader) small() bool { return r.smalls > 4 && r.capitals*40 < r.smalls }

// sent is a sentence's range of tokens.
type sent struct {
	from, to int
	shouted  bool // all in capitals
	titled   bool // nearly each word capitalised
	block    bool // begins a block
}

// read prepares a document.
func (r *reader) read(text string, toks []extract.Token, sentences []extract.Span) {
	r.ids, r.mine, r.sents = r.ids[:0], r.mine[:0], r.sents[:0]
	r.capitals, r.smalls = 0, 0
	r.begin()
	for _, t := range toks {
		r.ids = append(r.ids, r.intern(t.Of(text), t.Shape))
	}
	r.cut(toks, sentences)
	r.mark()
	r.matchPhrases()
	r.findRuns()
	r.findQuotes()
	r.findHeads()
	r.findSights()
}

// cut makes sentences ranges of tokens. Tokens outside any sentence are a
// sentence of their own, so that nothing is left out.
func (r *reader) cut(toks []extract.Token, sentences []extract.Span) {
	from := 0
	for _, s := range sentences {
		to := from
		for to < len(toks) && toks[to].Start < s.Start {
			to++
		}
		r.addSent(from, to)
		from = to
		for to < len(toks) && toks[to].Start < s.End {
			to++
		}
		r.addSent(from, to)
		from = to
	}
	r.addSent(from, len(toks))
}

func (r *reader) addSent(from, to int) {
	for to-from > maxSentence {
		r.addSent(from, from+maxSentence)
		from += maxSentence
	}
	if to <= from {
		return
	}
	s := sent{from: from, to: to}
	caps, capital, lower := 0, 0, 0
	for _, id := range r.ids[from:to] {
		w := &r.words[id]
		switch {
		case w.caps:
			caps++
		case w.capital:
			capital++
		case w.shape == extract.LowerWord:
			lower++
		}
	}
	r.capitals, r.smalls = r.capitals+caps+capital, r.smalls+lower
	s.shouted = caps >= 2 && caps > 3*(capital+lower)
	s.titled = !s.shouted && capital+caps >= 3 && capital+caps > 2*lower
	r.sents = append(r.sents, s)
}

// maxSentence bounds what one decoding holds, in tokens.
const maxSentence = 400

// manyTokens is the length of a document whose scratch space is not worth keeping.
const manyTokens = 1 << 14

// mark notes how each word is written elsewhere in the document.
func (r *reader) mark() {
	// The lower-case twin of a capitalised word, where there is one, found
	// through the hash of its lower-case letters.
	at := r.twins
	clear(at)
	if len(r.ids) > manyTokens { // a map keeps its size
		at = map[uint64]uint8{}
	}
	for _, s := range r.sents {
		if s.shouted || s.titled {
			continue
		}
		for i := s.from; i < s.to; i++ {
			w := &r.words[r.ids[i]]
			switch {
			case w.shape == extract.LowerWord:
				at[w.lower] |= 1
			case w.capital && !w.caps && i > s.from && r.words[r.ids[i-1]].shape != extract.OpenQuote && r.words[r.ids[i-1]].shape != extract.StraightQuote:
				at[w.lower] |= 2
			}
		}
	}
	for _, k := range r.mine {
		w := &r.words[k]
		f := at[w.lower]
		w.lowerSeen, w.capitalSeen = f&1 != 0, f&2 != 0
	}
}
