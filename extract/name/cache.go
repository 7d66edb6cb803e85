package name

import "github.com/quoth/quoth/internal/model"

// reach is how many tokens to each side a token's features look.
const reach = 2

// cached is a word with the sums of its unigrams' weights at each distance
// from a token. They are the same in every document, so that a word costs its
// look-ups and features once, and then one addition.
type cached struct {
	word
	known [2*reach + 1]int32 // rows in each sum; unread where it is not yet made
	sum   [2*reach + 1][sumWords]uint64
}

const (
	sumWords = (Labels - 1 + 7) / 8 * 2 // of a model.Sum
	unread   = -1

	cacheBits = 13 // 3 MB for each tagger
)

// cached is where the word of a hash lies in the cache; ok says whether it does.
func (r *reader) cached(exact uint64) (c *cached, ok bool) {
	if r.cache == nil {
		r.cache = make([]cached, 1<<cacheBits)
	}
	c = &r.cache[exact>>20&(1<<cacheBits-1)]
	return c, c.exact == exact
}

// put writes a word to its place in the cache; what lay there goes.
func (c *cached) put(w *word) {
	c.word = *w
	for k := range c.known {
		c.known[k] = unread
	}
}

// addWord adds the weights of a word's unigrams at offset o to s, and gives how
// many rows they were.
func (t *tagger) addWord(s model.Sum, w *word, o int) int {
	c, ok := t.cached(w.exact)
	if !ok {
		c.put(w)
	}
	k := o + reach
	if c.known[k] == unread {
		t.feats = t.unigrams(t.feats[:0], w, o)
		clear(c.sum[k][:])
		c.known[k] = int32(t.model.Add(c.sum[k][:], t.feats))
	}
	for i, x := range c.sum[k] {
		s[i] += x
	}
	return int(c.known[k])
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
		known += t.addWord(t.sum, &t.words[t.ids[j]], o)
		if g := t.gaz[j]; g != 0 {
			rest = append(rest, listFeature(o, g))
		}
	}
	known += t.model.Add(t.sum, rest)
	t.feats = t.joined(t.feats[:0], s, i)
	known += t.model.Add(t.sum, t.feats)
	t.model.Scores(dst, t.sum, known)
}
