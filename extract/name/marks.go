package name

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// shortQuote is how many tokens a title in marks has at most.
const shortQuote = 8

// findQuotes notes of each token between marks that stand close, as those of a
// title do, whether it is the first or last there and how many words are small.
func (r *reader) findQuotes() {
	r.quote = grow(r.quote, len(r.ids))
	clear(r.quote)
	for k := range r.sents {
		s := &r.sents[k]
		for i := s.from; i < s.to; i++ {
			if !opens(r.words[r.ids[i]].shape) {
				continue
			}
			small, end := 0, none
			for j := i + 1; j < min(s.to, i+2+shortQuote); j++ {
				w := &r.words[r.ids[j]]
				if w.shape == extract.CloseQuote || w.shape == extract.StraightQuote {
					end = j
					break
				}
				if w.shape == extract.LowerWord && !joins(w) {
					small++
				}
			}
			if end <= i+1 {
				continue
			}
			for j := i + 1; j < end; j++ {
				r.quote[j] = uint8(1 | min(j-i-1, 1)<<1 | min(end-1-j, 1)<<2 | min(small, 2)<<3)
			}
			i = end
		}
	}
}

// inQuote appends what marks around token i say.
func (r *reader) inQuote(dst []uint32, i int) []uint32 {
	q := uint64(r.quote[i])
	if q == 0 {
		return dst
	}
	return append(dst, joint(27, q), joint(28, model.Mix(q, r.words[r.ids[i]].pattern)))
}
