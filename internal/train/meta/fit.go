package main

import (
	"math"
	"slices"
)

// How weights are fitted. Chosen by the folds: with a quarter and four times
// the decay each figure stays within two pages in a hundred.
const (
	rounds = 300
	rate   = 0.05
	decay  = 1.5 // per weight, of the whole sum
)

// fit gives the weights under which the right options of all questions are
// most likely: a softmax over the options of each, Adam over all at once.
func fit(cases []*question) map[string]float64 {
	rows := map[string]int{}
	var names []string
	var w, g, m1, m2 []float64
	type known struct {
		traits [][]int
		right  []bool
		weight float64
	}
	count := map[string]int{}
	for _, q := range cases {
		for _, o := range q.options {
			for _, t := range o.Traits {
				count[t]++
			}
		}
	}
	var list []known
	for _, q := range cases {
		if !slices.Contains(q.right, true) || !slices.Contains(q.right, false) {
			continue
		}
		k := known{right: q.right, weight: q.weight}
		for _, o := range q.options {
			var ts []int
			for _, t := range o.Traits {
				if count[t] < 5 { // seen too seldom to tell anything
					continue
				}
				r, ok := rows[t]
				if !ok {
					r = len(names)
					rows[t] = r
					names = append(names, t)
				}
				ts = append(ts, r)
			}
			k.traits = append(k.traits, ts)
		}
		list = append(list, k)
	}
	n := len(names)
	w, g, m1, m2 = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for round := range rounds {
		for i := range g {
			g[i] = decay * w[i]
		}
		for _, k := range list {
			p := make([]float64, len(k.traits))
			top := math.Inf(-1)
			for i, ts := range k.traits {
				for _, t := range ts {
					p[i] += w[t]
				}
				top = max(top, p[i])
			}
			sum, good := 0.0, 0.0
			for i := range p {
				p[i] = math.Exp(p[i] - top)
				sum += p[i]
				if k.right[i] {
					good += p[i]
				}
			}
			for i, ts := range k.traits {
				d := p[i] / sum
				if k.right[i] {
					d -= p[i] / good
				}
				for _, t := range ts {
					g[t] += k.weight * d
				}
			}
		}
		c1, c2 := 1-math.Pow(.9, float64(round+1)), 1-math.Pow(.99, float64(round+1))
		for i := range w {
			m1[i] = .9*m1[i] + .1*g[i]
			m2[i] = .99*m2[i] + .01*g[i]*g[i]
			w[i] -= rate * m1[i] / c1 / (math.Sqrt(m2[i]/c2) + 1e-8)
		}
	}
	out := map[string]float64{}
	for i, name := range names {
		out[name] = w[i]
	}
	return out
}
