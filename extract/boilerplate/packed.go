package boilerplate

import (
	"fmt"
	"math"
)

// packed is a model in whole thousandths, as its file has them, with the numbers
// of three units in one word: adding up features is most of what a model costs.
//
// A word is the sum of its lanes, each moved left by its place, so that words
// add up as their lanes do, borrowed bits and all. A lane holds a thousand; the
// numbers of all features together are a tenth of that.
type packed struct {
	bias   int64
	direct [nFeatures]int64
	in     [nFeatures]lanes
	start  lanes
	out    [words * perWord]int64
}

const (
	perWord  = 3
	laneBits = 21
	words    = (Hidden + perWord - 1) / perWord
	thousand = 1000
)

type lanes [words]int64

func (m *Model) pack() error {
	p := &packed{bias: thousandths(m.Bias)}
	most := m.Start
	for f := range m.In {
		p.direct[f] = thousandths(m.Direct[f])
		for h, v := range m.In[f] {
			p.in[f].add(h, v)
			most[h] += max(v, -v)
		}
	}
	for h, v := range m.Start {
		p.start.add(h, v)
		p.out[h] = thousandths(m.Out[h])
		if most[h] >= 1<<(laneBits-1)/thousand {
			return fmt.Errorf("model: unit %d: numbers too large", h)
		}
	}
	m.packed = p
	return nil
}

func thousandths(v float32) int64 { return int64(math.Round(float64(v) * thousand)) }

func (l *lanes) add(unit int, v float32) {
	l[unit/perWord] += thousandths(v) << (unit % perWord * laneBits)
}

// split gives each unit.
func (l *lanes) split() (units [words * perWord]int64) {
	for i, w := range l {
		for k := range perWord {
			v := w << (64 - laneBits) >> (64 - laneBits)
			units[i*perWord+k] = v
			w = (w - v) >> laneBits
		}
	}
	return units
}

// sums are what features add up to, alone and in each unit.
type sums struct {
	alone int64
	units lanes
}

// of is what the features add up to that are true of all blocks.
func (p *packed) of(page features) sums {
	s := sums{p.bias, p.start}
	for _, f := range page {
		s.alone += p.direct[f]
		for i, v := range p.in[f] {
			s.units[i] += v
		}
	}
	return s
}

// score gives the log odds that a block is story, and what its features add up
// to in each unit.
func (p *packed) score(page *sums, fs features, sum *lanes) float32 {
	*sum = page.units
	alone := page.alone
	for _, f := range fs {
		alone += p.direct[f]
		in := &p.in[f]
		for i := range sum {
			sum[i] += in[i]
		}
	}
	told := int64(0)
	out := p.out[:]
	for _, w := range sum {
		a := w << (64 - laneBits) >> (64 - laneBits)
		w = (w - a) >> laneBits
		b := w << (64 - laneBits) >> (64 - laneBits)
		c := (w - b) >> laneBits
		told += max(a, 0)*out[0] + max(b, 0)*out[1] + max(c, 0)*out[2]
		out = out[perWord:]
	}
	return float32(float64(alone*thousand+told) / (thousand * thousand))
}

// awake finds the units above zero.
func (m *Model) awake(sum *lanes, a *awake) {
	a.n = 0
	for h, v := range sum.split() {
		if v > 0 && h < Hidden {
			a.unit[a.n], a.weight[a.n] = uint8(h), m.Out[h]
			a.n++
		}
	}
}
