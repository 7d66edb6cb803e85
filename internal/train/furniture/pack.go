package main

import (
	"math"
	"slices"

	"github.com/quoth/quoth/internal/train"
)

// pack writes the weights as extract/junk reads them: six transitions in bytes
// with sign, and then one byte for each place of a feature's hash: how much it
// speaks for furniture.
func pack(c *train.Chain) []byte {
	var sizes []float64
	for p := range 1 << bits {
		if r := c.Row(p); r != nil {
			sizes = append(sizes, math.Abs(float64(r[1]-r[0])))
		}
	}
	slices.Sort(sizes)
	scale := 127 / sizes[len(sizes)*999/1000]
	byteOf := func(x float32) byte {
		return byte(int8(max(-127, min(127, math.Round(float64(x)*scale)))))
	}
	out := make([]byte, 0, 6+1<<bits)
	for before := range 3 {
		for after := range 2 {
			out = append(out, byteOf(c.Transition(before, after)))
		}
	}
	for p := range 1 << bits {
		if r := c.Row(p); r != nil {
			out = append(out, byteOf(r[1]-r[0]))
		} else {
			out = append(out, 0)
		}
	}
	return out
}
