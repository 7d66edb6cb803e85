package name

import (
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// What stands elsewhere than beside a token and tells what it names: what the
// text says that it is, behind it ("Corran, a small village near Ely", "Vexley is
// a maker of toys"), and what stands around the same word where else the
// document has it.

// farHead is how many words behind "is a" the noun is looked for.
const farHead = 7

// findHeads finds the nouns that say what names are.
func (r *reader) findHeads() {
	r.head = blank(r.head, len(r.ids))
	for k := range r.sents {
		s := &r.sents[k]
		if s.shouted || s.titled {
			continue
		}
		from := none
		for i := s.from; i < s.to; i++ {
			w := &r.words[r.ids[i]]
			if w.capital {
				if from == none {
					from = i
				}
				continue
			}
			if from != none && !joins(w) {
				if h := r.headBehind(s, i); h != none {
					for j := from; j < i; j++ {
						r.head[j] = h
					}
				}
				from = none
			}
		}
	}
}

// headBehind is the word that says what ends before token i, none for none.
func (r *reader) headBehind(s *sent, i int) int32 {
	if r.words[r.ids[i]].shape == extract.OpenBracket {
		for n := 0; i < s.to && n < 12 && r.words[r.ids[i]].shape != extract.CloseBracket; n++ {
			i++
		}
		i++
	}
	if i+2 >= s.to || !slices.Contains(being[:], r.words[r.ids[i]].exact) || !slices.Contains(articles[:], r.words[r.ids[i+1]].exact) {
		return none
	}
	h := int32(none)
	for j := i + 2; j < min(s.to, i+2+farHead); j++ {
		w := &r.words[r.ids[j]]
		if w.shape != extract.LowerWord && !w.capital || slices.Contains(behind[:], w.exact) {
			break
		}
		if w.shape == extract.LowerWord {
			h = r.ids[j]
		}
	}
	return h
}

var (
	being    = hashes(",", "is", "was", "are", "were", "became", "remains")
	articles = hashes("a", "an", "the", "one", "another")
	behind   = hashes("of", "in", "on", "for", "from", "with", "that", "who", "which", "and", "by", "at", "to", "near", "where", "whose", "about", "as", "is", "was", "said", "has", "had", "since", "but", "or", "under", "between")
)

func hashes(words ...string) []uint64 {
	h := make([]uint64, len(words))
	for i, w := range words {
		h[i] = model.Hash(w)
	}
	return h
}

// sights is how many places of a word its other places are told of.
const sights = 3

// findSights notes where words with capitals stand.
func (r *reader) findSights() {
	for k := range r.sents {
		s := &r.sents[k]
		if s.shouted || s.titled {
			continue
		}
		for i := s.from; i < s.to; i++ {
			w := &r.words[r.ids[i]]
			if w.capital && w.seen < sights {
				w.sight[w.seen] = int32(i)
				w.seen++
			}
		}
	}
}

// elsewhere appends what stands elsewhere and tells of token i.
func (r *reader) elsewhere(dst []uint32, i int) []uint32 {
	if h := r.head[i]; h != none {
		w := &r.words[h]
		dst = append(dst, joint(31, w.lower), joint(32, uint64(w.cluster)))
	}
	w := &r.words[r.ids[i]]
	n := 0
	for _, at := range w.sight[:w.seen] {
		if int(at) == i || n == sights-1 {
			continue
		}
		n++
		before, after := &edge, &edge
		if at > 0 {
			before = &r.words[r.ids[at-1]]
		}
		if int(at)+1 < len(r.ids) {
			after = &r.words[r.ids[at+1]]
		}
		dst = append(dst, joint(33, before.lower), joint(34, after.lower))
		if h := r.head[at]; h != none {
			dst = append(dst, joint(35, r.words[h].lower))
		}
	}
	return dst
}
