package boilerplate

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// The packed model gives what adding up its numbers one by one gives.
func TestPackedScore(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	m := &Model{}
	draw := func(by float64) float32 { return float32(math.Round(rng.NormFloat64()*by*1000) / 1000) }
	for h := range m.Start {
		m.Start[h], m.Out[h] = draw(1), draw(1)
	}
	for f := range m.In {
		m.Direct[f] = draw(1)
		for h := range m.In[f] {
			m.In[f][h] = draw(3)
		}
	}
	if err := m.pack(); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		var fs features
		for f := range nFeatures {
			if rng.IntN(3) == 0 {
				fs = append(fs, f)
			}
		}
		want, awakes := float64(m.Bias), 0
		for _, f := range fs {
			want += float64(m.Direct[f])
		}
		for h := range m.Start {
			v := float64(m.Start[h])
			for _, f := range fs {
				v += float64(m.In[f][h])
			}
			if v > 1e-6 {
				want += v * float64(m.Out[h])
				awakes++
			}
		}
		var sum lanes
		var a awake
		page := m.packed.of(fs[:len(fs)/4])
		if got := m.packed.score(&page, fs[len(fs)/4:], &sum); math.Abs(float64(got)-want) > 1e-3 {
			t.Fatalf("%d features: %v, want %v", len(fs), got, want)
		}
		if m.awake(&sum, &a); a.n != awakes {
			t.Fatalf("%d units awake, want %d", a.n, awakes)
		}
	}
}

func TestModelTooLarge(t *testing.T) {
	m := &Model{}
	m.In[fProse][1], m.In[fChars25][1] = 600, -500
	if err := m.pack(); err == nil || !strings.Contains(err.Error(), "unit 1") {
		t.Errorf("%v", err)
	}
}
