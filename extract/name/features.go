package name

import (
	"github.com/quoth/quoth/internal/model"
)

// features appends the features of token i of sentence s. All are hashes of a
// template's number and a value.
func (r *reader) features(dst []uint32, s *sent, i int) []uint32 {
	for o := -reach; o <= reach; o++ {
		j := i + o
		if j < s.from || j >= s.to {
			dst = append(dst, edgeFeature(o))
			continue
		}
		dst = r.unigrams(dst, &r.words[r.ids[j]], o)
		if g := r.gaz[j]; g != 0 {
			dst = append(dst, listFeature(o, g))
		}
	}
	return r.joined(dst, s, i)
}

// offset is the number of the templates at offset o.
func offset(o int) uint32 { return uint32(o+3) << 8 }

// edgeFeature says that the sentence ends before offset o.
func edgeFeature(o int) uint32 { return model.Feature(offset(o), 1) }

// listFeature is what the lists of names say of the token at offset o.
func listFeature(o int, list uint8) uint32 { return model.Feature(offset(o)|60, uint64(list)) }

// unigrams appends what one word says, at offset o from the token in question.
func (r *reader) unigrams(dst []uint32, w *word, o int) []uint32 {
	t := offset(o)
	add := func(k uint32, v uint64) { dst = append(dst, model.Feature(t|k, v)) }
	add(1, w.form)
	add(3, w.pattern)
	if c := uint64(w.cluster); c != 0 {
		add(4, c)
		add(5, (c-1)>>4)
		add(6, (c-1)>>8)
	}
	if b := uint64(w.brown); b != 0 {
		add(7, b)
		for k, n := range brownCuts {
			if p := brownPrefix(b, n); p != 0 {
				add(8+uint32(k), p)
			}
		}
	}
	for rest, k := w.traits, uint32(0); rest != 0; k++ {
		width := traitWidth(k)
		if v := rest & (1<<width - 1); v != 0 {
			add(20+k, uint64(v))
		}
		rest >>= width
	}
	if w.form != w.lower {
		add(2, w.lower)
	}
	if o < -1 || o > 1 {
		return dst
	}
	add(12, w.suf[2])
	add(13, w.suf[1])
	if o != 0 {
		return dst
	}
	add(14, w.suf[3])
	add(15, w.suf[0])
	for k := range w.pre {
		add(16+uint32(k), w.pre[k])
	}
	return dst
}

// joined appends what several words together say, and where the token stands.
func (r *reader) joined(dst []uint32, s *sent, i int) []uint32 {
	const t = 16 << 8
	add := func(k uint32, v uint64) { dst = append(dst, model.Feature(t|k, v)) }
	w := &r.words[r.ids[i]]
	edge := word{form: 7, lower: 7, pattern: 7}
	at := func(j int) *word {
		if j < s.from || j >= s.to {
			return &edge
		}
		return &r.words[r.ids[j]]
	}
	p, n, pp, nn := at(i-1), at(i+1), at(i-2), at(i+2)
	add(1, model.Mix(p.lower, w.lower))
	add(2, model.Mix(w.lower, n.lower))
	add(3, model.Mix(model.Mix(p.pattern, w.pattern), n.pattern))
	add(4, model.Mix(p.pattern, w.pattern))
	add(5, model.Mix(w.pattern, n.pattern))
	add(6, model.Mix(p.lower, w.pattern))
	add(7, model.Mix(w.pattern, n.lower))
	add(8, uint64(p.cluster)<<16|uint64(w.cluster))
	add(9, uint64(n.cluster)<<16|uint64(w.cluster))
	add(10, uint64(p.cluster)<<16|uint64(n.cluster)|1<<40)
	add(11, model.Mix(uint64(w.cluster), w.pattern))
	add(12, model.Mix(model.Mix(pp.lower, p.lower), w.pattern))
	add(13, model.Mix(model.Mix(n.lower, nn.lower), w.pattern))
	add(18, model.Mix(uint64(w.traits), 5))
	where := uint64(0)
	if i == s.from {
		where |= 1
	}
	if w.capital {
		where |= 2
	}
	if s.shouted {
		where |= 4
	}
	if s.titled {
		where |= 8
	}
	if w.lowerSeen {
		where |= 16
	}
	if w.capitalSeen {
		where |= 32
	}
	add(14, where)
	add(15, model.Mix(where, w.pattern))
	add(16, model.Mix(where, uint64(w.cluster)))
	add(17, model.Mix(where, n.pattern))
	return dst
}
