package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/tag"
)

const (
	margin  = 5
	dropout = 0.1
)

type trainer struct {
	data   []sentenceOf
	table  string // of usual tags
	w      []float32
	summed []float64 // for the average
	clock  float64
	rand   *rand.Rand
}

// newTrainer gives a trainer whose chance, orders and what is left out, comes
// from seed.
func newTrainer(data []sentenceOf, words []tag.Usual, seed uint64) *trainer {
	return &trainer{data: slices.Clone(data), table: string(tag.Pack(words)), w: make([]float32, tag.Slots), summed: make([]float64, tag.Slots),
		rand: rand.New(rand.NewPCG(7, seed)), clock: 1}
}

// epoch learns from all sentences in a new order.
func (t *trainer) epoch() (wrong, all int) {
	t.rand.Shuffle(len(t.data), func(i, j int) { t.data[i], t.data[j] = t.data[j], t.data[i] })
	r := tag.NewReader(t.table)
	var at [tag.NumFeatures]uint32
	for _, s := range t.data {
		r.Read(s.text, s.toks)
		t1, t2 := extract.NoTag, extract.NoTag
		for i, tok := range s.toks {
			all++
			got := r.Fixed(i)
			if got == extract.NoTag {
				r.Features(&at, i, t1, t2)
				got = t.best(&at, extract.NoTag)
				if tok.Tag != extract.NoTag {
					t.learn(&at, tok.Tag)
				}
				t.clock++
			}
			if got != tok.Tag {
				wrong++
			}
			t1, t2 = got, t1
		}
	}
	return wrong, all
}

func (t *trainer) train(epochs int) {
	for e := range epochs {
		wrong, all := t.epoch()
		fmt.Printf("epoch %d: %.4f of %d tokens\n", e+1, 1-float64(wrong)/float64(all), all)
	}
}

// nowhere is where features begin that are left out.
const nowhere = tag.Slots - tag.Stride

// learn moves the weights where the right tag does not win by the margin. Some
// features are left out each time, by chance, so that others learn what they
// would have told.
func (t *trainer) learn(at *[tag.NumFeatures]uint32, right extract.Tag) {
	for k := range at {
		if t.rand.Float64() < dropout {
			at[k] = nowhere
		}
	}
	if got := t.best(at, right); got != right {
		t.add(at, right, 1)
		t.add(at, got, -1)
		clear(t.w[nowhere : nowhere+tag.Stride])
		clear(t.summed[nowhere : nowhere+tag.Stride])
	}
}

// best is the tag of the highest score, with the margin taken off that of one.
func (t *trainer) best(at *[tag.NumFeatures]uint32, less extract.Tag) extract.Tag {
	var sums [tag.Stride]float32
	for _, p := range at {
		w := t.w[p : p+tag.Stride]
		for k := range sums {
			sums[k] += w[k]
		}
	}
	sums[less] -= margin
	best := extract.CC
	for k := extract.CC; k <= extract.Punct; k++ {
		if sums[k] > sums[best] {
			best = k
		}
	}
	return best
}

func (t *trainer) add(at *[tag.NumFeatures]uint32, k extract.Tag, by float32) {
	for _, p := range at {
		t.w[p+uint32(k)] += by
		t.summed[p+uint32(k)] += float64(by) * t.clock
	}
}

// quantise is the mean of what several have learned, of each averaged over all
// updates, and writes each weight as a byte, tag.Bias added. What is beyond the
// byte is cut off: 1 weight in some thousands.
func quantise(list ...*trainer) []byte {
	scale := 8 / float64(len(list))
	b := make([]byte, tag.Slots)
	for i := range b {
		x := 0.0
		for _, t := range list {
			x += float64(t.w[i]) - t.summed[i]/t.clock
		}
		b[i] = byte(tag.Bias + int(max(-tag.Bias, min(tag.Bias-1, math.Round(x*scale)))))
	}
	return b
}

// read tags a sentence, with the weights as they are written.
func (t *trainer) read(s sentenceOf, weights []byte, f func(i int, got extract.Tag)) {
	r := tag.NewReader(t.table)
	var at [tag.NumFeatures]uint32
	r.Read(s.text, s.toks)
	t1, t2 := extract.NoTag, extract.NoTag
	for i := range s.toks {
		got := r.Fixed(i)
		if got == extract.NoTag {
			r.Features(&at, i, t1, t2)
			var sums [tag.Stride]int
			for _, p := range at {
				for k := range sums {
					sums[k] += int(weights[p+uint32(k)])
				}
			}
			got = extract.CC
			for k := extract.CC; k <= extract.Punct; k++ {
				if sums[k] > sums[got] {
					got = k
				}
			}
		}
		f(i, got)
		t1, t2 = got, t1
	}
}

// score is the share of right tags, and which are wrong.
func (t *trainer) score(list []sentenceOf, weights []byte, wrong map[string]int) float64 {
	right, all := 0, 0
	for _, s := range list {
		t.read(s, weights, func(i int, got extract.Tag) {
			all++
			if got == s.toks[i].Tag {
				right++
			} else {
				wrong[s.toks[i].Tag.String()+" as "+got.String()]++
			}
		})
	}
	return float64(right) / float64(all)
}
