package train

import (
	"bytes"
	"slices"
	"testing"

	"github.com/quoth/quoth/internal/model"
)

// sequences begin with "in" or "out"; the label of an "x" is that of the word
// before it, which only a chain can tell.
func sequences() (all []Example) {
	word := map[string]uint32{}
	for _, w := range []string{"in", "out", "x"} {
		word[w] = model.Feature(1, model.Hash(w))
	}
	for _, words := range [][]string{{"in", "x", "x"}, {"out", "x", "x", "x"}, {"in", "x", "x", "x"}, {"out", "x"}} {
		var e Example
		inside := uint8(0)
		for _, w := range words {
			switch w {
			case "in":
				inside = 1
			case "out":
				inside = 0
			}
			e.Features = append(e.Features, []uint32{word[w]})
			e.Gold = append(e.Gold, inside)
		}
		all = append(all, e)
	}
	return all
}

func trained() *Chain {
	c := &Chain{Labels: 2, Bits: 16, Margin: 1, Allow: func(int, int) bool { return true }}
	c.Count(sequences(), 1)
	c.Train(sequences(), 60, 1, func(int, int) {})
	c.Average()
	return c
}

func TestChainLearnsWhatNeighboursTell(t *testing.T) {
	c := trained()
	for i, e := range sequences() {
		if got := c.Decode(&e); !slices.Equal(got, e.Gold) {
			t.Errorf("sequence %d: %v, want %v", i, got, e.Gold)
		}
	}
}

func TestTrainingIsReproducible(t *testing.T) {
	if !bytes.Equal(trained().Pack(1), trained().Pack(1)) {
		t.Error("two trainings give other bytes")
	}
}

func TestBoundExamplesTeachTheSame(t *testing.T) {
	ex := append(sequences(), Example{Features: [][]uint32{{model.Feature(1, 99)}}, Gold: []uint8{0}})
	train := func(bind bool) []byte {
		c := &Chain{Labels: 2, Bits: 16, Margin: 1, Allow: func(int, int) bool { return true }}
		c.Count(sequences(), 1)
		mine := slices.Clone(ex)
		if bind {
			c.Bind(mine)
			c.Bind(mine) // again changes nothing
		}
		c.Train(mine, 5, 1, nil)
		c.Average()
		return c.Pack(1)
	}
	if !bytes.Equal(train(true), train(false)) {
		t.Error("they teach something else")
	}
}

func TestMeanOfTrainings(t *testing.T) {
	c := &Chain{Labels: 2, Bits: 16, Margin: 1, Allow: func(int, int) bool { return true }}
	c.Count(sequences(), 1)
	var chains []*Chain
	for run := range 3 {
		f := c.Fresh(uint64(run))
		f.Train(sequences(), 3, uint64(run), nil)
		f.Average()
		chains = append(chains, f)
	}
	place := int(sequences()[0].Features[0][0] >> 16)
	var want float32
	for _, f := range chains {
		want += f.Row(place)[1]
	}
	want /= 3
	if got := Mean(chains).Row(place)[1]; got != want || got == 0 {
		t.Errorf("weight %v, want %v", got, want)
	}
}
