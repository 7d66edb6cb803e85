package name

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// store holds words with what is known of them, from document to document:
// the look-ups and sums of a word are the same in each, and most words of a
// document were in those before it.
type store struct {
	words []word
	slots []int32 // of words by hash; none for none
	sums  []sums  // of the weights of words' unigrams, by the word's number
	doc   uint32  // the document that is read
}

// sums are those of the weights of a word's unigrams at each distance from a
// token, and whose they are: where a document has more words than there are
// sums, they share them.
type sums struct {
	owner int32
	known [2*reach + 1]int16 // rows in each sum; unread where it is not yet made
	sum   [2*reach + 1][sumWords]uint64
}

// reach is how many tokens to each side a token's features look.
const reach = 2

const (
	sumWords = (Labels - 1 + 7) / 8 * 2 // of a model.Sum
	unread   = -1
	none     = -1

	manyWords = 1 << 14 // 5 MB of words and sums
	probes    = 64      // that a word is looked for in the slots
)

// begin makes room for a document: where there are many words, those stay that
// more than one document had since that was done last.
func (r *reader) begin() {
	r.doc++
	if len(r.words) <= manyWords && len(r.slots) > 0 {
		return
	}
	n := int32(0)
	for i := range int32(min(len(r.words), manyWords)) {
		if w := &r.words[i]; w.docs > 1 && n < manyWords/2 {
			r.words[n] = *w
			r.words[n].docs, r.words[n].document = 0, 0
			if r.sums != nil {
				owner := int32(none)
				if r.sums[i].owner == i {
					owner = n
				}
				r.sums[n] = r.sums[i]
				r.sums[n].owner = owner
			}
			n++
		}
	}
	for i := range r.sums[min(int(n), len(r.sums)):] {
		r.sums[int(n)+i].owner = none
	}
	r.words = r.words[:n]
	if cap(r.words) > 4*manyWords {
		r.words = append([]word(nil), r.words...)
	}
	r.doc = 1
	r.index(4 * manyWords)
}

// index makes the slots anew.
func (r *reader) index(size int) {
	if len(r.slots) != size {
		r.slots = make([]int32, size)
	}
	for i := range r.slots {
		r.slots[i] = none
	}
	for k := range r.words {
		if i, found := r.slot(r.words[k].exact); !found && i >= 0 {
			r.slots[i] = int32(k)
		}
	}
}

// slot is where the number of the word of a hash stands, or would; less than 0
// where there is no room.
func (r *reader) slot(exact uint64) (i int, found bool) {
	mask := len(r.slots) - 1
	i = int(exact>>20) & mask
	for range probes {
		k := r.slots[i]
		if k == none {
			return i, false
		}
		if r.words[k].exact == exact {
			return i, true
		}
		i = (i + 1) & mask
	}
	return -1, false
}

// intern gives the number of a word, and notes that the document has it.
func (r *reader) intern(s string, shape extract.Shape) int32 {
	exact := model.Hash(s)
	i, found := r.slot(exact)
	k := int32(len(r.words))
	if found {
		k = r.slots[i]
	} else {
		r.words = append(r.words, r.newWord(s))
		r.words[k].exact = exact
		if i >= 0 {
			r.slots[i] = k
		}
	}
	if w := &r.words[k]; w.document != r.doc {
		w.document, w.inDocument = r.doc, inDocument{shape: shape}
		w.docs += min(1, 2-w.docs)
		r.mine = append(r.mine, k)
	}
	if 2*len(r.words) > len(r.slots) {
		r.index(2 * len(r.slots))
	}
	return k
}

// addWord adds the weights of the unigrams of word k at offset o to s, and gives
// how many rows they were.
func (t *tagger) addWord(s model.Sum, k int32, o int) int {
	c := &t.sums[int(k)&(len(t.sums)-1)]
	if c.owner != k {
		c.owner = k
		for i := range c.known {
			c.known[i] = unread
		}
	}
	sum, known := &c.sum[o+reach], &c.known[o+reach]
	if *known == unread {
		w := &t.words[k]
		t.feats = unigrams(t.feats[:0], w, o)
		if o == 0 {
			t.feats = alone(t.feats, w)
		}
		*sum = [sumWords]uint64{}
		*known = int16(t.model.Add(sum[:], t.feats))
	}
	for i, x := range sum {
		s[i] += x
	}
	return int(*known)
}

// triple is the shapes of three tokens, and their place in a sentence.
type triple struct {
	before, it, after uint64
	where             uint64
}

// shapeSum is the sum of what the shapes say. There are few that are common.
type shapeSum struct {
	triple
	known int32
	sum   [sumWords]uint64
}

const shapeBits = 10

func (t *tagger) addShapes(s model.Sum, x triple) int {
	h := model.Mix(model.Mix(x.before, x.it), x.after+x.where)
	c := &t.shapes[h>>(64-shapeBits)]
	if c.triple != x || c.known == 0 {
		c.triple = x
		c.sum = [sumWords]uint64{}
		t.feats = shapes(t.feats[:0], x)
		c.known = int32(t.model.Add(c.sum[:], t.feats))
	}
	for i, x := range c.sum {
		s[i] += x
	}
	return int(c.known)
}

// emissions writes the score of each label for token i of a sentence.
func (t *tagger) emissions(dst []int32, s *sent, i int) {
	clear(t.sum)
	known := 0
	var few [2*reach + 1]uint32
	rest := few[:0]
	for o := -reach; o <= reach; o++ {
		j := i + o
		if j < s.from || j >= s.to {
			rest = append(rest, edgeFeature(o))
			continue
		}
		known += t.addWord(t.sum, t.ids[j], o)
		if g := t.gaz[j]; g != 0 {
			rest = append(rest, listFeature(o, g))
		}
	}
	known += t.model.Add(t.sum, rest)
	a := t.around(s, i)
	known += t.addShapes(t.sum, a.triple)
	t.feats = t.elsewhere(t.inQuote(t.inRun(a.joined(t.feats[:0]), i), i), i)
	known += t.model.Add(t.sum, t.feats)
	t.model.Scores(dst, t.sum, known)
}
