package train

import (
	"math"
	"slices"

	"github.com/quoth/quoth/internal/model"
)

// Pack packs a trained chain. Weights are counted from those of label 0, and
// one scale makes them fit into a byte; the few beyond it are cut. Transitions
// stand in Dense on the same scale, (Labels+1)*Labels of them. Rows whose
// weights all fall below least of the scale's units are left out.
func (c *Chain) Pack(least int) []byte {
	L := c.Labels
	var sizes []float64
	for r := 0; r < len(c.w); r += L {
		most := 0.0
		for l := range L {
			most = max(most, math.Abs(float64(c.w[r+l]-c.w[r])))
		}
		if most > 0 {
			sizes = append(sizes, most)
		}
	}
	slices.Sort(sizes)
	scale := 127 / sizes[len(sizes)*9995/10000]
	quantise := func(place int) []int8 {
		row := c.Row(place)
		if row == nil {
			return nil
		}
		q := make([]int8, L)
		keep := false
		for l := range q {
			x := math.Round(float64(row[l]-row[0]) * scale)
			q[l] = int8(max(-127, min(127, x)))
			keep = keep || math.Abs(x) >= float64(least)
		}
		if !keep {
			return nil
		}
		return q
	}
	dense := make([]int32, len(c.t))
	for i, x := range c.t {
		dense[i] = int32(math.Round(float64(x) * scale))
	}
	return model.PackLinear(L, c.Bits, quantise, dense)
}
