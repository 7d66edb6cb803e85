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
		dst = unigrams(dst, &r.words[r.ids[j]], o)
		if g := r.gaz[j]; g != 0 {
			dst = append(dst, listFeature(o, g))
		}
	}
	a := r.around(s, i)
	return r.elsewhere(r.inQuote(r.inRun(a.joined(shapes(alone(dst, a.it), a.triple)), i), i), i)
}

// offset is the number of the templates at offset o.
func offset(o int) uint32 { return uint32(o+3) << 8 }

// edgeFeature says that the sentence ends before offset o.
func edgeFeature(o int) uint32 { return model.Feature(offset(o), 1) }

// listFeature is what the lists of names say of the token at offset o.
func listFeature(o int, list uint8) uint32 { return model.Feature(offset(o)|60, uint64(list)) }

// unigrams appends what one word says, at offset o from the token in question.
func unigrams(dst []uint32, w *word, o int) []uint32 {
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

// alone appends what a word's traits together say of itself.
func alone(dst []uint32, w *word) []uint32 {
	return append(dst, joint(11, model.Mix(uint64(w.cluster), w.pattern)), joint(18, model.Mix(uint64(w.traits), 5)))
}

// shapes appends what the shapes of a token and its neighbours say.
func shapes(dst []uint32, s triple) []uint32 {
	return append(dst,
		joint(3, model.Mix(model.Mix(s.before, s.it), s.after)),
		joint(4, model.Mix(s.before, s.it)),
		joint(5, model.Mix(s.it, s.after)),
		joint(14, s.where),
		joint(15, model.Mix(s.where, s.it)),
		joint(17, model.Mix(s.where, s.after)))
}

// around is a token with its neighbours.
type around struct {
	pp, p, it, n, nn *word
	triple
}

// edge stands before and after a sentence.
var edge = word{form: 7, lower: 7, pattern: 7}

func (r *reader) around(s *sent, i int) around {
	at := func(j int) *word {
		if j < s.from || j >= s.to {
			return &edge
		}
		return &r.words[r.ids[j]]
	}
	a := around{pp: at(i - 2), p: at(i - 1), it: at(i), n: at(i + 1), nn: at(i + 2)}
	where := uint64(0)
	if i == s.from {
		where |= 1
	}
	if a.it.capital {
		where |= 2
	}
	if s.shouted {
		where |= 4
	}
	if s.titled {
		where |= 8
	}
	if a.it.lowerSeen {
		where |= 16
	}
	if a.it.capitalSeen {
		where |= 32
	}
	a.triple = triple{a.p.pattern, a.it.pattern, a.n.pattern, where}
	return a
}

// joined appends what several words together say.
func (a *around) joined(dst []uint32) []uint32 {
	w, p, n := a.it, a.p, a.n
	return append(dst,
		joint(1, model.Mix(p.lower, w.lower)),
		joint(2, model.Mix(w.lower, n.lower)),
		joint(6, model.Mix(p.lower, w.pattern)),
		joint(7, model.Mix(w.pattern, n.lower)),
		joint(8, uint64(p.cluster)<<16|uint64(w.cluster)),
		joint(9, uint64(n.cluster)<<16|uint64(w.cluster)),
		joint(10, uint64(p.cluster)<<16|uint64(n.cluster)|1<<40),
		joint(12, model.Mix(model.Mix(a.pp.lower, p.lower), w.pattern)),
		joint(13, model.Mix(model.Mix(n.lower, a.nn.lower), w.pattern)),
		joint(16, model.Mix(a.where, uint64(w.cluster))))
}

// joint is a feature of several words.
func joint(k uint32, v uint64) uint32 { return model.Feature(16<<8|k, v) }
