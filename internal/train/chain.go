package train

import (
	"math/rand/v2"
)

// Example is a sequence of tokens: what is seen of each, and its label.
type Example struct {
	Features [][]uint32 // hashes
	Gold     []uint8
	Free     []bool // tokens whose label nobody knows; nil for none

	bound bool // features are rows
}

// Chain is an averaged perceptron over sequences: weights for features of a
// token with its label, and for pairs of labels.
type Chain struct {
	Labels int
	Bits   int
	Allow  func(before, after int) bool // Labels stands for the sequence's edge
	Margin float32
	Drop   float32 // share of features that each step of training leaves out

	noise uint64

	rows  []int32 // for each place, its row; -1 for none
	w, u  []float32
	t, ut []float32 // (Labels+1)*Labels: from before (the edge last) to after
	steps float32
}

// Count gives rows to the features that are seen at least least times.
func (c *Chain) Count(examples []Example, least int) int {
	n := make([]uint16, 1<<c.Bits)
	for _, e := range examples {
		for _, fs := range e.Features {
			for _, f := range fs {
				if p := f >> (32 - c.Bits); n[p] < 1<<15 {
					n[p]++
				}
			}
		}
	}
	c.rows = make([]int32, len(n))
	k := int32(0)
	for p := range n {
		c.rows[p] = -1
		if int(n[p]) >= least {
			c.rows[p] = k
			k++
		}
	}
	c.w, c.u = make([]float32, int(k)*c.Labels), make([]float32, int(k)*c.Labels)
	c.t, c.ut = make([]float32, (c.Labels+1)*c.Labels), make([]float32, (c.Labels+1)*c.Labels)
	return int(k)
}

// Bind puts rows in the place of features and leaves out those that have none,
// which makes training faster. The examples are then good for this chain and
// those that are made fresh of it.
func (c *Chain) Bind(examples []Example) {
	for i := range examples {
		e := &examples[i]
		if e.bound {
			continue
		}
		e.bound = true
		var all []uint32
		rows := make([][]uint32, len(e.Features))
		for k, fs := range e.Features {
			from := len(all)
			for _, f := range fs {
				if r := c.rows[f>>(32-c.Bits)]; r >= 0 {
					all = append(all, uint32(r))
				}
			}
			rows[k] = all[from:len(all):len(all)]
		}
		e.Features = rows
	}
}

// row is the row of a feature of e, less than 0 for none.
func (c *Chain) row(e *Example, f uint32) int {
	if e.bound {
		return int(f)
	}
	return int(c.rows[f>>(32-c.Bits)])
}

// Train goes over the examples epochs times, in an order drawn anew each
// time from seed.
func (c *Chain) Train(examples []Example, epochs int, seed uint64, after func(epoch, wrong int)) {
	rng := rand.New(rand.NewPCG(seed, 11))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	d := c.decoder()
	for ep := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, i := range order {
			wrong += c.learn(d, &examples[i])
		}
		if after != nil {
			after(ep, wrong)
		}
	}
}

func (c *Chain) learn(d *decoder, e *Example) int {
	c.steps++
	e = c.dropped(e)
	got := d.decode(e, c.Margin)
	gold := e.Gold
	if e.Free != nil {
		gold = d.complete(e)
	}
	wrong := 0
	L := c.Labels
	before, beforeGold := L, L
	for i := range gold {
		g, p := int(gold[i]), int(got[i])
		if g != p {
			wrong++
			for _, f := range e.Features[i] {
				r := c.row(e, f)
				if r < 0 {
					continue
				}
				r *= L
				c.w[r+g]++
				c.w[r+p]--
				c.u[r+g] += c.steps
				c.u[r+p] -= c.steps
			}
		}
		if g != p || before != beforeGold {
			c.t[beforeGold*L+g]++
			c.ut[beforeGold*L+g] += c.steps
			c.t[before*L+p]--
			c.ut[before*L+p] -= c.steps
		}
		before, beforeGold = p, g
	}
	return wrong
}

// dropped is e without some of its features: those that are left must do, so
// that none is trusted alone.
func (c *Chain) dropped(e *Example) *Example {
	if c.Drop == 0 {
		return e
	}
	limit := uint32(c.Drop * (1 << 16))
	less := *e
	less.Features = make([][]uint32, len(e.Features))
	total := 0
	for _, fs := range e.Features {
		total += len(fs)
	}
	all := make([]uint32, 0, total)
	for i, fs := range e.Features {
		from := len(all)
		for k, f := range fs {
			if k&3 == 0 {
				c.noise = c.noise*6364136223846793005 + 1442695040888963407
			}
			if uint32(c.noise>>(16*(k&3)))&0xffff >= limit {
				all = append(all, f)
			}
		}
		less.Features[i] = all[from:len(all):len(all)]
	}
	return &less
}

// Average makes the weights those of the mean over all steps.
func (c *Chain) Average() {
	for i := range c.w {
		c.w[i] -= c.u[i] / c.steps
	}
	for i := range c.t {
		c.t[i] -= c.ut[i] / c.steps
	}
}

// Fresh is a chain over the same features that has learned nothing. What it
// leaves out in training is drawn from seed.
func (c *Chain) Fresh(seed uint64) *Chain {
	f := *c
	f.noise = seed
	f.w, f.u = make([]float32, len(c.w)), make([]float32, len(c.u))
	f.t, f.ut = make([]float32, len(c.t)), make([]float32, len(c.ut))
	return &f
}

// Mean is the mean of chains that learned the same in other orders: one chain
// again, which errs less than any of them. The first becomes it.
func Mean(chains []*Chain) *Chain {
	m := chains[0]
	for _, c := range chains[1:] {
		for i, x := range c.w {
			m.w[i] += x
		}
		for i, x := range c.t {
			m.t[i] += x
		}
	}
	for i := range m.w {
		m.w[i] /= float32(len(chains))
	}
	for i := range m.t {
		m.t[i] /= float32(len(chains))
	}
	return m
}

// Row gives the weights of a place, nil for none.
func (c *Chain) Row(place int) []float32 {
	r := int(c.rows[place])
	if r < 0 {
		return nil
	}
	return c.w[r*c.Labels : (r+1)*c.Labels]
}

// Transition is the weight of a pair of labels; Labels is the edge.
func (c *Chain) Transition(before, after int) float32 { return c.t[before*c.Labels+after] }

type decoder struct {
	c     *Chain
	allow []bool
	emit  []float32
	score []float32
	back  []uint8
	path  []uint8
	gold  []uint8
}

func (c *Chain) decoder() *decoder {
	d := &decoder{c: c, allow: make([]bool, (c.Labels+1)*(c.Labels+1))}
	for a := range c.Labels + 1 {
		for b := range c.Labels + 1 {
			d.allow[a*(c.Labels+1)+b] = c.Allow(a, b)
		}
	}
	return d
}

// Decode gives the best labels.
func (c *Chain) Decode(e *Example) []uint8 { return c.decoder().decode(e, 0) }

func (d *decoder) emissions(e *Example, margin float32) {
	L, n := d.c.Labels, len(e.Features)
	if cap(d.emit) < n*L {
		d.emit, d.score, d.back, d.path = make([]float32, n*L), make([]float32, n*L), make([]uint8, n*L), make([]uint8, n)
	}
	d.emit = d.emit[:n*L]
	for i, fs := range e.Features {
		s := d.emit[i*L : (i+1)*L]
		clear(s)
		if margin > 0 && (e.Free == nil || !e.Free[i]) {
			for l := range s {
				if l != int(e.Gold[i]) {
					s[l] = margin
				}
			}
		}
		for _, f := range fs {
			if r := d.c.row(e, f); r >= 0 {
				w := d.c.w[r*L:][:len(s)]
				for l, x := range w {
					s[l] += x
				}
			}
		}
	}
}

func (d *decoder) decode(e *Example, margin float32) []uint8 {
	d.emissions(e, margin)
	return d.viterbi(e, false)
}

// complete gives the best labels among those that keep to what is known. It
// reads the emissions of the last decoding.
func (d *decoder) complete(e *Example) []uint8 {
	d.gold = append(d.gold[:0], d.viterbi(e, true)...)
	d.viterbi(e, false)
	return d.gold
}

func (d *decoder) viterbi(e *Example, keep bool) []uint8 {
	const never = -1e30
	c, L, n := d.c, d.c.Labels, len(e.Features)
	for i := range n {
		for l := range L {
			best, from := float32(never), 0
			if !keep || e.Free[i] || int(e.Gold[i]) == l {
				if i == 0 {
					if d.allow[L*(L+1)+l] {
						best = c.t[L*L+l]
					}
				} else {
					for b := range L {
						if d.allow[b*(L+1)+l] {
							if s := d.score[(i-1)*L+b] + c.t[b*L+l]; s > best {
								best, from = s, b
							}
						}
					}
				}
			}
			d.score[i*L+l] = best + d.emit[i*L+l]
			d.back[i*L+l] = uint8(from)
		}
	}
	best, at := float32(never*2), 0
	for l := range L {
		if s := d.score[(n-1)*L+l]; s > best && d.allow[l*(L+1)+L] {
			best, at = s, l
		}
	}
	p := d.path[:n]
	for i := n - 1; i >= 0; i-- {
		p[i] = uint8(at)
		at = int(d.back[i*L+at])
	}
	return p
}
