package main

import (
	"math"
	"math/rand/v2"
	"sync"

	"github.com/quoth/quoth/extract/boilerplate"
)

// How the model is fitted. Chosen by -folds; the figures hardly move between
// half and twice of each.
const (
	epochs   = 32
	averaged = 10 // of the last epochs, whose numbers are averaged at their ends
	rate     = 0.006
	decay    = 1e-4 // of weights, each step of an epoch
	batch    = 4    // pages
	limit    = 60   // of the loss of a page; one that has more, of whose story people wrote down a part, counts for as much less
	hidden   = 0.04 // of a block's features, each time it is looked at, so that no few of them decide
)

// params are a model's numbers as one row, which Adam needs.
type params [rows*width + 1 + 2*units]float32

// members is how many models are fitted from different seeds and averaged:
// their units side by side are one model.
const (
	members = 5
	units   = boilerplate.Hidden / members
)

const (
	width = units + 1
	rows  = boilerplate.Features
	start = rows*width + 1
	out   = start + units
)

// fit makes the model that tells the samples apart best, the mean of several
// members.
func fit(pages []*page) (*boilerplate.Model, error) {
	m := &boilerplate.Model{}
	var made [members]*params
	var wait sync.WaitGroup
	for k := range made {
		wait.Go(func() { made[k] = member(pages, uint64(k)) })
	}
	wait.Wait()
	for k, w := range made {
		w.join(m, k)
	}
	return boilerplate.ParseModel(m.String()) // as it is shipped
}

// member fits one member: weighted logistic loss, Adam, pages in an order
// drawn from a fixed seed.
func member(pages []*page, seed uint64) *params {
	rng := rand.New(rand.NewPCG(7, 11+seed))
	var w, g, own, m1, m2, mean params
	for i := range w {
		if i < rows*width && i%width != 0 || i >= out {
			w[i] = float32(rng.NormFloat64()) * 0.25
		}
	}
	step := 0
	for epoch := range epochs {
		order := rng.Perm(len(pages))
		lr := rate * max(0.25, 1-float64(epoch)/(epochs-averaged))
		for at := 0; at < len(order); at += batch {
			g = params{}
			for _, k := range order[at:min(at+batch, len(order))] {
				own = params{}
				lost := 0.0
				for i := range pages[k].samples {
					if s := &pages[k].samples[i]; s.weight > 0 {
						lost += w.gradient(s.some(rng), s, &own)
					}
				}
				part := float32(min(1, limit/lost))
				for i := range own {
					g[i] += part * own[i]
				}
			}
			step++
			c1, c2 := 1-math.Pow(.9, float64(step)), 1-math.Pow(.99, float64(step))
			for i := range w {
				m1[i] = .9*m1[i] + .1*g[i]
				m2[i] = .99*m2[i] + .01*g[i]*g[i]
				w[i] -= float32(lr * (float64(m1[i])/c1/(math.Sqrt(float64(m2[i])/c2)+1e-6) + decay*10*float64(w[i])))
			}
		}
		if epoch >= epochs-averaged {
			for i := range w {
				mean[i] += w[i] / averaged
			}
		}
	}
	return &mean
}

// some are the features of a block without those that are hidden this time.
func (s *sample) some(rng *rand.Rand) []uint8 {
	kept := make([]uint8, 0, len(s.features))
	for _, f := range s.features {
		if rng.Float64() >= hidden {
			kept = append(kept, f)
		}
	}
	return kept
}

// gradient adds to g how the loss of one sample, of which some features are
// seen, changes with each number. It returns the loss.
func (w *params) gradient(features []uint8, s *sample, g *params) float64 {
	var unit [units]float32
	copy(unit[:], w[start:out])
	z := w[rows*width]
	for _, f := range features {
		row := w[int(f)*width : int(f)*width+width]
		z += row[0]
		for h := range unit {
			unit[h] += row[h+1]
		}
	}
	for h, v := range unit {
		if v > 0 {
			z += v * w[out+h]
		}
	}
	d := (float32(1/(1+math.Exp(-float64(z)))) - s.want) * s.weight
	g[rows*width] += d
	var back [units]float32
	for h, v := range unit {
		if v > 0 {
			g[out+h] += d * v
			back[h] = d * w[out+h]
			g[start+h] += back[h]
		}
	}
	for _, f := range features {
		row := g[int(f)*width : int(f)*width+width]
		row[0] += d
		for h := range back {
			row[h+1] += back[h]
		}
	}
	return float64(s.weight) * (softplus(float64(z)) - float64(s.want)*float64(z))
}

func softplus(z float64) float64 { return max(z, 0) + math.Log1p(math.Exp(-math.Abs(z))) }

// join puts the member's units into m as the k-th share of them. A feature
// tells less by as much as it was hidden.
func (w *params) join(m *boilerplate.Model, k int) {
	for i := range w[:rows*width] {
		w[i] *= 1 - hidden
	}
	at := k * units
	m.Bias += w[rows*width] / members
	for f := range rows {
		m.Direct[f] += w[f*width] / members
		copy(m.In[f][at:], w[f*width+1:(f+1)*width])
	}
	copy(m.Start[at:], w[start:out])
	for h := range units {
		m.Out[at+h] = w[out+h] / members
	}
}
