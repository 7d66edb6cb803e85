package main

import (
	"strings"
	"unicode"

	"github.com/quoth/quoth/extract/boilerplate"
)

func tokens(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
}

func shingles(toks []string) []string {
	if len(toks) == 0 {
		return nil
	}
	all := make([]string, 0, len(toks))
	for i := range max(1, len(toks)-3) {
		all = append(all, strings.Join(toks[i:min(i+4, len(toks))], " "))
	}
	return all
}

// label says of each block how much of it stands in the story as people wrote
// it down: the share of its runs of four words. A block of fewer words is
// story where it is a line of it. Of a text that stands twice in the page,
// that one is story which stands among story.
func (p *page) label(blocks []boilerplate.Observed) {
	gold := tokens(strings.ToLower(p.gold))
	in := map[string]bool{}
	for _, s := range shingles(gold) {
		in[s] = true
	}
	lines := map[string]bool{}
	for line := range strings.Lines(strings.ToLower(p.gold)) {
		lines[strings.Join(tokens(line), " ")] = true
	}
	size := float32(max(len(gold), 60))
	for _, b := range blocks {
		toks := tokens(strings.ToLower(b.Text))
		s := sample{features: b.Features, weight: min(4, float32(max(len(toks), 3))*60/size)}
		switch {
		case len(toks) == 0:
			s.weight = 0
		case len(toks) < 4:
			if lines[strings.Join(toks, " ")] {
				s.want = 1
			}
		default:
			n := 0
			all := shingles(toks)
			for _, g := range all {
				if in[g] {
					n++
				}
			}
			switch s.want = float32(n) / float32(len(all)); {
			case s.want >= .8:
				s.want = 1
			case s.want <= .2:
				s.want = 0
			}
		}
		p.samples = append(p.samples, s)
	}
	p.settleRepeated(blocks)
}

func (p *page) settleRepeated(blocks []boilerplate.Observed) {
	around := func(i int) (n float32) {
		for k := max(0, i-6); k < min(len(p.samples), i+7); k++ {
			if k != i {
				n += p.samples[k].want * p.samples[k].weight
			}
		}
		return n
	}
	best := map[string]int{}
	for i, b := range blocks {
		if k, ok := best[b.Text]; !ok || around(i) > around(k) {
			best[b.Text] = i
		}
	}
	var drop []int
	for i, b := range blocks {
		if best[b.Text] != i {
			drop = append(drop, i)
		}
	}
	for _, i := range drop {
		p.samples[i].want = 0
	}
}

func squash(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// labelBySegments is label for pages of which only some wanted and unwanted
// phrases are known.
func (p *page) labelBySegments(blocks []boilerplate.Observed) {
	for _, b := range blocks {
		s := sample{features: b.Features}
		text := squash(b.Text)
		for _, w := range p.with {
			if strings.Contains(text, squash(w)) {
				s.want, s.weight = 1, 1.5
			}
		}
		for _, w := range p.without {
			if strings.Contains(text, squash(w)) {
				s.want, s.weight = 0, 1.5
			}
		}
		p.samples = append(p.samples, s)
	}
}
