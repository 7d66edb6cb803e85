package name

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// reader turns the tokens of a document into features. It is scratch space
// that documents use one after the other and keeps nothing of them.
type reader struct {
	clusters, browns, traits, phrases model.Table

	words []word
	slots []int32 // of words by hash; -1 for none
	ids   []int32 // for each token, its word
	sents []sent
	gaz   []uint8 // for each token, the listed name that it is part of: types, and where in it (see phrases.go)
	feats []uint32
	twins map[uint64]uint8
	cache []cached // of words, by hash; the same whatever the document
}

// sent is a sentence's range of tokens.
type sent struct {
	from, to int
	shouted  bool // all in capitals
	titled   bool // nearly each word capitalised
	block    bool // begins a block
}

const none = -1

// read prepares a document.
func (r *reader) read(text string, toks []extract.Token, sentences []extract.Span) {
	r.words, r.ids, r.sents = r.words[:0], r.ids[:0], r.sents[:0]
	size := 64
	for size < 2*len(toks) && size < 1<<20 {
		size *= 2
	}
	if cap(r.slots) < size {
		r.slots = make([]int32, size)
	}
	r.slots = r.slots[:size]
	for i := range r.slots {
		r.slots[i] = none
	}
	for _, t := range toks {
		r.ids = append(r.ids, r.intern(t.Of(text), t.Shape))
	}
	for i := range r.words {
		w := &r.words[i]
		w.folded = none
	}
	r.cut(toks, sentences)
	r.mark()
	r.matchPhrases()
}

func (r *reader) intern(s string, shape extract.Shape) int32 {
	h := model.Hash(s)
	mask := len(r.slots) - 1
	i := int(h>>20) & mask
	for n := 0; n < 64; n++ {
		k := r.slots[i]
		if k == none {
			r.slots[i] = int32(len(r.words))
			r.words = append(r.words, r.wordOf(s, shape, h))
			return r.slots[i]
		}
		if r.words[k].exact == h {
			return k
		}
		i = (i + 1) & mask
	}
	r.words = append(r.words, r.wordOf(s, shape, h))
	return int32(len(r.words) - 1)
}

// wordOf is a word as the cache has it, or read anew.
func (r *reader) wordOf(s string, shape extract.Shape, exact uint64) word {
	c, ok := r.cached(exact)
	if !ok {
		w := r.newWord(s, shape)
		w.exact = exact
		c.put(&w)
	}
	w := c.word
	w.shape = shape
	return w
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
	for i := range r.words {
		w := &r.words[i]
		f := at[w.lower]
		w.lowerSeen, w.capitalSeen = f&1 != 0, f&2 != 0
	}
}
