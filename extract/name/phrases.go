package name

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// What the lists say of a name of several words, as bits.
const (
	listedPerson = 1 << iota
	listedPlace
	listedBody
	listedOther
	listedStart // where a token stands in it
	listedEnd
)

const maxPhrase = 6

// PhraseHash goes on with the hash of a name by one more token's form.
func PhraseHash(h, form uint64) uint64 { return model.Mix(h, form) }

// matchPhrases finds the longest listed names of two words or more.
func (r *reader) matchPhrases() {
	r.gaz = grow(r.gaz, len(r.ids))
	clear(r.gaz)
	for _, s := range r.sents {
		for i := s.from; i < s.to; {
			w := &r.words[r.ids[i]]
			if !w.capital && !w.digits || s.shouted {
				i++
				continue
			}
			h, end, types := w.form, i, uint8(0)
			small := 0
			for j := i + 1; j < min(s.to, i+maxPhrase); j++ {
				v := &r.words[r.ids[j]]
				if v.shape == extract.LowerWord {
					if small++; small > 2 {
						break
					}
				}
				h = PhraseHash(h, v.form)
				if !v.capital && v.shape == extract.LowerWord {
					continue
				}
				if t, ok := r.phrases.Get(h); ok {
					end, types = j, uint8(t)
				}
			}
			if end == i {
				i++
				continue
			}
			for j := i; j <= end; j++ {
				r.gaz[j] = types
			}
			r.gaz[i] |= listedStart
			r.gaz[end] |= listedEnd
			i = end + 1
		}
	}
}
