package main

import (
	"math"
	"slices"

	"github.com/quoth/quoth/extract/junk"
	"github.com/quoth/quoth/internal/train"
)

// pack writes the mean weights of models as extract/junk reads them: six
// transitions in bytes with sign, and then one byte for each place of a
// feature's hash: how much it speaks for furniture. Behind them stands a bit for
// each place of a word's hash: whether it was learned.
func pack(chains []*train.Chain, words map[uint32]bool) []byte {
	weights := make([]float64, 1<<bits)
	var sizes []float64
	for p := range weights {
		for _, c := range chains {
			if r := c.Row(p); r != nil {
				weights[p] += float64(r[1]-r[0]) / float64(len(chains))
			}
		}
		if weights[p] != 0 {
			sizes = append(sizes, math.Abs(weights[p]))
		}
	}
	slices.Sort(sizes)
	scale := 127 / sizes[len(sizes)*999/1000]
	byteOf := func(x float64) byte {
		return byte(int8(max(-127, min(127, math.Round(x*scale)))))
	}
	out := make([]byte, 0, 6+1<<bits)
	for before := range 3 {
		for after := range 2 {
			mean := 0.0
			for _, c := range chains {
				mean += float64(c.Transition(before, after)) / float64(len(chains))
			}
			out = append(out, byteOf(mean))
		}
	}
	for _, w := range weights {
		out = append(out, byteOf(w))
	}
	learned := make([]byte, 1<<junk.WordBits/8)
	for h := range words {
		learned[h>>(32-junk.WordBits+3)] |= 1 << (h >> (32 - junk.WordBits) & 7)
	}
	return append(out, learned...)
}
